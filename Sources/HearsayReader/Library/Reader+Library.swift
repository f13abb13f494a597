import HearsayModel

// Asking the library, and showing what it found.
extension Reader {
  /// Takes what the library has found.
  mutating func take(_ answer: LibraryAnswer) -> [Effect] {
    switch answer {
    case .found(let passages):
      message = nil
      self.passages = passages
      if passages.all.isEmpty { return refuse(passages.nothingWords) }
      return open(Overlay(.passages))
    case .sifted(let filter, let passing): return take(filter, passing)
    case .voices(let voices):
      let isOpen = overlays.contains { $0.subject == .voices }
      let selected = isOpen ? selectedVoice?.id : nil
      self.voices = voices
      if voices.isEmpty {
        return refuse("No article of the library has a source with a name yet.")
      }
      guard isOpen else { return open(Overlay(.voices)) }
      if let place = overlays.firstIndex(where: { $0.subject == .voices }) {
        let shown = OverlayView(reader: self, overlay: overlays[place]).shown
        let found = shown.firstIndex { voices[$0].id == selected }
        overlays[place].selected = found ?? min(overlays[place].selected, max(0, shown.count - 1))
      }
      revealOverlayRow()
      return []
    }
  }
}

// MARK: - Words

extension Reader {
  /// Asks which words to find in all articles.
  mutating func askForWordsToFind() -> [Effect] {
    prompt = Prompt(.library(.find))
    return []
  }

  /// Finds words in all articles; without words, shows again what was found last.
  mutating func find(_ words: String) -> [Effect] {
    guard words.contains(where: { !$0.isWhitespace }) else {
      return passages == nil ? refuse("Nothing was searched for yet.") : open(Overlay(.passages))
    }
    message = "searching…"
    return remember(words, as: .search) + [.library(.find(words))]
  }
}

extension Passages {
  var title: String {
    switch question {
    case .words(let words): "Found · \(words)"
    case .source(let name): "Words of \(name)"
    case .like(let words): "Who else said · \(words)"
    }
  }

  var nothingWords: String {
    switch question {
    case .words(let words): "“\(words)” occurs in no article of the library."
    case .source(let name): "The library has no words of \(name)."
    case .like: "Nobody in another article of the library said the same."
    }
  }
}

// MARK: - Going there

extension Reader {
  /// Goes to the selected passage, in whatever article it is; `q` comes back to the list.
  mutating func openPassage(_ passage: Passage) -> [Effect] {
    overlayToReturnTo = overlays.last
    if case .note(let id) = passage.kind, let mark = marks.first(where: { $0.id == id }) {
      if mark.article == reading?.article.id {
        showArticle()
        go(to: mark)
        return []
      }
      let effects = request(.stored(mark.article))
      awaitedMark = mark
      return effects
    }
    if passage.article == reading?.article.id {
      showArticle()
      return jumping { reader in
        reader.go(to: passage)
        return []
      }
    }
    let effects = request(.stored(passage.article))
    awaitedPassage = passage
    return effects
  }

  private mutating func showArticle() {
    overlays = []
    focus = .article
    fit()
  }

  /// Shows a passage of the open article, with the words that were found in it.
  mutating func go(to passage: Passage) {
    guard let text = reading?.article.text else { return }
    let start = min(passage.start, text.count)
    if case .words = passages?.question, let match = passage.matches.first {
      let words = String(decoding: Array(passage.words.utf8)[match], as: UTF8.self)
      var found = TextSearch(words.lowercased(), in: text)
      found.current = found.first(from: start)
      search = found
    }
    let place = search?.current.flatMap { search?.matches[$0] }.map { Int($0.lowerBound) } ?? start
    if let item = reading?.sourcing?.nearestItem(to: passage.kind == .text ? place : start) {
      setSelection(item)
    } else {
      reading?.wantedSelection = start
    }
    reading?.reveal(Span(place, min(text.count, place + 1)))
  }
}

// MARK: - Sources across articles

extension Reader {
  /// Lists everything that the selected source said, wherever it was read.
  mutating func listWordsOfSource() -> [Effect] {
    guard let reading, let sourcing = reading.sourcing, let item = selectedItem else {
      return [.library(.listVoices)]
    }
    guard let source = sourcing.source(of: item) else {
      return refuse("Nobody is credited with this, so there are no other words of anybody.")
    }
    return [
      .library(.listWords(of: VoiceKey(source, in: reading.article.id), name: source.name))
    ]
  }

  /// Lists who else said what is selected, in other articles.
  mutating func listLike() -> [Effect] {
    guard let reading, let sourcing = reading.sourcing, let item = selectedItem else {
      return refuse("Nothing is selected.")
    }
    let id: ReadingPosition.Item? =
      sourcing.attribution(of: item).map { .attribution($0.id) }
      ?? sourcing.sentence(of: item).map { .sentence($0.id) }
    guard let id else { return [] }
    let words = reading.article.text[item.said].split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    message = "searching…"
    return [.library(.listLike(id, of: reading.article.id, words: words))]
  }

  /// The selected row of the list of sources.
  var selectedVoice: Voice? {
    guard let overlay = overlays.last(where: { $0.subject == .voices }) else { return nil }
    let shown = OverlayView(reader: self, overlay: overlay).shown
    return shown.indices.contains(overlay.selected) ? voices[shown[overlay.selected]] : nil
  }

  /// What a key means on the list of sources; `nil` where it means the same as on every list.
  mutating func actOnVoices(_ action: Action) -> [Effect]? {
    guard overlays.last?.subject == .voices, let voice = selectedVoice else { return nil }
    switch action {
    case .openDetail, .focusSources: return [.library(.listWords(of: voice.id, name: voice.name))]
    case .mark: return join(voice)
    case .editNote:
      prompt = Prompt(.library(.name(voice.id)), line: voice.name)
      return []
    case .removeArticle:
      guard voice.joined > 0 else { return refuse("Nobody was joined with \(voice.name).") }
      message = "\(voice.name) and \(voice.joined + 1) others are apart again".withUndo(keys)
      return [.library(.part(voice.id))]
    default: return nil
    }
  }

  /// The first press takes a source up, the second joins it with another one.
  private mutating func join(_ voice: Voice) -> [Effect] {
    guard let first = voiceToJoin, first.id != voice.id else {
      voiceToJoin = voiceToJoin == nil ? voice : nil
      let key = keys.name(of: .mark) ?? ""
      message =
        voiceToJoin == nil
        ? "\(voice.name) stays as it is"
        : "\(key) on another source says that it is the same as \(voice.name)"
      return []
    }
    voiceToJoin = nil
    message = "\(first.name) and \(voice.name) are one".withUndo(keys)
    return [.library(.join(first.id, with: voice.id))]
  }
}

extension String {
  /// With the key that takes it back.
  fileprivate func withUndo(_ keys: KeyMap) -> String {
    keys.name(of: .undo).map { "\(self); \($0) takes it back" } ?? self
  }
}

// MARK: - Filters over the library

extension Reader {
  mutating func askForLibraryFilter() -> [Effect] {
    prompt = Prompt(.library(.sift), line: articleList.sift?.filter.text ?? "")
    return []
  }

  /// Takes a filter as it was typed, or points at what is wrong with it.
  mutating func finishLibraryFilter(_ text: String) -> [Effect] {
    do {
      let filter = try Filter(text)
      prompt = nil
      guard text.contains(where: { !$0.isWhitespace }) else {
        unsift()
        return []
      }
      message = "asking all articles…"
      return remember(text, as: .filter) + [.library(.sift(filter))]
    } catch {
      return pointAt(error, in: text)
    }
  }

  private mutating func take(
    _ filter: Filter, _ passing: [Article.ID: Int]
  ) -> [Effect] {
    keepingListedSelection {
      $0.articleList.sift = ArticleList.Sift(filter: filter, passing: passing)
    }
    let key = keys.name(of: .analyseAll, in: .articles).map { "; \($0) analyses them" } ?? ""
    let left = entries.count { $0.figures == nil }
    message = left == 0 ? nil : "\(left) of \(entries.count) articles are not analysed yet\(key)"
    return articleList.shown.isEmpty ? [.bell] : []
  }

  /// Lists all articles again.
  mutating func unsift() { keepingListedSelection { $0.articleList.sift = nil } }
}

// MARK: - Many articles at once

extension Reader {
  /// Analyses what is listed and was not analysed yet.
  mutating func analyseListed() -> [Effect] {
    guard batch == nil else { return refuse("Articles are being analysed already.") }
    let listed = articleList.shown.isEmpty ? Array(entries.indices) : articleList.shown
    let waiting = listed.map { entries[$0] }.filter { $0.figures == nil }
    guard !waiting.isEmpty else { return refuse("Everything here is analysed.") }
    batch = BatchProgress(done: 0, of: waiting.count)
    return [.library(.analyse(waiting.map(\.id)))]
  }
}

extension Reader {
  /// Stops the analysis of many articles after the one that is being read.
  mutating func cancelBatch() -> [Effect] {
    guard let progress = batch else { return [] }
    batch = nil
    message = "stopped: \(progress.done) of \(progress.all) articles were analysed"
    return [.library(.cancelAnalyses)]
  }
}

extension BatchProgress {
  /// `analysing 12 of 84, about 3 minutes left`
  var words: String {
    let count = "analysing \(min(done + 1, all)) of \(all)"
    guard let secondsLeft else { return count }
    let minutes = Int((secondsLeft / 60).rounded(.up))
    return secondsLeft < 50
      ? "\(count), less than a minute left"
      : "\(count), about \(minutes) minute\(minutes == 1 ? "" : "s") left"
  }
}
