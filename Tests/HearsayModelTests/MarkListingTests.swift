import Foundation
import HearsayModel
import HearsayTestSupport
import Testing

@Suite("Marks kept and listed")
struct MarkListingTests {
  private let monday = Date(timeIntervalSince1970: 1_747_224_000)
  private var tuesday: Date { monday + 86_400 }

  // MARK: Notes

  @Test("Lines that stay keep their day; what is new has the day of the writing")
  func notes() {
    var mark = Mark.samples[1]
    mark.notes = [
      Mark.Note("Rang the agency.\nNobody there.", written: monday),
      Mark.Note("They say no.", written: monday + 60),
    ]
    mark.rewriteNotes(
      as: "Rang the agency.\nNobody there.\nThey say no.\nAsked again: still no.", at: tuesday)
    #expect(mark.notes.map(\.written) == [monday, monday + 60, tuesday])
    #expect(mark.notes[0].text == "Rang the agency.\nNobody there.")
    mark.rewriteNotes(
      as: "Rang the agency.\nThey said no.\nAsked again: still no.", at: tuesday + 60)
    #expect(
      mark.notes.map(\.text) == ["Rang the agency.", "They said no.", "Asked again: still no."])
    #expect(mark.notes.map(\.written) == [monday, tuesday + 60, tuesday])
    mark.rewriteNotes(as: "", at: tuesday)
    #expect(mark.notes.isEmpty && mark.note.isEmpty)
  }

  @Test("A mark of before notes had days is read, its note with the day of its last change")
  func earlier() throws {
    let mark = Mark.samples[0]
    var object = try #require(
      try JSONSerialization.jsonObject(with: JSONEncoder().encode(mark)) as? [String: Any])
    object["notes"] = nil
    object["refusedIn"] = nil
    object["note"] = mark.note
    let data = try JSONSerialization.data(withJSONObject: object)
    let read = try JSONDecoder().decode(Mark.self, from: data)
    #expect(read.notes == [Mark.Note(mark.note, written: mark.modified)])
  }

  // MARK: Arranging

  @Test("A list by tags ends, however many a mark of another program has")
  func manyTags() {
    var mark = Mark.samples[0]
    mark.tags = (0..<100_000).map { "tag \($0)" }
    let start = ContinuousClock.now
    #expect(MarkArrangement.tag.groups(of: [mark], today: nil).count == Mark.mostTags)
    #expect(.now - start < .seconds(5))
  }

  private func marks() -> [Mark] {
    var marks = (0..<5).map { number in
      var mark = Mark.samples[number % 3]
      mark.id = UUID(uuid: (0, 0, 0, 0, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, 0, 1, UInt8(number)))
      mark.status = .todo
      mark.tags = []
      mark.snapshot.articleTitle = number == 4 ? "A dam" : "The bridge"
      return mark
    }
    (marks[0].due, marks[1].due, marks[2].due) = ("2026-11-20", "2026-11-23", "2026-12-24")
    (marks[3].status, marks[3].due) = (.confirmed, "2026-11-01")
    (marks[4].priority, marks[4].tags) = (.high, ["money", "ask again"])
    marks[1].tags = ["money"]
    marks[2].snapshot.source = nil
    return marks
  }

  @Test(
    "They stand together by what they have in common",
    arguments: [
      (MarkArrangement.status, "todo 0 1 2 4 | confirmed 3"),
      (.due, "overdue 0 | due today 1 | due later 2 | no day 4 | done 3"),
      (.priority, "high priority 4 | normal priority 0 1 2 3"),
      (
        .source,
        "a source at the town hall 0 3 | Mayor Ana Lund 1 4 | nobody 2"
      ),
      (.tag, "ask again 4 | money 1 4 | no tag 0 2 3"),
      (.article, "A dam · Norrvik Post 4 | The bridge · Norrvik Post 0 1 2 3"),
    ])
  func arranged(arrangement: MarkArrangement, groups: String) throws {
    let marks = marks()
    let today = try #require(Day("2026-11-23"))
    let found = arrangement.groups(of: marks, today: today).map { group in
      ([group.title] + group.marks.map { mark in "\(marks.firstIndex { $0.id == mark.id } ?? -1)" })
        .joined(separator: " ")
    }
    #expect(found.joined(separator: " | ") == groups)
    #expect(Set(arrangement.sorted(marks, today: today).map(\.id)).count == 5)
  }

  // MARK: Filtering

  @Test(
    "A filter asks them about day, priority, tag, article and what was written",
    arguments: [
      ("due:overdue", "0"), ("due:today", "1"), ("due:week", "1"), ("due:none", "4"),
      ("due:any", "0 1 2 3"), ("due:<2026-11-23", "0 3"), ("due:>+3d", "2"),
      ("due:2026-12-24", "2"), ("due:\"24 dec\"", "2"), ("priority:high", "4"),
      ("tag:money", "1 4"),
      ("article:dam", "4"), ("article:/^The/", "0 1 2 3"), ("marked:open due:<+1w", "0 1"),
      ("marked:done", "3"), ("not marked:open or tag:/again/", "3 4"), ("\"a dam\"", "4"),
      ("tender", "0 3"), ("note:tender", "0 3"), ("source:lund", "1 4"), ("marked:lost", ""),
    ])
  func filtered(filter: String, found: String) throws {
    let marks = marks()
    let today = Day("2026-11-23")
    let passing = try Filter(filter).passing(marks.map { Filter.Facts($0) }, today: today)
    #expect(passing.map { "\($0)" }.joined(separator: " ") == found)
  }

  @Test(
    "What is no day or no priority is said",
    arguments: [
      (
        "due:frx",
        "“frx” is no day: there are overdue, today, tomorrow, week, any, none, 2026-12-01, fri, +3d, "
          + "and < or > before a day."
      ),
      ("priority:hihg", "“priority” is never “hihg”: did you mean “high”?"),
      ("due:/x/", "“due” takes no regular expression."),
    ])
  func wrong(filter: String, sentence: String) {
    let problem = #expect(throws: Filter.Problem.self) { try Filter(filter) }
    #expect(problem?.sentence == sentence)
  }

  @Test("Tags, sources and articles of marks are offered to go on with")
  func completing() {
    let marks = marks()
    #expect(Filter.completions(of: "tag:mo", among: marks).candidates == ["money"])
    #expect(Filter.completions(of: "article:dam", among: marks).candidates == ["\"A dam\""])
    #expect(Filter.completions(of: "due:o", among: marks).candidates == ["overdue"])
  }
}
