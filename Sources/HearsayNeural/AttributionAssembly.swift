/// Puts the segments of all windows together to attributions.
///
/// A block that was asked for counts as the window that keeps it saw it; one beside them, as the first window that
/// read it did. A link names its cue, and holds where the kept block has a cue there too.
struct AttributionAssembly {
  private let text: TextBlocks
  private var cues: [Cue] = []
  /// Which cue stands at a word.
  private var cueAt: [Place: Int] = [:]

  /// A cue with all that belongs to it.
  private struct Cue {
    var found: FoundSegment
    var source: FoundSegment?
    var kind: FoundKind.Guess?
    var linkToSource: Float
    var contents: [(found: FoundSegment, link: Float)] = []
  }

  private struct Place: Hashable {
    var block: Int
    var word: Int
  }

  init(_ text: TextBlocks, _ windows: [ReadingWindow], _ readings: [WindowReading]) {
    self.text = text
    for (window, reading) in zip(windows, readings) { addCues(window, reading) }
    var taken: Set<Int> = []
    for (window, reading) in zip(windows, readings) { addContents(window, reading, &taken) }
  }

  private mutating func addCues(_ window: ReadingWindow, _ reading: WindowReading) {
    for (found, choice) in zip(reading.segments[1], reading.sources)
    where window.kept.contains(found.block) {
      for word in found.segment.first...found.segment.last {
        cueAt[Place(block: found.block, word: word)] = cues.count
      }
      cues.append(
        Cue(
          found: found, source: choice.index.map { reading.segments[0][$0] },
          kind: choice.index.map { reading.kinds[$0] }, linkToSource: choice.probability))
    }
  }

  private mutating func addContents(
    _ window: ReadingWindow, _ reading: WindowReading, _ taken: inout Set<Int>
  ) {
    let beside = window.blocks.filter { !text.wanted.contains($0) && !taken.contains($0) }
    taken.formUnion(beside)
    for (found, choice) in zip(reading.segments[2], reading.cues)
    where window.kept.contains(found.block) || beside.contains(found.block) {
      guard let index = choice.index, let cue = kept(reading.segments[1][index]) else { continue }
      cues[cue].contents.append((found, choice.probability))
    }
  }

  /// The kept cue that shares a word with this one.
  private func kept(_ cue: FoundSegment) -> Int? {
    for word in cue.segment.first...cue.segment.last {
      if let index = cueAt[Place(block: cue.block, word: word)] { return index }
    }
    return nil
  }
}

// MARK: - Attributions

extension AttributionAssembly {
  /// The attributions in order of their cues. A cue without content attributes nothing and is left out.
  func attributions(_ weights: UnsafeBufferPointer<Float>) -> [FoundAttribution] {
    cues.compactMap { cue in
      guard let content = cue.contents.map(\.found.probability).min(),
        let link = cue.contents.map(\.link).min()
      else { return nil }
      let evidence = Evidence(
        cue: cue.found.probability, source: cue.source?.probability, content: content,
        linkToSource: cue.linkToSource, linkToCue: link, pieces: cue.contents.count)
      return FoundAttribution(
        source: cue.source.map(range), kind: cue.kind, cue: range(cue.found),
        content: cue.contents.map { range($0.found) }.sorted { $0.lowerBound < $1.lowerBound },
        confidence: evidence.confidence(weights), evidence: evidence)
    }
  }

  private func range(_ found: FoundSegment) -> Range<Int> {
    let words = text.blocks[found.block].words
    return words[found.segment.first].lowerBound..<words[found.segment.last].upperBound
  }
}
