public import ArgumentParser
import Foundation
public import HearsayExport
import HearsayModel
import HearsayStore

/// `hearsay marks`: every claim that was marked for follow-up.
struct Marks: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the claims that were marked for follow-up, or read them in.",
    discussion: """
      text        by status, with the words, who said them, the note and where they stand
      json        one array, with everything that is kept of a mark (schema hearsay.mark/1)
      jsonl       the same, each mark on one line; --import reads it back
      csv         a table (RFC 4180); cells that look like formulas begin with ' unless --raw is given
      markdown    a task list with quotations
      annotation  W3C Web Annotations (JSON-LD); --import reads it back, from other programs as well
      org         for Emacs org-mode
      todo        todo.txt
      """)

  @Option(help: "text, json, jsonl, csv, markdown, annotation, org or todo.")
  var format: MarksFormat = .text

  @Option(
    help: ArgumentHelp(
      "Only marks of this status; may be given several times. Also: open, done.",
      valueName: "status"))
  var status: [StatusFilter] = []

  @Option(
    help: ArgumentHelp(
      "Only marks on articles with this in their title, outlet, file or address.",
      valueName: "words"))
  var article: String?

  @ArgumentParser.Flag(help: "Leave cells of csv as they are, even where they are formulas.")
  var raw = false

  @Option(
    name: .customLong("import"),
    help: ArgumentHelp(
      "Read marks from a file of JSON Lines or Web Annotations (- for standard input) into the library.",
      valueName: "file"),
    completion: .file())
  var file: String?

  func run() throws {
    do {
      if let file { try bringIn(file) } else { try printMarks() }
    } catch let exit as ExitCode {
      throw exit
    } catch {
      complain("\(error)")
      throw ExitCode.trouble
    }
  }
}

extension MarksFormat: ExpressibleByArgument {}

// MARK: - Out

extension Marks {
  private func printMarks() throws {
    var marks: [Mark] = []
    var texts: [Article.ID: ArticleText] = [:]
    // Who has never marked anything has no library, and that is no mistake.
    if let store = try Store.openForReading(environment: ProcessInfo.processInfo.environment) {
      marks = try store.marks().filter(isWanted)
      for id in Set(marks.map(\.article)) { texts[id] = try store.article(id)?.text }
    }
    let text = try format.text(of: marks, texts: texts, isRaw: raw)
    FileHandle.standardOutput.write(Data(text.utf8))
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

// MARK: - In

extension Marks {
  private func bringIn(_ path: String) throws {
    let data =
      path == "-"
      ? FileHandle.standardInput.readDataToEndOfFile()
      : try Data(contentsOf: URL(fileURLWithPath: path))
    let store = try Store.openDefault(environment: ProcessInfo.processInfo.environment)
    let known = try store.library()
    let read = MarksImport(
      data,
      library: MarksImport.Library(
        text: { (try? store.article($0))?.text },
        article: { address in
          known.first { $0.url == address }.flatMap { try? store.article($0.id) }
        }))
    for problem in read.problems { complain("\(path): \(problem).") }
    let plan = ImportPlan(read.marks, into: try store.marks())
    try store.save(plan.marks)
    print(plan.words)
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
