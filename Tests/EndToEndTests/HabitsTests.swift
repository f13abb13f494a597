import Foundation
import HearsayModel
import HearsayReader
import HearsayTestSupport
import Testing

@testable import hearsay

@Suite("What a session got used to")
struct StateFilesTests {
  private func libraryWriter(_ folder: TemporaryFolder) -> StateFiles {
    StateFiles(environment: ["XDG_STATE_HOME": folder.path])
  }

  @Test func linesThatWereTypedAreThereInTheNextSession() throws {
    let folder = try TemporaryFolder()
    let first = libraryWriter(folder)
    first.keep(.init(.search, "bridge\tor ferry"))
    first.keep(.init(.command, "source lund"))
    first.keep(.init(.search, "ferry"))
    first.finish()
    let lines = libraryWriter(folder).history().all
    #expect(
      lines == [
        .init(.search, "bridgeor ferry"), .init(.search, "ferry"), .init(.command, "source lund"),
      ])
    let mode = try FileManager.default.attributesOfItem(atPath: folder.path("hearsay/history"))
    #expect((mode[.posixPermissions] as? NSNumber)?.intValue == 0o600)
  }

  @Test func whatWasTypedIsForNobodyElse() throws {
    let folder = try TemporaryFolder()
    for name in ["history", "panes"] {
      chmod(try folder.file("hearsay/\(name)", "search\tferry\n"), 0o644)
    }
    chmod(folder.path("hearsay"), 0o755)
    let state = libraryWriter(folder)
    state.keep(.init(.search, "bridge"))
    state.keep(Panes(), configured: Panes())
    state.finish()
    let modes = try ["hearsay", "hearsay/history", "hearsay/panes"].map { name in
      let facts = try FileManager.default.attributesOfItem(atPath: folder.path(name))
      return (facts[.posixPermissions] as? NSNumber)?.intValue
    }
    #expect(modes == [0o700, 0o600, 0o600])
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path("hearsay"))
    #expect(files.sorted() == ["history", "panes"])
  }

  @Test(.timeLimit(.minutes(40))) func aPipeInPlaceOfAFileKeepsNobodyWaiting() throws {
    let folder = try TemporaryFolder()
    _ = try folder.folder("hearsay")
    for name in ["history", "panes"] { mkfifo(folder.path("hearsay/\(name)"), 0o600) }
    let state = libraryWriter(folder)
    #expect(state.history() == History() && state.panes(configured: Panes()) == nil)
    state.keep(.init(.search, "bridge"))
    state.keep(Panes(side: .under, width: 0.3, height: 0.5), configured: Panes())
    state.finish()
    #expect(state.panes(configured: Panes())?.side == .under)
  }

  @Test func nothingInTheFileReachesTheTerminalRaw() throws {
    let folder = try TemporaryFolder()
    try folder.file(
      "hearsay/history",
      "search\ta\u{1B}]0;x\u{07}b\nfly\tx\nsearch\n\u{202E}\nfilter\tnaming:bare\n")
    #expect(
      libraryWriter(folder).history().all
        == [.init(.search, "a]0;xb"), .init(.filter, "naming:bare")])
  }

  @Test func aLongHistoryIsCutDown() throws {
    let folder = try TemporaryFolder()
    try folder.file(
      "hearsay/history", (0..<9000).map { "search\tword number \($0)\n" }.joined())
    let state = libraryWriter(folder)
    #expect(state.history().all.count == History.limit)
    state.finish()
    let text = try String(contentsOfFile: folder.path("hearsay/history"), encoding: .utf8)
    #expect(text.hasSuffix("word number 8999\n") && text.utf8.count < 8000)
  }

  @Test func theWindowIsSharedAsBeforeUnlessTheConfigurationHasChanged() throws {
    let folder = try TemporaryFolder()
    let state = libraryWriter(folder)
    state.keep(Panes(side: .under, width: 0.33, height: 0.5), configured: Panes(width: 0.4))
    state.finish()
    #expect(
      state.panes(configured: Panes(width: 0.4)) == Panes(side: .under, width: 0.33, height: 0.5))
    #expect(state.panes(configured: Panes(width: 0.6)) == nil)
    try folder.file("hearsay/panes", "nonsense\nplace nan inf\n")
    #expect(state.panes(configured: Panes()) == nil)
  }

  @Test func aReadOnlyHomeIsNoTrouble() throws {
    let state = StateFiles(environment: ["XDG_STATE_HOME": "/proc/nowhere"])
    state.keep(.init(.search, "x"))
    state.keep(Panes(), configured: Panes())
    state.finish()
    #expect(state.history() == History())
    #expect(StateFiles(environment: [:]).history() == History())
  }
}

@Suite("Filters that are kept")
struct KeptFiltersTests {
  private let folder: TemporaryFolder
  private let settings: SettingsFolder

  init() throws {
    folder = try TemporaryFolder()
    settings = SettingsFolder(environment: ["XDG_CONFIG_HOME": folder.path])
  }

  private var lines: [String] {
    get throws {
      try String(contentsOfFile: folder.path("hearsay/filters"), encoding: .utf8)
        .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test func `A filter is kept in a line of its own, whether or not the last line was ended`()
    throws
  {
    try folder.file("hearsay/filters", "weak = naming:bare")
    #expect(settings.keep("text:quay", as: "quay") == nil)
    #expect(settings.keep("text:\npier", as: "pier") == nil)
    #expect(try lines == ["weak = naming:bare", "quay = text:quay", "pier = text: pier", ""])
  }

  @Test
  func `What is kept anew is for nobody else, and a file that is there stays as open as it is`()
    throws
  {
    #expect(settings.keep("text:quay", as: "quay") == nil)
    #expect(FileState(folder.path("hearsay"))?.permissions == 0o700)
    #expect(FileState(folder.path("hearsay/filters"))?.permissions == 0o600)
    chmod(folder.path("hearsay/filters"), 0o644)
    #expect(settings.keep("text:pier", as: "pier") == nil)
    #expect(FileState(folder.path("hearsay/filters"))?.permissions == 0o644)
  }

  @Test(.timeLimit(.minutes(40)))
  func `A pipe or a folder in place of the file keeps nobody waiting`() throws {
    _ = try folder.folder("hearsay")
    mkfifo(folder.path("hearsay/filters"), 0o600)
    #expect(
      settings.keep("text:quay", as: "quay")
        == "The filter is kept for this session only: it is no file.")
    unlink(folder.path("hearsay/filters"))
    _ = try folder.folder("hearsay/filters")
    #expect(
      settings.keep("text:quay", as: "quay")
        == "The filter is kept for this session only: that is a folder.")
  }

  @Test(.enabled(if: Disk.canBeMade, Comment(rawValue: Disk.missing)))
  func `A full disk leaves no half of a filter`() throws {
    let disk = try Disk(at: folder.folder("disk"), kilobytes: 64)
    let settings = SettingsFolder(environment: ["XDG_CONFIG_HOME": disk.path])
    #expect(settings.keep("text:quay", as: "quay") == nil)
    let long = "text:" + String(repeating: "q", count: 100_000)
    #expect(
      settings.keep(long, as: "long")
        == "The filter is kept for this session only: the disk is full.")
    #expect(
      try String(contentsOfFile: disk.path + "/hearsay/filters", encoding: .utf8)
        == "quay = text:quay\n")
  }
}

@Suite("Other programs")
struct OtherProgramsTests {
  @Test(arguments: [
    ("vim", "vim +12", "a b.txt"),
    ("LANG=C /usr/bin/nvim -R", "LANG=C /usr/bin/nvim -R +12", "a b.txt"),
    ("nano", "nano +12", "a b.txt"), ("hx", "hx", "a b.txt:12"),
    ("code --wait", "code --wait --goto", "a b.txt:12"), ("my-editor", "my-editor", "a b.txt"),
  ])
  func anEditorIsToldTheLine(editor: String, command: String, file: String) {
    let place = EditorPlace(editor: editor, path: "a b.txt", line: 12)
    #expect(place.command == command && place.file == file)
  }

  @Test func noShellSeesAnAddress() throws {
    let address = try #require(WebAddress("https://daily.example/;reboot&$(x)'"))
    #expect(
      Browser.all(in: "firefox --new-tab %s:w3m").map { $0.words(for: address) } == [
        ["firefox", "--new-tab", address.description], ["w3m", address.description],
      ])
  }

  @Test func aCommandTakesWhatIsCopied() throws {
    let folder = try TemporaryFolder()
    #expect(ClipboardCommand("cat > '\(folder.path)/copied'").take("“No,” she said.") == "copied")
    #expect(
      try String(contentsOfFile: folder.path("copied"), encoding: .utf8) == "“No,” she said.")
    #expect(ClipboardCommand("exit 3").take("x").contains("ended with status 3"))
  }
}

@Suite("The manual and the installed program", .enabled(if: Tmux.program != nil))
struct InstalledTests {
  private func program() throws -> String { try #require(Tmux.program) }

  @Test func theManualIsMadeFromTheTables() throws {
    let page = try Command.run(try program(), "manual")
    for section in ["NAME", "SYNOPSIS", "OPTIONS", "COMMANDS", "KEYS", "FILTERS", "SETTINGS"] {
      #expect(page.contains(".SH \(section)\n"))
    }
    for action in Action.allCases {
      #expect(page.contains("(\\fB\(action.rawValue.replacing("-", with: "\\-"))\\fR)\n"))
    }
    #expect(page.contains("\\fB\\-\\-print\\-config\\fR\n"))
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/groff")))
  func theManualIsGoodRoff() throws {
    let folder = try TemporaryFolder()
    let page = try folder.file("hearsay.1", try Command.run(try program(), "manual"))
    let complaints = try Command.run(
      "sh", "-c", "groff -man -ww -Kutf8 -Tutf8 '\(page)' 2>&1 >/dev/null")
    #expect(complaints == "")
  }

  /// The commands of the README, with the built program and a folder of the test's own.
  @Test func theInstalledProgramFindsItsData() throws {
    let root = Page.root
    let readme = try Page.readme.text()
    let start = try #require(readme.range(of: "prefix=/usr/local\n"))
    let block = readme[start.upperBound...].prefix { $0 != "`" }
    let folder = try TemporaryFolder()
    let commands = block.split(separator: "\n").filter { !$0.hasPrefix("swift build") }
      .map { $0.replacingOccurrences(of: ".build/release/hearsay", with: Tmux.program ?? "") }
    #expect(commands.count == 4)
    let clean = "env -i PATH=\"$PATH\" HOME='\(folder.path)'"
    try Command.run(
      "sh", "-ec",
      (["cd '\(root.path)'", "prefix='\(folder.path)'"] + commands).joined(separator: "\n"))
    let article = try folder.file(
      "talks.txt", "The talks go on, the minister said.\n\nNobody else has said anything.\n")
    let printed = try Command.run(
      "sh", "-c", "cd / && \(clean) '\(folder.path)/bin/hearsay' analyze '\(article)' --format text"
    )
    #expect(printed.contains("the minister"))
    let page = try folder.file(
      "talks.html",
      "<html><body><article><p>The talks go on, the minister said on Monday.</p></article></body></html>"
    )
    let text = try Command.run(
      "sh", "-c", "cd / && \(clean) '\(folder.path)/bin/hearsay' text '\(page)'")
    #expect(text == "The talks go on, the minister said on Monday.\n")
    for file in [
      "man/man1/hearsay.1", "bash-completion/completions/hearsay", "zsh/site-functions/_hearsay",
      "fish/vendor_completions.d/hearsay.fish",
    ] {
      #expect(FileManager.default.fileExists(atPath: folder.path("share/\(file)")))
    }
    try Command.run("bash", "-n", folder.path("share/bash-completion/completions/hearsay"))
  }

  @Test func theConfigurationIsPrintedAndChecked() throws {
    let folder = try TemporaryFolder()
    let own = try folder.file("config/hearsay/config.toml", "measure = 60\ntheme = \"sepia\"\n")
    let environment = "env XDG_CONFIG_HOME='\(folder.path)/config'"
    try folder.file("config/hearsay/themes/sepia.theme", "headline = 94/yellow bold\n")
    let program = try program()
    #expect(
      try Command.run("sh", "-c", "\(environment) '\(program)' --check-config")
        == "\(own) is in order.\n")
    let printed = try Command.run("sh", "-c", "\(environment) '\(program)' --print-config")
    #expect(printed.contains("# Read: \(own)\n") && printed.contains("\nmeasure = 60\n"))
    let copy = try folder.file("copy.toml", printed)
    #expect(
      try Command.run("sh", "-c", "\(environment) '\(program)' --config '\(copy)' --print-config")
        .split(separator: "\n").dropFirst(2) == printed.split(separator: "\n").dropFirst(2))

    try folder.file("config/hearsay/config.toml", "mesure = 60\n\n[keys]\nfly = \"f\"\n")
    let said = try Command.run(
      "sh", "-c", "\(environment) '\(program)' --check-config 2>&1; echo status $?")
    #expect(
      said == """
        hearsay: \(own):1: There is no option “mesure”. Did you mean “measure”?
        hearsay: \(own):4: There is no action called “fly”.
        status 1

        """)
  }
}
