import Foundation
import HearsayExport
import HearsayModel
import HearsayScreen
import HearsayTestSupport
import Testing

@Suite("Whatever spans an engine finds")
struct AnySpansTests {
  /// Words of several scripts; no sign that the export writes itself.
  private static let words = [
    "the", "quay", "reopened,", "“shut”", "naïve", "e\u{301}t\u{E9}", "市長", "北方建設は", "🌉🇸🇪", "א",
    "ב\u{5B0}",
    "said.", "a-very-long-word-that-fits-on-no-narrow-line-at-all", "\n", "\n\n", "  ",
  ]

  @Test("No word is lost, no line is too wide, nothing crashes", arguments: 0..<40)
  func nothingIsLost(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let text = (0..<Int.random(in: 0...60, using: &dice))
      .map { _ in Self.words.randomElement(using: &dice) ?? "" }.joined(separator: " ")
    let analysis = analysis(of: ArticleText(text), &dice)
    let width = Int.random(in: 20...80, using: &dice)
    let written = try AnalysisFormat.text.text(
      of: analysis, options: TextOptions(width: width, signs: .unicode))
    for line in written.split(separator: "\n") {
      #expect(SafeText.width(of: line) <= width, "\(line)")
    }
    #expect(letters(of: article(in: written)) == letters(of: text))
    _ = try AnalysisFormat.brat.text(of: analysis)
    #expect(
      try AnalysisFormat.jsonl.text(of: analysis) == AnalysisFormat.jsonl.text(of: analysis))
  }

  /// Attributions over any stretches, crossing, touching and empty ones too.
  private func analysis(of text: ArticleText, _ dice: inout Dice) -> Analysis {
    let starts = text.byteOffsetsOfScalars()
    func span() -> Span {
      let ends = [starts.randomElement(using: &dice) ?? 0, starts.randomElement(using: &dice) ?? 0]
      return Span(ends.min() ?? 0, ends.max() ?? 0)
    }
    var analysis = AnalysisDraft("", title: nil, publisher: "Post").analysis(sentences: 1)
    analysis.article.text = text
    for number in 1...Int.random(in: 1...8, using: &dice) {
      analysis.claims.append(
        Claim(
          id: Claim.ID(number), attributions: [Attribution.ID(number)], support: .unattributed,
          independentSources: 0))
      analysis.attributions.append(
        Attribution(
          id: Attribution.ID(number), source: nil, sourceSpans: [], cueSpans: [span()],
          contentSpans: (0..<Int.random(in: 1...3, using: &dice)).map { _ in span() }.sorted(),
          manner: .indirect, claim: Claim.ID(number), flags: [.implicitSource]))
    }
    return analysis
  }

  /// The part between the header and the list.
  private func article(in written: String) -> String {
    let parts = written.components(separatedBy: "\n\nWho said what\n")
    let blocks = parts[0].components(separatedBy: "\n\n").dropFirst()
    return blocks.joined(separator: "\n")
  }

  /// What is left without white space and without the export's own signs.
  private func letters(of text: String) -> String {
    let own: Set<Unicode.Scalar> = [
      "[", "]", "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹",
    ]
    // Cell by cell, because a combining mark may have been parted from its letter by a number.
    let scalars = text.unicodeScalars.filter {
      !$0.properties.isWhitespace && !own.contains($0) && $0 != "◌"
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
