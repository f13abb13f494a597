import ArgumentParser
import Foundation
import HearsayFuzzing

/// Hands every part of the program inputs that nobody has thought of, and keeps those that break something.
@main
struct HearsayFuzz: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hearsay-fuzz",
    abstract: "Hands every part of hearsay inputs that nobody has thought of.",
    discussion: """
      What breaks something is written into the folder of --keep, named for the target, the seed and the number. \
      Given as FILEs, with their --target, such inputs are tried again.
      """)

  @Option(help: "How long, in seconds of processor time, shared out among the targets.")
  var seconds = 60.0

  @Option(help: "How many inputs for each target at most.")
  var inputs = Int.max

  @Option(help: "Where the inputs begin; another one each time if it is not given.")
  var seed: UInt64?

  @Option(help: "A target to try; again for another one. All, if none is given.")
  var target: [String] = []

  @Option(help: "The number of the first input.")
  var first = 0

  @Option(help: "A folder for what breaks something.")
  var keep = "."

  @Flag(help: .hidden)
  var alone = false

  @Argument(help: "Files to be tried as they are.")
  var files: [String] = []

  private static let longest = 2.0

  func run() throws {
    let targets = FuzzTarget.all.filter { target.isEmpty || target.contains($0.name) }
    if let unknown = target.first(where: { name in !FuzzTarget.all.contains { $0.name == name } }) {
      let names = FuzzTarget.all.map(\.name).joined(separator: ", ")
      throw ValidationError("There is no target \(unknown), but \(names).")
    }
    for file in files {
      guard let target = targets.first, targets.count == 1 else {
        throw ValidationError("Files need a --target.")
      }
      try target.take(Array(Data(contentsOf: URL(fileURLWithPath: file))))
      print("\(file): nothing is broken")
    }
    if !files.isEmpty { return }
    let seed = seed ?? UInt64.random(in: 0...UInt64(UInt32.max))
    if alone, let target = targets.first { return try tryAlone(target, seed) }
    print("seed \(seed)")
    var broken = 0
    for target in targets {
      broken += try Attack(on: target, seed: seed, of: self, share: targets.count).run()
    }
    if broken > 0 { throw ExitCode.failure }
  }

  /// What a child does: it tries inputs and tells which one it is at.
  private func tryAlone(_ target: FuzzTarget, _ seed: UInt64) throws {
    let inputs = try Inputs(of: target)
    let place = FileHandle.standardError.fileDescriptor
    let watched = Watched(seconds: Self.longest) { number in
      tell("broken \(number) It takes over \(Self.longest) seconds.")
      _exit(1)
    }
    let end = clock() + Int(seconds * Double(CLOCKS_PER_SEC))
    var number = first
    while number - first < self.inputs, clock() < end {
      withUnsafeBytes(of: number) { _ = pwrite(place, $0.baseAddress, $0.count, 0) }
      do {
        try watched.watch(number) { try target.take(inputs.input(number, seed: seed)) }
      } catch {
        tell("broken \(number) \("\(error)".replacing("\n", with: " "))")
      }
      number += 1
    }
    tell("done \(number)")
  }
}

/// Tells the parent something at once, whatever comes next.
private func tell(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
