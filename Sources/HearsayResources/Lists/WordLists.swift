import HearsayText

/// The word lists of one language: the sections of every file in its folder, each to be read once.
///
/// A file has sections under a `[heading]`; a line that starts with `#` is a remark. What a section is, a list, a map
/// or a table, is for the one who asks to know:
///
/// ```
/// [days]
/// monday, tuesday          a list: words and phrases, parted by commas or line ends
///
/// [nicknames]
/// bill: william            a map: a word, and what belongs to it
///
/// [nouns]
/// noun | plural            a table: its first line names the columns
/// claim | claims
/// ```
/// Nothing is passed over. A line that cannot be read is an error, and so is a section that nobody asks for: its words
/// would look as if they counted.
package struct WordLists {
  private var sections: [Place: Section] = [:]

  /// Where a section is found: `Place(file: "roles", heading: "posts")`.
  private struct Place: Hashable {
    var file: String
    var heading: String
  }

  private struct Section {
    /// The line of its heading.
    var number: Int
    var lines: [Line] = []
    var isRead = false
  }

  /// A line of a section, counted from 1.
  package struct Line {
    package var number: Int
    package var text: Substring
  }

  /// The lists in a folder of the resources: `WordLists(resources, folder: "languages/en")`.
  ///
  /// - Throws: `ResourceError` where there are none, `WordListError` where a file is no word list.
  package init(_ resources: Resources, folder: String) throws {
    let files = resources.names(in: folder).filter { $0.hasSuffix(".txt") }
    guard !files.isEmpty else {
      throw ResourceError.unreadable(path: resources.path(folder))
    }
    for file in files {
      try read(try resources.text("\(folder)/\(file)"), of: String(file.dropLast(4)))
    }
  }

  /// The lists in these files, by their names without an ending.
  package init(files: [String: String]) throws {
    for (file, text) in files { try read(text, of: file) }
  }
}

// MARK: - Cutting into sections

extension WordLists {
  private mutating func read(_ text: String, of file: String) throws {
    var number = 0
    var open: (place: Place, section: Section)?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      let line = line.trimmed
      if line.isEmpty || line.utf8.first == UInt8(ascii: "#") { continue }
      if line.utf8.first == UInt8(ascii: "[") {
        guard line.utf8.last == UInt8(ascii: "]"), line.utf8.count > 2 else {
          throw WordListError(file, number, .unclosedHeading)
        }
        if let open { sections[open.place] = open.section }
        let place = Place(file: file, heading: String(line.dropFirst().dropLast()))
        guard sections[place] == nil else { throw WordListError(file, number, .secondHeading) }
        open = (place, Section(number: number))
      } else {
        guard open != nil else { throw WordListError(file, number, .noHeading) }
        open?.section.lines.append(Line(number: number, text: line))
      }
    }
    if let open { sections[open.place] = open.section }
  }
}

// MARK: - Asking

extension WordLists {
  /// The words and phrases of a list, in its order.
  package mutating func list(_ file: String, _ heading: String) throws -> [String] {
    try lines(file, heading).flatMap { try Self.words($0.text, file, $0.number) }
  }

  /// The words and phrases of a list.
  package mutating func words(_ file: String, _ heading: String) throws -> Set<String> {
    Set(try list(file, heading))
  }

  /// The words of a map, each with what belongs to it, in their order.
  package mutating func map(_ file: String, _ heading: String) throws -> [(
    key: String, values: [String]
  )] {
    var known: Set<String> = []
    return try lines(file, heading).map { line in
      let sides = line.text.split(separator: ":", omittingEmptySubsequences: false)
      guard sides.count == 2, case let key = String(sides[0].trimmed), !key.isEmpty else {
        throw WordListError(file, line.number, .notInMap)
      }
      guard known.insert(key).inserted else {
        throw WordListError(file, line.number, .twice(key))
      }
      return (key, try Self.words(sides[1].trimmed, file, line.number))
    }
  }

  /// The rows of a table with exactly these columns.
  package mutating func table(_ file: String, _ heading: String, columns: [String]) throws -> [Row]
  {
    let lines = try lines(file, heading)
    guard let first = lines.first else { return [] }
    guard Self.cells(first.text) == columns[...].map({ $0[...] }) else {
      throw WordListError(file, first.number, .otherColumns(columns))
    }
    return try lines.dropFirst().map { line in
      let cells = Self.cells(line.text)
      guard cells.count == columns.count else {
        throw WordListError(file, line.number, .cells(cells.count, of: columns.count))
      }
      return Row(file: file, number: line.number, columns: columns, cells: cells)
    }
  }

  /// Says so where a section was asked for by nobody.
  ///
  /// - Throws: the error of the first of them.
  package func finish() throws {
    let unread = sections.filter { !$0.value.isRead }
    let first = unread.min { ($0.key.file, $0.value.number) < ($1.key.file, $1.value.number) }
    guard let first else { return }
    throw WordListError(first.key.file, first.value.number, .unread(first.key.heading))
  }

  private mutating func lines(_ file: String, _ heading: String) throws -> [Line] {
    let place = Place(file: file, heading: heading)
    guard let lines = sections[place]?.lines else {
      throw WordListError(file, nil, .missing(heading))
    }
    sections[place]?.isRead = true
    return lines
  }

  private static func cells(_ line: Substring) -> [Substring] {
    line.split(separator: "|", omittingEmptySubsequences: false).map(\.trimmed)
  }

  /// Words and phrases parted by commas; one comma may end the line.
  fileprivate static func words(_ line: Substring, _ file: String, _ number: Int) throws -> [String]
  {
    var words: [String] = []
    var rest = line.utf8
    while !rest.isEmpty {
      let end = rest.firstIndex(of: UInt8(ascii: ",")) ?? rest.endIndex
      let word = Substring(rest[..<end]).trimmed
      guard !word.isEmpty, !word.utf8.contains(where: isForeign) else {
        throw WordListError(file, number, .word(String(word)))
      }
      words.append(String(word))
      rest = end == rest.endIndex ? rest[end...] : rest[rest.index(after: end)...]
    }
    return words
  }

  /// What cannot stand in a word: words are compared in lower case, and these marks belong to maps and tables.
  private static func isForeign(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "|"), UInt8(ascii: ":"),
      UInt8(ascii: "["), UInt8(ascii: "]"):
      true
    default: false
    }
  }
}

// MARK: - Rows

extension WordLists {
  /// A row of a table.
  package struct Row {
    fileprivate let file: String
    fileprivate let number: Int
    fileprivate let columns: [String]
    fileprivate let cells: [Substring]

    /// What stands in a column.
    package subscript(column: String) -> String {
      guard let index = columns.firstIndex(of: column) else {
        preconditionFailure("The table in \(file) has no column \(column).")
      }
      return String(cells[index])
    }

    /// The words and phrases in a column, parted by commas.
    package func words(_ column: String) throws -> [String] {
      try WordLists.words(self[column][...], file, number)
    }

    /// What is parted by blanks in a column.
    package func parts(_ column: String) -> [String] {
      self[column].split(separator: " ").map(String.init)
    }

    /// The error that a column of this row cannot be read.
    package func error(in column: String) -> WordListError {
      WordListError(file, number, .cell(self[column], column: column))
    }
  }
}
