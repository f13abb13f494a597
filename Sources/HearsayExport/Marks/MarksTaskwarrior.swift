import Foundation
import HearsayModel

extension MarksFormat {
  /// Tasks as Taskwarrior imports them.
  public static var taskwarrior: Self {
    ExportFormat(FileKind("taskwarrior", endings: ["json"]), about: "for task import") {
      try marksTasks(of: $0.marks)
    }
  }
}

/// Marks as a list that `task import` reads: the same names again, so that a second import changes and does not add.
///
/// What is waited for is `waiting` only with a day to wait for: without one the program would refuse the status, and
/// a tag says it.
func marksTasks(of marks: [Mark]) throws -> String {
  try jsonText(
    of: marks.map(TaskJSON.init), [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes])
}

private struct TaskJSON: Encodable {
  var uuid: String
  var description: String
  var status: String
  var entry: String
  var modified: String
  var start: String?
  var end: String?
  var due: String?
  var wait: String?
  var priority: String?
  var project: String
  var tags: [String]?
  var annotations: [Annotation]?

  struct Annotation: Encodable {
    var entry: String
    var description: String
  }

  init(_ mark: Mark) {
    uuid = mark.id.uuidString.lowercased()
    description =
      "\(flat(mark.snapshot.speaker)): \(flat(mark.saying().text(in: .unicode)))"
    entry = moment(mark.created)
    modified = moment(mark.modified)
    due = mark.dueDay.map(noon)
    switch mark.status {
    case .todo: status = "pending"
    case .doing:
      status = "pending"
      start = moment(mark.modified)
    case .waiting:
      status = due == nil ? "pending" : "waiting"
      wait = due
    case .confirmed, .refuted, .inconclusive:
      status = "completed"
      end = moment(mark.modified)
    case .dropped:
      status = "deleted"
      end = moment(mark.modified)
    }
    priority = [Mark.Priority.high: "H", .low: "L"][mark.priority]
    project = taskWord(flat(mark.articleName))
    let outcome: [String] =
      switch mark.status {
      case .confirmed, .refuted, .inconclusive, .waiting: [mark.status.rawValue]
      default: []
      }
    let words = outcome + mark.tags.map(taskWord).filter { !$0.isEmpty }
    tags = words.isEmpty ? nil : words
    let notes =
      mark.notes.map { Annotation(entry: moment($0.written), description: flat($0.text)) }
      + mark.evidence.map { Annotation(entry: moment($0.added), description: flat($0.text)) }
    annotations = notes.isEmpty ? nil : notes
  }
}

/// `20241201T093000Z`
private func moment(_ date: Date) -> String {
  let style = Date.ISO8601FormatStyle(dateSeparator: .omitted, timeSeparator: .omitted)
  return date.formatted(style)
}

/// Noon in UTC, which is the same day nearly everywhere: a task is due at a moment, a mark on a day.
private func noon(_ day: Day) -> String { day.description.replacing("-", with: "") + "T120000Z" }

/// A project or tag: letters, figures and underscores, because other signs mean something there.
private func taskWord(_ words: String) -> String {
  var word = ""
  for character in flat(words) {
    if character.isLetter || character.isNumber {
      word.append(character)
    } else if word.last != "_" {
      word.append("_")
    }
  }
  return word.trimmingCharacters(in: ["_"])
}
