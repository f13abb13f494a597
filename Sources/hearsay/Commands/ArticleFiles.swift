import ArgumentParser

/// What the commands that analyse articles are told: which, and where to put what comes of them.
struct ArticleFiles: ParsableArguments {
  @Argument(
    help: "Articles, folders of articles, or addresses of pages; - for standard input.",
    completion: .file())
  var files: [String]

  @Option(
    help: ArgumentHelp(
      "Write one file per article into this folder, named after it, and never over an article.",
      valueName: "folder"),
    completion: .directory)
  var output: String?
}
