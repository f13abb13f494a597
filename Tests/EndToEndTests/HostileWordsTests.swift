import Foundation
import HearsayModel
import HearsayTestSupport
import Testing

/// Every place that prints words from outside is given the same words, which would steer the terminal if they could.
///
/// A place that is new belongs into ``places`` (or ``complaints``, where it speaks on standard error).
@Suite(
  "Words that would steer the terminal", .enabled(if: Paper.isThere, Paper.missing),
  .timeLimit(.minutes(40)))
struct HostileWordsTests {
  /// Colours, titles, the clipboard, links, controls in seven and eight bits, other directions, what nobody sees, and a line
  /// that looks like one of ours.
  static let evil =
    "Eve\u{1B}[31m\u{1B}]0;t\u{07}\u{1B}]52;c;eA==\u{1B}\\\u{1B}]8;;http:x\u{1B}\\\u{9B}31m\u{9D}0;u\u{9C}"
    + "\u{7F}\u{08}\u{202E}\u{2066}\u{200B}\u{AD}\u{E0041}\u{2028}\u{85}\r\nFAKE line\u{0B}Lund"

  /// The same for a place that takes only one line.
  static let evilLine = evil.replacing("\r\n", with: "")

  private let paper: Paper

  init() throws {
    paper = try Paper()
    try paper.home.file("config/hearsay/config.toml", "model = false\n")
    try paper.home.file("evil", Self.evil.utf8 + [0x9B])
    let words = Self.evilLine.replacing("\u{08}", with: "")
    try paper.home.file(
      "evil.txt",
      """
      \(words) is told

      "We will not sign this paper \(words)," said union leader \(words) Berg.

      A source told the Daily \(words) that the talks would move. It is \(words).

      \(String(repeating: "Harbour minister Anna Lind said on Monday that the port would stay closed. ", count: 12))

      """)
    let facts = [
      "title": Self.evil, "site": Self.evil, "author": Self.evil, "date": Self.evil,
      "url": Self.evil,
    ]
    try paper.home.file("evil.meta.json", try JSONEncoder().encode(facts))
    try paper.home.file("evil.jsonl", try Self.mark())
    try paper.home.file("evil.html", Self.page)
    try paper.home.file("evil.rss", Self.feed)
    try paper.home.file("evil.opml", Self.subscriptions)
  }

  /// The words as HTML and XML write them: what XML cannot say even as a number is said in HTML alone.
  private static func escaped(inXML: Bool) -> String {
    evil.unicodeScalars.filter {
      !inXML || $0.value >= 0x20 || "\t\r\n".unicodeScalars.contains($0)
    }
    .map { "&#\($0.value);" }.joined()
  }

  /// A page that has them as its title, author, outlet, day, words and link.
  private static let page = {
    let words = escaped(inXML: false)
    let said = String(
      repeating: "<p>The harbour stays shut until May \(words), Anna Lind said on Monday.</p>\n",
      count: 8)
    return """
      <!doctype html><html lang="en"><head><title>\(words)</title><meta name="author" content="\(words)">
      <meta property="og:site_name" content="\(words)"><meta property="article:published_time" content="\(words)">
      <link rel="canonical" href="https://x.example/\(words)"></head><body><article><h1>Quay \(words)</h1>
      <p>“We will not sign <a href="https://x.example/\(words)">\(words)</a>,” said \(words) Berg.</p>
      \(said)</article></body></html>
      """
  }()

  /// A feed that has them wherever it can.
  private static let feed = {
    let words = escaped(inXML: true)
    return """
      <rss version="2.0"><channel><title>\(words)</title><link>https://x.example/\(words)</link>
      <description>\(words)</description><item><title>Quay \(words)</title><author>\(words)</author>
      <link>https://x.example/\(words)</link><guid>\(words)</guid><description>\(words)</description>
      <pubDate>\(words)</pubDate></item></channel></rss>
      """
  }()

  private static let subscriptions = {
    let words = escaped(inXML: true)
    return """
      <opml version="2.0"><body><outline text="\(words)" title="\(words)" type="rss"
      xmlUrl="http://127.0.0.1:1/\(words)"/></body></opml>
      """
  }()

  /// A mark that has such words wherever it can have words, as `marks --import` reads it.
  private static func mark() throws -> Data {
    let object: [String: Any] = [
      "schema": "hearsay.mark/1", "id": "6F9619FF-8B86-D011-B42D-00C04FC964FF",
      "status": "confirmed",
      "due": evil, "note": evil, "tags": [evil],
      "article": [
        "id": evil, "title": evil, "publisher": evil, "published": evil, "location": evil,
      ],
      "target": ["exact": evil, "prefix": evil, "suffix": evil],
      "claim": [
        "source": evil, "cue": evil, "chain": [evil, evil], "otherSources": [evil],
        "formerWords": evil,
      ],
      "evidence": [
        ["text": evil, "added": "2025-01-01"],
        ["text": "https://x.example/" + evil, "added": evil],
      ],
    ]
    return try JSONSerialization.data(withJSONObject: object)
  }

  /// Runs a command in which `$EVIL` is these words.
  ///
  /// - Returns: what it prints on both of its outputs, byte for byte.
  private func run(_ command: String, onTerminal: Bool = false) throws -> [UInt8] {
    let program = try #require(Tmux.program)
    try paper.home.file("command", command.replacing("hearsay ", with: "'\(program)' "))
    _ = try paper.shell(
      """
      cd '\(paper.home.path)'; export EVIL="$(cat evil)"
      \(onTerminal ? "script -qec 'bash command' /dev/null" : "bash command") < /dev/null > printed 2>&1
      """)
    return Array(FileManager.default.contents(atPath: paper.home.path("printed")) ?? Data())
  }
}

// MARK: - Where words come out

extension HostileWordsTests {
  static let articles =
    ["json", "jsonl", "brat", "text"].map { "hearsay analyze evil.txt --format \($0)" }
    + ["text", "markdown", "html"].map { "hearsay report evil.txt --format \($0)" }
    + ["hearsay --keys q --screen - evil.txt", "hearsay --keys 'Tab Tab m T' --screen - evil.txt"]
    + ["text", "json"].flatMap { format in
      ["txt", "html"].map { "hearsay text evil.\($0) --format \(format)" }
    }
    + ["hearsay feed evil.rss", "hearsay --keys 'Tab Tab m T' --screen - evil.html"]
    + ["json", "text"].map { "hearsay analyze evil.html --format \($0)" }

  static let marks =
    [
      "text", "json", "jsonl", "csv", "csv --raw", "markdown", "annotation", "org", "todo",
      "taskwarrior", "claimreview", "brat",
    ].map { "hearsay marks --import evil.jsonl >/dev/null; hearsay marks --format \($0)" }
    + ["status", "due", "priority", "source", "tag", "article"].map {
      "hearsay marks --import evil.jsonl >/dev/null; hearsay marks --by \($0)"
    }

  static let library =
    ["text", "jsonl"].flatMap { format in
      [
        "hearsay --keys 'Tab m' --screen screen.txt evil.txt; hearsay search paper --format \(format)",
        "hearsay --keys 'Tab x s \"new\" Enter' --screen screen.txt evil.txt; "
          + "hearsay corrections --format \(format)",
      ]
    } + [
      "hearsay --keys 'Tab m' --screen screen.txt evil.txt; hearsay marks --format brat",
      "hearsay --keys 'Tab m' --screen screen.txt evil.txt; hearsay --keys 'q' --screen -",
    ]

  static let settings = [
    "printf 'editor = \"a\\\\u001b[31m\\\\u202eb\"\\n' > evil.toml; hearsay --config evil.toml --print-config"
  ]

  /// What is said on standard error.
  static let complaints = [
    "hearsay text \"$EVIL\"", "hearsay text \"http://127.0.0.1:1/$EVIL\"",
    "hearsay text \"https://$EVIL/x\"", "hearsay feed \"$EVIL\"",
    "hearsay feed \"http://127.0.0.1:1/$EVIL\"",
    "hearsay subscribe \"$EVIL\"", "hearsay subscribe evil.opml",
    "hearsay unsubscribe \"http://$EVIL\"",
    "hearsay refresh \"http://$EVIL\"", "hearsay --offline --screen - \"http://127.0.0.1:1/$EVIL\"",
    "hearsay analyze \"$EVIL\"", "hearsay report \"$EVIL/x\"", "hearsay \"$EVIL\"",
    "hearsay analyze evil.txt --format \"$EVIL\"", "hearsay marks --format=\"$EVIL\"",
    "hearsay marks --by \"$EVIL\"", "hearsay marks --status \"$EVIL\"",
    "hearsay marks --filter \"due:$EVIL\"", "hearsay marks --filter \"$EVIL:x\"",
    "hearsay --size \"$EVIL\" --screen -", "hearsay \"--$EVIL\"", "hearsay analyze \"-$EVIL\"",
    "hearsay help \"$EVIL\"", "hearsay search --limit \"$EVIL\" x",
    "hearsay --generate-completion-script \"$EVIL\"",
    "hearsay marks --import \"$EVIL\"", "hearsay marks --import /dev/null/\"$EVIL\"",
    "cp evil \"$EVIL\"; hearsay marks --import \"$EVIL\"",
    "sed 's/hearsay.mark.1/x/' evil.jsonl | hearsay marks --import -",
    "sed 's/6F9619FF//' evil.jsonl | hearsay marks --import -",
    "printf '{\"schema\": \"hearsay.mark/1\", \"a\\\\u001b\\\\u009b\": 1}' | hearsay marks --import -",
    "printf '{\"schema\": \"\\\\u001b\\\\u009b31m\"}' | hearsay marks --import -",
    "hearsay --config \"$EVIL\" --print-config", "hearsay --theme \"$EVIL\" --screen - evil.txt",
    "printf '%s = 1\\n' \"\\\"$(printf 'a\\\\u001b\\\\u009b')\\\"\" > e.toml; hearsay --config e.toml --check-config",
    "printf 'theme = \"\\\\u001b\\\\u009b31m\"\\n' > e.toml; hearsay --config e.toml --check-config",
    "printf '[keys]\\nmark = \"\\\\u001b\\\\u009b31m\"\\n' > e.toml; hearsay --config e.toml --check-config",
    "printf '[colours]\\nflag = \"\\\\u001b\\\\u009b31m\"\\n' > e.toml; hearsay --config e.toml --check-config",
    "cp config/hearsay/config.toml \"$EVIL\"; hearsay --config \"$EVIL\" --check-config",
    "printf '%s' \"$EVIL\" > e.toml; hearsay --config e.toml --check-config",
    "mkdir -p config/hearsay/themes; printf '%s = 1\\n' \"$EVIL\" > config/hearsay/themes/e.theme; "
      + "hearsay --theme e --screen - evil.txt",
    "hearsay --keys \"$EVIL\" --screen - evil.txt", "hearsay --keys \"@$EVIL\" --screen - evil.txt",
    "hearsay --keys @evil --screen - evil.txt", "hearsay --keys q --screen \"$EVIL/x\" evil.txt",
    "hearsay analyze evil.txt --output \"$EVIL/../evil.txt/x\"",
    "hearsay analyze evil.txt --output \"/proc/$EVIL\"", "hearsay manual --into \"/proc/$EVIL\"",
    "HEARSAY_RESOURCES=\"$EVIL\" hearsay analyze evil.txt",
    "mkdir -p \"$EVIL/hearsay\"; cp evil.txt \"$EVIL/hearsay/hearsay.sqlite\"; "
      + "XDG_DATA_HOME=\"$PWD/$EVIL\" hearsay marks",
    "XDG_DATA_HOME=\"/proc/$EVIL\" hearsay marks --import evil.jsonl",
    "XDG_CONFIG_HOME=\"/proc/$EVIL\" hearsay --check-config",
    "hearsay marks --import evil.jsonl; hearsay marks --format brat --output out",
  ]
}

// MARK: - What may come out

extension HostileWordsTests {
  @Test(
    "On a terminal everything is shown and nothing obeyed",
    arguments: articles + marks + library + settings)
  func onATerminal(command: String) throws {
    let bytes = try run(command, onTerminal: true)
    // The terminal's own: it ends lines so.
    // A cell of a table has lines of its own.
    let found = problems(in: bytes.filter { $0 != 0x0D })
    #expect(found.filter { !command.contains("csv") || !$0.hasPrefix("FAKE") } == [])
    #expect(!bytes.isEmpty)
  }

  @Test("On standard error, too, wherever it goes", arguments: complaints)
  func onStandardError(command: String) throws {
    let bytes = try run("{ \(command); } 2>&1 >/dev/null")
    #expect(problems(in: bytes) == [])
  }

  @Test(
    "What people or JSON programs read is safe in a pipe as well",
    arguments: articles + marks + library)
  func inAPipe(command: String) throws {
    // A table and annotations have no way to say such signs but to have them.
    guard !command.contains("csv"), !command.contains("brat") else { return }
    // Whoever asks for the text alone gets it sign by sign.
    guard !command.hasPrefix("hearsay text") || command.contains("json") else { return }
    let bytes = try run("\(command) 2>/dev/null")
    // Zero-width spaces are what keeps org from obeying.
    let own = command.contains("org") ? ["200b"] : []
    #expect(problems(in: bytes).filter { !own.contains($0) } == [])
    #expect(!bytes.isEmpty)
  }

  /// What in these bytes is no letter, sign or line end.
  private func problems(in bytes: [UInt8]) -> [String] {
    let text = String(decoding: bytes, as: UTF8.self)
    var problems = Array(text.utf8) == bytes ? [] : ["no UTF-8"]
    for scalar in text.unicodeScalars where scalar != "\n" && scalar != "\t" {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse:
        problems.append(String(scalar.value, radix: 16))
      default: break
      }
    }
    problems += text.split(separator: "\n").filter { $0.hasPrefix("FAKE") }.map(String.init)
    return problems
  }
}
