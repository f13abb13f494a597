import Foundation

// A text of any size: how soon its first words are there, how soon its last ones, and in how much memory.
extension Benchmark {
  func bigText(_ files: TestFiles) throws {
    for (name, file, starts) in [("10 MB", files.big, runs), ("100 MB", try files.huge(), 5)] {
      print("\(name) of text, 120x40: first text in ms, then to its end and memory")
      try showStarts(
        of: [
          ("hearsay", { try files.hearsay(file, columns: 120, rows: 40) }),
          ("less", { try files.peer(["less", file]) }),
        ].filter { $0.0 == "hearsay" || files.isInstalled($0.0) }, runs: starts)
      var answered: [Double] = []
      var memory = 0.0
      for start in 0..<5 {
        let terminal = try files.hearsay(file, columns: 120, rows: 40)
        guard terminal.wait(for: TestFiles.marker) != nil else { continue }
        let pressed = ContinuousClock.now
        terminal.type("G")
        if terminal.wait(for: TestFiles.lastMarker) != nil {
          answered.append((ContinuousClock.now - pressed).milliseconds)
        }
        memory = max(memory, terminal.residentMebibytes)
        // What goes on behind the screen takes memory, too.
        for _ in 0..<(start == 0 ? 20 : 0) {
          terminal.settle(milliseconds: 100)
          usleep(100_000)
          memory = max(memory, terminal.residentMebibytes)
        }
      }
      show("to the end", answered.sorted())
      let size = Double(
        try Data(contentsOf: URL(fileURLWithPath: file), options: .alwaysMapped).count)
      print(
        "  memory at most \(memory.tenths) MiB in the first seconds, "
          + "\((memory * 1_048_576 / size).tenths) times the file")
      print()
    }
  }
}

// An article with ten thousand attributions: what a key costs there.
extension Benchmark {
  func manyAttributions(_ files: TestFiles) throws {
    print("A key with 10,000 attributions, 120x40, ms of processor time in the drawing thread")
    let terminal = try files.hearsay(
      files.text(named: "many.txt", bytes: 1_400_000), columns: 120, rows: 40,
      settings: "model = false\n")
    guard terminal.wait(for: " attributions", seconds: 120) != nil else {
      return print("  the analysis never came\n")
    }
    terminal.settle(milliseconds: 1000)
    for (name, keys) in [
      ("next attribution", "\t"), ("page", " "), ("same source", "s"), ("unattributed", "u"),
      ("to the end and back", "Gg"),
    ] {
      var costs: [Double] = []
      for key in 0..<60 {
        let before = terminal.drawingMilliseconds
        terminal.type(String(keys[keys.index(keys.startIndex, offsetBy: key % keys.count)]))
        terminal.settle(milliseconds: 15)
        costs.append(terminal.drawingMilliseconds - before)
      }
      show(name, costs.sorted())
    }
    print()
  }
}
