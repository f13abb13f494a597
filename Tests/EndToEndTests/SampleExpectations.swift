import Foundation
import HearsayModel
import HearsayTestSupport

/// What a careful editor says of a bundled sample: who says what, and what is to be known of each.
///
/// A line is `speaker: some words of what is said | flags`. The words occur once in the article; a speaker may have
/// several names with ` / ` between them, and `nobody` is a cue without a source. What begins with `~` may be found or
/// left out, and is not counted.
struct SampleExpectations {
  struct Statement {
    var isOptional: Bool
    var speakers: [String]
    var words: String
    var flags: Set<Flag>
  }

  /// Flags that one sentence and its surroundings decide, so that an editor can say them by heart.
  static let judged: Set<Flag> = [
    .bareSource, .noAnonymityReason, .opinionAnonymous, .implicitSource, .relayed, .hearsay,
    .circular,
    .pluralVerbatim, .loadedCue, .hedged,
  ]

  var statements: [Statement]

  /// Reads those of a sample, which stand in `Samples` beside this file.
  init(of sample: String, beside file: String = #filePath) throws {
    let path = URL(fileURLWithPath: file).deletingLastPathComponent()
      .appendingPathComponent("Samples/\(sample).expected")
    let lines = try String(contentsOf: path, encoding: .utf8).split(separator: "\n")
    statements = lines.filter { !$0.hasPrefix("#") }.compactMap(Statement.init)
  }
}

extension SampleExpectations.Statement {
  fileprivate init?(_ line: Substring) {
    isOptional = line.hasPrefix("~ ")
    let parts = line.trimmingPrefix("~ ").split(separator: " | ")
    guard let colon = parts[0].firstRange(of: ": ") else { return nil }
    speakers = parts[0][..<colon.lowerBound].split(separator: " / ").map { $0.lowercased() }
    words = String(parts[0][colon.upperBound...])
    flags = Set(
      parts.dropFirst().flatMap { $0.split(separator: " ") }.compactMap {
        Flag(rawValue: String($0))
      })
  }
}

/// How far an analysis agrees with an editor.
struct SampleFigures {
  /// Statements that the editor names, those of them that were found, and those with the right speaker.
  var named = 0
  var found = 0
  var rightSpeaker = 0
  /// Attributions that the editor knows nothing of.
  var strangers = 0
  /// Flags of the statements that were found: the editor's, the machine's, and those of both.
  var flagsNamed = 0
  var flagsGiven = 0
  var flagsRight = 0
  /// What was wrong, a line for each.
  var differences: [String] = []

  /// Harmonic mean of how many flags are right and how many were given, in percent.
  var flags: Double { 200 * Double(flagsRight) / Double(max(1, flagsNamed + flagsGiven)) }
  var foundShare: Double { 100 * Double(found) / Double(max(1, named)) }
  var speakerShare: Double { 100 * Double(rightSpeaker) / Double(max(1, found)) }
}

extension SampleFigures {
  /// Adds what an analysis has and lacks of what is expected.
  mutating func add(_ analysis: Analysis, expecting expectations: SampleExpectations) throws {
    var known: Set<Attribution.ID> = []
    for statement in expectations.statements {
      let place = try analysis.article.text.place(of: statement.words)
      let candidates = analysis.attributions.filter { $0.says(place) }
      known.formUnion(candidates.map(\.id))
      if !statement.isOptional { add(statement, candidates, in: analysis) }
    }
    for stranger in analysis.attributions
    where !known.contains(stranger.id) && stranger.within == nil {
      strangers += 1
      differences.append("a stranger: \(stranger.contentSpans.map { analysis.article.text[$0] })")
    }
  }

  private mutating func add(
    _ statement: SampleExpectations.Statement, _ candidates: [Attribution], in analysis: Analysis
  ) {
    named += 1
    let right = candidates.first { analysis.credits($0, to: statement.speakers) }
    guard let best = right ?? candidates.first else {
      differences.append("not found: \(statement.words)")
      return
    }
    found += 1
    if right != nil {
      rightSpeaker += 1
    } else {
      differences.append("somebody else: \(statement.words)")
    }
    let given = Set(best.flags).intersection(SampleExpectations.judged)
    flagsNamed += statement.flags.count
    flagsGiven += given.count
    flagsRight += given.intersection(statement.flags).count
  }
}

extension ArticleText {
  /// Where these words stand; they stand nowhere else.
  fileprivate func place(of words: String) throws -> Span {
    let found = string.utf8.ranges(of: Array(words.utf8))
    guard found.count == 1 else { throw Unclear(words: words, count: found.count) }
    let text = string
    return Span(
      text.utf8.distance(from: text.startIndex, to: found[0].lowerBound),
      text.utf8.distance(from: text.startIndex, to: found[0].upperBound))
  }

  struct Unclear: Error {
    var words: String
    var count: Int
  }
}

extension Attribution {
  /// Whether half of these words are among those it credits, or all that it credits are among these.
  fileprivate func says(_ place: Span) -> Bool {
    let shared = contentSpans.compactMap { $0.intersection(place)?.count }.reduce(0, +)
    return shared * 2 >= place.count || contentSpans.contains { place.contains($0) }
  }
}

extension Analysis {
  /// Whether an attribution's speaker is called like one of these anywhere in the article.
  fileprivate func credits(_ attribution: Attribution, to speakers: [String]) -> Bool {
    let source = attribution.source.flatMap(source)
    if speakers == ["nobody"] { return source == nil && attribution.sourceSpans.isEmpty }
    let mentions = (source?.mentions ?? []) + attribution.sourceSpans
    let names = (mentions.map { article.text[$0] } + [source?.name ?? ""]).map { $0.lowercased() }
    return speakers.contains { speaker in names.contains { $0.contains(speaker) } }
  }
}
