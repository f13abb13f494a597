import Testing

@testable import HearsayIngest

@Suite("The outlet")
struct OutletTests {
  @Test(arguments: [
    ("BAGHDAD (AP) — The mill burned.", "Associated Press"),
    ("BAGHDAD, June 13 (Reuters) - The mill burned.", "Reuters"),
    ("BAGHDAD, Iraq, June 13 (UPI) -- The mill burned.", "United Press International"),
    ("Baghdad (AFP) – The mill burned.", "Agence France-Presse"),
    ("Baghdad (IraqiNews.com) - The mill burned.", "IraqiNews.com"),
    ("(Reuters) - The mill burned.", "Reuters"),
    ("(CNN) The mill burned.", "CNN"),
    ("Shafaq News/ The mill burned.", "Shafaq News"),
    ("Baghdad/ Shafaq News/ The mill burned.", "Shafaq News"),
    ("MOSCOW, June 5. /TASS/. The mill burned.", "TASS"),
    ("KUNA — The mill burned.", "KUNA"),
    ("SPRINGFIELD (Capitol Wire) — The mill burned.", "Capitol Wire"),
  ])
  func `The dateline names the agency`(opening: String, publisher: String) {
    #expect(metadata(of: opening + " Nobody was hurt.\n\nMore.").publisher == publisher)
    #expect(metadata(of: "Mill burns\n\n" + opening + "\n\nMore.").publisher == publisher)
  }

  @Test func `A year in the dateline makes it a day`() {
    let found = metadata(of: "BAGHDAD, June 13, 2024 (AFP) — The mill burned.\n\nMore.")
    #expect(found.published == "2024-06-13")
    #expect(metadata(of: "BAGHDAD, June 13 (AFP) — The mill burned.\n\nMore.").published == nil)
  }

  @Test(arguments: [
    "WASHINGTON — The mill burned.",
    "Baghdad/ The mill burned.",
    "The and/or clause (AP style) - was struck.",
    "Sen. Ann Lee (R-Tex.) — a friend of the mill — spoke.",
    "Ann Lee told The Valley Herald (and Reuters) that the mill burned.",
    "NATO (the North Atlantic alliance) — once called dead — spoke.",
    "Newspaper: Owner knew of the risk",
    "Source: Sharks circle",
  ])
  func `An outlet that is not the publisher is not taken`(opening: String) {
    #expect(metadata(of: opening + "\n\nNobody was hurt.").publisher == nil)
  }

  @Test(arguments: [
    "The Valley Herald — 18 May 2015", "The Valley Herald | May 18, 2015",
    "The Valley Herald, Monday, 18 May 2015",
    "18 May 2015 — The Valley Herald", "*The Valley Herald*, 18 May 2015",
  ])
  func `A credit line names outlet and day`(line: String) {
    let found = metadata(of: "Mill burns\n\n\(line)\n\nNobody was hurt.")
    #expect(found.title == "Mill burns")
    #expect(found.published == "2015-05-18")
    #expect(found.publisher == "The Valley Herald")
  }

  @Test func `A place with a day is no outlet`() {
    #expect(
      metadata(of: "Mill burns\n\nSpringfield, 18 May 2015\n\nNobody was hurt.").publisher == nil)
  }

  @Test(arguments: [
    "Source: The Valley Herald", "© 2015 The Valley Herald. All rights reserved.",
    "Copyright 2015 The Valley Herald", "— The Valley Herald",
    "This article was originally published by The Valley Herald on 18 May 2015.",
    "This story first appeared in The Valley Herald.",
  ])
  func `The last line names the outlet`(line: String) {
    #expect(
      metadata(of: "Mill burns\n\nNobody was hurt.\n\n\(line)").publisher == "The Valley Herald")
  }

  @Test(arguments: [
    "Source: NATO.", "Source: Bureau of Labor Statistics", "© 2015 Jane Doe", "— Jane Doe",
  ])
  func `The last line may name somebody else`(line: String) {
    #expect(metadata(of: "Mill burns\n\nNobody was hurt.\n\n\(line)").publisher == nil)
  }

  @Test(
    arguments: [
      ("AP", "Associated Press"), ("The Associated Press", "Associated Press"),
      ("Valley Herald", "Valley Herald"),
      ("Times of Malta", "Times of Malta"), ("IraqiNews.com", "IraqiNews.com"),
      ("Jane Doe", nil), ("Springfield", nil), ("News", nil), ("", nil), ("said.It", nil),
    ] as [(String, String?)])
  func `Names of outlets are told`(name: String, outlet: String?) {
    #expect(Outlets.name(name) == outlet)
  }

  @Test func `An address names the outlet where everybody knows it`() {
    #expect(Outlets.name(ofAddress: "https://en.wikinews.org/wiki/Mill_burns") == "Wikinews")
    #expect(Outlets.name(ofAddress: "https://www.bbc.co.uk/news/1") == "BBC")
    #expect(Outlets.name(ofAddress: "https://notbbc.co.uk/news/1") == nil)
    #expect(Outlets.name(ofAddress: "bbc") == nil)
  }
}
