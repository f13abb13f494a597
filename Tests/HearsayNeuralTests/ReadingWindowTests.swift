import Testing

@testable import HearsayNeural

struct ReadingWindowTests {
  @Test(arguments: 1...40)
  func `Every block is kept by one window, and no window is too long`(seed: Int) {
    var numbers = Numbers(seed: UInt64(seed))
    let costs = (0..<Int.random(in: 1...60, using: &numbers)).map { _ in
      Int.random(in: 2...(Bool.random(using: &numbers) ? 60 : TextBlock.room + 1), using: &numbers)
    }
    let low = Int.random(in: 0..<costs.count, using: &numbers)
    let wanted = low..<Int.random(in: low...costs.count, using: &numbers)
    let windows = ReadingWindow.windows(over: wanted, costs: costs)
    #expect(windows.flatMap { Array($0.kept) } == Array(wanted))
    for window in windows {
      #expect(window.blocks.lowerBound <= window.kept.lowerBound)
      #expect(window.kept.upperBound <= window.blocks.upperBound)
      #expect(1 + costs[window.blocks].reduce(0, +) <= ReadingWindow.longest)
    }
  }

  @Test func `A short text is read in one window`() {
    let windows = ReadingWindow.windows(over: 0..<3, costs: [40, 60, 80])
    #expect(windows.map(\.blocks) == [0..<3])
    #expect(windows.map(\.kept) == [0..<3])
  }

  @Test func `What is kept has context on both sides where the text goes on`() {
    let windows = ReadingWindow.windows(over: 0..<12, costs: Array(repeating: 40, count: 12))
    #expect(windows.map(\.blocks) == [0..<5, 3..<8, 6..<11, 9..<12])
    #expect(windows.map(\.kept) == [0..<4, 4..<7, 7..<10, 10..<12])
  }
}
