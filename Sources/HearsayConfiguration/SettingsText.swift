import HearsayReader

/// What a TOML text says, in which line each of it stands, and what of it could not be read.
struct SettingsText {
  private(set) var table: [String: Value] = [:]
  private(set) var problems: [FileProblems.Problem] = []
  private var lines: [[String]: Int] = [:]
  private var headings: Set<[String]> = []

  init(_ text: String) {
    // Below a heading that is wrong nobody knows what is meant.
    var heading: [String]? = []
    for statement in Statements(text) {
      switch statement.content {
      case .heading(let path):
        heading = path
        open(path, at: statement.line)
      case .setting(let path, let value):
        if let heading { set(heading + path, to: value, at: statement.line) }
      case .wrong(let error): if heading != nil { refuse(error) }
      case .wrongHeading(let error):
        heading = nil
        refuse(error, "; the lines below it are left out")
      }
    }
  }

  /// The line of a name, or of the table that it is in; the first where neither is known.
  func line(of path: [String]) -> Int {
    var path = path
    while !path.isEmpty {
      if let line = lines[path] { return line }
      path.removeLast()
    }
    return 1
  }
}

// MARK: - Putting it together

extension SettingsText {
  private mutating func open(_ path: [String], at line: Int) {
    guard headings.insert(path).inserted else {
      return problems.append(
        .init(
          line: line,
          sentence: "“[\(path.joined(separator: "."))]” stands in line \(self.line(of: path)), too."
        ))
    }
    set(path, to: nil, at: line)
  }

  /// - Parameter value: `nil` for a table, in which there may be something already.
  private mutating func set(_ path: [String], to value: Value?, at line: Int) {
    guard Self.set(path[...], to: value, in: &table) else {
      return problems.append(
        .init(
          line: line,
          sentence:
            "“\(path.joined(separator: "."))” has its value in line \(self.line(of: path)) already."
        ))
    }
    for count in 1..<path.count + 1 where lines[Array(path.prefix(count))] == nil {
      lines[Array(path.prefix(count))] = line
    }
  }

  /// - Returns: whether there was room for it.
  private static func set(
    _ path: ArraySlice<String>, to value: Value?, in table: inout [String: Value]
  ) -> Bool {
    guard let name = path.first else { return true }
    if path.count == 1, let value {
      guard table[name] == nil else { return false }
      table[name] = value
      return true
    }
    guard case .table(var inner) = table[name] ?? .table([:]) else { return false }
    guard set(path.dropFirst(), to: value, in: &inner) else { return false }
    table[name] = .table(inner)
    return true
  }

  private mutating func refuse(_ error: NotTOML, _ more: String = "") {
    problems.append(
      .init(line: error.line, sentence: "This is not TOML: \(error.reason)\(more)."))
  }
}
