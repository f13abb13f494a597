import ArgumentParser

/// Measures the tagger: how fast it reads, and what it finds, for the scoring programs.
@main
struct Measure: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hearsay-tagger",
    abstract: "Measure the trained tagger.",
    subcommands: [Speed.self, Spans.self, Pieces.self, Weigh.self, Pronouns.self])
}
