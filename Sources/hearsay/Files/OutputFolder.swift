import Foundation
import HearsayExport
import HearsayModel

/// The folder of `--output`: files for each article, none in the place of what is read, no two by one name.
///
/// Of two articles called `fire.txt` the second becomes `fire-2.json`. What an earlier run has written is written anew.
struct OutputFolder {
  /// Where it is.
  let path: String
  /// What is read and stays as it is.
  private let kept: Set<FileState.Identity>
  private var written: Set<FileState.Identity> = []
  private var names: Set<String> = []

  /// A folder of this name, made where it is not there.
  ///
  /// - Parameter inputs: the files that are read, standard input aside.
  init(_ path: String, keeping inputs: [String]) throws(WriteFailure) {
    self.path = path
    // What the file beside an article says of it is read, too.
    let facts = inputs.map { ($0 as NSString).deletingPathExtension + ".meta.json" }
    // A link that was named stays as well as what it leads to.
    var kept = Set(
      (inputs + facts).flatMap { [FileState($0), FileState($0, followingLinks: false)] }
        .compactMap { $0?.identity })
    if let piped = FileState(descriptor: STDIN_FILENO), piped.isFile { kept.insert(piped.identity) }
    self.kept = kept
    try Self.make(path)
  }

  /// Makes a folder with those that it stands in; one that is there is left as it is.
  static func make(_ path: String) throws(WriteFailure) {
    guard mkdir(path, 0o777) != 0 else { return }
    var reason = SystemReason.last
    let parent = path.folderOfPath
    if reason.code == ENOENT, parent != path {
      try make(parent)
      if mkdir(path, 0o777) == 0 { return }
      reason = .last
    }
    if FileState(path)?.isFolder == true { return }
    if reason.code == EEXIST { reason.code = ENOTDIR }
    throw .refused(place: .file(path), reason)
  }
}

// MARK: - Files in it

extension OutputFolder {
  /// The path of a new file, without its ending.
  ///
  /// - Parameters:
  ///   - name: what it would be called; a number follows where another file is called so.
  ///   - endings: the endings of all files that are to be called so.
  mutating func place(for name: String, endings: [String]) throws(WriteFailure) -> String {
    var number = 1
    var place = "\(path)/\(name)"
    while endings.contains(where: { isTaken("\(place).\($0)") }) {
      number += 1
      place = "\(path)/\(name)-\(number)"
    }
    endings.forEach { names.insert("\(place).\($0)") }
    return place
  }

  private func isTaken(_ file: String) -> Bool {
    // Where case does not count, two names may be one file.
    names.contains(file)
      || FileState(file, followingLinks: false).map { written.contains($0.identity) } ?? false
  }

  /// Whether something that is read stands there.
  func isRead(_ file: String) -> Bool {
    FileState(file, followingLinks: false).map { kept.contains($0.identity) } ?? false
  }

  /// Writes a file, unless it is one that is read and has other words.
  mutating func write(_ bytes: [UInt8], to file: String) throws(WriteFailure) {
    if isRead(file) {
      guard FileManager.default.contents(atPath: file) == Data(bytes) else {
        throw .isRead(path: file)
      }
      return
    }
    try OutputFile(file).write(bytes)
    if let state = FileState(file, followingLinks: false) { written.insert(state.identity) }
  }
}

extension OutputFolder {
  /// Writes a file in some form, and the text of its article beside it where the form is of no use without.
  mutating func write<Thing>(
    _ written: String, _ format: ExportFormat<Thing>, named name: String, text: ArticleText?
  ) throws(WriteFailure) {
    let text = format.needsText ? text : nil
    let textEnding = AnalysisFormat.text.ending
    let endings = [format.ending] + (text == nil ? [] : [textEnding])
    let place = try place(for: name, endings: endings)
    try write(Array(written.utf8), to: "\(place).\(format.ending)")
    if let text { try write(text.bytes, to: "\(place).\(textEnding)") }
  }
}

extension ExportFormat {
  /// How its files end.
  var ending: String { endings[0] }
}
