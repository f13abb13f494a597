import HearsayModel

// What is typed behind a colon.
extension Reader {
  /// Does what was typed, or says in a sentence why not.
  mutating func run(_ text: String) -> [Effect] {
    do {
      let command = try Command(text, macros: keys.macros.map(\.name))
      switch command {
      case .action(let action): return act(action)
      case .macro(let name): return play(macro: name)
      case .shell(let command): return [.shell(command)]
      case .answer(let words): return answer(words)
      case .nothing: return []
      case .keep(let name): return keepFilter(as: name)
      case .find(let words): return find(words)
      case .write(let file, let isReplacing):
        guard reading?.sourcing != nil else { return notKnownYet() }
        return [.write(file, isReplacing: isReplacing, marks: marksHere.map(\.mark))]
      case .pipe(let words): return pipe(to: words, wholeArticle: false)
      case .sort(let order):
        if !modes.isTop(ArticlesMode.self) { _ = ArticlesMode.open(in: &self) }
        return sortArticles(by: order)
      case .help(let words):
        let effects = HelpMode.open(in: &self)
        modes.change(HelpMode.self) { $0.place.filter(by: words) }
        return effects
      default: break
      }
      guard reading != nil else { return refuse("There is no article yet.") }
      leaveForArticle()
      return jumping { $0.perform(command) }
    } catch {
      return refuse(error.sentence)
    }
  }

  private mutating func perform(_ command: Command) -> [Effect] {
    switch command {
    case .place(let item): return go(to: item)
    case .sourceNumber(let id):
      guard let sourcing = reading?.sourcing else { return notKnownYet() }
      guard let source = sourcing.analysis.source(id) else {
        return refuse("There are \(sourcing.analysis.sources.count) sources here.")
      }
      return goToWords("of \(source.nameFirst)") { $0.id == id }
    case .source(let name):
      let wanted = name.lowercased()
      return goToWords("of anybody called “\(name)”") { $0.name.lowercased().contains(wanted) }
    case .paragraph(let number):
      guard let paragraphs = reading?.layout.paragraphs, paragraphs.indices.contains(number - 1)
      else { return refuse("There are \(reading?.layout.paragraphs.count ?? 0) paragraphs here.") }
      let start = Int(paragraphs[number - 1])
      reading?.scroll(toByte: start)
      if let index = reading?.sourcing?.nearestItem(to: start), isListed(index) {
        setSelection(index)
      }
      return []
    case .filter(let text):
      do {
        sift(by: try Filter(text, named: filters))
        let kept = remember(text, as: .filter)
        let isEmpty = reading?.passing?.isEmpty ?? false
        return kept + (isEmpty ? refuse("Nothing here passes the filter.") : [])
      } catch {
        return refuse(error.sentence)
      }
    case .search(let words):
      guard let place else { return [] }
      searchAsTyped(words, from: place)
      let kept = remember(words, as: .search)
      return kept
        + (search?.awaitedFrom == nil && search?.matches.isEmpty ?? true
          ? refuse("“\(words)” does not occur.") : [])
    case .action, .macro, .answer, .shell, .write, .find, .sort, .help, .pipe, .keep, .nothing:
      return []
    }
  }

  private mutating func notKnownYet() -> [Effect] { refuse("Who said what is not known yet.") }

  /// Goes to `a7` or `u2`.
  private mutating func go(to wanted: ReadingPosition.Item) -> [Effect] {
    guard let sourcing = reading?.sourcing else { return notKnownYet() }
    let analysis = sourcing.analysis
    let index = sourcing.items.firstIndex { item in
      switch wanted {
      case .attribution(let id): sourcing.attribution(of: item)?.id == id
      case .sentence(let id): sourcing.sentence(of: item)?.id == id
      }
    }
    guard let index else {
      switch wanted {
      case .attribution:
        return refuse("There are \(analysis.attributions.count) attributions here.")
      case .sentence:
        return refuse("There are \(analysis.unattributed.count) unattributed sentences here.")
      }
    }
    // What the filter hides was asked for by name: it is shown.
    if !isListed(index) { sift(by: nil) }
    select(index)
    return []
  }

  /// Goes to the next words of a source, and from the last on to the first.
  private mutating func goToWords(_ whose: String, where isWanted: (Source) -> Bool) -> [Effect] {
    guard let sourcing = reading?.sourcing else { return notKnownYet() }
    let wanted = sourcing.items.indices.filter { index in
      sourcing.source(of: sourcing.items[index]).map(isWanted) ?? false && isListed(index)
    }
    let after = reading?.selected ?? -1
    guard let index = wanted.first(where: { $0 > after }) ?? wanted.first else {
      return refuse("There are no words \(whose).")
    }
    select(index)
    if wanted.count > 1, let place = wanted.firstIndex(of: index) {
      message = "\(place + 1) of \(wanted.count)"
    }
    return []
  }
}
