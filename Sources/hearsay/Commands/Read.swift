import ArgumentParser
import Foundation
import HearsayConfiguration
import HearsayExport
import HearsayResources

/// `hearsay [FILE …]`: the reader, or the text format where nobody is at a terminal.
struct Read: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Read articles in the terminal (what hearsay does unless told otherwise).")

  @Argument(
    help: "Articles, folders of articles, or addresses of pages; - for standard input.",
    completion: .file())
  var files: [String] = []

  @Option(
    help: "The theme: default, light, dark, high-contrast, monochrome, or a theme of your own.")
  var theme: String?

  @ArgumentParser.Flag(inversion: .prefixedNo, help: "Scroll and select with the mouse.")
  var mouse: Bool?

  @ArgumentParser.Flag(help: "List and analyse new articles as they arrive in the folders.")
  var watch = false

  @ArgumentParser.Flag(help: "Open the sample articles that come with hearsay.")
  var sample = false

  @ArgumentParser.Flag(
    help: "Fetch nothing from the web: pages you have read open from the library.")
  var offline = false

  @Option(
    help: ArgumentHelp(
      "Read this configuration instead of $XDG_CONFIG_HOME/hearsay/config.toml.", valueName: "file"),
    completion: .file(extensions: ["toml"]))
  var config: String?

  @ArgumentParser.Flag(
    help: "Print all settings and keys that are in force, as a configuration file.")
  var printConfig = false

  @ArgumentParser.Flag(
    help: "Check the configuration, and report what is wrong with file and line.")
  var checkConfig = false

  @Option(
    help: ArgumentHelp(
      "Press these keys without a terminal, written as in a key map, and letters to be typed in quotation marks: "
        + "'Tab Tab m : \"filter naming:bare\" Enter'; with @ before it, the name of a file with such keys.",
      valueName: "script"))
  var keys: String?

  @Option(
    help: ArgumentHelp(
      "Write the screen into this file as text, or to standard output with -.", valueName: "file"),
    completion: .file())
  var screen: String?

  @Option(
    help: ArgumentHelp(
      "The size of the screen where there is no terminal; 80x24 by default.", valueName: "size"))
  var size: PaperSize?

  private var wishes: SessionSettings.Wishes {
    SessionSettings.Wishes(theme: theme, mouse: mouse, file: config)
  }

  /// What was said, as a session takes it.
  var reading: TerminalReading {
    TerminalReading(
      files: files, wishes: wishes, watches: watch, opensSamples: sample, isOffline: offline)
  }

  func run() throws {
    if checkConfig || printConfig {
      let settings = try SessionSettings.located(wishes, resources: .located())
      settings.problems.forEach { complain($0) }
      if printConfig || settings.problems.isEmpty {
        try StandardStream.output.print(checkConfig ? settings.checked : settings.printed)
      }
      if !settings.problems.isEmpty { throw ExitCode.trouble }
    } else if keys != nil || screen != nil {
      try play()
    } else if isatty(STDOUT_FILENO) == 1 {
      try reading.run()
    } else {
      try printAsText()
    }
  }
}

// MARK: - Settings

extension SessionSettings {
  /// What `--print-config` prints.
  var printed: String { configuration.printed(from: files) }

  /// What `--check-config` prints where nothing is wrong.
  var checked: String {
    guard !files.isEmpty else { return "Nothing is set: the defaults are in force.\n" }
    return files.map { "\($0) is in order.\n" }.joined()
  }
}

// MARK: - In a pipe

extension Read {
  private func printAsText() throws {
    guard !files.isEmpty || isatty(STDIN_FILENO) == 0 else {
      throw ValidationError("Without a terminal the library cannot be shown: name a file.")
    }
    try AnalysisOutput(format: AnalysisFormat.text, folder: nil, isCorrected: false) {
      analysis, _ in
      AnalysedArticle(analysis)
    }.write(files.isEmpty ? ["-"] : files)
  }
}
