public import HearsayModel

/// The sourcing of an article on one page, before it has a form: sections of bars, trees and entries.
public struct SourcingReport: Sendable {
  let analysis: Analysis
  let sheet: SourcingSheet
  /// What of the reader's is worked into it.
  let corrections: [Correction]
  /// How `text` is laid out.
  let options: TextOptions
  var sections: [Section] = []

  struct Section {
    var title: String
    var blocks: [Block]
  }

  enum Block {
    case words(String)
    case bars([Bar])
    case tree([Branch])
    case entries([Entry])
  }

  /// A part of a whole, or of the largest.
  struct Bar {
    var naming: Naming?
    var name: String
    /// From 0 to 1.
    var part: Double
    var figures: String
  }

  /// A line of a tree.
  struct Branch {
    var depth: Int
    var naming: Naming
    var name: String
    var figures: String
  }

  /// Something said, or something that is the matter.
  struct Entry {
    var level: Flag.Level?
    var title: String
    /// The attributions and sentences it tells of, by their names, where it tells of them for themselves.
    var names: [String] = []
    /// The attributions at which it holds, by their names.
    var places: [String] = []
    var details: [String] = []
    var quotations: [String] = []
  }
}

// MARK: - Making

extension SourcingReport {
  /// The report of an analysis, with what of the reader's is worked into it; the page says so.
  public init(
    _ analysis: Analysis, corrections: [Correction] = [], options: TextOptions = TextOptions()
  ) {
    self.analysis = analysis
    self.corrections = corrections
    self.options = options
    sheet = SourcingSheet(analysis)
    sections = [
      Section(title: "Look at these first", blocks: flags),
      Section(title: "Not sure whose words", blocks: unsure),
      Section(title: "Who speaks, and how much", blocks: speakers),
      Section(title: "Named and unnamed", blocks: namings),
      Section(title: "How it got here", blocks: routes),
      Section(title: "What the claims rest on", blocks: claims),
      Section(title: "Differences and repetitions", blocks: meetings),
      Section(title: "Edited quotations", blocks: edited),
      Section(title: "Unattributed", blocks: unattributed),
      Section(title: "Mentioned, not heard", blocks: unheard),
      Section(title: "Corrected by a reader", blocks: setRight),
    ].filter { !$0.blocks.isEmpty }
  }

  var title: String {
    let article = analysis.article
    let file = article.path?.split(separator: "/").last.map(String.init)
    return article.title ?? file ?? "An article without a title"
  }

  var facts: [String] {
    let article = analysis.article
    return [article.publisher, article.byline, article.publishedWords].compactMap(\.self)
  }

  /// What is not the machine's, and what the machine had said.
  private var setRight: [Block] {
    guard !corrections.isEmpty else { return [] }
    let traces = CorrectionTraces(corrections, in: analysis)
    let entries = corrections.map { correction -> Entry in
      let isLost = traces.trace(of: correction.id)?.isLost ?? true
      return Entry(
        title: correction.words + (isLost ? " (its words are not in this text)" : ""),
        details: [correction.machineWords], quotations: [correction.subjectWords])
    }
    return [.entries(entries)]
  }

  func name(_ source: Source.ID?) -> String {
    source.flatMap(analysis.source)?.nameFirst ?? "nobody"
  }

  func naming(_ source: Source.ID?) -> Naming {
    source.flatMap(analysis.source)?.naming ?? .implicit
  }

  private func counted(_ count: Int, _ one: String, _ many: String) -> String {
    count == 1 ? "1 \(one)" : "\(count) \(many)"
  }

  private func percent(_ part: Int, of whole: Int) -> String {
    whole == 0 ? "0 %" : "\((part * 200 + whole) / (whole * 2)) %"
  }

  private func figures(_ amount: SourcingSheet.Amount) -> String {
    counted(amount.words, "word", "words") + ", "
      + counted(amount.attributions, "attribution", "attributions")
  }

  private var flags: [Block] {
    let entries = sheet.flags.filter { $0.flag.level >= .low || $0.flag.level == .good }.map {
      count in
      Entry(
        level: count.flag.level, title: sentence(count.flag.words),
        places: count.attributions.map(\.description), details: [count.flag.rule])
    }
    return entries.isEmpty ? [] : [.entries(entries)]
  }

  /// What somebody else may have said, and what the engine is not sure of; who is sure of all of it reads nothing here.
  private var unsure: [Block] {
    let entries = analysis.attributions.filter {
      $0.flags.contains(.ambiguousSource) || $0.confidence < Self.confidenceToTrust
    }.map { attribution in
      let others = attribution.alternates.compactMap { analysis.source($0)?.nameFirst }
      let percent = Int((attribution.confidence * 100).rounded())
      return Entry(
        title: "\(attribution.id) \(name(attribution.source)): \(percent) % sure",
        names: [attribution.id.description],
        details: others.isEmpty ? [] : ["could also be: " + others.joined(separator: "; ")],
        quotations: [words(of: attribution)])
    }
    return entries.isEmpty ? [] : [.entries(entries)]
  }

  /// Below this the engine is as likely wrong as right.
  private static let confidenceToTrust = 0.5

  /// Words that the outlet has cut or put in are no longer quite the speaker's.
  private var edited: [Block] {
    let entries = analysis.attributions.filter(analysis.isEdited).map { attribution in
      Entry(
        title: "\(attribution.id) \(name(attribution.source))",
        names: [attribution.id.description], quotations: [words(of: attribution)])
    }
    return entries.isEmpty ? [] : [.entries(entries)]
  }

  private func sentence(_ clause: String) -> String {
    clause.prefix(1).uppercased() + clause.dropFirst()
  }

  private var speakers: [Block] {
    guard !sheet.speakers.isEmpty else { return [.words("Nobody is credited with anything.")] }
    let most = sheet.speakers.map(\.amount.words).max() ?? 0
    let bars = sheet.speakers.map { speaker in
      Bar(
        naming: naming(speaker.source), name: name(speaker.source),
        part: Double(speaker.amount.words) / Double(max(1, most)),
        figures: "\(percent(speaker.amount.words, of: sheet.words)): " + figures(speaker.amount)
          + (speaker.quotedWords > 0 ? ", \(speaker.quotedWords) in quotations" : ""))
    }
    let share = percent(sheet.creditedWords, of: sheet.words)
    return [
      .words(
        "\(sheet.creditedWords) of \(counted(sheet.words, "word", "words")) (\(share)) are credited to somebody."
      ), .bars(bars),
    ]
  }

  private var namings: [Block] {
    let bars = Naming.allCases.compactMap { naming in
      sheet.namings[naming].map { amount in
        Bar(
          naming: naming, name: naming.words,
          part: Double(amount.attributions) / Double(max(1, analysis.attributions.count)),
          figures: figures(amount))
      }
    }
    return bars.isEmpty ? [] : [.bars(bars)]
  }

  private var routes: [Block] {
    func branches(_ route: SourcingSheet.Route, _ depth: Int) -> [Branch] {
      let isUnknown = depth == 0 && route.source == nil
      return [
        Branch(
          depth: depth, naming: isUnknown ? .named : naming(route.source),
          name: isUnknown ? "this article" : name(route.source), figures: figures(route.amount))
      ] + route.branches.flatMap { branches($0, depth + 1) }
    }
    let tree = sheet.routes.flatMap { branches($0, 0) }
    return tree.isEmpty ? [] : [.tree(tree)]
  }
}

// MARK: - Claims

extension SourcingReport {
  /// The words of a claim as it is first made, with the name under which it is found in the reader.
  func quotation(of claim: Claim.ID) -> String {
    guard let claim = analysis.claim(claim) else { return "" }
    if let first = claim.attributions.first.flatMap(analysis.attribution) {
      return words(of: first)
    }
    let sentence = analysis.unattributed.first { $0.claim == claim.id }
    return sentence.map { analysis.article.text[$0.span] } ?? ""
  }

  func words(of attribution: Attribution) -> String {
    analysis.saying(of: attribution).text(in: .unicode)
  }

  private func speakers(of claim: Claim.ID) -> String {
    let attributions = analysis.claim(claim)?.attributions ?? []
    if attributions.isEmpty, let own = analysis.unattributed.first(where: { $0.claim == claim }) {
      return "\(own.id) nobody (\(own.kind.words))"
    }
    return attributions.compactMap(analysis.attribution).map {
      "\($0.id) \(name($0.source)) (\($0.manner.words))"
    }.joined(separator: "; ")
  }

  private var claims: [Block] {
    sheet.claims.flatMap { support, claims -> [Block] in
      [
        .words(sentence(support.words) + ": " + counted(claims.count, "claim", "claims")),
        .entries(
          claims.map { id in
            Entry(
              title: speakers(of: id),
              names: analysis.claim(id)?.attributions.map(\.description) ?? [],
              quotations: [quotation(of: id)])
          }),
      ]
    }
  }

  private var meetings: [Block] {
    let conflicts = sheet.conflicts.map { pair in
      Entry(
        level: Flag.conflict.level, title: "Two claims \(Claim.Relation.Kind.conflict.words)",
        details: [speakers(of: pair.one), speakers(of: pair.other)],
        quotations: [quotation(of: pair.one), quotation(of: pair.other)])
    }
    let duplicates = sheet.duplicates.compactMap(analysis.claim).map { claim in
      Entry(
        title:
          "The same from \(counted(claim.independentSources, "independent source", "independent sources"))",
        details: [speakers(of: claim.id)],
        quotations: claim.attributions.compactMap(analysis.attribution).map(words))
    }
    let entries = conflicts + duplicates
    return entries.isEmpty ? [] : [.entries(entries)]
  }

  private var unattributed: [Block] {
    UnattributedSentence.Kind.allCases.flatMap { kind -> [Block] in
      let sentences = analysis.unattributed.filter { $0.kind == kind }
      guard !sentences.isEmpty else { return [] }
      return [
        .words(sentence(kind.words) + ": " + counted(sentences.count, "sentence", "sentences")),
        .entries(
          sentences.map { sentence in
            Entry(
              title: "\(sentence.id)", names: [sentence.id.description],
              quotations: [analysis.article.text[sentence.span]])
          }),
      ]
    }
  }

  private var unheard: [Block] {
    guard !sheet.unheard.isEmpty else { return [] }
    return [.entries(sheet.unheard.map { Entry(title: name($0)) })]
  }
}
