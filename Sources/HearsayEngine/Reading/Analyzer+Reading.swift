import HearsayLanguage
public import HearsayModel
import HearsayNeural

// Reading an article as far as somebody waits for it.
extension Analyzer {
  /// Reads on in a draft: what stands at the watch's place first, then what follows, then what stands before.
  ///
  /// Whatever the order, and however often the reading was stopped and taken up again, the same article and
  /// corrections give the same analysis in the end. One that was read before takes up only what the corrections change.
  ///
  /// - Parameters:
  ///   - draft: what was found so far.
  ///   - corrections: what the reader has set right, in any order.
  ///   - watch: is told how it goes, and may stop it.
  /// - Returns: the analysis, or `nil` where something is left to read; the draft keeps what was found.
  public func read(
    _ draft: inout Draft, correcting corrections: [Correction] = [], watching watch: Watch = Watch()
  ) -> Analysis? {
    var work = ReadingWork(self, on: draft, correcting: corrections, watching: watch)
    defer { draft = work.draft }
    return work.run() ? work.draft.soFar?.analysis : nil
  }
}

/// One go at an article.
private struct ReadingWork {
  let analyzer: Analyzer
  let watch: Watch
  let corrections: [Correction]
  let placed: [PlacedCorrection]
  var draft: Draft
  var pace: Pace
  /// How many bytes were read by now, of how many.
  private var done = 0

  init(
    _ analyzer: Analyzer, on draft: Draft, correcting corrections: [Correction],
    watching watch: Watch
  ) {
    self.analyzer = analyzer.reader(of: draft.article)
    self.watch = watch
    pace = Pace(after: watch.showsAfter)
    self.draft = draft
    self.corrections = corrections
    placed = PlacedCorrection.all(corrections, in: draft.article.text)
  }

  private var goesOn: Bool { !watch.stop.isSeen }

  /// Reads all sections that are not read yet, or were read with other corrections.
  ///
  /// - Returns: whether the whole article is read.
  mutating func run() -> Bool {
    tell(0, of: 0)
    let order = draft.order(from: watch.place)
    let waiting = order.filter { draft.sections[$0].result?.corrections != corrections }
    done = order.filter { !waiting.contains($0) }.reduce(0) { $0 + draft.sections[$1].span.count }
    if !watch.readsOn { return lookAgain(at: waiting) }
    for (number, index) in waiting.enumerated() {
      guard goesOn, number < watch.mostSections else { return false }
      if draft.sections[index].result == nil {
        draft.makeRoom(near: watch.place, within: watch.mostSections)
      }
      guard read(section: index) else { return false }
      done += draft.sections[index].span.count
      if number + 1 < waiting.count { show() }
    }
    guard draft.sections.allSatisfy({ $0.result?.corrections == corrections }) else { return false }
    tell(0, of: 0)
    return goesOn
  }

  /// Works other corrections into what was read, and shows that.
  private mutating func lookAgain(at waiting: [Int]) -> Bool {
    for index in waiting where goesOn {
      pace = Pace(after: .zero)
      if draft.sections[index].result != nil {
        if read(section: index) { show() }
      } else if draft.sections[index].tagged != nil {
        let findings = draft.findings(at: index, in: analyzer.language)
        let start = draft.sections[index].span.start
        show(findings, of: index, publisher(of: findings.document, startingAt: start))
      }
    }
    return false
  }

  // MARK: - A section

  private mutating func read(section index: Int) -> Bool {
    let span = draft.sections[index].span
    var findings = draft.findings(at: index, in: analyzer.language)
    defer { draft.keep(findings, at: index) }
    guard goesOn else { return false }
    let publisher = publisher(of: findings.document, startingAt: span.start)
    guard tag(&findings, of: index, publisher) else { return false }
    let analysis = analyzer.analysis(
      of: findings, published: publisher, correcting: placed.within([span])
    ) { share in
      tell(Self.shareOfTagging + (1 - Self.shareOfTagging) * share, of: span.count)
      return goesOn
    }
    guard let analysis, goesOn else { return false }
    draft.sections[index].result = (analysis, corrections)
    draft.sections[index].part = nil
    return true
  }

  /// Asks the tagger for what is missing, on all processors, and shows what is known in between.
  private mutating func tag(
    _ findings: inout Findings, of index: Int, _ publisher: Mention?
  ) -> Bool {
    let section = draft.sections[index].span
    var missing = findings.missing(from: watch.place)[...]
    // The first few paragraphs alone, so that they can be shown soon.
    var next = 1
    while !missing.isEmpty {
      tell(Self.shareOfTagging * findings.share, of: section.count)
      let asked = Array(missing.prefix(next))
      guard goesOn else { return false }
      let found =
        next == 1
        ? [firstAttributions(asked[0], in: findings, of: index, publisher)]
        : attributions(asked, in: findings)
      guard goesOn else { return false }
      for (index, found) in zip(asked, found) { findings.note(found, at: index) }
      missing = missing.dropFirst(asked.count)
      next = watch.threads * 2
      if !missing.isEmpty { show(findings, of: index, publisher) }
    }
    return goesOn
  }

  /// The attributions of the first few paragraphs; of the first of them already while the others are read.
  private mutating func firstAttributions(
    _ number: Int, in findings: Findings, of index: Int, _ publisher: Mention?
  ) -> [TaggedAttribution] {
    let paragraphs = findings.paragraphs(at: number)
    guard watch.found != nil else {
      return tagger.attributions(in: paragraphs, of: findings.document, until: watch.stop)
    }
    return tagger.attributions(
      in: paragraphs, of: findings.document, until: watch.stop
    ) { read, found in
      show(findings, and: (read, found), of: index, publisher)
    }
  }

  private func attributions(_ indices: [Int], in findings: Findings) -> [[TaggedAttribution]] {
    let tagger = tagger
    let stop = watch.stop
    return Workers(watch.threads).perform(indices.count) { number in
      stop.isSeen
        ? []
        : tagger.attributions(
          in: findings.paragraphs(at: indices[number]), of: findings.document, until: stop)
    }
  }

  /// What finds the spans: what knows one language can say nothing of another.
  private var tagger: any SpanTagger {
    draft.article.language == analyzer.language.code ? analyzer.tagger : QuotationTagger()
  }

  /// What part of the work on a section the tagger has, as long as nobody knows better.
  private static let shareOfTagging = 0.9

  /// Who published the article: the beginning says so, whatever stretch of it is being read.
  private func publisher(of document: Document, startingAt start: Int) -> Mention? {
    if start == 0 { return analyzer.publisher(of: document) }
    let head = Span(0, min(Self.longestHead, draft.article.text.count))
    return analyzer.publisher(of: Document(draft.article, analyzer.language, in: head))
  }

  private static let longestHead = 1 << 14
}

// MARK: - News

extension ReadingWork {
  private func tell(_ share: Double, of section: Int) {
    let all = draft.article.text.count
    watch.progress(all == 0 ? 0 : (Double(done) + share * Double(section)) / Double(all))
  }

  /// Shows the part of a section that was read, together with what was read before.
  private mutating func show(
    _ findings: Findings, and more: (paragraphs: Range<Int>, found: [TaggedAttribution])? = nil,
    of index: Int, _ publisher: Mention?
  ) {
    guard let found = watch.found, pace.isTime, more?.paragraphs.isEmpty != true else { return }
    pace.begin()
    defer { pace.end() }
    let (part, read) = findings.soFar(with: more)
    let analysis = analyzer.analysis(
      of: part, published: publisher, correcting: placed.within(read)
    ) { _ in goesOn }
    guard let analysis, goesOn else { return }
    draft.sections[index].part = PartialAnalysis(analysis, of: read)
    if let known = draft.soFar { found(known) }
  }

  /// Shows the finished sections.
  private mutating func show() {
    guard let found = watch.found, pace.isTime else { return }
    pace.begin()
    defer { pace.end() }
    if let known = draft.soFar { found(known) }
  }
}

extension [PlacedCorrection] {
  /// The corrections as far as they speak of words in these stretches: the others have nothing to say there.
  func within(_ stretches: [Span]) -> [PlacedCorrection] {
    func isInside(_ span: Span) -> Bool { stretches.contains { $0.contains(span) } }
    func clipped(_ subject: PlacedSubject?) -> PlacedSubject? {
      guard var subject else { return nil }
      subject.content = subject.content.filter(isInside)
      if let cue = subject.cue, !isInside(cue) { return nil }
      subject.source = subject.source.flatMap { isInside($0) ? $0 : nil }
      return subject.content.isEmpty && subject.cue == nil ? nil : subject
    }
    return map { placed in
      var placed = placed
      placed.subjects = placed.subjects.map(clipped)
      placed.mentions = placed.mentions.map { $0.flatMap { isInside($0) ? $0 : nil } }
      return placed
    }
  }
}
