/// Where a source stands to the words that it is cited with, where it does not simply say them.
///
/// `nil` in an ``Attribution`` means that the source says, thinks or does what the cue tells, and no more is known.
public enum Stance: String, Codable, CaseIterable, Hashable, Sendable {
  /// It says that the words are not so, or does not do what the verb tells: *denied*, *did not concede*.
  case denied
  /// It does not answer: *declined to comment*, *did not respond*.
  case refused
  /// It is against them: *condemned*, *voted against*.
  case opposed
}
