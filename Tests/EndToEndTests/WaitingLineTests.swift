import Dispatch
import HearsayEngine
import Synchronization
import Testing

@testable import hearsay

@Suite("Work that waits for its turn", .timeLimit(.minutes(1)))
struct WaitingLineTests {
  private let line = WaitingLine(label: "test")
  /// What has happened, in order.
  private let diary = Diary()

  private final class Diary: Sendable {
    private let words = Mutex<[String]>([])
    func note(_ word: String) { words.withLock { $0.append(word) } }
    var all: [String] { words.withLock(\.self) }
  }

  @Test func `One thing is done after the other`() {
    for number in 0..<20 {
      line.perform(under: StopSign()) { [diary] in diary.note("\(number)") }
    }
    line.finish()
    #expect(diary.all == (0..<20).map(String.init))
  }

  @Test func `What nobody waits for any more keeps nobody waiting, however long it goes on`() {
    let (begun, release) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    let sign = StopSign()
    line.perform(under: sign) { [diary] in
      begun.signal()
      release.wait()
      diary.note("stubborn")
    }
    begun.wait()
    line.perform(under: StopSign()) { [diary] in diary.note("next") }
    sign.putUp()
    line.finish()
    #expect(diary.all == ["next"])
    release.signal()
  }

  @Test func `What was not wanted any more before its turn is not begun`() {
    let (begun, release) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    line.perform(under: StopSign()) {
      begun.signal()
      release.wait()
    }
    begun.wait()
    let sign = StopSign()
    line.perform(under: sign) { [diary] in diary.note("never") }
    sign.putUp()
    release.signal()
    line.finish()
    #expect(diary.all.isEmpty)
  }

  @Test func `Whoever waits for a result gets it, its error, or nothing where the sign is up`()
    throws
  {
    #expect(try line.result(under: StopSign()) { 7 } == 7)
    #expect(throws: AnalysisQueue.TooLong.self) {
      try line.result(under: StopSign()) { () -> Int? in throw AnalysisQueue.TooLong() }
    }
    let (sign, release) = (StopSign(), DispatchSemaphore(value: 0))
    let result = try line.result(under: sign) { () -> Int? in
      sign.putUp()
      release.wait()
      return 7
    }
    #expect(result == nil)
    release.signal()
  }

  @Test func `A sign that goes up says so once, also to who asks later`() {
    let sign = StopSign()
    sign.whenUp { [diary] in diary.note("before") }
    sign.putUp()
    sign.putUp()
    sign.whenUp { [diary] in diary.note("after") }
    #expect(diary.all == ["before", "after"])
  }
}
