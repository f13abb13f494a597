import Foundation
import HearsayFuzzing

/// An attack on one target, in processes of its own: what stops one of them stops nobody else.
struct Attack {
  let target: FuzzTarget
  let seed: UInt64
  let options: HearsayFuzz
  let share: Int

  init(on target: FuzzTarget, seed: UInt64, of options: HearsayFuzz, share: Int) {
    (self.target, self.seed, self.options, self.share) = (target, seed, options, share)
  }

  /// Tries inputs until the time is over, and says what came of it.
  ///
  /// - Returns: how many broke something.
  func run() throws -> Int {
    var next = options.first
    var broken = 0
    let seconds = options.seconds / Double(share)
    var spent = 0.0
    // After five that ended the process, one has seen enough.
    for _ in 0..<5 where spent < seconds {
      let began = childSeconds
      let child = try Child(
        target, seed, from: next, seconds: seconds - spent,
        most: options.inputs == .max ? .max : options.inputs - (next - options.first))
      spent += childSeconds - began
      // Those that follow are mostly of the same kind.
      for (number, what) in child.broken.prefix(3) { try report(number, what) }
      broken += child.broken.count
      next = child.next
      if child.isDone { break }
      if let signal = child.signal {
        try report(next - 1, "The process ended with signal \(signal).")
        broken += 1
      }
    }
    print("\(target.name): \(next - options.first) inputs, \(broken) broke something")
    return broken
  }

  private func report(_ number: Int, _ what: String) throws {
    let input = try Inputs(of: target).input(number, seed: seed)
    let file = "\(options.keep)/\(target.name)-\(seed)-\(number)"
    try FileManager.default.createDirectory(
      atPath: options.keep, withIntermediateDirectories: true)
    try Data(input).write(to: URL(fileURLWithPath: file))
    print("\(target.name) seed \(seed) number \(number): \(what) Kept as \(file)")
  }

  /// Processor time of all children that have ended.
  private var childSeconds: Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
    return Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
      + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
  }
}

/// A process that tried inputs.
private struct Child {
  /// The numbers of those that broke something, with what that was.
  var broken: [(number: Int, what: String)] = []
  /// The number to go on with.
  var next: Int
  /// Whether it came to its end.
  var isDone = false
  /// What ended it, if that was nothing of its own.
  var signal: Int32?

  init(_ target: FuzzTarget, _ seed: UInt64, from first: Int, seconds: Double, most: Int) throws {
    let place = FileManager.default.temporaryDirectory
      .appendingPathComponent("hearsay-fuzz-\(UUID().uuidString)")
    try Data().write(to: place)
    defer { try? FileManager.default.removeItem(at: place) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = [
      "--alone", "--target", target.name, "--seed", "\(seed)", "--first", "\(first)", "--seconds",
      "\(seconds)", "--inputs", "\(most)",
    ]
    // A stack trace takes longer than all the inputs.
    var environment = ProcessInfo.processInfo.environment
    environment["SWIFT_BACKTRACE"] = "enable=no"
    process.environment = environment
    let output = Pipe()
    process.standardOutput = output
    process.standardError = try FileHandle(forUpdating: place)
    try process.run()
    let told = String(
      decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    next = first
    for line in told.split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 2)
      guard words.count >= 2, let number = Int(words[1]) else { continue }
      if words[0] == "done" { (isDone, next) = (true, number) }
      if words[0] == "broken" { broken.append((number, words.count > 2 ? String(words[2]) : "")) }
    }
    guard !isDone else { return }
    let reached = (try? Data(contentsOf: place)) ?? Data()
    next =
      1 + (reached.count < 8 ? first : reached.withUnsafeBytes { $0.loadUnaligned(as: Int.self) })
    if process.terminationReason == .uncaughtSignal { signal = process.terminationStatus }
  }
}
