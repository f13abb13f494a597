import HearsayResources
import Testing

@testable import HearsayLanguage

@Suite("Word lists")
struct WordListsTests {
  @Test("A list is parted by commas and line ends, and may have remarks")
  func list() throws {
    var lists = try WordLists(files: [
      "days": """
      # Days.

      [days]
      monday, tuesday,
      # The middle of the week.
      wednesday
      """
    ])
    #expect(try lists.list("days", "days") == ["monday", "tuesday", "wednesday"])
    try lists.finish()
  }

  @Test("A map gives what belongs to a word")
  func map() throws {
    var lists = try WordLists(files: ["kin": "[same]\nsenator: sen., sen\nmp: member of parliament"]
    )
    let map = try lists.map("kin", "same")
    #expect(map.map(\.key) == ["senator", "mp"])
    #expect(map.map(\.values) == [["sen.", "sen"], ["member of parliament"]])
  }

  @Test("A table names its columns, and its cells may be empty")
  func table() throws {
    var lists = try WordLists(files: [
      "places": "[places]\nplace | also called | people\nmalta | | maltese\npitcairn | adamstown |"
    ])
    let rows = try lists.table(
      "places", "places", columns: ["place", "also called", "people"])
    #expect(rows.map { $0["place"] } == ["malta", "pitcairn"])
    #expect(try rows.map { try $0.words("also called") } == [[], ["adamstown"]])
    #expect(rows.map { $0["people"] } == ["maltese", ""])
  }

  @Test(
    "What cannot be read is said with its file and line",
    arguments: [
      ("monday", "Word list days.txt, line 1: words stand under a heading."),
      ("[days", "Word list days.txt, line 1: a heading has brackets on both sides."),
      ("[days]\na\n\n[days]", "Word list days.txt, line 4: the file has this heading already."),
      ("[days]\na,, b", "Word list days.txt, line 2: there is nothing between two commas."),
      (
        "[days]\na\nMonday",
        "Word list days.txt, line 3: “Monday” has a capital or a mark that no word has."
      ),
      (
        "[days]\na: b",
        "Word list days.txt, line 2: “a: b” has a capital or a mark that no word has."
      ),
      ("[weeks]\na", "Word list days.txt: the section [days] is missing."),
      ("[days]\na\n\n[weeks]", "Word list days.txt, line 4: the program has no use for [weeks]."),
    ])
  func unreadable(text: String, sentence: String) throws {
    let error = #expect(throws: WordListError.self) {
      var lists = try WordLists(files: ["days": text])
      _ = try lists.list("days", "days")
      try lists.finish()
    }
    #expect(error?.description == sentence)
  }

  @Test(
    "So is what is no map",
    arguments: [
      ("a", "line 2: a word, a colon, and what belongs to it are expected."),
      ("a: b: c", "line 2: a word, a colon, and what belongs to it are expected."),
      ("a: b\na: c", "line 3: “a” was there before."),
    ])
  func noMap(text: String, sentence: String) throws {
    let error = #expect(throws: WordListError.self) {
      var lists = try WordLists(files: ["kin": "[same]\n" + text])
      _ = try lists.map("kin", "same")
    }
    #expect(error?.description == "Word list kin.txt, " + sentence)
  }

  @Test(
    "And what is no table",
    arguments: [
      ("noun | many\na | b", "line 2: the columns should be noun | plural."),
      ("noun | plural\na | b | c", "line 3: 2 cells are expected, not 3."),
    ])
  func noTable(text: String, sentence: String) throws {
    let error = #expect(throws: WordListError.self) {
      var lists = try WordLists(files: ["nouns": "[nouns]\n" + text])
      _ = try lists.table("nouns", "nouns", columns: ["noun", "plural"])
    }
    #expect(error?.description == "Word list nouns.txt, " + sentence)
  }

  @Test("The English lists are read to the last section")
  func english() throws {
    #expect(try Language("en", in: .locate()).code == "en")
  }

  @Test("A language that is not there is an error")
  func missing() throws {
    #expect(throws: ResourceError.self) { try Language("xx", in: .locate()) }
  }
}
