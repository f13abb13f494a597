import ArgumentParser

/// What the commands that analyse articles are told: which, and where to put what comes of them.
struct ArticleFiles: ParsableArguments {
  @Argument(
    help: "Articles, folders of articles, or addresses of pages; - for standard input.",
    completion: .file())
  var files: [String]

  @Option(
    help: ArgumentHelp(
      "Write one file for each article into this folder, named after it, and none over an article.",
      valueName: "folder"),
    completion: .directory)
  var output: String?
}
