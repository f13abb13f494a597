import Foundation
import HearsayCurses
import HearsayScreen

/// A terminal that nobody sits at: what is shown is kept, so that it can be written into a file.
///
/// Other programs are started as ever, but there is nothing that they could show, and nobody who could answer them.
final class PaperTerminal: SessionTerminal {
  let size: Size
  let abilities = Abilities(colors: 256, unicode: true)
  /// What it shows.
  private(set) var shown: Screen
  let isEnding = false

  /// Paper of this size.
  init(_ size: Size) {
    self.size = size
    shown = Screen(size)
  }

  func show(_ screen: Screen) { shown = screen }

  // Nobody is there who could press a key, hear a bell or stop the program.
  func pendingInput() -> [Input] { [] }
  func wait(timeout: Double?) -> [Happening] { [] }
  func repaint() {}
  func ring() {}
  func copy(base64: String) -> Bool { true }
  func requestSuspension() {}
  func suspend() {}
  func close() {}
}

// MARK: - Other programs

extension PaperTerminal {
  func run(_ command: String, file: String) -> Int32 {
    run(words: ["/bin/sh", "-c", command + " \"$@\"", "sh", fileArgument(file)])
  }

  func run(words: [String]) -> Int32 { run(words, input: nil) }

  func pipe(file: String?, to command: String) -> Int32 {
    run(["/bin/sh", "-c", command], input: file)
  }

  private func run(_ words: [String], input: String?) -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    process.standardInput = input.flatMap { FileHandle(forReadingAtPath: $0) } ?? .nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return 127 }
    process.waitUntilExit()
    let isKilled = process.terminationReason == .uncaughtSignal
    return isKilled ? 128 + process.terminationStatus : process.terminationStatus
  }
}
