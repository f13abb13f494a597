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
  /// How large the screen is.
  package internal(set) var size: Size
  private(set) var keys: KeyMap
  let look: Look
  let preferences: Preferences
  let surroundings: Surroundings

  /// The list of articles.
  var entries: [Entry] = []
  /// The list as it is sorted and filtered.
  var articleList = ArticleList()
  /// All marks of all articles.
  var marks: [Mark] = []
  /// How they are listed.
  var marksList = MarksList()
  /// What was changed on them, the latest last.
  var markChanges: [MarkChange] = []
  /// How many changes of marks had been made when something was corrected, so that the later of the two goes back
  /// first.
  var markChangesBefore: [Correction.ID: Int] = [:]
  /// The open article.
  var reading: Reading?
  /// The article that was asked for and has not come yet.
  var awaited: Request?
  /// The mark to go to once its article is there.
  var awaitedMark: Mark?
  /// The place to go to once its article is there.
  var awaitedPassage: Passage?
  /// What the library found last.
  var passages: Passages?
  /// The list that one came from, and comes back to.
  var overlayToReturnTo: Overlay?
  /// The sources across articles, as they were listed last.
  var voices: [Voice] = []
  /// The source that is to be joined with another one.
  var voiceToJoin: Voice?
  /// How far the analysis of many articles has come.
  var batch: BatchProgress?

  /// Where to show the article that was asked for, when nobody knows better.
  var awaitedPlace: Place?
  /// What is shown of it until then, and what was typed meanwhile.
  var glimpse: Glimpse?
  /// Where an article that is about to come was left.
  var awaitedPosition: (position: ReadingPosition?, article: Article.ID)?
  /// The paragraphs of a long article that is about to come.
  var awaitedOutline: (outline: TextOutline, article: Article.ID)?

  /// Which pane the keys go to.
  var focus = Focus.article
  /// How article and list share the screen.
  var panes: Panes
  /// What the mouse has taken hold of.
  var held: Grip?
  /// In what order the list stands.
  var arrangement = Arrangement.reading
  /// Where to go back to from the detail.
  var focusBeforeDetail = Focus.article
  /// What lies over the article, the uppermost last.
  var overlays: [Overlay] = []
  /// What the top level is.
  var home = Beginning.firstArticle
  /// What is known of the article since something is being asked for.
  var waiting: Arrival?
  /// What is being asked for in the lowest row.
  var prompt: Prompt?
  /// What is searched for in the article.
  var search: TextSearch?
  /// The pattern that is to be looked for in the background, until that was asked for.
  var wantedPattern: String?
  /// What the list of who said what must answer to.
  var filter: Filter?
  /// Where one came from, and where one went back from.
  var jumps = Jumps()
  /// What was typed before, at each kind of question.
  var history = History()
  /// What is said in the lowest row until the next key.
  var message: String?
  /// The first keys of a sequence.
  var pending: KeyMap.Sequence = []
  /// What a macro still has to do.
  var playing: Playing?
  /// What is being recorded.
  var recording: Recording?
  /// The keys that were recorded last.
  var recorded: [Key] = []

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
    self.size = size
    self.keys = keys
    self.preferences = preferences
    self.panes = panes ?? preferences.panes
    self.surroundings = surroundings
    let abilities = preferences.signs.applied(to: abilities)
    look = Look(abilities.colors == 0 ? monochrome : theme, on: abilities)
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
    self.entries = entries
    relist()
    home = beginning
    switch beginning {
    case .firstArticle:
      guard let first = entries.first else { return [] }
      return request(.entry(first.id))
    case .list:
      overlays = [Overlay(.articles)]
      return []
    }
  }
}

// MARK: - In

extension Reader {
  /// Learns what the keys mean: a screen can be drawn before anybody knows.
  package mutating func learn(_ keys: KeyMap) { self.keys = keys }

  /// Takes what the person at the terminal did.
  package mutating func receive(_ input: Input) -> [Effect] {
    if isKeptForLater(input) {
      glimpse?.typed.append(input)
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
    if let pattern = wantedPattern, let reading {
      effects.append(.searchPattern(pattern, in: reading.article.id))
    }
    wantedPattern = nil
    guard let reading, let place else { return effects }
    // A list may lie over it, or it may still be behind another pane: then nobody has seen it.
    let seen: [Effect] =
      reading.showsEnd && !reading.isEndNoted && overlays.isEmpty && !frame.article.isEmpty
      ? [.noteEnd(reading.article.id)] : []
    if !seen.isEmpty { self.reading?.isEndNoted = true }
    guard reading.article.id == article, place != before else { return effects + seen }
    if byHand { self.reading?.isMoved = true }
    return effects + [.savePlace(place, reading.article.id)] + seen
  }

  /// Where the reader is in the open article.
  package var place: Place? {
    reading.map { reading in
      Place(
        top: reading.topByte,
        selection: reading.wantedSelection
          ?? reading.selected.flatMap { reading.sourcing?.items[$0].extent.start })
    }
  }
}

// MARK: - The frame

extension Reader {
  /// Where everything is now.
  var frame: Frame {
    Frame(size, focus: focus, panes: panes, measure: preferences.measure)
  }

  /// Fits the open article to the frame: after everything that may change it.
  mutating func fit() {
    guard reading != nil else { return }
    let frame = frame
    reading?.fit(columns: frame.text.columns, rows: frame.text.rows)
    reading?.fitMap(rows: frame.map.rows)
    if let sourcing = reading?.sourcing {
      let spacing = frame.list.rows >= 24 ? 1 : 0
      if reading?.rows?.arrangement != arrangement || reading?.rows?.spacing != spacing {
        let passing = reading?.passing
        reading?.rows = ListRows(
          sourcing, arrangement: arrangement, spacing: spacing, passing: passing)
      }
    }
    revealSelectedRow()
  }
}
