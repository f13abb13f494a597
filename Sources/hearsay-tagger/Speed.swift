import ArgumentParser
import Dispatch
import Foundation
import HearsayEngine
import HearsayModel
import HearsayNeural

/// Prints how many pieces a second the network reads, on one thread and on several.
struct Speed: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Measure how fast the network reads.")

  @Argument(help: "The model file.")
  var model: String
  @Option(help: "Pieces of a window.")
  var window = 224
  @Option(help: "Threads in the second measurement.")
  var threads = 2
  @Option(help: "Seconds to measure for.")
  var seconds = 3.0
  @Option(help: "0 for the kernels that run anywhere, 1 for AVX2, 2 for AVX-512 VNNI.")
  var kernels = Int.max

  func run() throws {
    let start = DispatchTime.now()
    let network = try Network(path: model, kernels: kernels)
    print("opened in \(rounded(seconds(since: start) * 1000)) ms")
    let one = measure(network, threads: 1)
    print("1 thread: \(Int(one)) pieces a second")
    if threads > 1 {
      let several = measure(network, threads: threads)
      print(
        "\(threads) threads: \(Int(several)) pieces a second, \(rounded(several / one)) times one")
    }
  }

  private func measure(_ network: Network, threads: Int) -> Double {
    let counts = Counts(threads)
    let start = DispatchTime.now()
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      let reader = network.benchmark(window: window)
      while seconds(since: start) < seconds {
        reader()
        counts.add(window, thread)
      }
    }
    return Double(counts.total) / seconds(since: start)
  }

  private func seconds(since start: DispatchTime) -> Double {
    Double(DispatchTime.now().uptimeNanoseconds - start.uptimeNanoseconds) / 1e9
  }

  private func rounded(_ number: Double) -> String { String(format: "%.2f", number) }
}

/// Counts kept apart for each thread.
private final class Counts: @unchecked Sendable {
  private let counts: UnsafeMutableBufferPointer<Int>

  init(_ threads: Int) {
    counts = .allocate(capacity: threads * 16)
    counts.initialize(repeating: 0)
  }

  deinit { counts.deallocate() }

  func add(_ count: Int, _ thread: Int) { counts[thread * 16] += count }

  var total: Int { counts.reduce(0, +) }
}
