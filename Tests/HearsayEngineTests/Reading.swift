import Foundation
import HearsayModel

@testable import HearsayEngine

/// A short article and what a careful editor would say of it, a line each:
///
///     says: the union | the letter is a lie       the words are this source's ("*" stands for any words, " / " parts names)
///     not: Halden | the letter is a lie           and not this one's, whatever it is called
///     one: *Tran*  ·  no-source: they             how many sources are called so
///     same: A = B  ·  different: A <> B           whether two mentions are one source's
///     naming: A = withheld  ·  kind: A = person
///     flag: words has ambiguous-source  ·  no-flag: words has single-anonymous
///     order: words A < words B  ·  shown: Ann Roe  ·  span: words = the source's exact words
struct Reading {
  let analysis: Analysis
  private let lines: [Substring]

  init(_ text: String, by analyzer: Analyzer) {
    let parts = text.components(separatedBy: "\n====\n")
    analysis = analyzer.analyze(
      Article(id: "sha256:test", publisher: nil, text: ArticleText(parts[0])))
    lines = parts.dropFirst().joined().split(separator: "\n")
  }

  /// What does not hold, each with what was found; a reading without a line to check is a fault, too.
  var faults: [String] {
    lines.isEmpty ? ["nothing to check"] : lines.filter { !holds($0) }.map { "\($0)\n\(shown)" }
  }

  private var shown: String {
    analysis.attributions.map { own in
      let words = own.contentSpans.map { analysis.article.text[$0] }.joined(separator: " … ")
      return
        "  \(analysis.speaker(of: own)?.name ?? "nobody"): \(words) \(own.flags.map(\.rawValue))"
    }.joined(separator: "\n")
  }

  private func holds(_ line: Substring) -> Bool {
    let parts = line.split(separator: ":", maxSplits: 1).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    guard parts.count == 2 else { return false }
    func two(_ sign: String) -> (String, String) {
      let both = parts[1].components(separatedBy: sign)
      return (both[0], both.dropFirst().joined(separator: sign))
    }
    switch parts[0] {
    case "says": return says(two(" | "))
    case "not": return isNotSaid(two(" | "))
    case "one": return named(parts[1]).count == 1
    case "no-source": return named(parts[1]).isEmpty
    case "same", "different":
      return areOne(two(parts[0] == "same" ? " = " : " <> ")) == (parts[0] == "same")
    case "naming":
      let (name, naming) = two(" = ")
      return !named(name).isEmpty
        && named(name).allSatisfy { isCalled($0.naming.rawValue, naming) }
    case "kind":
      let (name, kind) = two(" = ")
      return !named(name).isEmpty && named(name).allSatisfy { isCalled($0.kind.rawValue, kind) }
    case "flag", "no-flag":
      let (words, flag) = two(" has ")
      let flags = saying(words).flatMap(\.flags).map(\.rawValue)
      return !saying(words).isEmpty && flags.contains(flag) == (parts[0] == "flag")
    case "order":
      let (first, second) = two(" < ")
      guard let one = saying(first).first, let other = saying(second).first else { return false }
      return one.id < other.id
    case "shown": return analysis.sources.contains { $0.name == parts[1] }
    case "span":
      let (words, exact) = two(" = ")
      return saying(words).contains { own in
        isCalled(own.sourceSpans.map { analysis.article.text[$0] }.joined(separator: " "), exact)
      }
    default: return false
    }
  }

  // MARK: - Asking the analysis

  private func saying(_ words: String) -> [Attribution] {
    let text = String(decoding: analysis.article.text.bytes, as: UTF8.self)
    let places = text.ranges(of: words)
    guard places.count == 1 else { return [] }
    let start = text.utf8.distance(from: text.startIndex, to: places[0].lowerBound)
    let span = Span(start, start + words.utf8.count)
    return analysis.attributions.filter { own in own.contentSpans.contains { $0.contains(span) } }
  }

  private func says(_ claim: (name: String, words: String)) -> Bool {
    let speakers = saying(claim.words).compactMap { analysis.speaker(of: $0) }
    if claim.name.components(separatedBy: " / ").contains("unknown"), speakers.isEmpty {
      return true
    }
    return speakers.contains { isCalled($0.name, claim.name) }
  }

  private func isNotSaid(_ claim: (name: String, words: String)) -> Bool {
    saying(claim.words).compactMap { analysis.speaker(of: $0) }.allSatisfy { speaker in
      ([speaker.name] + speaker.mentions.map { analysis.article.text[$0] })
        .allSatisfy { !isCalled($0, claim.name) }
    }
  }

  private func named(_ name: String) -> [Source] {
    analysis.sources.filter { isCalled($0.name, name) }
  }

  private func mentioned(_ name: String) -> Set<Source.ID> {
    Set(
      analysis.sources.filter { source in
        ([source.name] + source.mentions.map { analysis.article.text[$0] })
          .contains { isCalled($0, name) }
      }.map(\.id))
  }

  private func areOne(_ names: (String, String)) -> Bool {
    let (one, other) = (mentioned(names.0), mentioned(names.1))
    return !one.isEmpty && !other.isEmpty && !one.isDisjoint(with: other)
  }

  /// Whether a name is one of the wanted ones; articles and capitals don't matter.
  private func isCalled(_ name: String, _ wanted: String) -> Bool {
    wanted.components(separatedBy: " / ").contains {
      Self.fits(Self.plain(name)[...], Self.plain($0)[...])
    }
  }

  private static func plain(_ name: String) -> String {
    let small = name.lowercased()
    let article = ["the ", "an ", "a "].first(where: small.hasPrefix)
    return String(small.dropFirst(article?.count ?? 0))
  }

  private static func fits(_ name: Substring, _ pattern: Substring) -> Bool {
    guard let first = pattern.first else { return name.isEmpty }
    if first == "*" {
      let rest = pattern.dropFirst()
      return name.indices.contains { fits(name[$0...], rest) } || rest.isEmpty
    }
    return name.first == first && fits(name.dropFirst(), pattern.dropFirst())
  }
}
