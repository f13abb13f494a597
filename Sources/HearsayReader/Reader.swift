package import HearsayModel
package import HearsayScreen

/// The reading program without a terminal: keys and news in, effects and screens out.
///
/// ``receive(_:)`` takes what the person does, ``update(_:)`` what happens outside; both change the state and
/// return what is to be done outside. ``draw(on:)`` shows the state and changes nothing.
///
/// ```
/// var reader = Reader(size: terminal.size, abilities: terminal.abilities, keys: keys, theme: theme, …)
/// perform(reader.start(with: entries, showing: .firstArticle))
/// ```
package struct Reader: Sendable {
  /// How large the screen is.
  package internal(set) var size: Size

  /// A reader with nothing to read yet.
  ///
  /// - Parameters:
  ///   - theme: how it looks in colour.
  ///   - monochrome: how it looks where `abilities.colors` is 0.
  package init(
    size: Size, abilities: Abilities, keys: KeyMap, theme: Theme, monochrome: Theme,
    surroundings: Surroundings = Surroundings()
  ) {
    self.size = size
  }

  /// What is on the screen first.
  package enum Beginning: Hashable, Sendable {
    /// The first article: several files were given.
    case firstArticle
    /// The list of articles: no file was given.
    case list
  }

  /// Begins with a list of articles.
  package mutating func start(with entries: [Entry], showing beginning: Beginning) -> [Effect] {
    []
  }

  /// Takes what the person at the terminal did.
  package mutating func receive(_ input: Input) -> [Effect] { [] }

  /// Does what a key would do.
  package mutating func perform(_ action: Action) -> [Effect] { [] }

  /// Takes what happened outside.
  package mutating func update(_ event: Event) -> [Effect] { [] }

  /// Draws the whole screen; the screen should have the reader's size.
  package func draw(on screen: inout Screen) {}
}
