import Dispatch
import Foundation
import HearsayExport
import HearsayModel
import HearsayReader

// Who said what, in a file of the reader's own.
extension Session {
  /// Writes the sourcing of the open article, with what the reader has set right and marked, in the background.
  mutating func write(to file: String, isReplacing: Bool, marks: [Mark]) -> [Effect] {
    guard let analysis, let article else { return [] }
    guard let file = WrittenFile(file) else {
      return reader.update(.message(WrittenFile.unknownEnding(file)))
    }
    guard isReplacing || !file.isThere else {
      return reader.update(
        .message("“\(file.path)” is there already; :write! replaces it."))
    }
    let corrections = corrections.made(in: article)
    let isPartial = isPartial
    let mailbox = mailbox
    WrittenFile.writing.async {
      mailbox.post(
        .message(file.write(analysis, corrections, marks, isPartial: isPartial)))
    }
    return []
  }
}

/// A file that a reader wants, and the form that its name asks for.
struct WrittenFile {
  /// Files are written here, one after the other.
  static let writing = DispatchQueue(label: "hearsay.writing", qos: .userInitiated)

  /// Where it is.
  let path: String
  private let form: Form

  private enum Form {
    case export(ExportFormat)
    case report(ReportFormat)
  }

  /// A file of this name, `~` being home; `nil` where its ending tells no form.
  init?(_ name: String) {
    path = (name as NSString).expandingTildeInPath
    let written = (path as NSString).pathExtension.lowercased()
    let ending = ["text": "txt", "markdown": "md", "htm": "html"][written] ?? written
    if let format = ExportFormat.allCases.first(where: { $0.fileEnding == ending }) {
      form = .export(format)
    } else if let format = ReportFormat.allCases.first(where: { $0.fileEnding == ending }) {
      form = .report(format)
    } else {
      return nil
    }
  }

  /// What to say of a name that tells no form.
  static func unknownEnding(_ name: String) -> String {
    "“\(name)” must end in .txt, .md, .html, .json, .jsonl or .ann: that says in which form it is written."
  }

  /// Whether something of that name is there.
  var isThere: Bool { OutputFile(path).isThere }

  /// Writes it, so that whoever reads it meanwhile sees all or nothing.
  ///
  /// - Returns: what to say.
  func write(
    _ analysis: Analysis, _ corrections: [Correction], _ marks: [Mark], isPartial: Bool
  ) -> String {
    let file = OutputFile(path)
    do {
      if let article = analysis.article.path, file.isSame(as: article) {
        throw WriteFailure.isRead(path: path)
      }
      let text =
        switch form {
        case .export(let format): try format.text(of: analysis, marks: marks)
        case .report(let format): format.text(of: analysis, correcting: corrections)
        }
      try file.write(Array(text.utf8))
      return isPartial ? "written as far as it was read: \(path)" : "written: \(path)"
    } catch let failure as WriteFailure {
      return failure.description
    } catch {
      return "“\(path)” cannot be written: \(error.localizedDescription)"
    }
  }
}
