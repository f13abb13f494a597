import Testing

@testable import HearsayIngest

@Suite("Bylines")
struct BylineTests {
  @Test(arguments: [
    ("By Jane Doe", "Jane Doe"),
    ("by Jane Doe", "Jane Doe"),
    ("BY JANE DOE", "JANE DOE"),
    ("By: Jane Doe", "Jane Doe"),
    ("By Jane Doe.", "Jane Doe"),
    ("By J. K. Doe Jr.", "J. K. Doe Jr."),
    ("By Jane Doe and Bill Smith", "Jane Doe and Bill Smith"),
    ("By Jane Doe, Bill Smith and Ann O’Neil", "Jane Doe, Bill Smith and Ann O’Neil"),
    ("By Jane Doe, Staff Writer", "Jane Doe"),
    ("By Jane Doe, political editor", "Jane Doe"),
    ("By Jane Doe in Port Mercy", "Jane Doe"),
    ("By Jane Doe in Trinidad and Tobago", "Jane Doe"),
    ("By Ludwig van der Berg and Hassan al Said", "Ludwig van der Berg and Hassan al Said"),
    ("Written by Zoë Šimić", "Zoë Šimić"),
    ("*By Jane Doe*", "Jane Doe"),
  ])
  func `A line that names the writers is the byline`(line: String, names: String) {
    #expect(metadata(of: "Mill burns\n\n\(line)\n\nNobody was hurt.").byline == names)
  }

  @Test(
    arguments: [
      (
        "By Jane Doe and Bill Smith, Associated Press", "Jane Doe and Bill Smith",
        "Associated Press"
      ),
      ("By Jane Doe | The Valley Gazette", "Jane Doe", "The Valley Gazette"),
      ("By Jane Doe, AP", "Jane Doe", "Associated Press"),
      ("By Jane Doe for Reuters", "Jane Doe", "Reuters"),
      ("By Jane Doe of The Valley Herald", "Jane Doe", "The Valley Herald"),
      ("By AFP", nil, "Agence France-Presse"),
      ("By Reuters", nil, "Reuters"),
    ] as [(String, String?, String)])
  func `An outlet behind the names is the publisher`(
    line: String, names: String?, publisher: String
  ) {
    let found = metadata(of: "Mill burns\n\n\(line)\n\nNobody was hurt.")
    #expect(found.byline == names)
    #expect(found.publisher == publisher)
  }

  @Test func `A day in the byline is the day of publication`() {
    let found = metadata(of: "Mill burns\nBy Jane Doe | May 18, 2015\n\nNobody was hurt.")
    #expect(found.title == "Mill burns")
    #expect(found.byline == "Jane Doe")
    #expect(found.published == "2015-05-18")
  }

  @Test(arguments: [
    "By Monday evening the water was gone.", "By Monday", "By Christmas", "By the river",
    "By 2015 the mill was closed",
    "By Any Means: The Story of a Fire in which many people lost what they had, and more",
    "Bypass opens",
  ])
  func `What only begins like a byline is none`(line: String) {
    #expect(metadata(of: "\(line)\n\nNobody was hurt, said Ann Lee.").byline == nil)
  }

  @Test func `The reporters at the end are the byline`() {
    let end = "(Reporting by Jane Doe in Cairo and Bill Smith; Editing by Ann Lee)"
    let found = metadata(of: "Mill burns\n\nNobody was hurt.\n\n\(end)")
    #expect(found.byline == "Jane Doe and Bill Smith")
  }
}
