import HearsayModel
import HearsayScreen

/// What is being played of a macro, and the keys that are or were recorded.
struct Tape: Hashable, Sendable {
  /// What a macro still has to do.
  var playing: Playing?
  /// What is being recorded.
  var recording: Recording?
  /// The keys that were recorded last.
  var recorded: [Key] = []
}

/// What is still to be done of a macro, or of keys that were recorded.
struct Playing: Hashable, Sendable {
  enum Step: Hashable, Sendable {
    /// As it could be typed behind a colon.
    case command(String)
    case key(Key)
  }

  /// What is told of it.
  var name: String
  var steps: ArraySlice<Step>
  /// Whether the library was asked for something and has not answered.
  var awaitsLibrary = false
}

/// Keys that are being recorded.
struct Recording: Hashable, Sendable {
  private(set) var keys: [Key] = []
  /// How many of them had been pressed when last nothing was half typed.
  private(set) var settled = 0

  /// Takes a key, and whether something is half typed after it.
  mutating func take(_ key: Key, isHalfTyped: Bool) {
    keys.append(key)
    if !isHalfTyped { settled = keys.count }
  }

  /// Without those that ended it.
  var result: [Key] { Array(keys.prefix(settled)) }
}
