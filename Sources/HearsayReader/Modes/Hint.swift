/// An action whose key is worth showing, with a word or two for what it does here.
struct Hint: Hashable, Sendable {
  var action: Action
  var words: String

  init(_ action: Action, _ words: String? = nil) {
    self.action = action
    self.words = words ?? action.hint
  }
}
