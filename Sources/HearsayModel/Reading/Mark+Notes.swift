public import Foundation

extension Mark {
  /// Something that the reader wrote at one time.
  public struct Note: Hashable, Sendable, Codable {
    /// The words; they may have several lines.
    public var text: String
    /// When they were written.
    public var written: Date

    /// A note written at a moment.
    public init(_ text: String, written: Date) {
      self.text = text
      self.written = written
    }
  }

  /// All notes as one text, each beginning on a line of its own; empty where there is none.
  ///
  /// Setting it replaces all of them with one that counts as written when the mark was last changed.
  public var note: String {
    get { notes.map(\.text).joined(separator: "\n") }
    set { notes = newValue.isEmpty ? [] : [Note(newValue, written: modified)] }
  }

  /// Takes all notes as they were rewritten in one text: lines that are still there keep their day, new ones
  /// have the day of `moment`.
  public mutating func rewriteNotes(as text: String, at moment: Date) {
    func lines(_ text: String) -> [String] {
      text.split(omittingEmptySubsequences: false) { $0 == "\n" }.map(String.init)
    }
    let before = notes.flatMap { note in
      lines(note.text).map { (text: $0, written: note.written) }
    }
    let after = text.isEmpty ? [] : lines(text)
    var written = before.map { Optional($0.written) }
    for change in after.difference(from: before.map(\.text)) {
      switch change {
      case .remove(let line, _, _): written.remove(at: line)
      case .insert(let line, _, _): written.insert(nil, at: line)
      }
    }
    notes = []
    for (line, written) in zip(after, written) {
      let written = written ?? moment
      if let last = notes.last, last.written == written {
        notes[notes.count - 1].text += "\n" + line
      } else {
        notes.append(Note(line, written: written))
      }
    }
  }
}
