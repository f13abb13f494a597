/// Which hearsay this is.
enum Version {
  /// What `hearsay --version` prints. `Resources/CHANGELOG.md` begins with what is new in it.
  static let current = "0.2.0"
}
