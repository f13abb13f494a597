import ArgumentParser
import Foundation
import HearsayEngine
import HearsayIngest
import HearsayModel

/// Where the commands that print analyses put them: standard output, or a file for each article in a folder.
struct AnalysisOutput {
  /// The folder; `nil` for standard output.
  var folder: String?
  /// How its files end.
  var fileEnding: String
  /// What the reader has set right in an article.
  var corrections: (Article) -> [Correction] = { _ in [] }
  /// What is written of an analysis with these corrections.
  var text: (Analysis, [Correction]) throws -> String

  /// Analyses what could be read and writes it; what could not is said, and the rest goes on.
  ///
  /// Where that takes a while standard error says how far it is.
  ///
  /// - Throws: exit status 1, at the end, where anything went wrong; 130 where C-c was pressed: what was written by then
  ///   is whole.
  func write(_ readings: [Result<Article, IngestError>], by analyzer: Analyzer) throws {
    var failed = false
    let patience = Patience()
    for (number, reading) in readings.enumerated() where !patience.stop.isSeen {
      do {
        let article = try reading.get()
        let corrections = corrections(article)
        var watch = Watch()
        watch.stop = patience.stop
        watch.progress = {
          patience.tell($0, of: article, number: number + 1, of: readings.count)
        }
        var draft = Draft(of: article)
        guard let analysis = analyzer.read(&draft, correcting: corrections, watching: watch) else {
          break
        }
        try write(analysis, corrections)
      } catch {
        complain("\(error)")
        failed = true
      }
    }
    patience.end()
    if patience.stop.isSeen { throw ExitCode.interrupted }
    if failed { throw ExitCode.trouble }
  }

  private func write(_ analysis: Analysis, _ corrections: [Correction]) throws {
    let data = Data(try text(analysis, corrections).utf8)
    guard let folder else {
      FileHandle.standardOutput.write(data)
      return
    }
    let name = analysis.article.path.map { URL(fileURLWithPath: $0).lastPathComponent } ?? "article"
    let place = URL(fileURLWithPath: folder, isDirectory: true)
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    let file = place.appendingPathComponent(
      URL(fileURLWithPath: name).deletingPathExtension().lastPathComponent
    ).appendingPathExtension(fileEnding)
    try data.write(to: file)
  }
}
