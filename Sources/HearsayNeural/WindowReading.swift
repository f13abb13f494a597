/// A segment in its block, with how likely it is.
struct FoundSegment: Hashable, Sendable {
  var block: Int
  var segment: Segment
  var probability: Float
}

/// What was found in one window: segments, and which belongs to which.
struct WindowReading: Sendable {
  /// Sources, cues and contents, in order of reading.
  var segments: [[FoundSegment]] = Array(repeating: [], count: Settings.kinds)
  /// For every source, what kind of thing it is.
  var kinds: [FoundKind.Guess] = []
  /// For every cue, the number of its source.
  var sources: [LinkScores.Choice] = []
  /// For every content, the number of its cue.
  var cues: [LinkScores.Choice] = []
}

extension Network {
  /// Reads a window: states of its pieces, segments of each block, links between them.
  func read(_ window: ReadingWindow, _ blocks: [TextBlock], _ scratch: Scratch) -> WindowReading {
    let (input, starts) = Self.input(of: window, blocks)
    encoder.read(input, scratch)

    var reading = WindowReading()
    var ends: [[LinkEnd]] = Array(repeating: [], count: Settings.kinds)
    for (block, start) in zip(window.blocks, starts) {
      let firsts = blocks[block].firstPieces.map { $0 + start }
      let words = states(at: firsts, scratch)
      let scores = SegmentScores(words, count: firsts.count, encoder, scratch)
      let chain = SegmentChain(scores: scores, transitions: SegmentTransitions(encoder.weights))
      for likely in chain.likeliest() {
        let segment = likely.segment
        reading.segments[segment.kind].append(
          FoundSegment(block: block, segment: segment, probability: likely.probability))
        ends[segment.kind].append(linkEnd(segment, words, firsts))
      }
    }
    reading.kinds = FoundKind.guesses(of: ends[0], encoder)
    let links = LinkScores(encoder: encoder)
    reading.sources = links.sources(of: ends[1], among: ends[0])
    reading.cues = links.cues(of: ends[2], among: ends[1])
    return reading
  }

  /// The pieces of a window with the signs around its blocks, and where each block starts.
  static func input(
    of window: ReadingWindow, _ blocks: [TextBlock]
  ) -> (input: EncoderInput, starts: [Int]) {
    var input = EncoderInput(pieces: [Vocabulary.classify], cases: [0], places: [0])
    var starts: [Int] = []
    for block in blocks[window.blocks] {
      let start = input.pieces.count
      starts.append(start)
      input.append(block)
      input.pieces.append(Vocabulary.separate)
      input.cases.append(0)
      input.places.append(0)
    }
    return (input, starts)
  }

  /// The states of these pieces, one after the other. (pieces, hidden)
  private func states(at pieces: [Int], _ scratch: Scratch) -> [Float] {
    let hidden = encoder.settings.hidden
    var states: [Float] = []
    states.reserveCapacity(pieces.count * hidden)
    for piece in pieces {
      states += UnsafeBufferPointer(start: scratch.states + piece * hidden, count: hidden)
    }
    return states
  }

  private func linkEnd(_ segment: Segment, _ words: [Float], _ firsts: [Int]) -> LinkEnd {
    let hidden = encoder.settings.hidden
    let first = words[(segment.first * hidden)..<((segment.first + 1) * hidden)]
    let last = words[(segment.last * hidden)..<((segment.last + 1) * hidden)]
    return LinkEnd(states: Array(first + last), piece: firsts[segment.first])
  }
}
