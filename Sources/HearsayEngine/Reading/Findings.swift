import HearsayLanguage
import HearsayModel

/// What the tagger has found in a section so far, a few paragraphs at a time.
struct Findings: Sendable {
  /// The section, cut into paragraphs and words.
  let document: Document
  /// For every few paragraphs the attributions as the tagger saw them; `nil` where it was not yet.
  private(set) var tagged: [[TaggedAttribution]?]
  /// Those few paragraphs, in order.
  private let questions: [Range<Int>]

  /// How many paragraphs the tagger is asked for at a time, at least, and how many bytes of them. It sees what stands
  /// around them and might see more of it in one go, so these numbers are part of the result. Only a list of words is
  /// so short that the second counts: what stands around it would be read again and again.
  private static let (leastParagraphs, leastBytes) = (16, 320)

  /// What was found before in a section, or nothing yet.
  init(in document: Document, tagged: [[TaggedAttribution]?]? = nil) {
    self.document = document
    questions = Self.questions(about: document)
    self.tagged = tagged ?? Array(repeating: nil, count: questions.count)
  }

  private static func questions(about document: Document) -> [Range<Int>] {
    var questions: [Range<Int>] = []
    var (start, bytes) = (0, 0)
    for (index, paragraph) in document.paragraphs.enumerated() {
      bytes += paragraph.span.count
      guard index + 1 - start >= leastParagraphs, bytes >= leastBytes else { continue }
      questions.append(start..<index + 1)
      (start, bytes) = (index + 1, 0)
    }
    let end = document.paragraphs.count
    return start < end ? questions + [start..<end] : questions
  }

  /// Notes what was found in these few paragraphs.
  mutating func note(_ found: [TaggedAttribution], at index: Int) { tagged[index] = found }
}

extension Findings {
  /// The paragraphs that one question to the tagger is about.
  func paragraphs(at index: Int) -> Range<Int> { questions[index] }

  /// What is still to be asked: from `place` to the end of the section, and then from its beginning.
  func missing(from place: Int) -> [Int] {
    let paragraph = document.paragraphIndex(at: place) ?? 0
    let first = questions.firstIndex { $0.contains(paragraph) } ?? 0
    let order = Array(tagged.indices.dropFirst(first)) + tagged.indices.prefix(first)
    return order.filter { tagged[$0] == nil }
  }

  /// Whether the tagger was everywhere.
  var isComplete: Bool { tagged.allSatisfy { $0 != nil } }

  /// How much of the section's text the tagger has read, from 0 to 1.
  var share: Double {
    var (read, all) = (0, 0)
    for index in tagged.indices {
      let own = paragraphs(at: index)
      let length =
        document.paragraphs[own.upperBound - 1].span.end
        - document.paragraphs[own.lowerBound].span.start
      all += length
      if tagged[index] != nil { read += length }
    }
    return all == 0 ? 1 : Double(read) / Double(all)
  }

  /// All attributions, in order of reading.
  var attributions: [TaggedAttribution] { tagged.flatMap { $0 ?? [] } }
}

// MARK: - So far

extension Findings {
  /// The paragraphs that the tagger has read, in stretches apart from each other.
  private var readParagraphs: [Range<Int>] {
    var stretches: [Range<Int>] = []
    for index in tagged.indices where tagged[index] != nil {
      let own = paragraphs(at: index)
      if let last = stretches.last, last.upperBound == own.lowerBound {
        stretches[stretches.count - 1] = last.lowerBound..<own.upperBound
      } else {
        stretches.append(own)
      }
    }
    return stretches
  }

  /// The part of the section that was read, as a document of its own, and what was found in it.
  ///
  /// - Parameter more: paragraphs of which the tagger has read only the first, and what it found there.
  func soFar(
    with more: (paragraphs: Range<Int>, found: [TaggedAttribution])? = nil
  ) -> (findings: Findings, read: [Span]) {
    let stretches = (readParagraphs + [more?.paragraphs].compactMap(\.self)).sorted {
      $0.lowerBound < $1.lowerBound
    }
    let read = stretches.map { stretch in
      let end =
        stretch.upperBound < document.paragraphs.count
        ? document.paragraphs[stretch.upperBound].span.start
        : document.paragraphs[stretch.upperBound - 1].span.end
      return Span(document.paragraphs[stretch.lowerBound].span.start, end)
    }
    var part = Findings(in: document.part(stretches), tagged: [])
    part.tagged = [(attributions + (more?.found ?? [])).compactMap { $0.clipped(to: read) }]
    return (part, read)
  }
}

extension TaggedAttribution {
  /// Without what stands outside of these stretches; `nil` where no content is left.
  fileprivate func clipped(to stretches: [Span]) -> TaggedAttribution? {
    func isInside(_ span: Span) -> Bool { stretches.contains { $0.contains(span) } }
    var clipped = self
    clipped.content = content.filter(isInside)
    guard !clipped.content.isEmpty, source.map(isInside) ?? true, cue.map(isInside) ?? true else {
      return nil
    }
    clipped.addressee = addressee.flatMap { isInside($0) ? $0 : nil }
    return clipped
  }
}
