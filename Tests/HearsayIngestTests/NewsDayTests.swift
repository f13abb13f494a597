import Testing

@testable import HearsayIngest

@Suite("Days")
struct NewsDayTests {
  @Test(arguments: [
    "Monday, May 18, 2015", "18 May 2015", "May 18, 2015", "MAY 18, 2015", "May 18 2015",
    "18th of May 2015",
    "Mon 18 May 2015", "2015-05-18", "2015/05/18", "18.05.2015", "18/05/2015", "05/18/2015",
    "18.5.2015",
    "2015-05-18T10:45:00Z", "(18 May 2015)",
  ])
  func `One day written in many ways`(text: String) {
    #expect(NewsDay(firstIn: text)?.iso == "2015-05-18")
  }

  @Test(arguments: [
    ("Sept. 3, 2024", "2024-09-03"), ("3 Sep 2024", "2024-09-03"),
    ("February 29, 2024", "2024-02-29"),
    ("Jan. 1, 1999", "1999-01-01"), ("on December 31, 2020.", "2020-12-31"),
  ])
  func `Months in short and days at the edge`(text: String, iso: String) {
    #expect(NewsDay(firstIn: text)?.iso == iso)
  }

  @Test(arguments: [
    "05/06/2015", "February 30, 2015", "February 29, 2023", "32 May 2015", "May 2015", "May 18",
    "Monday",
    "may 18, 2015", "18 2015", "2015-13-01", "1.2.3", "version 10.12.2", "0 May 2015", "", "9/11",
  ])
  func `What is no certain day is none`(text: String) {
    #expect(NewsDay(firstIn: text) == nil)
  }

  @Test(arguments: [
    "Monday, May 18, 2015", "Published 18 May 2015", "Published: May 18, 2015 10:45 a.m. EDT",
    "Posted on Monday, 18 May 2015 at 10:45 GMT", "Date: 2015-05-18", "**18 May 2015**",
    "Published 18 May 2015, updated 19 May 2015", "18 May 2015 | 10:45",
  ])
  func `A line of nothing but a day is the day of publication`(line: String) {
    #expect(
      metadata(of: "Mill burns\n\n\(line)\n\nNobody was hurt in it.").published == "2015-05-18")
  }

  @Test(arguments: [
    "Updated 18 May 2015", "The mill closed on May 18, 2015",
    "Springfield on 18 May 2015 and after",
    "18 May 2015 was a bad day", "PUBLISHED AGAINST MY WILL ON MAY 18, 2015",
  ])
  func `A line that says more is not`(line: String) {
    #expect(metadata(of: "Mill burns\n\n\(line)\n\nNobody was hurt in it.").published == nil)
  }

  @Test func `The day on which the newsroom was told is the day of publication`() {
    let text =
      "Shafaq News/ The mill is set to open in June 2025, a source informed Shafaq News Agency on June 13, 2024.\n\nMore."
    #expect(metadata(of: text).published == "2024-06-13")
  }

  @Test(arguments: [
    "Shafaq News/ The mill burned on June 13, 2024, a source informed Shafaq News Agency.",
    "Shafaq News/ The mill was sold, a source told The Valley Herald on June 13, 2024.",
    "The mill was sold, a source informed Shafaq News Agency on June 13, 2024.",
  ])
  func `Any other day in the opening is a day of the news`(text: String) {
    #expect(metadata(of: text + "\n\nNobody was hurt.").published == nil)
  }
}
