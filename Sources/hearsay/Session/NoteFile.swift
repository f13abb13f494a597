import Foundation
import HearsayModel
import HearsayScreen

/// A note as a file for an editor: the note, and below it in comments what it is on.
///
/// ```
/// ask the agency which ministry
///
/// # A note on: “The talks go on,” a source said.
/// # Said by: a source
/// # Lines that begin with # are left out.
/// ```
struct NoteFile {
  private let file: ScratchFile
  /// Where it is; only its owner can read it.
  var path: String { file.path }

  /// Writes a file for the note of a mark.
  ///
  /// - Throws: a sentence, where no file can be made.
  init(for mark: Mark) throws(NoteProblem) {
    do throws(NoRoom) {
      // Made anew, under a name that nobody could guess, and for nobody else to read.
      file = try ScratchFile(named: "note", ending: ".txt", Array(Self.text(for: mark).utf8))
    } catch {
      throw NoteProblem(sentence: "There is no room for a note in \(error.folder).")
    }
  }

  /// The note that was written.
  func note() throws(NoteProblem) -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw NoteProblem(sentence: "The editor left no note behind; the note is as it was.")
    }
    return Self.note(in: String(decoding: data, as: UTF8.self))
  }

  /// Takes the file away.
  func remove() { file.remove() }
}

/// Why a note could not be edited, in a sentence.
struct NoteProblem: Error {
  var sentence: String
}

// MARK: - What stands in it

extension NoteFile {
  /// A note with what it is on.
  static func text(for mark: Mark) -> String {
    let snapshot = mark.snapshot
    let facts = [
      ("A note on", mark.anchor.exact), ("Said by", snapshot.speaker),
      ("How it came", snapshot.chain.joined(separator: " ← ")), ("In", snapshot.articleTitle ?? ""),
    ]
    let comments = facts.filter { !$0.1.isEmpty }.map { "# \($0.0): \(oneLine($0.1))" }
    return (mark.note + "\n\n")
      + (comments + ["# Lines that begin with # are left out; an empty note is none."])
      .joined(separator: "\n") + "\n"
  }

  /// The note in a file: without comments, and without empty lines around it.
  static func note(in text: String) -> String {
    var lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
      .filter { !$0.hasPrefix("#") }
    let isEmpty = { (line: Substring) in line.allSatisfy { $0.isWhitespace } }
    while let last = lines.last, isEmpty(last) { lines.removeLast() }
    while let first = lines.first, isEmpty(first) { lines.removeFirst() }
    return lines.joined(separator: "\n")
  }

  /// Words of an article, which must neither end the comment nor steer the editor's terminal.
  private static func oneLine(_ text: String) -> String {
    let words = text.split { $0.isWhitespace }.joined(separator: " ")
    return SafeText.clusters(of: words.prefix(400)).map(\.text).joined()
  }
}
