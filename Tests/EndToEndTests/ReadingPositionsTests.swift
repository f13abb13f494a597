import HearsayModel
import Testing

@testable import hearsay

@Suite struct ReadingPositionsTests {
  @Test func nothingIsKeptBeforeTheLibraryHasSaidWhereAnArticleWasLeft() {
    var places = ReadingPositions()
    let early = places.keep(ReadingPosition(offset: 0), of: "a")
    let left = places.recall(ReadingPosition(offset: 7), of: "a")
    let late = places.keep(ReadingPosition(offset: 9), of: "a")
    let other = places.keep(ReadingPosition(offset: 9), of: "b")
    #expect([early, late, other] == [false, true, false])
    #expect(left == ReadingPosition(offset: 7))
  }

  @Test func whatThisSessionHasKeptIsNewerThanWhatTheLibrarySays() {
    var places = ReadingPositions()
    _ = places.recall(nil, of: "a")
    #expect(places.position(of: "a") == nil)
    _ = places.keep(ReadingPosition(offset: 9), of: "a")
    let left = places.recall(ReadingPosition(offset: 7), of: "a")
    #expect(left == ReadingPosition(offset: 9))
    #expect(places.position(of: "a")?.offset == 9)
  }
}

@Suite struct PlainCommandLineTests {
  @Test(arguments: [[], ["fire.txt"], ["inbox/fire", "-"], ["-"], ["Report"]])
  func aLineOfFilesIsReadAtOnce(arguments: [String]) {
    #expect(TerminalReading(plain: arguments)?.files == arguments)
  }

  @Test(arguments: [
    ["report"], ["--theme", "dark"], ["fire.txt", "--help"], ["help"], ["read", "x.txt"],
  ])
  func whatMayBeMoreThanThatIsNot(arguments: [String]) {
    #expect(TerminalReading(plain: arguments) == nil)
  }
}
