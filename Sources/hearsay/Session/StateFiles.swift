import Dispatch
import Foundation
import HearsayIngest
import HearsayModel
import HearsayReader

/// Keeps what a session got used to, for the next one: what was typed, what was changed on marks, and
/// how the window was shared.
///
/// A few small files in `$XDG_STATE_HOME/hearsay`. Everything is written at once and in the background; what
/// cannot be written or read is as if it had never been.
final class StateFiles: BackgroundJob {
  private let folder: String?
  private let queue = DispatchQueue(label: "hearsay.state", qos: .utility)
  /// A longer history is cut down to what is worth keeping when it is read, in bytes.
  private static let longHistory = 1 << 16

  /// Keeps state in the folder of this environment.
  init(environment: Variables) {
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
      folder = state + "/hearsay"
    } else {
      folder = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 + "/.local/state/hearsay" }
    }
  }

  /// What was typed must be kept.
  var isKeeping: Bool { true }

  /// Waits until everything is on the disk.
  func finish() { queue.sync {} }

  private func text(of name: String) -> String? {
    guard let folder else { return nil }
    return (try? Ingest().bytes(ofFile: "\(folder)/\(name)")).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// Replaces a file, so that whoever reads it sees the old one or the new one.
  private func replace(_ name: String, with text: String) {
    guard let folder = makeFolder() else { return }
    try? OutputFile("\(folder)/\(name)").writePrivately(Array(text.utf8))
  }

  private func makeFolder() -> String? {
    guard let folder else { return nil }
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    // One that an earlier hearsay or somebody else has made may be open to all.
    chmod(folder, 0o700)
    return folder
  }
}

// MARK: - What was typed

extension StateFiles {
  /// What was typed in earlier sessions. Control characters that somebody has put into the file are left out.
  func history() -> History {
    guard let text = text(of: "history") else { return History() }
    let history = History(Self.lines(of: text))
    if text.utf8.count > Self.longHistory {
      let kept = history.all.map { Self.written($0) + "\n" }.joined()
      queue.async { [self] in replace("history", with: kept) }
    }
    return history
  }

  /// Adds a line to the history.
  func keep(_ line: History.Line) {
    let written = Self.written(line)
    queue.async { [self] in
      guard let path = makeFolder().map({ "\($0)/history" }) else { return }
      try? OutputFile(path).append(line: written)
      // An earlier one may be open to all.
      chmod(path, 0o600)
    }
  }

  static func lines(of text: String) -> [History.Line] {
    text.split(whereSeparator: \.isNewline).compactMap { line in
      let parts = line.split(separator: "\t", maxSplits: 1)
      guard parts.count == 2, let kind = History.Kind(rawValue: String(parts[0])) else {
        return nil
      }
      return History.Line(kind, clean(parts[1]))
    }
  }

  static func written(_ line: History.Line) -> String {
    "\(line.kind.rawValue)\t\(clean(line.text))"
  }

  private static func clean(_ text: some StringProtocol) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: break
      default: kept.append(scalar)
      }
    }
    return String(kept)
  }
}

// MARK: - What was changed on marks

extension StateFiles {
  /// What was changed on marks in earlier sessions and can still be taken back, the latest last.
  func markChanges() -> [MarkChange] {
    let text = text(of: "mark-changes")
    return text.flatMap { try? JSONDecoder().decode([MarkChange].self, from: Data($0.utf8)) } ?? []
  }

  /// Keeps what was changed on marks, so that a later session can take it back.
  func keep(_ changes: [MarkChange]) {
    queue.async { [self] in
      guard let json = try? JSONEncoder().encode(changes) else { return }
      replace("mark-changes", with: String(decoding: json, as: UTF8.self))
    }
  }
}

// MARK: - How the window was shared

extension StateFiles {
  /// How the window was shared when the last session ended; `nil` where that is not known, or where the
  /// configuration has been changed since and so has the last word.
  func panes(configured: Panes) -> Panes? {
    guard let text = text(of: "panes") else { return nil }
    let lines = text.split(whereSeparator: \.isNewline)
    guard lines.count == 2, lines[0] == Self.written(configured) else { return nil }
    let words = lines[1].split(separator: " ")
    guard words.count == 3, let side = Panes.Side(rawValue: String(words[0])) else { return nil }
    return Panes(side: side, width: Double(words[1]), height: Double(words[2]))
  }

  /// Keeps how the window is shared, beside what the configuration says now.
  func keep(_ panes: Panes, configured: Panes) {
    let text = "\(Self.written(configured))\n\(Self.written(panes))\n"
    queue.async { [self] in replace("panes", with: text) }
  }

  /// `place 0.45 -`
  private static func written(_ panes: Panes) -> Substring {
    func share(_ share: Double?) -> String { share.map { String(format: "%.3f", $0) } ?? "-" }
    return "\(panes.side.rawValue) \(share(panes.width)) \(share(panes.height))"[...]
  }
}
