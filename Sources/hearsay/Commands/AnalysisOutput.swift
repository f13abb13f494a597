import ArgumentParser
import Foundation
import HearsayEngine
import HearsayExport
import HearsayIngest
import HearsayModel
import HearsayResources

/// Where the commands that print analyses put them: standard output, or a file for each article in a folder.
struct AnalysisOutput<Thing: Exportable> {
  /// How it is written.
  var format: ExportFormat<Thing>
  /// The folder; `nil` for standard output.
  var folder: String?
  /// Whether what the reader has set right is worked in.
  var isCorrected: Bool
  /// What is written of an analysis with these corrections.
  var make: (Analysis, [Correction]) -> Thing

  /// Analyses what can be read of these files and folders, and writes it.
  func write(_ files: [String]) throws {
    let analyzer = try Analyzer.configured(resources: .located())
    if let notice = analyzer.notice { complain(notice) }
    let readings = Ingest().articles(at: files)
    guard !format.isOneToAFile || folder != nil || readings.count <= 1 else {
      throw ValidationError(
        "Several articles cannot go into one \(format.name) file: use --output FOLDER.")
    }
    try write(readings, by: analyzer)
  }

  /// Analyses what could be read and writes it; what could not is said, and the rest goes on.
  ///
  /// Where that takes a while standard error says how far it is.
  ///
  /// - Throws: exit status 1, at the end, where anything went wrong; 130 where C-c was pressed: what was written by then
  ///   is whole.
  private func write(_ readings: [Result<Article, IngestError>], by analyzer: Analyzer) throws {
    var failed = false
    var files = try folder.map { folder throws(WriteFailure) in
      try OutputFolder(folder, keeping: readings.compactMap(\.path))
    }
    let desk = isCorrected ? KeptCorrections() : nil
    let patience = Patience()
    defer { patience.end() }
    for (number, reading) in readings.enumerated() where !patience.stop.isSeen {
      do {
        let article = try reading.get()
        let file = try file(for: article, in: &files)
        let corrections = desk?.corrections(of: article) ?? []
        var watch = Watch()
        watch.stop = patience.stop
        watch.progress = {
          patience.tell($0, of: article, number: number + 1, of: readings.count)
        }
        var draft = Draft(of: article)
        let read = patience.reading {
          analyzer.read(&draft, correcting: corrections, watching: watch)
        }
        guard let analysis = read else { break }
        let text = try format.text(of: make(analysis, corrections))
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
    let name = article.path?.stemOfPath ?? "article"
    guard let place = try folder?.place(for: name, endings: [format.ending]) else { return nil }
    let file = "\(place).\(format.ending)"
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
