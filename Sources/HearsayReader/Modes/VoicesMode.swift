import HearsayModel
import HearsayScreen

/// The list of the sources across articles.
struct VoicesMode: ListMode {
  static let view = KeyView.voices

  var place = ListPlace()
  var voices: [Voice]
  /// The source that is to be joined with another one.
  var taken: Voice?

  func rows(in reader: Reader) -> any OverlayRows {
    VoiceRows(voices: voices, taken: taken?.id, look: reader.look)
  }

  /// The selected source.
  func selectedVoice(in reader: Reader) -> Voice? { selected(in: reader).map { voices[$0] } }

  func act(_ action: Action, in reader: inout Reader) -> [Effect]? {
    if action == .undo { return [.library(.restore)] }
    guard let voice = selectedVoice(in: reader) else { return actAsList(action, in: &reader) }
    switch action {
    case .openDetail, .focusSources: return [.library(.listWords(of: voice.id, name: voice.name))]
    case .mergeSources: return take(voice, in: &reader)
    case .renameSource: return reader.ask(VoiceNameQuestion(voice: voice.id), line: voice.name)
    case .splitSource:
      guard voice.joined > 0 else {
        return reader.refuse("Nobody was joined with \(voice.nameFirst).")
      }
      reader.message = "\(voice.nameFirst) and \(voice.joined + 1) others are separate again"
        .withUndo(reader.keys)
      return [.library(.part(voice.id))]
    default: return actAsList(action, in: &reader)
    }
  }

  func hints(in reader: Reader) -> [Hint] {
    [Hint(.openDetail, "open")]
      + [
        Hint(.mergeSources, "same as…"), Hint(.renameSource), Hint(.splitSource, "part again"),
        Hint(.undo), Hint(.search), Hint(.back), Hint(.help),
      ]
  }

  /// The first press takes a source up, the second joins it with another one.
  private func take(_ voice: Voice, in reader: inout Reader) -> [Effect] {
    guard let first = taken, first.id != voice.id else {
      let isTaken = taken == nil
      reader.modes.change(Self.self) { $0.taken = isTaken ? voice : nil }
      let key = reader.keys.name(of: .mergeSources) ?? ""
      reader.message =
        isTaken
        ? "now press \(key) on the source that is the same as \(voice.nameFirst)"
        : "\(voice.nameFirst) stays as it is"
      return []
    }
    reader.modes.change(Self.self) { $0.taken = nil }
    reader.message = "\(first.nameFirst) and \(voice.nameFirst) are one".withUndo(reader.keys)
    return [.library(.join(first.id, with: voice.id))]
  }
}

extension String {
  /// With the key that takes it back.
  fileprivate func withUndo(_ keys: KeyMap) -> String {
    keys.name(of: .undo).map { "\(self); \($0) undoes it" } ?? self
  }
}

extension Reader {
  /// Lists the sources across articles; where they are listed already, the same one stays selected.
  mutating func list(_ voices: [Voice]) -> [Effect] {
    guard !voices.isEmpty else {
      modes.change(VoicesMode.self) { $0.voices = voices }
      return refuse("No article of the library has a source with a name yet.")
    }
    guard let list = modes.last(VoicesMode.self) else { return open(VoicesMode(voices: voices)) }
    let selected = list.selectedVoice(in: self)?.id
    modes.change(VoicesMode.self) { $0.voices = voices }
    let shown = modes.last(VoicesMode.self)?.view(in: self).shown ?? []
    let row = shown.firstIndex { voices[$0].id == selected }
    modes.change(VoicesMode.self) {
      $0.place.selected = row ?? min($0.place.selected, max(0, shown.count - 1))
    }
    revealSelected()
    return []
  }
}

// MARK: - Rows

/// The sources across articles, those of most articles first.
struct VoiceRows: OverlayRows {
  let voices: [Voice]
  /// The source that is to be joined with another one.
  let taken: VoiceKey?
  let look: Look
  let title = "Sources"
  let emptyWords = "No article of the library has a source with a name yet."
  let height = 1
  let isSelectable = true

  var count: Int { voices.count }
  func words(of index: Int) -> String { "\(voices[index].nameFirst) \(voices[index].name)" }

  /// `● Mayor Ana Lund                     12 statements in 4 articles`
  func lines(of index: Int) -> [Line] {
    let voice = voices[index]
    let isTaken = taken == voice.id
    var line = Line("  \(voice.naming.sign(in: look.signSet)) ", look[.row])
      .adding(voice.nameFirst, look[isTaken ? .strong : .row])
    if isTaken { line = line.adding(" is the same as…", look[.mark]) }
    if voice.joined > 0 { line = line.adding(" +\(voice.joined) joined by you", look[.quiet]) }
    if voice.isRenamed { line = line.adding(" \(look.signs.mark)", look[.mark]) }
    line.right = [
      .init(
        text: "\(voice.statements) in \(voice.articles) article\(voice.articles == 1 ? "" : "s") ",
        style: look[.quiet])
    ]
    return [line]
  }
}
