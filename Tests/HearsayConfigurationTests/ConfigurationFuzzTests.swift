import Foundation
import HearsayConfiguration
import HearsayReader
import HearsayTestSupport
import Testing

/// Configurations in which something was typed wrong, many times over.
@Suite("Configurations full of mistakes")
struct ConfigurationFuzzTests {
  private static let whole = #"""
    # mine
    measure = 66
    theme = "dark"
    mouse = false
    "split" = 45
    editor = 'vim -u "my rc"'
    browser = \"""
    firefox \
      --new-tab\"""
    mark.tags = ["desk", "mon\u0064ay",  # days
      "b",]
    when = 1979-05-27T07:32:00Z
    share = { a = 1.5e3, b = [0x1F, inf] }
    [mark]
    status = "doing"
    [keys.list]
    top = ["g g", "Home"]
    [colours]
    flag = "160/red bold"
    [macros]
    weigh = ["next-flag", "mark"]

    """#.replacing("\\\"", with: "\"")
  /// What breaks a line more often than other letters do.
  private static let bits =
    [
      "[", "]", "{", "}", "=", ".", ",", "\"", "\'", "\"\"\"", "\'\'\'", "\\", "\\u", "#", "\n",
      "\r", "\t",
    ]
    + [
      "\0", "\u{7F}", "é", "\u{FEFF}", "\u{2028}", "_", "-", "+", "0x", "1e9",
      "99999999999999999999", "[[", "]]", "a = [",
    ]

  /// How many: `HEARSAY_FUZZ=100000 swift test --filter ConfigurationFuzzTests` tries more than every run does.
  private static let count =
    ProcessInfo.processInfo.environment["HEARSAY_FUZZ"].flatMap { Int($0) } ?? 3_000

  @Test(.timeLimit(.minutes(10)))
  func noMistakeStopsTheProgramOrCostsMoreThanItsLines() throws {
    let keys = try KeyMap(parsing: "top = g, Home\nend = G\nmark = m")
    let seed = UInt64.random(in: 0...UInt64(UInt32.max))
    print("configurations with mistakes: seed \(seed)")
    for number in 0..<Self.count {
      var dice = Dice(seed: seed &+ UInt64(number))
      let text = Self.mistaken(&dice)
      var configuration = Configuration(keys: keys)
      let wrong = configuration.read(text, themes: ["dark", "default"])
      let lines = text.utf8.count { $0 == 0x0A } + 1
      #expect(
        wrong.problems.allSatisfy { (1...lines).contains($0.line) && !$0.sentence.isEmpty },
        "seed \(seed), number \(number): \(text.debugDescription)")
      // What is in force can be written down and read again.
      var again = Configuration(keys: keys)
      let printed = configuration.printed(from: [])
      #expect(
        again.read(printed, themes: ["dark", "default"]).problems.isEmpty,
        "seed \(seed), number \(number): \(text.debugDescription)")
    }
  }

  /// The whole text with up to eight mistakes in it, or a short text of nothing else.
  private static func mistaken(_ dice: inout Dice) -> String {
    var scalars = Array(
      Int.random(in: 0..<4, using: &dice) == 0 ? "".unicodeScalars : whole.unicodeScalars)
    for _ in 0..<Int.random(in: 1...8, using: &dice) {
      let place = Int.random(in: 0...scalars.count, using: &dice)
      let end = min(scalars.count, place + Int.random(in: 0..<6, using: &dice))
      switch Int.random(in: 0..<5, using: &dice) {
      case 0: scalars.removeSubrange(place..<end)
      case 1:
        let from = Int.random(in: 0...scalars.count, using: &dice)
        scalars.insert(
          contentsOf: scalars[from..<min(scalars.count, from + 30)].map { $0 }, at: place)
      case 2 where Int.random(in: 0..<4, using: &dice) == 0: scalars.removeSubrange(place...)
      default:
        let bit = bits.randomElement(using: &dice) ?? ""
        scalars.replaceSubrange(
          place..<(Bool.random(using: &dice) ? place : end), with: Array(bit.unicodeScalars))
      }
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
