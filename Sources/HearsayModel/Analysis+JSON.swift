/// The JSON contract `hearsay.analysis/1`.
///
/// The values of this module count UTF-8 bytes; the contract counts code points and repeats the covered text,
/// so that a reader of the file needs no arithmetic. The types below are the contract, key by key.
/// Absent facts are written as `null`.
extension Analysis: Codable {
  /// The name and version of the contract.
  public static let schema = "hearsay.analysis/1"

  /// Writes the contract's object.
  public func encode(to encoder: any Encoder) throws {
    try AnalysisJSON(self).encode(to: encoder)
  }

  /// Reads the contract's object.
  ///
  /// - Throws: `DecodingError` where a key is missing, the schema is another one, or a span lies outside the text.
  public init(from decoder: any Decoder) throws {
    self = try AnalysisJSON(from: decoder).analysis(codingPath: decoder.codingPath)
  }
}

// MARK: - The object

private struct AnalysisJSON: Codable {
  var schema: String
  var engine: EngineVersion
  var article: ArticleJSON
  var sources: [SourceJSON]
  var attributions: [AttributionJSON]
  var claims: [Claim]
  var unattributed: [UnattributedJSON]
  var summary: Summary
}

private struct SpanJSON: Codable {
  var start: Int
  var end: Int
  var text: String
}

private struct ArticleJSON: Codable {
  var id: String
  var title: String?
  var publisher: String?
  var byline: String?
  var published: String?
  var url: String?
  var path: String?
  var language: String
  var text: String
  /// Left out where there are none: texts have none, and who reads older analyses knows of none.
  var links: [LinkJSON]?
  /// Left out where there are none.
  var notes: [ArticleNote]?

  enum CodingKeys: String, CodingKey {
    case id, title, publisher, byline, published, url, path, language, text, links, notes
  }

  func encode(to encoder: any Encoder) throws {
    var keys = encoder.container(keyedBy: CodingKeys.self)
    try keys.encode(id, forKey: .id)
    // `encode`, not `encodeIfPresent`: an absent fact is written as null.
    try keys.encode(title, forKey: .title)
    try keys.encode(publisher, forKey: .publisher)
    try keys.encode(byline, forKey: .byline)
    try keys.encode(published, forKey: .published)
    try keys.encode(url, forKey: .url)
    try keys.encode(path, forKey: .path)
    try keys.encode(language, forKey: .language)
    try keys.encode(text, forKey: .text)
    try keys.encodeIfPresent(links, forKey: .links)
    try keys.encodeIfPresent(notes, forKey: .notes)
  }
}

private struct LinkJSON: Codable {
  var start: Int
  var end: Int
  var text: String
  var address: String
}

private struct SourceJSON: Codable {
  var id: Source.ID
  var name: String
  var kind: SourceKind
  var naming: Naming
  var mentions: [SpanJSON]
}

private struct AttributionJSON: Codable {
  var id: Attribution.ID
  var source: Source.ID?
  var within: Attribution.ID?
  var sourceSpans: [SpanJSON]
  var cueSpans: [SpanJSON]
  var contentSpans: [SpanJSON]
  var addressee: SpanJSON?
  var manner: Manner
  var attitude: Attitude
  var certainty: Certainty
  var stance: Stance?
  var context: SpanJSON?
  var chain: [Hop]
  var claim: Claim.ID
  var confidence: Double
  var alternates: [Source.ID]
  var flags: [Flag]

  enum CodingKeys: String, CodingKey {
    case id, source, within, sourceSpans, cueSpans, contentSpans, addressee, manner, attitude
    case certainty, stance, context, chain, claim, confidence, alternates, flags
  }

  func encode(to encoder: any Encoder) throws {
    var keys = encoder.container(keyedBy: CodingKeys.self)
    try keys.encode(id, forKey: .id)
    try keys.encode(source, forKey: .source)
    try keys.encode(within, forKey: .within)
    try keys.encode(sourceSpans, forKey: .sourceSpans)
    try keys.encode(cueSpans, forKey: .cueSpans)
    try keys.encode(contentSpans, forKey: .contentSpans)
    try keys.encode(addressee, forKey: .addressee)
    try keys.encode(manner, forKey: .manner)
    try keys.encode(attitude, forKey: .attitude)
    try keys.encode(certainty, forKey: .certainty)
    try keys.encode(stance, forKey: .stance)
    try keys.encode(context, forKey: .context)
    try keys.encode(chain, forKey: .chain)
    try keys.encode(claim, forKey: .claim)
    try keys.encode(confidence, forKey: .confidence)
    try keys.encode(alternates, forKey: .alternates)
    try keys.encode(flags, forKey: .flags)
  }
}

private struct UnattributedJSON: Codable {
  var id: UnattributedSentence.ID
  var start: Int
  var end: Int
  var text: String
  var kind: UnattributedSentence.Kind
  var claim: Claim.ID
}

// MARK: - From bytes to code points

extension AnalysisJSON {
  init(_ analysis: Analysis) {
    let text = analysis.article.text
    let spans =
      analysis.sources.flatMap(\.mentions)
      + analysis.attributions.flatMap { $0.spans + [$0.addressee, $0.context].compactMap(\.self) }
      + analysis.unattributed.map(\.span) + analysis.article.links.map(\.span)
    let scalars = text.scalarOffsets(of: spans.flatMap { [$0.start, $0.end] })

    func json(_ span: Span) -> SpanJSON {
      SpanJSON(start: scalars[span.start] ?? 0, end: scalars[span.end] ?? 0, text: text[span])
    }

    schema = Analysis.schema
    engine = analysis.engine
    let article = analysis.article
    self.article = ArticleJSON(
      id: article.id, title: article.title, publisher: article.publisher, byline: article.byline,
      published: article.published, url: article.url, path: article.path,
      language: article.language, text: text.string,
      links: article.links.isEmpty
        ? nil
        : article.links.map {
          let span = json($0.span)
          return LinkJSON(
            start: span.start, end: span.end, text: span.text, address: $0.address)
        },
      notes: article.notes.isEmpty ? nil : article.notes)
    sources = analysis.sources.map {
      SourceJSON(
        id: $0.id, name: $0.name, kind: $0.kind, naming: $0.naming, mentions: $0.mentions.map(json))
    }
    attributions = analysis.attributions.map {
      AttributionJSON(
        id: $0.id, source: $0.source, within: $0.within, sourceSpans: $0.sourceSpans.map(json),
        cueSpans: $0.cueSpans.map(json), contentSpans: $0.contentSpans.map(json),
        addressee: $0.addressee.map(json), manner: $0.manner, attitude: $0.attitude,
        certainty: $0.certainty, stance: $0.stance, context: $0.context.map(json), chain: $0.chain,
        claim: $0.claim, confidence: $0.confidence, alternates: $0.alternates, flags: $0.flags)
    }
    claims = analysis.claims
    unattributed = analysis.unattributed.map {
      let span = json($0.span)
      return UnattributedJSON(
        id: $0.id, start: span.start, end: span.end, text: span.text, kind: $0.kind, claim: $0.claim
      )
    }
    summary = analysis.summary
  }
}

// MARK: - From code points to bytes

extension AnalysisJSON {
  func analysis(codingPath: [any CodingKey]) throws -> Analysis {
    func corrupted(_ description: String) -> DecodingError {
      .dataCorrupted(.init(codingPath: codingPath, debugDescription: description))
    }
    guard schema == Analysis.schema else {
      throw corrupted("The schema is \(schema), not \(Analysis.schema).")
    }
    let text = ArticleText(article.text)
    let bytes = text.byteOffsetsOfScalars()

    func span(_ start: Int, _ end: Int) throws -> Span {
      guard 0 <= start, start <= end, end < bytes.count else {
        throw corrupted("\(start)-\(end) lies outside the text.")
      }
      return Span(bytes[start], bytes[end])
    }
    func spans(_ list: [SpanJSON]) throws -> [Span] { try list.map { try span($0.start, $0.end) } }

    return Analysis(
      engine: engine,
      article: Article(
        id: article.id, title: article.title, publisher: article.publisher, byline: article.byline,
        published: article.published, url: article.url, path: article.path,
        language: article.language, text: text,
        links: try (article.links ?? []).map {
          ArticleLink(span: try span($0.start, $0.end), address: $0.address)
        },
        notes: article.notes ?? []),
      sources: try sources.map {
        Source(
          id: $0.id, name: $0.name, kind: $0.kind, naming: $0.naming,
          mentions: try spans($0.mentions))
      },
      attributions: try attributions.map {
        Attribution(
          id: $0.id, source: $0.source, within: $0.within, sourceSpans: try spans($0.sourceSpans),
          cueSpans: try spans($0.cueSpans), contentSpans: try spans($0.contentSpans),
          addressee: try $0.addressee.map { try span($0.start, $0.end) }, manner: $0.manner,
          attitude: $0.attitude, certainty: $0.certainty, stance: $0.stance,
          context: try $0.context.map { try span($0.start, $0.end) }, chain: $0.chain,
          claim: $0.claim, confidence: $0.confidence, alternates: $0.alternates, flags: $0.flags)
      },
      claims: claims,
      unattributed: try unattributed.map {
        UnattributedSentence(
          id: $0.id, span: try span($0.start, $0.end), kind: $0.kind, claim: $0.claim)
      },
      summary: summary)
  }
}
