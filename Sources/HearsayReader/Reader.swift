import HearsayModel
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
  /// What it was given for the whole session.
  private(set) var setup: Setup
  /// How large the screen is, how article and list share it, and which pane has the keys.
  var window: Window
  /// What has the screen and the keys: the article, and what lies over it.
  var modes = ModeStack()
  /// The way back: the lists that one went through, and the places that one jumped from.
  var trail = Trail()
  /// What is being asked for in the lowest row.
  var prompt: Prompt?

  /// The open article.
  var reading: Reading?
  /// The article that was asked for and has not come yet.
  var awaited = Awaited()
  /// How the list of who said what is wanted.
  var listing = Listing()
  /// The articles besides the open one.
  var library = Library()
  /// All marks of all articles.
  var markBook = MarkBook()

  /// What is said in the lowest row until the next key.
  var message: String?
  /// The first keys of a sequence.
  var pending: KeyMap.Sequence = []
  /// What was typed before, at each kind of question.
  var history = History()
  /// What is being played of a macro, and the keys that were recorded.
  var tape = Tape()

  /// A reader with nothing to read yet.
  ///
  /// - Parameters:
  ///   - theme: how it looks in colour.
  ///   - monochrome: how it looks where `abilities.colors` is 0.
  ///   - panes: how the screen was shared the last time; `nil` for what the preferences say.
  package init(
    size: Size, abilities: Abilities, keys: KeyMap, theme: Theme, monochrome: Theme,
    preferences: Preferences = Preferences(), panes: Panes? = nil,
    surroundings: Surroundings = Surroundings()
  ) {
    let abilities = preferences.signs.applied(to: abilities)
    setup = Setup(
      keys: keys, look: Look(abilities.colors == 0 ? monochrome : theme, on: abilities),
      preferences: preferences, surroundings: surroundings)
    window = Window(size, panes: panes ?? preferences.panes, measure: preferences.measure)
    listing.filter = try? Filter(preferences.filter, named: preferences.filters)
    if preferences.filter.allSatisfy(\.isWhitespace) { listing.filter = nil }
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
    library.articles.entries = entries
    relist()
    modes.home = beginning
    switch beginning {
    case .firstArticle:
      guard let first = entries.first else { return [] }
      return request(.entry(first.id))
    case .list:
      modes.open(ArticlesMode())
      return []
    }
  }
}

// MARK: - What it was given, and what is where

extension Reader {
  /// How large the screen is.
  package var size: Size { window.size }
  var keys: KeyMap { setup.keys }
  var look: Look { setup.look }
  var surroundings: Surroundings { setup.surroundings }
  /// Where everything is now.
  var frame: Frame { window.frame }
  /// Which pane the keys go to.
  var focus: Focus { window.focus }
  /// All marks of all articles.
  var marks: [Mark] { markBook.all }
}

// MARK: - In

extension Reader {
  /// Learns what the keys mean: a screen can be drawn before anybody knows.
  package mutating func learn(_ keys: KeyMap) { setup.keys = keys }

  /// Takes a filter that is given a name.
  ///
  /// - Throws: what is wrong with the name.
  mutating func learn(_ filter: String, as name: String) throws(Filter.Problem) {
    try setup.preferences.filters.keep(filter, as: name)
  }

  /// Takes what the person at the terminal did.
  package mutating func receive(_ input: Input) -> [Effect] {
    if isKeptForLater(input) {
      awaited.glimpse?.typed.append(input)
      return []
    }
    return keepingPlace(byHand: true) { reader in
      switch input {
      case .key(let key): reader.take(key)
      case .mouse(let mouse): reader.point(mouse)
      case .paste(let text): reader.takePaste(text)
      case .resize(let size): reader.handle(.resized(size))
      }
    }
  }

  /// Does what a key would do.
  package mutating func perform(_ action: Action) -> [Effect] {
    keepingPlace(byHand: true) { $0.act(action) }
  }

  /// Takes what happened outside.
  package mutating func update(_ event: Event) -> [Effect] {
    keepingPlace { $0.hear(event) }
  }

  /// Whether the open article has a new place afterwards, and so is to be kept.
  ///
  /// - Parameter byHand: whether a person does it, who then does not want to be put somewhere else.
  private mutating func keepingPlace(
    byHand: Bool = false, _ change: (inout Reader) -> [Effect]
  ) -> [Effect] {
    let before = place
    let article = reading?.article.id
    var effects = change(&self)
    takeWaiting()
    if let pattern = reading?.search?.takeWantedPattern(), let reading {
      effects.append(.searchPattern(pattern, in: reading.article.id))
    }
    guard let reading, let place else { return effects }
    // A list may lie over it, or it may still be behind another pane: then nobody has seen it.
    let seen: [Effect] =
      reading.showsEnd && !reading.isEndNoted && modes.showsArticle && !frame.article.isEmpty
      ? [.noteEnd(reading.article.id)] : []
    if !seen.isEmpty { self.reading?.isEndNoted = true }
    guard reading.article.id == article, place != before else { return effects + seen }
    if byHand { self.reading?.isMoved = true }
    return effects + [.savePlace(place, reading.article.id)] + seen
  }

  /// Where the reader is in the open article.
  package var place: ArticlePlace? {
    reading.map { reading in
      ArticlePlace(
        top: reading.topByte,
        selection: reading.wantedSelection
          ?? reading.selectedItem?.extent.start)
    }
  }
}

// MARK: - The frame

extension Reader {
  /// Fits the open article to the frame: after everything that may change it.
  mutating func fit() {
    let (frame, arrangement) = (frame, listing.arrangement)
    reading?.fit(frame, arrangement: arrangement)
    revealSelectedRow()
  }
}
