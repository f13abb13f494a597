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
        .message("“\(file.path)” already exists; :write! replaces it."))
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

  /// An open article as the reader has it.
  private typealias Open = (analysis: Analysis, corrections: [Correction], marks: [Mark])
  /// How files with some endings are written.
  private typealias Form = (endings: [String], text: @Sendable (Open) throws -> String)

  /// What an open article can be written as; of two with the same ending the first.
  private static let forms: [Form] =
    AnalysedArticle.formats.map { format in
      (format.endings, { try format.text(of: $0.analysis, marks: $0.marks) })
    }
    + SourcingReport.formats.map { format in
      (format.endings, { try format.text(of: $0.analysis, correcting: $0.corrections) })
    }

  /// A file of this name, `~` being home; `nil` where its ending tells no form.
  init?(_ name: String) {
    path = (name as NSString).expandingTildeInPath
    let ending = (path as NSString).pathExtension.lowercased()
    guard let form = Self.forms.first(where: { $0.endings.contains(ending) }) else { return nil }
    self.form = form
  }

  /// What to say of a name that tells no form.
  static func unknownEnding(_ name: String) -> String {
    var endings: [String] = []
    for form in forms where !endings.contains(form.endings[0]) { endings.append(form.endings[0]) }
    let listed = endings.map { ".\($0)" }
    return
      "“\(name)” must end in \(listed.dropLast().joined(separator: ", ")) or \(listed.last ?? "")"
      + ": the extension decides the format."
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
      let text = try form.text((analysis, corrections, marks))
      try file.write(Array(text.utf8))
      return isPartial ? "written as far as it was read: \(path)" : "written: \(path)"
    } catch let failure as WriteFailure {
      return failure.description
    } catch {
      return "“\(path)” cannot be written: \(error.localizedDescription)"
    }
  }
}
