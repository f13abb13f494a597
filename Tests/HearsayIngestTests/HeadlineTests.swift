import HearsayModel
import Testing

@testable import HearsayIngest

/// What a text shows of itself.
func metadata(of text: String) -> Metadata { Metadata(of: ArticleText(text)) }

@Suite("Headlines")
struct HeadlineTests {
  private static let story =
    "The mill on Canal Street burned to the ground on Monday, police said.\n\nNobody was hurt."

  @Test(arguments: [
    "Mill burns on Canal Street",
    "Mill burns; two hurt",
    "Who burned the mill?",
    "'It went up like paper': mill burns on Canal Street",
    "“I lost everything”",
    "Fire guts mill in U.S.",
    "Mill owner named as J. Walker Jr.",
    "7 hurt as mill burns",
    "iMill shares fall",
    "Mayor: Mill owner 'knew of risk'",
    "WASHINGTON — a city on edge",
    "作者の工場が火事 mill burns",
  ])
  func `A short first line without a full stop is the headline`(headline: String) {
    #expect(metadata(of: headline + "\n\n" + Self.story).title == headline)
  }

  @Test(arguments: [
    ("Mill Owner Knew Of Fire Risk, Police Say.", "Mill Owner Knew Of Fire Risk, Police Say"),
    (
      "Mill Owner Calls Police Report ‘A Disgrace.’", "Mill Owner Calls Police Report ‘A Disgrace.’"
    ),
  ])
  func `A full stop behind a headline in capitals is none of it`(line: String, title: String) {
    #expect(metadata(of: line + "\n\n" + Self.story).title == title)
  }

  @Test func `A line before a dateline is a headline, full stop or not`() {
    let story = "SPRINGFIELD, Ill. (AP) — The mill on Canal Street burned to the ground on Monday."
    #expect(
      metadata(of: "Mill burns in Springfield.\n\n" + story).title == "Mill burns in Springfield")
    #expect(
      metadata(of: "Mill burns.\n\nOwner says he knew nothing.\n\n" + story).title == "Mill burns")
    #expect(metadata(of: "The mill burned. Again.\n\n" + story).title == "The mill burned. Again.")
  }

  @Test(arguments: [
    "The mill burned on Monday.\n\nNobody was hurt.",
    "He called it \"a mess.\"\n\nNobody was hurt.",
    "Shafaq News/ The mill is set to reopen\n\nNobody was hurt.",
    "BAGHDAD (AP) — The mill is set to reopen\n\nNobody was hurt.",
    "- the mill\n\n- the fire",
    "the mill burned\n\nNobody was hurt.",
    "Dear Sir,\n\nThe mill burned.",
    "Mill burns on Canal Street",
    "The mill on Canal Street\nburned to the ground on Monday,\npolice said.\n\nNobody was hurt.",
    String(repeating: "Mill burns ", count: 30) + "\n\nNobody was hurt.",
    "",
    "\n\n",
  ])
  func `What reads like the story is no headline`(text: String) {
    #expect(metadata(of: text).title == nil)
  }

  @Test func `A heading of Markdown is the headline`() {
    #expect(
      metadata(of: "# Mill burns. Again. #\n\nNobody was hurt.").title == "Mill burns. Again.")
    #expect(metadata(of: "**Mill burns**\n\nNobody was hurt.").title == "Mill burns")
    #expect(metadata(of: "Mill burns\n==========\n\nNobody was hurt.").title == "Mill burns")
    #expect(metadata(of: "#MillFire trends\n\nNobody was hurt.").title == "#MillFire trends")
  }

  @Test func `The deck under a headline is not part of it`() {
    let text =
      "Owner urges new inquiry; \nMember of council says mill was never safe.\n\n" + Self.story
    #expect(metadata(of: text).title == "Owner urges new inquiry")
  }

  @Test(arguments: ["LOCAL NEWS", "Politics", "BREAKING:", "Letters.", "Exclusive"])
  func `The section over a headline is not it`(section: String) {
    #expect(metadata(of: section + "\n\nMill burns\n\n" + Self.story).title == "Mill burns")
  }

  @Test func `One paragraph on each line needs no blank lines`() {
    let long = String(repeating: "The fire spread from roof to roof. ", count: 5)
    #expect(metadata(of: "Mill burns\n\(long)\n\(long)").title == "Mill burns")
  }
}
