import HearsayModel

/// The answers to a question, the likeliest first.
struct CorrectionChoices {
  let question: CorrectionQuestion
  let analysis: Analysis
  /// What was typed so far.
  let typed: String
  let signs: SignSet

  private var text: ArticleText { analysis.article.text }

  /// The answers that have the typed words in them; who is not among them can be called by any name.
  var all: [CorrectionChoice] {
    switch question {
    case .speaker(let id):
      guard let attribution = analysis.attribution(id) else { return [] }
      let subject = Correction.Subject(attribution, in: text)
      return speakers(
        near: attribution.extent, besides: attribution.source, alternates: attribution.alternates
      ) {
        .speaker(of: subject, is: $0)
      }
    case .addition(let spans):
      guard let first = spans.first else { return [] }
      let subject = Correction.Subject(source: nil, cue: nil, content: spans, in: text)
      return speakers(near: first, besides: nil, alternates: []) { .addition(of: subject, by: $0) }
    case .merger(let id):
      guard let source = analysis.source(id) else { return [] }
      let party = Correction.Party(source, in: text)
      let here = source.mentions.first ?? Span(0, 0)
      return sources(near: here, besides: id, alternates: []).map { other in
        choice(other, .merger(of: party, into: Correction.Party(other, in: text)))
      }
    case .separation(let id): return separations(of: id)
    case .kind(let id):
      guard let source = analysis.source(id) else { return [] }
      let party = Correction.Party(source, in: text)
      return fitting(
        SourceKind.allCases.filter { $0 != .none }.map { kind in
          CorrectionChoice(
            sign: String(kind.sign), words: kind.words,
            aside: kind == source.kind ? "as it is" : "",
            source: nil, change: .kind(of: party, is: kind))
        })
    case .naming(let id):
      guard let source = analysis.source(id) else { return [] }
      let party = Correction.Party(source, in: text)
      return fitting(
        Naming.allCases.filter { $0 != .implicit }.map { naming in
          CorrectionChoice(
            sign: String(naming.sign(in: signs)), words: naming.words,
            aside: naming == source.naming ? "as it is" : "", source: nil,
            change: .naming(of: party, is: naming))
        })
    }
  }

  private func fitting(_ choices: [CorrectionChoice]) -> [CorrectionChoice] {
    let wanted = typed.lowercased().split(separator: " ")
    return choices.filter { choice in
      let words = choice.words.lowercased()
      return wanted.allSatisfy { words.contains($0) }
    }
  }
}

// MARK: - Who

extension CorrectionChoices {
  /// Everybody who may say it, nobody, and whoever is called what was typed.
  private func speakers(
    near span: Span, besides current: Source.ID?, alternates: [Source.ID],
    _ change: (Correction.Speaker) -> Correction.Change
  ) -> [CorrectionChoice] {
    var choices = sources(near: span, besides: current, alternates: alternates).map { source in
      choice(source, change(.source(Correction.Party(source, in: text))))
    }
    let implicit = String(Naming.implicit.sign(in: signs))
    let nobody = CorrectionChoice(
      sign: implicit, words: "nobody", aside: "the article does not say who", source: nil,
      change: change(.nobody))
    choices += fitting([nobody])
    let name = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let isKnown = analysis.sources.contains { $0.name.lowercased() == name.lowercased() }
    if !name.isEmpty, !isKnown {
      choices.append(
        CorrectionChoice(
          sign: "+", words: name, aside: "somebody new", source: nil,
          change: change(.source(Correction.Party(name: name)))))
    }
    return choices
  }

  /// The other sources: first those whom the engine thought of, then the nearer before the farther.
  private func sources(
    near span: Span, besides current: Source.ID?, alternates: [Source.ID]
  ) -> [Source] {
    let wanted = typed.lowercased().split(separator: " ")
    func distance(_ source: Source) -> Int {
      source.mentions.map { max(0, $0.start - span.end, span.start - $0.end) }.min() ?? Int.max
    }
    return analysis.sources.filter { source in
      let name = "\(source.name) \(source.nameFirst)".lowercased()
      return source.id != current && wanted.allSatisfy { name.contains($0) }
    }.map { source in
      // Whoever speaks anywhere speaks here more likely than an outlet that only passes words on.
      let rank = alternates.firstIndex(of: source.id) ?? (speaks(source) ? Int.max - 1 : Int.max)
      return (source, rank: rank, distance: distance(source))
    }.sorted { ($0.rank, $0.distance, $0.0.id) < ($1.rank, $1.distance, $1.0.id) }.map(\.0)
  }

  private func speaks(_ source: Source) -> Bool {
    analysis.attributions.contains { $0.source == source.id }
  }

  private func choice(_ source: Source, _ change: Correction.Change) -> CorrectionChoice {
    let times = analysis.attributions.count { $0.source == source.id }
    return CorrectionChoice(
      sign: String(source.naming.sign(in: signs)), words: source.nameFirst,
      aside: "\(source.kind.words), \(Source.speaking(times))", source: source.id, change: change)
  }
}

// MARK: - One that is two

extension CorrectionChoices {
  /// Only these words, those with the same words for the source, or all from here on.
  private func separations(of id: Attribution.ID) -> [CorrectionChoice] {
    guard let attribution = analysis.attribution(id), let source = analysis.speaker(of: attribution)
    else { return [] }
    let own = analysis.attributions.filter { $0.source == source.id }
    func name(_ other: Attribution) -> String? {
      other.sourceSpans.first.map { text[$0].lowercased() }
    }
    let alike = own.filter { $0.id == id || (name($0) != nil && name($0) == name(attribution)) }
    let later = own.filter { $0.id >= id }
    func choice(_ words: String, _ chosen: [Attribution]) -> CorrectionChoice {
      // The first one gives the new source its name.
      let ordered = [attribution] + chosen.filter { $0.id != id }
      let numbers = chosen.map { "\($0.id.number)" }.joined(separator: ", ")
      return CorrectionChoice(
        sign: "", words: words, aside: numbers, source: nil,
        change: .separation(
          of: ordered.map { Correction.Subject($0, in: text) },
          from: Correction.Party(source, in: text)))
    }
    var choices = [choice("only these words", [attribution])]
    if let span = attribution.sourceSpans.first, alike.count > 1, alike.count < own.count {
      let words = text[span].split(whereSeparator: \.isWhitespace).joined(separator: " ")
      choices.append(choice("all that “\(words)” says", alike))
    }
    if later.count > 1, later.count < own.count {
      choices.append(choice("these words and everything after them", later))
    }
    return fitting(choices)
  }
}
