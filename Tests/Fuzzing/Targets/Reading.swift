import Foundation
import HearsayEngine
import HearsayExport
import HearsayIngest
import HearsayLanguage
import HearsayModel
import HearsayResources
import HearsayTestSupport

// From bytes to an analysis.
extension FuzzTarget {
  /// Bytes of whatever encoding become an article, or a sentence that says why not.
  static let decoder = FuzzTarget("decoder", dictionaries: ["encodings", "articles"]) { bytes in
    guard let article = try read(bytes) else { return }
    try require(
      String(validating: article.text.string.utf8, as: UTF8.self) != nil, "The text is not UTF-8")
    try require(comesToRest(article), "What was decoded is another text whenever it is read again")
    for words in [article.title, article.byline, article.publisher, article.published] {
      try require(words?.isEmpty != true, "A fact about an article has no letters")
    }
  }

  /// The file of facts that lies beside an article.
  static let facts = FuzzTarget("facts", dictionaries: ["json", "articles"]) { bytes in
    _ = try Ingest().article(from: Array("The quay is shut.".utf8), path: "a.txt", sidecar: bytes)
  }

  /// Whether a text is the same when it is read again, or soon is: what is broken several times is mended in several readings.
  private static func comesToRest(_ article: Article) throws -> Bool {
    var article = article
    for _ in 0..<8 {
      // Mended, a text may turn out to be a page.
      guard let again = try read(Array(article.text.string.utf8)) else { return true }
      if again.id == article.id { return true }
      article = again
    }
    return false
  }

  private static func read(_ bytes: [UInt8]) throws -> Article? {
    do {
      return try Ingest().article(from: bytes, path: nil)
    } catch {
      try requireSentence("\(error)")
      return nil
    }
  }

  /// Paragraphs, sentences, words and quotations stand in order, inside each other and between letters.
  static let text = FuzzTarget("text", text: "articles", seeds: samples) { text in
    try DocumentCheck(Document(Article(id: "sha256:0", text: ArticleText(text)))).check()
  }

  /// The whole analysis, with rules alone.
  static let rules = FuzzTarget("rules", text: "articles", seeds: samples) { text in
    try AnalysisCheck(analyzers.get().rules, text).check()
  }

  /// The whole analysis, with the network.
  static let network = FuzzTarget("network", text: "articles", longest: 1_500, seeds: samples) {
    guard let analyzer = try analyzers.get().network else { return }
    try AnalysisCheck(analyzer, $0).check()
  }

  private static let analyzers = Result {
    let resources = try Resources.locate()
    return (
      rules: try Analyzer(resources: resources, tagger: RulesTagger()),
      network: try ModelTagger(resources: resources, rules: RulesTagger(), threads: 1)
        .map { try Analyzer(resources: resources, tagger: $0) }
    )
  }

  /// The articles that come with the program.
  static func samples() throws -> [[UInt8]] {
    let resources = try Resources.locate()
    return try resources.names(in: "samples").map {
      Array(try Data(contentsOf: URL(fileURLWithPath: resources.path("samples/\($0)"))))
    }
  }
}

// MARK: - What must hold

private struct DocumentCheck {
  let document: Document
  private let starts: Set<Int>

  init(_ document: Document) {
    self.document = document
    var place = 0
    var starts: Set<Int> = [0]
    for scalar in document.text.string.unicodeScalars {
      place += scalar.utf8.count
      starts.insert(place)
    }
    self.starts = starts
  }

  func check() throws {
    try inOrder(document.paragraphs.map(\.span), "paragraphs")
    try inOrder(document.sentences.map(\.span), "sentences")
    try inOrder(document.tokens.map(\.span), "words")
    for (index, paragraph) in document.paragraphs.enumerated() {
      for sentence in document.sentences[paragraph.sentences] {
        try require(sentence.paragraph == index, "A sentence is in another paragraph")
        try inside(sentence.span, paragraph.span, "A sentence")
        for token in document.tokens[sentence.tokens] {
          try inside(token.span, sentence.span, "A word")
        }
      }
    }
    for quotation in document.quotations {
      try whole(quotation.span, "A quotation")
      try inside(quotation.inside, quotation.span, "What is quoted")
      if let outer = quotation.within {
        try require(document.quotations.indices.contains(outer), "A quotation stands in none")
        try inside(quotation.span, document.quotations[outer].span, "A quotation in a quotation")
      }
    }
  }

  private func inOrder(_ spans: [Span], _ what: String) throws {
    var end = 0
    for span in spans {
      try whole(span, "One of the \(what)")
      try require(span.start >= end, "The \(what) are out of order at \(span)")
      end = span.end
    }
  }

  private func inside(_ inner: Span, _ outer: Span, _ what: String) throws {
    try require(
      outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end,
      "\(what) at \(inner) stands outside of \(outer)")
  }

  private func whole(_ span: Span, _ what: String) throws {
    try require(
      span.start < span.end && starts.contains(span.start) && starts.contains(span.end),
      "\(what) at \(span) is empty or begins or ends inside a letter")
  }
}

/// What must hold of any analysis.
struct AnalysisCheck {
  let analyzer: Analyzer
  let article: Article

  init(_ analyzer: Analyzer, _ text: String) {
    self.analyzer = analyzer
    article = Article(
      id: "sha256:" + String(repeating: "0", count: 64), publisher: "Norrvik Post",
      // `JSONSerialization` leaves out a byte order mark wherever a piece of a text begins with one, after a line end too.
      text: ArticleText(String(text.unicodeScalars.filter { $0 != "\u{FEFF}" })))
  }

  func check() throws {
    var shares: [Double] = []
    let analysis = analyzer.analyze(article) { share in
      shares.append(share)
      return true
    }
    guard let analysis else { throw Broken("An analysis that nobody stopped has stopped") }
    try require(
      shares == shares.sorted() && shares.allSatisfy { (0...1).contains($0) },
      "The news of how far the work is goes back")
    try Self.check(analysis)
  }

  /// The contract holds, nothing is lost in it, and whatever form it is written in can be written.
  static func check(_ analysis: Analysis) throws {
    let json = try JSONEncoder().encode(analysis)
    let violations = violationsOfContract(in: json)
    try require(violations.isEmpty, violations.joined(separator: "; "))
    let again = try JSONDecoder().decode(Analysis.self, from: json)
    try require(again == analysis, "An analysis is another one when it was written and read")
    try write(analysis)
  }

  /// Writes an analysis in every form.
  static func write(_ analysis: Analysis) throws {
    for format in AnalysisFormat.allCases { _ = try format.text(of: AnalysedArticle(analysis)) }
    let report = SourcingReport(analysis)
    for format in SourcingReport.formats { _ = try format.text(of: report) }
  }
}
