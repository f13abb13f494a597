import Foundation
import HearsayModel
import Testing

@Suite("Days")
struct DayTests {
  /// A Monday.
  private let today: Day

  init() throws { today = try #require(Day("2026-11-23")) }

  @Test(arguments: [
    ("2026-12-01", "2026-12-01"), ("today", "2026-11-23"), ("Tomorrow", "2026-11-24"),
    ("fri", "2026-11-27"), ("friday", "2026-11-27"), ("Thurs", "2026-11-26"),
    // Today is a Monday: the next one is meant.
    ("mon", "2026-11-30"), ("sun", "2026-11-29"), ("+3d", "2026-11-26"), ("+10", "2026-12-03"),
    ("2w", "2026-12-07"), ("+1m", "2026-12-23"), ("1 dec", "2026-12-01"),
    ("Dec 1", "2026-12-01"), ("3. march", "2027-03-03"), ("23 nov", "2026-11-23"),
    ("1 December 2028", "2028-12-01"), ("29 feb", "2028-02-29"), ("yesterday", "2026-11-22"),
  ])
  func `A day is typed as people say it`(text: String, day: String) throws {
    #expect(try Day(typed: text, today: today).description == day)
  }

  @Test(arguments: [
    "frx", "2026-02-30", "2026-13-01", "fr", "12", "1 2 3", "-3d", "dec", "+", "31 nov x",
  ])
  func `What is no day is refused with an example of one`(text: String) {
    let problem = #expect(throws: Day.Problem.self) { try Day(typed: text, today: today) }
    #expect(problem?.sentence.contains("“\(text)” is no day: type 2026-12-01") == true)
  }

  @Test func `Days are reckoned across months, years and leap days`() throws {
    let leap = try #require(Day("2028-02-28"))
    #expect(leap.adding(days: 1).description == "2028-02-29")
    #expect(leap.adding(days: 2).days(since: leap) == 2)
    #expect(try #require(Day("2026-01-31")).adding(months: 1).description == "2026-02-28")
    #expect(today.weekday == 0 && today.adding(days: 6).weekday == 6)
    #expect(today.adding(days: -23) < today)
    #expect(Day("0099-01-01")?.description == "0099-01-01")
    // Nobody's far future stops the program.
    #expect(today.adding(days: Int.max) > today)
  }

  @Test func `A moment belongs to the day of the calendar where somebody is`() throws {
    let late = try Date("2026-11-23T23:30:00Z", strategy: .iso8601)
    var oslo = Calendar(identifier: .gregorian)
    oslo.timeZone = try #require(TimeZone(secondsFromGMT: 3600))
    #expect(Day(late, in: oslo).description == "2026-11-24")
    oslo.timeZone = .gmt
    #expect(Day(late, in: oslo).description == "2026-11-23")
  }

  @Test(arguments: [
    ("2026-11-23", Mark.Status.todo, "due today"), ("2026-11-24", .doing, "due tomorrow"),
    ("2026-11-27", .todo, "due Fri 27 Nov"), ("2027-01-04", .waiting, "due Mon 4 Jan 2027"),
    ("2026-11-22", .todo, "overdue 1 day"), ("2026-11-20", .todo, "overdue 3 days"),
    ("2026-11-20", .confirmed, "due 20 Nov"), ("soon", .todo, "due soon"),
  ])
  func `A due day is said as far away as it is`(due: String, status: Mark.Status, words: String) {
    var mark = Mark(
      article: "sha256:1",
      anchor: .init(Span(0, 1), in: ArticleText("x")),
      snapshot: .init(
        articleTitle: nil, publisher: nil, published: nil, location: nil, source: nil, cue: nil,
        manner: nil, kind: .none, naming: .implicit, chain: [], flags: [], engine: ""),
      status: status, created: .distantPast, modified: .distantPast)
    mark.due = due
    #expect(mark.dueWords(on: today) == words)
    #expect(mark.isOverdue(on: today) == words.hasPrefix("overdue"))
  }
}
