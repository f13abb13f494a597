import Foundation

/// Where articles and corpora lie that are too large, or not ours, to be kept in the repository.
///
/// `$HEARSAY_SHARED`, or the folder `shared` beside the repository. A test that needs it is skipped where it is
/// missing: `@Test(.enabled(if: SharedFolder.isThere, "needs the shared articles"))`.
public enum SharedFolder {
  /// The folder; `nil` where there is none.
  public static let path: String? = {
    let beside = Page.root.deletingLastPathComponent().appendingPathComponent("shared").path
    let named = ProcessInfo.processInfo.environment["HEARSAY_SHARED"]
    return [named, beside].compactMap(\.self).first { FileManager.default.fileExists(atPath: $0) }
  }()

  /// Whether it is there.
  public static var isThere: Bool { path != nil }
}
