import HearsayModel

// Asking the library, and showing what it found.
extension Reader {
  /// Takes what the library has found.
  mutating func take(_ answer: LibraryAnswer) -> [Effect] {
    switch answer {
    case .found(let passages):
      message = nil
      library.found = passages
      return passages.all.isEmpty ? refuse(passages.nothingWords) : open(PassagesMode())
    case .sifted(let filter, let passing): return take(filter, passing)
    case .voices(let voices): return list(voices)
    }
  }

  /// Finds words in all articles; without words, shows again what was found last.
  mutating func find(_ words: String) -> [Effect] {
    guard words.contains(where: { !$0.isWhitespace }) else {
      return library.found == nil ? refuse("Nothing was searched for yet.") : open(PassagesMode())
    }
    message = "searching…"
    return remember(words, as: .search) + [.library(.find(words))]
  }
}

// MARK: - Who else, and what else

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
      .library(.listWords(of: VoiceKey(source, in: reading.article.id), name: source.nameFirst))
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
}

// MARK: - Filters over the library

extension Reader {
  private mutating func take(
    _ filter: Filter, _ passing: [Article.ID: Int]
  ) -> [Effect] {
    keepingListedSelection {
      $0.sift = ArticleList.Sift(filter: filter, passing: passing)
    }
    let key = keys.name(of: .analyseAll, in: .articles).map { "; \($0) analyses them" } ?? ""
    let entries = library.articles.entries
    let left = entries.count { $0.figures == nil }
    message = left == 0 ? nil : "\(left) of \(entries.count) articles are not analysed yet\(key)"
    return library.articles.shown.isEmpty ? [.bell] : []
  }

  /// Lists all articles again.
  mutating func unsift() { keepingListedSelection { $0.sift = nil } }
}

// MARK: - Many articles at once

extension Reader {
  /// Analyses what is listed and was not analysed yet.
  mutating func analyseListed() -> [Effect] {
    guard library.batch == nil else { return refuse("Articles are already being analysed.") }
    let articles = library.articles
    let listed = articles.shown.isEmpty ? Array(articles.entries.indices) : articles.shown
    let waiting = listed.map { articles.entries[$0] }.filter { $0.figures == nil }
    guard !waiting.isEmpty else { return refuse("Everything here has been analysed.") }
    library.batch = BatchProgress(done: 0, of: waiting.count)
    return [.library(.analyse(waiting.map(\.id)))]
  }
}

extension Reader {
  /// Stops the analysis of many articles after the one that is being read.
  mutating func cancelBatch() -> [Effect] {
    guard let progress = library.batch else { return [] }
    library.batch = nil
    message = "stopped: \(progress.done) of \(progress.all) articles were analysed"
    return [.library(.cancelAnalyses)]
  }
}
