import HearsayModel
import HearsayText

/// An analysis made ready for reading: its rows, its colours in the text, who has which hue.
struct Sourcing: Hashable, Sendable {
  let analysis: Analysis
  /// What in it the reader has set right.
  var corrections: CorrectionTraces?
  /// The rows of the list, in order of reading.
  let items: [Item]
  /// Whose words the text is, in order.
  let runs: [PaintRun]
  /// The place of each source among those that are named, or among those that are not.
  let hueRanks: [Int]
  /// What each source is called in lists, the name before the office.
  private let names: [String]
  /// The article's sourcing in one line, the longest wording first.
  let summaries: [String]
  /// How many columns the numbers of attributions take in the list.
  let numberColumns: Int
  /// How many rows the list needs for each item.
  private(set) var itemRows: [Int] = []

  init(_ analysis: Analysis) {
    self.analysis = analysis
    items = Item.all(of: analysis)
    runs = PaintRun.all(of: analysis)
    summaries = analysis.sourcingLines
    names = analysis.sources.map(\.nameFirst)
    numberColumns = max(3, "\(analysis.attributions.count)".count + 1)
    var counts = (named: 0, unnamed: 0)
    hueRanks = analysis.sources.map { source in
      if source.naming.isUnnamed {
        counts.unnamed += 1
        return counts.unnamed - 1
      }
      counts.named += 1
      return counts.named - 1
    }
    itemRows = items.map(rows(of:))
  }
}

// MARK: - Looking up

extension Sourcing {
  func attribution(of item: Item) -> Attribution? {
    if case .attribution(let index) = item.subject { analysis.attributions[index] } else { nil }
  }

  func sentence(of item: Item) -> UnattributedSentence? {
    if case .sentence(let index) = item.subject { analysis.unattributed[index] } else { nil }
  }

  func source(of item: Item) -> Source? { item.source.map { analysis.sources[$0] } }

  /// What a source is called in lists, the name before the office; *nobody* where nobody is credited.
  func name(of source: Source?) -> String {
    guard let source else { return "nobody" }
    let place = source.id.number - 1
    guard analysis.sources.indices.contains(place), analysis.sources[place].id == source.id else {
      return source.nameFirst
    }
    return names[place]
  }

  /// The item of an attribution of that name.
  func item(of id: Attribution.ID) -> Int? {
    items.firstIndex { attribution(of: $0)?.id == id }
  }

  /// What the flags of an item are, heaviest first.
  func flags(of item: Item) -> [Flag] {
    if let attribution = attribution(of: item) { return analysis.flags(of: attribution) }
    guard let sentence = sentence(of: item) else { return [] }
    return (analysis.claim(sentence.claim)?.flags ?? []).sorted { $0.level > $1.level }
  }

  /// What the reader has set right in an item, in its speaker too.
  func corrections(of item: Item) -> [Correction] {
    guard let corrections else { return [] }
    if let attribution = attribution(of: item) { return corrections.corrections(of: attribution) }
    return sentence(of: item).map { corrections.corrections(of: $0.id) } ?? []
  }

  /// What is worth a word in the list: no more than a careful reader must know there.
  func pressing(_ item: Item) -> [Flag] { flags(of: item).filter { $0.level >= .medium } }

  /// Who stands between the publisher and the source, nearest to the publisher first: all that a row of the
  /// list need say of the chain.
  func route(of item: Item) -> [Source] {
    guard let attribution = attribution(of: item) else { return [] }
    var hops = attribution.chain.filter { $0.basis != .publisher }
    if let last = hops.last, last.source == attribution.source { hops.removeLast() }
    return hops.compactMap { analysis.source($0.source) }
  }

  /// Whether a row of the list says it all: a sentence that sets the scene needs no second one.
  func isShort(_ item: Item) -> Bool { sentence(of: item).map { $0.kind != .event } ?? false }

  /// How many rows the list needs for an item: who, what, and by what way or what to be careful about.
  private func rows(of item: Item) -> Int {
    (isShort(item) ? 1 : 2) + (route(of: item).isEmpty && pressing(item).isEmpty ? 0 : 1)
  }
}

// MARK: - Places

extension Sourcing {
  /// The first item that begins at a byte or after it.
  func firstItem(from offset: Int) -> Int { items.partitioningIndex { $0.extent.start >= offset } }

  /// The item that a byte belongs to: the innermost attribution, else the sentence.
  func item(at offset: Int) -> Int? {
    let after = runs.partitioningIndex { $0.end > offset }
    if after < runs.count, Int(runs[after].start) <= offset {
      let subject = Item.Subject.attribution(Int(runs[after].attribution))
      let start = analysis.attributions[Int(runs[after].attribution)].extent.start
      let first = firstItem(from: start)
      return items[first...].firstIndex { $0.subject == subject }
    }
    // Sentences are short: the one in question begins near.
    var index = firstItem(from: offset + 1) - 1
    while index >= 0, offset - items[index].extent.start < 4096 {
      if !items[index].isAttribution, items[index].extent.contains(offset) { return index }
      index -= 1
    }
    return nil
  }
}
