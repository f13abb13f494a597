/// What the reader was given for the whole session: keys, looks, wishes, and what it cannot know by itself.
struct Setup: Sendable {
  /// What the keys mean.
  var keys: KeyMap
  let look: Look
  var preferences: Preferences
  let surroundings: Surroundings
}
