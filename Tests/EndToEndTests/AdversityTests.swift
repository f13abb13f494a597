import Foundation
import HearsayTestSupport
import Testing

/// Disks that are full, homes that may not be written, files that somebody has damaged.
@Suite(
  "When things are against it", .enabled(if: Paper.isThere, Paper.missing), .timeLimit(.minutes(40))
)
struct AdversityTests {
  // MARK: Disks

  @Test(.enabled(if: Disk.canBeMade, Comment(rawValue: Disk.missing)))
  func aFullDiskIsReportedAsAFullDisk() throws {
    var paper = try Paper()
    let article = try paper.harbour()
    let disk = try Disk(at: paper.home.folder("disk"), kilobytes: 2_048)
    paper.data = disk.path + "/data"
    // It fills up while somebody reads: what was marked before stays, what is marked now is said not to.
    let fill = "cat /dev/zero > \(disk.path)/fill"
    let screen = try paper.words(after: "Tab m Tab | \"\(fill)\" Enter m", article)
    #expect(screen.contains("is full: the mark"))
    #expect(screen.contains("was not saved"))
    // And it was full before: the article opens all the same.
    let again = try paper.screen(after: "", article)
    #expect(again.contains("Harbour talks break off"))
    #expect(try paper.shell("hearsay marks").output.contains("Tomas Berg"))

    var other = try Paper()
    other.data = try disk.folder("other")
    let first = try other.words(after: "Tab m", article)
    #expect(first.contains("is full") && first.contains("is not kept"))
    #expect(!first.contains("in use"))
  }

  @Test(.enabled(if: Disk.canBeMade, Comment(rawValue: Disk.missing)))
  func whatIsNotKeptLooksSoAndIsKeptWhenThereIsRoom() throws {
    var paper = try Paper()
    let article = try paper.harbour()
    let disk = try Disk(at: paper.home.folder("disk"), kilobytes: 2_048)
    paper.data = disk.path + "/data"
    let (fill, clear) = ("cat /dev/zero > \(disk.path)/fill", "rm \(disk.path)/fill")
    // Full to the end: it looks so, is said so, and a script can tell.
    let run = "hearsay --size 120x30 --screen - --keys"
    let full = try paper.shell("\(run) 'Tab | \"\(fill)\" Enter m' \(article)")
    #expect(full.output.contains("✗") && !full.output.contains("✎"))
    #expect(full.output.contains("hearsay: The mark on “") && full.output.contains("was not kept."))
    #expect(full.status == 1)
    // Room again before the end: it is kept after all.
    try Command.run("rm", "\(disk.path)/fill")
    let late = try paper.shell(
      "\(run) 'Tab | \"\(fill)\" Enter m | \"\(clear)\" Enter' \(article)")
    #expect(late.status == 0)
    // Another mark that can be kept takes the first along, and then both look kept.
    paper.data = try disk.folder("other")
    let both = try paper.shell(
      "\(run) 'Tab | \"\(fill)\" Enter m | \"\(clear)\" Enter Tab m' \(article)")
    #expect(!both.output.contains("✗") && both.output.contains("✎") && both.status == 0)
    let kept = try paper.shell("hearsay marks --format jsonl").output
    #expect(kept.split(separator: "\n").count == 2)
  }

  @Test(.enabled(if: Disk.canBeMade, Comment(rawValue: Disk.missing)))
  func aLibraryThatMayNotBeWrittenIsRead() throws {
    var paper = try Paper()
    let article = try paper.harbour()
    let disk = try Disk(at: paper.home.folder("disk"), kilobytes: 4_096)
    paper.data = disk.path + "/data"
    #expect(try paper.screen(after: "Tab m", article).contains("✎"))
    try disk.makeReadOnly()
    let screen = try paper.words(after: "Tab m", article)
    #expect(screen.contains("is read-only: the mark") && screen.contains("was not saved"))
    #expect(screen.contains("✎") && screen.contains("✗"))
    #expect(try paper.shell("hearsay marks").output.contains("Tomas Berg"))
    #expect(try paper.screen(after: "", "").contains("Harbour talks"))
    // What cannot be taken off stays on the screen.
    let kept = try paper.words(after: ": \"next-mark\" Enter m", article)
    #expect(kept.contains("read-only") && kept.contains("✎"))
  }

  @Test func aHomeThatCannotBeWrittenIsSaidAndTheArticleIsRead() throws {
    var paper = try Paper()
    paper.data = "/proc/nowhere"
    let screen = try paper.words(after: "Tab m", paper.harbour())
    #expect(screen.contains("Harbour talks break off"))
    #expect(screen.contains("cannot be made") && screen.contains("is not kept"))
  }

  @Test func aDamagedLibraryIsLeftAsItIsAndTheArticleIsRead() throws {
    let paper = try Paper()
    let article = try paper.harbour()
    let library = "data/hearsay/hearsay.sqlite"
    try paper.home.file(
      library, (0..<9_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 5) })
    let before = FileManager.default.contents(atPath: paper.home.path(library))
    let screen = try paper.words(after: "Tab m", article)
    #expect(screen.contains("is not a hearsay library") && screen.contains("is not kept"))
    #expect(FileManager.default.contents(atPath: paper.home.path(library)) == before)
  }

  @Test func aLibraryThatCannotBeLookedAtIsNoEmptyOne() throws {
    var paper = try Paper()
    for (name, reason) in [("loop", "Too many levels"), ("file", "Not a directory")] {
      if name == "loop" {
        _ = try paper.home.link(name, to: paper.home.path(name))
      } else {
        try paper.home.file(name, "mine")
      }
      paper.data = paper.home.path(name)
      for command in ["marks", "corrections", "search ferry"] {
        let said = try paper.shell("hearsay \(command)")
        #expect(said.status == 1, "\(command)")
        #expect(
          said.output.hasPrefix("hearsay: The library at ") && said.output.contains(reason),
          "\(command): \(said.output)")
        #expect(said.output.split(separator: "\n").count == 1, "\(said.output)")
      }
    }
  }

  @Test func whatCanBeReadOfADamagedLibraryIsRescued() throws {
    let paper = try Paper()
    let article = try paper.harbour()
    _ = try paper.screen(after: "Tab m Tab m", article)
    let library = paper.home.path("data/hearsay/hearsay.sqlite")
    // What was written last may still stand beside it.
    _ = try paper.shell(
      "python3 -c 'import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute(\"PRAGMA wal_checkpoint(TRUNCATE)\").fetchall()' '\(library)'"
    )
    var bytes = try #require(FileManager.default.contents(atPath: library))
    // Everything but the schema and the marks.
    for page in 1..<bytes.count / 4_096
    where bytes[page * 4_096..<(page + 1) * 4_096].firstRange(of: Data("Tomas Berg".utf8)) == nil {
      bytes.replaceSubrange(
        page * 4_096..<(page + 1) * 4_096, with: Data(repeating: 0xA5, count: 4_096))
    }
    try paper.home.file("data/hearsay/hearsay.sqlite", bytes)
    for side in ["-wal", "-shm"] { unlink(library + side) }
    let refused = try paper.shell("hearsay marks")
    #expect(refused.status == 1)
    #expect(refused.output.contains("hearsay rescue copies what can be read of it."))
    let rescued = try paper.shell("hearsay rescue")
    #expect(
      rescued.output.contains("Copied into \(paper.home.path("data"))/hearsay-rescued: 2 marks"))
    #expect(rescued.output.contains("hearsay: Could not be read: ") && rescued.status == 1)
    #expect(FileManager.default.contents(atPath: library) == bytes)
    // A second time nothing is overwritten.
    let again = try paper.shell("hearsay rescue")
    #expect(again.output.contains("there is one already") && again.status == 1)
    // What it says to do can be done.
    let command = try #require(
      rescued.output.split(separator: "\n").first { $0.contains(" mv ") }?.split(separator: ": ")
        .last)
    #expect(try paper.shell("\(command) && hearsay marks").output.contains("Tomas Berg"))
    #expect(try paper.screen(after: "", article).contains("✎"))
  }

  // MARK: Settings

  @Test(arguments: ["[", "[[", "[é]", "[!a]", "x = [\"a\",}"])
  func aSettingThatIsWrongCostsItselfAlone(line: String) throws {
    let paper = try Paper()
    let article = try paper.harbour()
    try paper.home.file("config/hearsay/config.toml", "measure = 30\n\(line)\n")
    let screen = try paper.shell("hearsay --size 100x30 --screen - --keys '' \(article)")
    let place = paper.home.path("config/hearsay/config.toml") + ":2: "
    #expect(screen.output.contains("Anna Lind") && screen.output.contains("hearsay: \(place)"))
    #expect(screen.status == 1)
    #expect(try paper.shell("hearsay --print-config").output.contains("\nmeasure = 30\n"))
    let printed = try paper.shell("hearsay analyze --format text \(article)")
    #expect(printed.output.contains("config.toml:2: ") && printed.output.contains("Anna Lind"))
  }

  @Test(.timeLimit(.minutes(40)))
  func settingsThatCannotBeReadAreSaidAndTheArticleIsRead() throws {
    let paper = try Paper()
    let article = try paper.harbour()
    let own = try paper.home.folder("config/hearsay")
    for (make, reason) in [
      ("ln -s NAME NAME", "its links lead in a circle"), ("mkfifo NAME", "is a pipe"),
      ("mkdir NAME", "is a folder"),
    ] {
      for name in ["config.toml", "keys", "theme"] {
        let command = make.replacing("NAME", with: name)
        try Command.run("sh", "-c", "cd '\(own)' && rm -rf * && \(command)")
        let screen = try paper.shell("hearsay --size 100x30 --screen - --keys '' \(article)")
        #expect(screen.output.contains("Anna Lind") && screen.status == 1)
        #expect(
          screen.output.contains("hearsay: \(own)/\(name) ") && screen.output.contains(reason))
      }
    }
  }

  // MARK: State

  @Test func nothingThatStandsInAStateFileSteersTheTerminal() throws {
    let paper = try Paper()
    try paper.home.file(
      "state/hearsay/history",
      "search\t\u{1B}]0;PWNED\u{7}fer\u{202E}ry\u{9B}31m\n\u{0}\u{1}\u{2}\nsearch\n")
    try paper.home.file("state/hearsay/panes", "\u{1B}[31m\nplace nan \u{0}\n")
    let screen = try paper.screen(after: "/ Up", paper.harbour())
    #expect(screen.contains("/]0;PWNEDferry31m"))
    #expect(!screen.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    #expect(!screen.unicodeScalars.contains { (0x7F...0x9F).contains($0.value) })
  }

  // MARK: Files

  @Test(
    arguments: [
      ([], "is empty"),
      (Array("\u{7F}ELF\u{2}\u{1}\u{1}".utf8) + Array(repeating: 0, count: 64), "not"),
      (Array(repeating: 0x20, count: 40), "is empty"),
    ] as [([UInt8], String)])
  func whatIsNoArticleIsSaidInASentence(bytes: [UInt8], reason: String) throws {
    let paper = try Paper()
    let file = try paper.home.file("odd.txt", bytes)
    let said = try paper.shell("hearsay \(file) < /dev/null")
    #expect(said.output.contains(reason))
    #expect(said.output.hasPrefix("hearsay: ") && said.status == 1)
  }

  @Test func aZeroByteIsShownAndNothingAfterItIsLost() throws {
    let paper = try Paper()
    let text = Paper.harbour.replacing("Two warehouses", with: "Two\u{0} ware\u{7}houses")
    let article = try paper.home.file("zero.txt", text)
    #expect(try paper.screen(after: "", article).contains("Two␀ ware␇houses burned down"))
  }

  @Test func aNameThatIsNotUTF8IsOpenedAndShown() throws {
    let paper = try Paper()
    let article = try paper.harbour()
    let name = "\"\(paper.home.path)/$(printf 'caf\\351.txt')\""
    let screen = try paper.shell(
      "cp \(article) \(name); hearsay --keys 'Tab m' --screen - --size 100x30 \(name)")
    #expect(screen.output.contains("said union leader") && screen.status == 0)
    // And again by the name that the library has.
    let marks = try paper.shell("hearsay marks").output
    // A long path goes on in the next line.
    #expect(marks.filter { !$0.isWhitespace }.contains("caf<E9>.txt"))
    #expect(try paper.shell("hearsay analyze \(name)").output.contains("caf<E9>.txt"))
    #expect(try paper.shell("hearsay 'caf<E8>.txt' </dev/null").output.contains("does not exist"))
  }

  // MARK: No terminal at one end

  @Test func standardInputMayBeAnArticleOrNothing() throws {
    let paper = try Paper()
    let article = try paper.harbour()
    #expect(try paper.shell("hearsay < \(article) | cat").output.contains("Anna Lind"))
    #expect(try paper.shell("hearsay \(article) < /dev/null | cat").output.contains("Anna Lind"))
    let closed = try paper.shell("hearsay \(article) <&- | cat")
    #expect(closed.output.contains("Anna Lind"))
  }
}
