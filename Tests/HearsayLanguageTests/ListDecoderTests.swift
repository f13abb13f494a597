import HearsayResources
import Testing

@Suite("Word lists as the properties of a type")
struct ListDecoderTests {
  private struct Words: Decodable {
    let days: Set<String>
    let shortDays: [String]
    let longAgo: PhraseSet
  }

  @Test func `A property has the words under the heading of its name`() throws {
    var lists = try WordLists(files: [
      "times": "[days]\nmonday\n[short-days]\ntue, mon\n[long-ago]\nonce upon a time, formerly"
    ])
    let words: Words = try lists.read("times")
    #expect(words.days == ["monday"])
    #expect(words.shortDays == ["tue", "mon"])
    #expect(words.longAgo.length(at: 1, in: ["it", "was", "once"]) == 0)
    #expect(words.longAgo.length(at: 0, in: ["once", "upon", "a", "time"]) == 4)
    #expect(Set(words.longAgo.phrases) == ["once upon a time", "formerly"])
    try lists.finish()
  }

  @Test func `A property without its list is an error, and so is a list that no property asks for`()
    throws
  {
    var short = try WordLists(files: ["times": "[days]\nmonday\n[short-days]\ntue"])
    let missing = #expect(throws: WordListError.self) { let _: Words = try short.read("times") }
    #expect(missing?.description == "Word list times.txt: the section [long-ago] is missing.")
    var long = try WordLists(files: [
      "times": "[days]\nmonday\n[short-days]\ntue\n[long-ago]\nonce\n[soon]\nanon"
    ])
    let _: Words = try long.read("times")
    let unread = #expect(throws: WordListError.self) { try long.finish() }
    #expect(unread?.reason == .unread("soon"))
  }
}
