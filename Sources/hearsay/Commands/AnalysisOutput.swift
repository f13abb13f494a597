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
    var files = try folder.map { folder throws(WriteFailure) in
      try OutputFolder(folder, keeping: readings.compactMap(\.path))
    }
    let patience = Patience()
    defer { patience.end() }
    for (number, reading) in readings.enumerated() where !patience.stop.isSeen {
      do {
        let article = try reading.get()
        let file = try file(for: article, in: &files)
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
        let text = try text(analysis, corrections)
        if let file {
          try files?.write(Array(text.utf8), to: file)
        } else {
          try StandardStream.output.print(text)
        }
      } catch let failure as WriteFailure where failure.isOfStream {
        throw failure
      } catch {
        complain("\(error)")
        failed = true
      }
    }
    if patience.stop.isSeen { throw ExitCode.interrupted }
    if failed { throw ExitCode.trouble }
  }

  /// The file for an article; `nil` where it goes to standard output.
  ///
  /// - Throws: where that is an article that is read: before anybody has waited for its analysis.
  private func file(
    for article: Article, in folder: inout OutputFolder?
  ) throws(WriteFailure) -> String? {
    let name = article.path.map {
      URL(fileURLWithPath: $0).deletingPathExtension().lastPathComponent
    }
    guard let place = try folder?.place(for: name ?? "article", endings: [fileEnding]) else {
      return nil
    }
    let file = "\(place).\(fileEnding)"
    if folder?.isRead(file) == true { throw .isRead(path: file) }
    return file
  }
}

extension Result<Article, IngestError> {
  /// The file that was read, or could not be.
  fileprivate var path: String? {
    switch self {
    case .success(let article): article.path
    case .failure(let problem): problem.path
    }
  }
}
