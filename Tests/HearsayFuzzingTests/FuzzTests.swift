import Testing

@testable import HearsayFuzzing

@Suite("Inputs that nobody has thought of")
struct FuzzTests {
  @Test("What once broke something does so no more", arguments: FuzzTarget.all.map(\.name))
  func kept(name: String) throws {
    let target = try target(name)
    for (file, bytes) in try Inputs.kept(for: target) {
      #expect(throws: Never.self, "\(name)/\(file)") { try target.take(bytes) }
    }
  }

  /// Few, because a debug build is slow and these are tried beside everything else; `hearsay-fuzz` tries many.
  @Test(
    "A hundred others break nothing", .timeLimit(.minutes(40)),
    arguments: FuzzTarget.all.map(\.name))
  func others(name: String) throws {
    let target = try target(name)
    let inputs = try Inputs(of: target)
    let seed = UInt64.random(in: 0...UInt64(UInt32.max))
    let count = ["network", "library", "model"].contains(target.name) ? 5 : 100
    for number in 0..<count {
      let input = inputs.input(number, seed: seed)
      #expect(throws: Never.self, "\(target.name), seed \(seed), number \(number)") {
        try target.take(input)
      }
    }
  }

  private func target(_ name: String) throws -> FuzzTarget {
    try #require(FuzzTarget.all.first { $0.name == name })
  }

  @Test("A seed and a number give the same input again, and other numbers others")
  func again() throws {
    let inputs = try Inputs(of: #require(FuzzTarget.all.first))
    let some = (0..<50).map { inputs.input($0, seed: 7) }
    #expect(some == (0..<50).map { inputs.input($0, seed: 7) })
    #expect(Set(some).count > 40)
  }

  @Test("Something that does not hold is noticed")
  func noticed() throws {
    let text = try target("text")
    #expect(throws: Never.self) { try text.take(Array("“No,” Ana Lund said.".utf8)) }
    #expect(throws: Broken.self) { try require(false, "It does not hold.") }
  }
}
