import HearsayModel
import HearsayScreen

extension Theme {
  /// Reads a theme.
  ///
  /// With a `base`, only what differs needs to be said.
  ///
  /// - Throws: ``FileProblems``, with the line of everything that is wrong.
  package init(parsing text: String, over base: Theme = Theme()) throws {
    let (settings, problems) = Setting.read(text)
    try self.init(settings, over: base, problems: problems)
  }

  /// A theme from its lines.
  ///
  /// - Throws: ``FileProblems``, with the line of everything that is wrong; `problems` are those known before.
  package init(
    _ settings: [Setting], over base: Theme = Theme(), problems known: [FileProblems.Problem] = []
  ) throws {
    self = base
    var problems = known
    for setting in settings {
      func problem(_ sentence: String) {
        problems.append(.init(line: setting.line, sentence: sentence))
      }
      do {
        switch setting.name {
        case "named": named = try Self.rules(setting.value)
        case "muted": muted = try Self.rules(setting.value)
        default:
          guard let role = Role(named: setting.name) else {
            let names = Role.names + ["named", "muted"]
            let hint =
              nearest(to: setting.name, among: names).map { " Did you mean “\($0)”?" } ?? ""
            problem("There is no role called “\(setting.name)”.\(hint)")
            continue
          }
          self[role] = try Self.rule(setting.value[...])
        }
      } catch let error as Unreadable {
        problem(error.sentence)
      }
    }
    if !problems.isEmpty {
      throw FileProblems(problems: problems.sorted { $0.line < $1.line })
    }
  }
}

// MARK: - Reading a value

/// Why a value cannot be read.
private struct Unreadable: Error {
  var sentence: String
}

extension Theme {
  private static func attribute(_ word: Substring) -> Attributes? {
    switch word {
    case "bold": .bold
    case "dim": .dim
    case "italic": .italic
    case "underline": .underline
    case "reverse": .reverse
    default: nil
    }
  }

  private static let colorNames = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
  ]

  /// Reads `cyan, magenta bold, 67/blue`.
  private static func rules(_ text: String) throws -> [Rule] {
    try text.split(separator: ",").map { try rule($0) }
  }

  /// Reads `160/red on white bold`.
  private static func rule(_ text: Substring) throws -> Rule {
    var rule = Rule()
    var isBackground = false
    for word in text.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x09 }).map(Substring.init) {
      if word == "on" {
        isBackground = true
      } else if let attribute = attribute(word) {
        rule.attributes.insert(attribute)
      } else if isBackground {
        rule.background = try paint(word)
        isBackground = false
      } else {
        rule.foreground = try paint(word)
      }
    }
    return rule
  }

  /// Reads `red`, `160/red` or `243/default`; `default` is the terminal's own colour.
  private static func paint(_ word: Substring) throws -> Paint? {
    let colors = try word.split(separator: "/", maxSplits: 1).map(color)
    guard let rich = colors.first, let poor = colors.last, rich != nil || poor != nil else {
      return nil
    }
    return Paint(rich: rich, poor: poor)
  }

  private static func color(_ word: Substring) throws -> Color? {
    if word == "default" { return nil }
    if let index = UInt8(word) { return .palette(index) }
    let isBright = word.hasPrefix("bright-")
    if let index = colorNames.firstIndex(of: String(isBright ? word.dropFirst(7) : word)) {
      return .palette(UInt8(index + (isBright ? 8 : 0)))
    }
    if word.count == 7, word.first == "#", let value = UInt32(word.dropFirst(), radix: 16) {
      return .rgb(
        red: UInt8(value >> 16 & 0xFF), green: UInt8(value >> 8 & 0xFF), blue: UInt8(value & 0xFF))
    }
    throw Unreadable(
      sentence: "“\(word)” is neither a colour nor bold, dim, italic, underline or reverse.")
  }
}
