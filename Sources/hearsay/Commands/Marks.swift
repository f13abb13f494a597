public import ArgumentParser
import Foundation
import HearsayExport
import HearsayModel
import HearsayPatterns
import HearsayReader
import HearsayResources
import HearsayStore

/// `hearsay marks`: every claim that was marked for follow-up.
struct Marks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "marks",
    abstract: "Print the claims you marked for follow-up, or import marks.",
    discussion: """
      \(MarksFormat.table)
      """)

  @Option(help: MarksFormat.help)
  var format: MarksFormat = .text

  @Option(
    help: ArgumentHelp(
      "Print each mark with this template instead: citation, house, markdown, obsidian, web, or one of your own.",
      valueName: "name"))
  var template: String?

  @Option(
    help: ArgumentHelp(
      "Only marks with this status; may be repeated. Also: open, done.",
      valueName: "status"))
  var status: [StatusFilter] = []

  @Option(
    help: ArgumentHelp(
      "Only marks on articles with this in their title, outlet, file or address.",
      valueName: "words"))
  var article: String?

  @Option(
    help: ArgumentHelp(
      "Only marks that match this filter, as in the reader:  'marked:open due:overdue source:\"ministry\"'.",
      valueName: "filter"))
  var filter: String?

  @Option(
    name: .customLong("by"),
    help: "How to group them: status, due, priority, source, tag or article.")
  var arrangement: MarkArrangement?

  @Option(
    help: ArgumentHelp(
      "With brat: write the annotations of each article, and its text, into this folder.",
      valueName: "folder"),
    completion: .directory)
  var output: String?

  @ArgumentParser.Flag(help: "Leave CSV cells as they are, even if they look like formulas.")
  var raw = false

  @Option(
    name: .customLong("import"),
    help: ArgumentHelp(
      "Read marks from a file of JSON Lines or Web Annotations (- for standard input) into the library.",
      valueName: "file"),
    completion: .file())
  var file: String?

  func run() throws {
    if let file { try bringIn(InputFile(file)) } else { try printMarks() }
  }
}

extension MarkArrangement: ExpressibleByArgument {}

// MARK: - Out

extension Marks {
  private func printMarks() throws {
    var marks: [Mark] = []
    var texts: [Article.ID: ArticleText] = [:]
    // A text that cannot be read any more takes no mark with it.
    var problems: Set<String> = []
    // Who has never marked anything has no library, and that is no mistake.
    if let store = try Store.openIfThere(
      environment: ProcessInfo.processInfo.environment, access: .readOnly)
    {
      marks = try wanted(store.marks())
      for id in Set(marks.map(\.article)).sorted() {
        do { texts[id] = try store.article(id)?.text } catch { problems.insert("\(error)") }
      }
    }
    if let template {
      let form = try Template(called: template)
      try StandardStream.output.print(
        marks.map { form.filled(with: $0) }.joined(separator: "\n"))
      problems.sorted().forEach { complain($0) }
      return
    }
    if format.isOneToAFile { return try printByArticle(marks, texts) }
    let text = try format.text(
      of: marks, texts: texts, by: arrangement ?? .status, today: Day(Date()), isRaw: raw)
    try StandardStream.output.print(text)
    problems.sorted().forEach { complain($0) }
    if !problems.isEmpty { throw ExitCode.trouble }
  }

  /// The filters that the person has given names.
  private static var namedFilters: NamedFilters {
    let folder = SettingsFolder(environment: Variables())
    let settings = (try? Resources.located()).flatMap {
      try? SessionSettings(resources: $0, folder: folder)
    }
    return settings?.configuration.preferences.filters ?? NamedFilters()
  }

  /// The marks that are asked for, in the order that is asked for.
  private func wanted(_ marks: [Mark]) throws -> [Mark] {
    let today = Day(Date())
    var marks = marks.filter(isWanted)
    if let filter {
      do {
        let filter = try Filter(filter, named: Self.namedFilters)
        marks = try filter.passing(marks.lazy.map { Filter.Facts($0) }, today: today).map {
          marks[$0]
        }
      } catch let problem as Filter.Problem {
        throw ValidationError("--filter: \(problem.sentence)")
      } catch let limit as PatternLimit {
        throw ValidationError("--filter: \(limit.sentence)")
      }
    }
    return arrangement.map { $0.sorted(marks, today: today) } ?? marks
  }

  private func isWanted(_ mark: Mark) -> Bool {
    guard status.isEmpty || status.contains(where: { $0.statuses.contains(mark.status) }) else {
      return false
    }
    guard let words = article?.lowercased() else { return true }
    let snapshot = mark.snapshot
    return [snapshot.articleTitle, snapshot.publisher, snapshot.location, mark.article]
      .contains { $0?.lowercased().contains(words) == true }
  }
}

/// A status, or several by one name.
struct StatusFilter: ExpressibleByArgument {
  var statuses: Set<Mark.Status>

  init?(argument: String) {
    switch argument {
    case "open": statuses = Set(Mark.Status.allCases.filter(\.isOpen))
    case "done": statuses = Set(Mark.Status.allCases.filter { !$0.isOpen })
    default:
      guard let status = Mark.Status(rawValue: argument) else { return nil }
      statuses = [status]
    }
  }

  static var allValueStrings: [String] { Mark.Status.allCases.map(\.rawValue) + ["open", "done"] }
}

// MARK: - By article

extension Marks {
  /// One article on standard output, several in a folder, each with its text beside it.
  private func printByArticle(_ marks: [Mark], _ texts: [Article.ID: ArticleText]) throws {
    let groups = Dictionary(grouping: marks, by: \.article)
    let missing = groups.keys.filter { texts[$0] == nil }.sorted()
    for article in missing {
      let name = groups[article]?.first?.snapshot.articleTitle ?? article
      complain("The library no longer has the text of “\(name)”: its marks are left out.")
    }
    let articles = texts.keys.filter { groups[$0] != nil }.sorted()
    if let output {
      var folder = try OutputFolder(
        output, keeping: marks.compactMap(\.snapshot.location))
      for article in articles {
        let name = Self.fileName(groups[article]?.first, article)
        let written = try format.text(of: groups[article] ?? [], texts: texts)
        try folder.write(written, format, named: name, text: texts[article])
      }
    } else {
      guard articles.count <= 1 else {
        throw ValidationError(
          "Marks on several articles cannot go into one \(format.name) file: use --output FOLDER or --article."
        )
      }
      try StandardStream.output.print(format.text(of: marks, texts: texts))
    }
    if !missing.isEmpty { throw ExitCode.trouble }
  }

  /// What the files of an article are called: its title in letters that every system takes, and enough of its hash.
  private static func fileName(_ mark: Mark?, _ article: Article.ID) -> String {
    let title = mark?.snapshot.articleTitle ?? "article"
    let words = title.lowercased().split { !$0.isLetter && !$0.isNumber }.prefix(8)
    return (words.map(String.init) + [String(article.suffix(8))]).joined(separator: "-")
  }
}

// MARK: - In

extension Marks {
  private func bringIn(_ file: InputFile) throws {
    let data = Data(try file.contents())
    guard data.contains(where: { !Character(Unicode.Scalar($0)).isWhitespace }) else {
      return try StandardStream.output.print("\(file.name) is empty: nothing is read in.\n")
    }
    let store = try Store.openDefault(environment: ProcessInfo.processInfo.environment)
    let known = try store.library()
    let read = MarksImport(
      data,
      library: MarksImport.Library(
        text: { (try? store.article($0))?.text },
        article: { address in
          known.first { $0.url == address }.flatMap { try? store.article($0.id) }
        }))
    for problem in read.problems { complain("\(file.path): \(problem).") }
    let plan = ImportPlan(read.marks, into: try store.marks())
    try store.save(plan.marks)
    try StandardStream.output.print(plan.words + "\n")
    if !read.problems.isEmpty { throw ExitCode.trouble }
  }
}

/// What of the marks of a file goes into the library: what is new, and what was changed later than here.
struct ImportPlan: Equatable {
  private(set) var added: [Mark] = []
  private(set) var updated: [Mark] = []
  private(set) var untouched = 0

  init(_ read: [Mark], into known: [Mark]) {
    let known = Dictionary(known.map { ($0.id, $0) }) { first, _ in first }
    for mark in read {
      // A file keeps thousandths of seconds.
      if let here = known[mark.id] {
        if mark.modified.timeIntervalSince(here.modified) > 0.001 {
          updated.append(mark)
        } else {
          untouched += 1
        }
      } else {
        added.append(mark)
      }
    }
  }

  var marks: [Mark] { added + updated }

  var words: String {
    "\(added.count) added, \(updated.count) changed, \(untouched) left as they were"
  }
}
