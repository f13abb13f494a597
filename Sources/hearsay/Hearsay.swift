import ArgumentParser

@main
struct Hearsay: ParsableCommand {}
