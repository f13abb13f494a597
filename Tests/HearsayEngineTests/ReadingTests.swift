import Foundation
import HearsayLanguage
import HearsayModel
import HearsayResources
import HearsayTestSupport
import Testing

@testable import HearsayEngine

/// An analyzer whose tagger are rules, and a long article for it.
private struct LongRead {
  let analyzer: Analyzer
  let article: Article

  /// An article of so many paragraphs; in every third somebody new is named.
  init(paragraphs count: Int, publisher: String? = "Harbour News") throws {
    let resources = try Resources.locate()
    analyzer = try Analyzer(resources: resources, tagger: RulesTagger())
    let text = (0..<count).map { number in
      switch number % 3 {
      case 0: "Mayor \(Self.name(number)) said the quay number \(number) would be closed."
      case 1: #""We were lucky," the mayor told Reuters on day \#(number)."#
      default: "The ship number \(number) is \(number) years old."
      }
    }.joined(separator: "\n\n")
    article = Article(id: "sha256:test", publisher: publisher, text: ArticleText(text))
  }

  private static func name(_ number: Int) -> String {
    let first = ["Anna", "Bertil", "Cora", "David", "Elsa"][number / 3 % 5]
    let last = ["Lindqvist", "Moberg", "Norén"][number / 15 % 3]
    return "\(first) \(last)"
  }

  /// What is shown while a draft is read to its end, and that end.
  func read(
    _ draft: Draft, from place: Int = 0, correcting corrections: [Correction] = []
  ) -> (parts: [PartialAnalysis], whole: Analysis?) {
    var draft = draft
    var parts: [PartialAnalysis] = []
    var watch = Watch()
    watch.place = place
    watch.showsAfter = .zero
    watch.found = { parts.append($0) }
    let whole = analyzer.read(&draft, correcting: corrections, watching: watch)
    return (parts, whole)
  }
}

private func contractHolds(_ analysis: Analysis) throws {
  #expect(violationsOfContract(in: try JSONEncoder().encode(analysis)) == [])
}

@Suite struct `A long article is shown part by part` {
  private let long: LongRead
  init() throws { long = try LongRead(paragraphs: 240) }

  @Test(arguments: [0.0, 0.4, 0.97])
  func `wherever one begins the end is what reading at once gives`(place: Double) throws {
    let start = Int(place * Double(long.article.text.count))
    let (parts, whole) = long.read(Draft(of: long.article), from: start)
    let atOnce = try JSONEncoder.sorted.encode(long.analyzer.analyze(long.article))
    #expect(try whole.map(JSONEncoder.sorted.encode) == atOnce)
    #expect(parts.count >= 1)
  }

  @Test func `the first part is the stretch where somebody is, and each later one holds more`()
    throws
  {
    let start = long.article.text.count / 2
    let (parts, _) = long.read(Draft(of: long.article), from: start)
    let first = try #require(parts.first)
    #expect(first.read.count == 1)
    #expect(first.read[0].contains(start))
    #expect(first.read[0].count < long.article.text.count / 8)
    let sizes = parts.map { $0.read.reduce(0) { $0 + $1.count } }
    #expect(sizes == sizes.sorted())
  }

  @Test(arguments: [0.0, 0.4])
  func `every part is well formed, and says nothing of what was not read`(place: Double) throws {
    let start = Int(place * Double(long.article.text.count))
    let (parts, _) = long.read(Draft(of: long.article), from: start)
    for part in parts {
      try contractHolds(part.analysis)
      let said = part.analysis.attributions.map(\.extent) + part.analysis.unattributed.map(\.span)
      #expect(said.allSatisfy { span in part.read.contains { $0.contains(span) } })
      #expect(!part.analysis.attributions.isEmpty)
    }
  }

  @Test(arguments: [0.0, 0.05, 0.3, 0.6, 0.89, 0.93, 0.99])
  func `it can be stopped anywhere, also in the last steps, and goes on to the same end`(
    share: Double
  ) throws {
    var draft = Draft(of: long.article)
    var watch = Watch()
    let stop = watch.stop
    watch.progress = { if $0 >= share { stop.putUp() } }
    #expect(long.analyzer.read(&draft, watching: watch) == nil)
    #expect(long.read(draft).whole == long.analyzer.analyze(long.article))
  }

  @Test func `what was found is not looked for again`() throws {
    var draft = Draft(of: long.article)
    _ = long.analyzer.read(&draft)
    var shares: [Double] = []
    var watch = Watch()
    watch.progress = { shares.append($0) }
    _ = long.analyzer.read(&draft, watching: watch)
    #expect(shares == [0, 1] || shares == [1, 1])
  }
}

@Suite struct `A text longer than any article is read in sections` {
  private let long: LongRead
  init() throws { long = try LongRead(paragraphs: 120) }

  private var draft: Draft { Draft(of: long.article, longestSection: 2_000) }

  @Test func `the order of the sections changes nothing`() throws {
    let inOrder = try #require(long.read(draft).whole)
    try contractHolds(inOrder)
    for place in [0.3, 0.9] {
      let start = Int(place * Double(long.article.text.count))
      let (parts, whole) = long.read(draft, from: start)
      #expect(whole == inOrder)
      for part in parts { try contractHolds(part.analysis) }
    }
  }

  @Test func `a name means the same source in all of them, and no sentence is lost`() throws {
    let whole = try #require(long.read(draft).whole)
    let atOnce = long.analyzer.analyze(long.article)
    let names = whole.sources.filter { $0.naming == .named }.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(Set(names) == Set(atOnce.sources.filter { $0.naming == .named }.map(\.name)))
    #expect(whole.attributions.map(\.contentSpans) == atOnce.attributions.map(\.contentSpans))
    #expect(whole.unattributed.map(\.span) == atOnce.unattributed.map(\.span))
    #expect(whole.summary.words == atOnce.summary.words)
    #expect(whole.summary.sentences == atOnce.summary.sentences)
  }

  @Test func `no more sections are kept than there is room for, and those are where somebody is`()
    throws
  {
    var draft = draft
    var shown: [PartialAnalysis] = []
    for place in [0, long.article.text.count - 1] {
      var watch = Watch()
      watch.place = place
      watch.mostSections = 2
      watch.showsAfter = .zero
      watch.found = { shown.append($0) }
      #expect(long.analyzer.read(&draft, watching: watch) == nil)
      let last = try #require(draft.soFar)
      #expect(last.read.contains { $0.contains(place) })
      #expect(draft.sections.count { $0.result != nil } == 2)
    }
  }

  @Test func `a correction is worked in where its words stand, and nowhere else`() throws {
    var draft = draft
    let machine = try #require(long.analyzer.read(&draft))
    let wrong = try #require(machine.attributions.last { $0.cueSpans.first != nil })
    let correction = Correction(dismissing: wrong, in: machine)
    let corrected = try #require(long.analyzer.read(&draft, correcting: [correction]))
    try contractHolds(corrected)
    #expect(corrected.attributions.count == machine.attributions.count - 1)
    #expect(long.read(self.draft, correcting: [correction]).whole == corrected)
  }

  @Test func `what was stopped is corrected as far as it was read, and read no further`() throws {
    var draft = draft
    var watch = Watch()
    watch.mostSections = 2
    _ = long.analyzer.read(&draft, watching: watch)
    let known = try #require(draft.soFar)
    let wrong = try #require(known.analysis.attributions.first)
    var shown: [PartialAnalysis] = []
    watch.readsOn = false
    watch.found = { shown.append($0) }
    let correction = Correction(dismissing: wrong, in: known.analysis)
    #expect(long.analyzer.read(&draft, correcting: [correction], watching: watch) == nil)
    let last = try #require(shown.last)
    #expect(last.read == known.read)
    #expect(last.analysis.attributions.count == known.analysis.attributions.count - 1)
  }
}

@Suite struct `Sections are cut where a reader would pause` {
  private func sections(_ text: String, longest: Int) -> [String] {
    let text = ArticleText(text)
    return Sections.of(text, longest: longest).map { text[$0] }
  }

  @Test func `between paragraphs, else between lines, else between words`() {
    #expect(
      sections("One two.\n\nThree.\n\nFour.", longest: 14) == ["One two.\n\n", "Three.\n\nFour."])
    #expect(sections("One two.\nThree.\nFour.", longest: 14) == ["One two.\n", "Three.\nFour."])
    #expect(sections("One two three four", longest: 11) == ["One two ", "three four"])
  }

  @Test func `and never in a character`() {
    let text = String(repeating: "作", count: 20)
    #expect(sections(text, longest: 11).joined() == text)
    #expect(sections(text, longest: 11).allSatisfy { !$0.contains("\u{FFFD}") })
  }

  @Test func `a short text is one, and so is none at all`() {
    #expect(sections("One.", longest: 14) == ["One."])
    #expect(sections("", longest: 14) == [""])
  }
}

@Suite struct `A part of a document reads like a document` {
  @Test func `all of it is the same, and a stretch has its own sentences, words and quotations`()
    throws
  {
    let text = """
      Ferry hits wall

      BERGEN (AP) — "Nobody was hurt," she said. "We were lucky.

      "And the sea was calm."

      The 'old' ship is gone.
      """
    let document = Document(Article(id: "test", text: ArticleText(text)))
    let whole = document.part([0..<document.paragraphs.count])
    #expect(whole.paragraphs == document.paragraphs)
    #expect(whole.sentences == document.sentences)
    #expect(whole.tokens == document.tokens)
    #expect(whole.quotations == document.quotations)

    let part = document.part([0..<2, 3..<4])
    #expect(part.paragraphs.map(\.span) == [0, 1, 3].map { document.paragraphs[$0].span })
    #expect(part.quotations.allSatisfy { !$0.continuesInNext })
    for (index, sentence) in part.sentences.enumerated() {
      #expect(part.paragraphs[sentence.paragraph].sentences.contains(index))
      #expect(part.paragraphs[sentence.paragraph].span.contains(sentence.span))
      #expect(part.tokens[sentence.tokens].allSatisfy { $0.sentence == index })
      #expect(part.tokens[sentence.tokens].allSatisfy { sentence.span.contains($0.span) })
    }
    for quotation in part.quotations {
      #expect(part.paragraphs[quotation.paragraph].span.contains(quotation.span))
      if let outer = quotation.within {
        #expect(part.quotations[outer].span.contains(quotation.span))
      }
    }
  }
}

extension JSONEncoder {
  fileprivate static var sorted: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return encoder
  }
}

extension Correction {
  /// Somebody says that this is no attribution.
  fileprivate init(dismissing wrong: Attribution, in analysis: Analysis) {
    self.init(
      article: analysis.article.id,
      change: .dismissal(of: Subject(wrong, in: analysis.article.text)),
      snapshot: .init(
        articleTitle: nil, publisher: nil, location: nil, source: nil, kind: .none,
        naming: .implicit, engine: "test"),
      created: Date(timeIntervalSince1970: 1))
  }
}

@Suite("Questions to the tagger")
struct QuestionsTests {
  private func questions(about text: String) -> [Range<Int>] {
    let article = Article(id: "a", language: "en", text: ArticleText(text))
    let findings = Findings(in: Document(article))
    return findings.tagged.indices.map { findings.paragraphs(at: $0) }
  }

  @Test("Each is about sixteen paragraphs of news, the last about the rest")
  func news() {
    let text = Array(repeating: "The ferry will not sail on Monday.", count: 40)
      .joined(separator: "\n\n")
    #expect(questions(about: text) == [0..<16, 16..<32, 32..<40])
  }

  @Test("A list of letters is asked about in few questions, each paragraph in one of them")
  func letters() {
    let found = questions(about: Array(repeating: "a", count: 1_600).joined(separator: "\n\n"))
    #expect(found == (0..<5).map { $0 * 320..<($0 + 1) * 320 })
    #expect(questions(about: "").isEmpty)
  }
}
