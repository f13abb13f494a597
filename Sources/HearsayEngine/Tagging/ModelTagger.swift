public import HearsayLanguage
import HearsayModel
import HearsayNeural
public import HearsayResources

/// The trained tagger: spans and links from the network, with boundaries set as the annotators set them.
///
/// An attribution is reported by the call that was asked for the paragraph of its cue, with all of its content,
/// even where some of that stands in the paragraph before. What the network was never shown, because its teachers
/// did not mark it, is left to rules: who was told, and attributions inside somebody else's words.
public struct ModelTagger: SpanTagger {
  let network: Network
  private let rules: RulesTagger?
  private let workers: Workers

  /// The name and version that the model file states; that of the rules where they have to do its work.
  public var name: String { network.isWhole ? network.name : rules?.name ?? network.name }

  /// The checksums of the model file.
  public var weights: [UInt8] { network.checksums }

  /// The tagger in a model file.
  ///
  /// - Parameters:
  ///   - path: the model file.
  ///   - rules: what joins in; without it, the network's findings stand alone.
  ///   - threads: how many share the windows of one question among themselves; `nil` for as many as there are
  ///     processors.
  /// - Throws: an error whose description is one sentence, where the file cannot be used.
  public init(path: String, rules: RulesTagger? = nil, threads: Int? = nil) throws {
    network = try Network(path: path)
    self.rules = rules
    workers = threads.map(Workers.init) ?? .all
  }

  /// The tagger that these resources hold; `nil` where they hold no model file.
  ///
  /// - Throws: an error whose description is one sentence, where the file is there and cannot be used.
  public init?(resources: Resources, rules: RulesTagger? = nil, threads: Int? = nil) throws {
    guard let path = resources.model else { return nil }
    try self.init(path: path, rules: rules, threads: threads)
  }

  /// The attributions whose cues stand in `paragraphs`, in order of reading.
  public func attributions(in paragraphs: Range<Int>, of document: Document) -> [TaggedAttribution]
  {
    attributions(in: paragraphs, of: document, until: StopSign())
  }

  /// The same; looks at the sign before every window.
  public func attributions(
    in paragraphs: Range<Int>, of document: Document, until stop: StopSign
  ) -> [TaggedAttribution] {
    attributions(in: paragraphs, of: document, until: stop, step: .max) { _, _ in }
  }

  /// The same; shows what is known whenever every thread has read a window.
  public func attributions(
    in paragraphs: Range<Int>, of document: Document, until stop: StopSign,
    showing: (_ read: Range<Int>, [TaggedAttribution]) -> Void
  ) -> [TaggedAttribution] {
    attributions(
      in: paragraphs, of: document, until: stop, step: workers.count, showing: showing)
  }

  private func attributions(
    in paragraphs: Range<Int>, of document: Document, until stop: StopSign, step: Int,
    showing: (_ read: Range<Int>, [TaggedAttribution]) -> Void
  ) -> [TaggedAttribution] {
    let found = network.attributions(
      in: document.letters.bytes, paragraphs: document.paragraphs.map(\.span.range),
      wanted: paragraphs, workers: workers, isStopped: { stop.isSeen }, step: step
    ) { read, found in
      if network.isWhole { showing(read, joined(found, in: read, of: document)) }
    }
    // Somebody has cut the model file short while it was read.
    guard network.isWhole else { return rules?.attributions(in: paragraphs, of: document) ?? [] }
    return joined(found, in: paragraphs, of: document)
  }

  /// What the network found in these paragraphs, with edges as annotators set them and what rules add.
  private func joined(
    _ found: [FoundAttribution], in paragraphs: Range<Int>, of document: Document
  ) -> [TaggedAttribution] {
    let edges = SpanEdges(document)
    let pieces = ContentPieces(document: document, dropsHollow: rules != nil)
    let arbiter = Arbiter()
    let found = found.compactMap { found -> TaggedAttribution? in
      let source = found.source.flatMap { self.source(Span($0), of: Span(found.cue), in: document) }
      let cue = edges.cue(Span(found.cue))
      let own = [source, cue].compactMap(\.self)
      let content = pieces.standing(
        with: Span(found.cue), found.content.map { edges.content(Span($0)) }
      )
      .filter { !document.words(in: $0).isEmpty }  // a mark alone says nothing
      .map { edges.whole($0, beside: own) }
      guard !content.isEmpty, !isBringingUp(content, by: source, cue, pieces) else { return nil }
      var tagged = TaggedAttribution(
        source: source, kind: found.kind.map(SourceKindGuess.init), cue: cue, content: content,
        confidence: found.confidence)
      tagged.grounds =
        isAsked(found.cue, in: document) ? [.network, .interviewersQuestion] : [.network]
      if isUnknownVerb(tagged, in: document) { tagged.grounds.insert(.unknownVerb) }
      return tagged
    }.filter(arbiter.shows)
    let ruled = rules?.attributions(in: paragraphs, of: document) ?? []
    let opinion = rules.map { _ in SecondOpinion(document: document) }
    let additions = Additions(document: document, found: found)
    let missing = additions.missing(from: ruled)
    let added = missing.filter(arbiter.shows)
    let sure = additions.parted(added, by: added)
    let told = additions.parted(found, by: added).map {
      joined(with: ruled, $0, opinion, in: document)
    }
    // An inner voice may stand in what only the rules have seen: "…, according to the newspaper".
    let inner = missing.filter { !arbiter.shows($0) }.map { own in
      var own = own
      if (found + sure).contains(where: { $0.holds(own) }) { own.grounds.insert(.innerVoice) }
      return own
    }.filter(arbiter.shows)
    let all =
      rules == nil
      ? told
      : SetOffWords(document: document).joined(
        told + sure + inner, in: paragraphs)
    return onceEach(all).sorted { $0.extent < $1.extent }
  }

  /// Without those that say under the same cue what another says already, such as rules beside the network.
  private func onceEach(_ all: [TaggedAttribution]) -> [TaggedAttribution] {
    all.enumerated().filter { index, own in
      !all.enumerated().contains { other, wider in
        guard index != other, let cue = own.cue, let known = wider.cue, cue.overlaps(known),
          own.content.allSatisfy({ piece in wider.content.contains { $0.contains(piece) } })
        else { return false }
        let isSame = own.content == wider.content
        return !isSame || (wider.confidence, -other) > (own.confidence, -index)
      }
    }.map(\.element)
  }
}

// MARK: - What was published

extension ModelTagger {
  /// "the letter, *which* was first published by the Courier": what was published is a letter, and nothing that was said.
  private func isBringingUp(
    _ content: [Span], by source: Span?, _ cue: Span, _ pieces: ContentPieces
  ) -> Bool {
    guard let source, source.start >= cue.end else { return false }
    return content.allSatisfy { $0.end <= cue.start && pieces.isRelative($0) }
  }
}

// MARK: - Sources

extension ModelTagger {
  /// A source that may be one: nobody speaks who comes up in a later paragraph only, and in "the inn was closed and the mayor"
  /// the mayor speaks.
  private func source(_ source: Span, of cue: Span, in document: Document) -> Span? {
    let own = document.paragraphIndex(at: cue.start)
    guard source.start < cue.end || document.paragraphIndex(at: source.start) == own else {
      return nil
    }
    return Self.trimmed(source, in: document)
  }

  /// A source without the end of a clause before it, which a tagger has taken along.
  static func trimmed(_ source: Span, in document: Document) -> Span {
    // A word may be cut by the span's edges: then it is none of its words.
    let range = document.tokenRange(in: source)
    let tokens = document.tokens[range].filter { source.contains($0.span) }
    let rules = document.language.rules
    var first = tokens.startIndex
    // "… of Russian meddling | the senator said".
    if tokens.count > 2, rules.the.contains(tokens[1].lower), !tokens[0].isCapitalised,
      document.language.endings.isGerund(tokens[0].lower)
    {
      first = 1
    }
    // "the inn was closed and | the mayor said"; "the inn that was closed and the mayor" is one source.
    if let and = tokens.lastIndex(where: { $0.classes.contains(.additive) }),
      and + 1 < tokens.count,
      // A participle would do as well in "data collected by the agency and the mayor", which is one source.
      let verb = tokens[..<and].lastIndex(where: {
        $0.classes.isSuperset(of: [.tensed, .auxiliary])
      }),
      // "the states to have signed a treaty, Egypt and Jordan".
      !(verb > 0 && tokens[verb - 1].classes.contains(.infinitive)),
      !tokens[..<verb].contains(where: { !$0.classes.isDisjoint(with: [.relative, .question]) })
    {
      first = and + 1
    }
    return first > 0 ? Span(tokens[first].span.start, source.end) : source
  }
}

// MARK: - Interviews

extension ModelTagger {
  /// "((WN)) Who supported you?": what the interviewer asks is nobody's statement.
  private func isAsked(_ cue: Range<Int>, in document: Document) -> Bool {
    guard let paragraph = document.paragraphIndex(at: cue.lowerBound),
      let sentence = document.sentenceIndex(at: cue.lowerBound)
    else { return false }
    let bytes = document.text.bytes[document.sentences[sentence].span.range]
    return bytes.last { $0 > 0x20 } == UInt8(ascii: "?")
      && Interview(document: document).isInterviewers(paragraph)
  }
}

// MARK: - Verbs that hand over nothing

extension ModelTagger {
  /// "The towns *are staring down* a drought": a verb that nobody has met as a cue, and no quotation.
  private func isUnknownVerb(_ tagged: TaggedAttribution, in document: Document) -> Bool {
    guard let cue = tagged.cue,
      tagged.content.allSatisfy({ document.quotationRange(over: $0).isEmpty })
    else { return false }
    let words = document.tokens[document.tokenRange(in: cue)]
    return words.allSatisfy { $0.verb == nil }
      && words.contains { token in
        !token.classes.isDisjoint(with: [.tensed, .auxiliary, .past])
          || document.language.endings.isGerund(token.lower)
      }
  }
}

// MARK: - What sentences mean

extension ModelTagger {
  /// A vector of length 1 for each stretch of a document, each inside a paragraph: the closer, the closer in meaning.
  func vectors(of stretches: [Span], in document: Document) -> [[Float]] {
    network.vectors(
      of: stretches.map(\.range), in: document.letters.bytes,
      paragraphs: document.paragraphs.map(\.span.range))
  }
}

// MARK: - What rules add

extension ModelTagger {
  /// With what rules found at the same cue, who was told and whose "saying" it is, and as sure as the surer of the two
  /// where they agree.
  private func joined(
    with ruled: [TaggedAttribution], _ attribution: TaggedAttribution, _ opinion: SecondOpinion?,
    in document: Document
  ) -> TaggedAttribution {
    guard let cue = attribution.cue else { return attribution }
    let same =
      ruled.first { $0.passedOnBy != nil && attribution.isSameWords(as: $0) }
      ?? ruled.first { $0.cue?.overlaps(cue) ?? false }
    guard let same else { return opinion?.settled(attribution, beside: nil) ?? attribution }
    var joined = attribution
    if attribution.source == nil, let source = same.source,
      isGerund(cue, in: document) || isAfterAnd(cue, in: document)
    {
      joined.source = source
    }
    if let addressee = same.addressee,
      !attribution.spans.contains(where: { $0.overlaps(addressee) })
    {
      joined.addressee = addressee
    }
    joined.confidence = Arbiter().confidence(
      network: attribution.confidence, rules: same.confidence, agree: agree(attribution, same))
    return opinion?.settled(joined, beside: same) ?? joined
  }

  /// Whether two attributions with one cue have the same source and say the same of it.
  private func agree(_ one: TaggedAttribution, _ other: TaggedAttribution) -> Bool {
    guard let source = one.source, let theirs = other.source, source.overlaps(theirs) else {
      return false
    }
    return one.content.contains { content in other.content.contains { $0.overlaps(content) } }
  }

  /// "… has climbed up and claimed": whoever did the one did the other.
  private func isAfterAnd(_ cue: Span, in document: Document) -> Bool {
    let first = document.tokenRange(in: cue).lowerBound
    return first > 0 && document.tokens[first - 1].classes.contains(.additive)
  }

  /// "…, saying that": whoever does what the main clause says also says this.
  private func isGerund(_ cue: Span, in document: Document) -> Bool {
    document.words(in: cue).first.map(document.language.endings.isGerund) == true
  }
}

extension SourceKindGuess {
  fileprivate init(_ guess: FoundKind.Guess) {
    let kind: SourceKind =
      switch guess.kind {
      case .person: .person
      case .group: .group
      case .organisation: .organisation
      case .outlet: .outlet
      case .document: .document
      case .other: .none
      }
    self.init(kind: kind, probability: guess.probability)
  }
}
