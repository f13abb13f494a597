import Foundation
import HearsayModel
import HearsayReader
import Testing

@testable import hearsay

@Suite struct NoteFileTests {
  private func mark(note: String = "") -> Mark {
    let text = ArticleText("“The talks\ngo on,” a source said.")
    return Mark(
      article: "sha256:1", anchor: .init(Span(0, 22), in: text),
      snapshot: .init(
        articleTitle: "Talks \u{1B}[31mgo on", publisher: "Daily", published: nil, location: nil,
        source: "a source", cue: "said", manner: .direct, kind: .person, naming: .bare,
        chain: ["Daily", "a source"], flags: [], engine: "rules"),
      note: note, created: Date(timeIntervalSince1970: 0), modified: Date(timeIntervalSince1970: 0))
  }

  @Test func aNoteIsWrittenAboveWhatItIsOn() {
    let text = NoteFile.text(for: mark(note: "ask which ministry"))
    #expect(
      text == """
        ask which ministry

        # A note on: “The talks go on,”
        # Said by: a source
        # How it came: Daily ← a source
        # In: Talks ␛[31mgo on
        # Lines that begin with # are left out; an empty note is none.

        """)
  }

  @Test(arguments: [
    ("", ""), ("# only\n# comments\n", ""), ("one\n\ntwo\n\n# A note on: x\n", "one\n\ntwo"),
    ("\n \n one\r\ntwo\n#x\n\n", " one\ntwo"),
  ])
  func commentsAndEmptyLinesAroundANoteAreLeftOut(text: String, note: String) {
    #expect(NoteFile.note(in: text) == note)
  }

  @Test func aNoteComesBackAsItWas() {
    #expect(NoteFile.note(in: NoteFile.text(for: mark(note: "one\n\ntwo"))) == "one\n\ntwo")
  }

  @Test func onlyItsOwnerCanReadANote() throws {
    let file = try NoteFile(for: mark(note: "secret"))
    defer { file.remove() }
    let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
    #expect(try file.note() == "secret")
    file.remove()
    #expect(throws: NoteProblem.self) { _ = try file.note() }
  }
}

@Suite struct ReadingListTests {
  @Test(arguments: [
    (0, "today"), (1, "yesterday"), (3, "3 days ago"), (20, "26 May"), (200, "28 November 2023"),
  ])
  func theTimeOfTheLastReadingIsInWords(days: Int, words: String) throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    let now = try #require(
      calendar.date(from: DateComponents(year: 2024, month: 6, day: 15, hour: 9)))
    let moment = now.addingTimeInterval(Double(-days) * 86400)
    #expect(pastDayWords(for: moment, now: now, calendar: calendar) == words)
  }

  @Test func theSameFileIsListedOnce() {
    let list = ReadingList([.file("a/news.txt"), .standardInput, .file("a/news.txt")])
    #expect(list.entries.map(\.title) == ["news.txt", "standard input"])
  }
}
