import ArgumentParser
import Foundation
import HearsayReader
import HearsayScreen

// Keys without a terminal: for tests, for pictures of the screen, and for jobs that nobody watches.
extension Read {
  /// Plays the keys and writes the screen.
  func play() throws {
    let script = try script()
    // Whoever names no file means the library, also where nobody is at a terminal.
    let (places, problems) = files.isEmpty && !sample ? ([], []) : reading.readablePlaces()
    guard !places.isEmpty || problems.isEmpty else { throw ExitCode.trouble }
    let plan = try reading.plan(of: places)
    let (shown, lost) = try Session.play(script, of: plan, on: (size ?? .usual).size)
    try write(shown.text + "\n")
    let said = problems.map { "\($0)" } + plan.settings.problems + lost
    said.forEach { complain($0) }
    if !said.isEmpty { throw ExitCode.trouble }
  }

  private func script() throws -> KeyScript {
    var (text, file) = (keys ?? "", String?.none)
    if text.first == "@" {
      let name = String(text.dropFirst())
      (text, file) = (String(decoding: try InputFile(name).contents(), as: UTF8.self), name)
    }
    do {
      return try KeyScript(parsing: text)
    } catch {
      error.description(ofFile: file ?? "--keys").split(separator: "\n")
        .forEach { complain(String($0)) }
      throw ExitCode.trouble
    }
  }

  private func write(_ text: String) throws {
    guard let screen, screen != "-" else { return try StandardStream.output.print(text) }
    try OutputFile(screen).write(Array(text.utf8))
  }
}

/// `80x24`: columns and rows of a screen without a terminal.
struct PaperSize: ExpressibleByArgument {
  var size: Size

  /// The size of the terminals that all others are measured by.
  static let usual = PaperSize(size: Size(columns: 80, rows: 24))

  private init(size: Size) { self.size = size }

  init?(argument: String) {
    let sides = argument.lowercased().split(separator: "x", omittingEmptySubsequences: false)
      .map { Int($0) }
    guard sides.count == 2, let columns = sides[0], let rows = sides[1],
      (1...1000).contains(columns), (1...1000).contains(rows)
    else { return nil }
    size = Size(columns: columns, rows: rows)
  }
}
