import ArgumentParser

/// Measures the tagger: how fast it reads, and what it finds, for the scoring programs.
@main
struct Benchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hearsay-benchmark",
    abstract: "Measure the trained tagger.",
    subcommands: [Speed.self, Spans.self, Pieces.self])
}
