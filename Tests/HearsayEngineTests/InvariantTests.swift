import Foundation
import HearsayModel
import HearsayResources
import Testing

@testable import HearsayEngine

@Suite("What holds in every analysis")
struct InvariantTests {
  private let analyses: [Analysis]
  private let people: PeopleLexicon

  init() throws {
    let resources = try Resources.locate()
    let analyzer = try Analyzer(resources: resources)
    people = try PeopleLexicon(resources)
    let samples = resources.names(in: "samples").filter { $0.hasSuffix(".txt") }
    let texts = try samples.map {
      String(decoding: try resources.bytes("samples/\($0)"), as: UTF8.self)
    }
    analyses = (texts + Self.more).map {
      analyzer.analyze(Article(id: "sha256:test", publisher: nil, text: ArticleText($0)))
    }
  }

  /// Where one source has two cues, a quotation has none, a pronoun means nobody, and one voice stands in another.
  private static let more = [
    "A resident praised the crew and said that the water had come at night, adding that nobody slept.",
    "Bo Lind, the mayor, said the dam was safe. Ola Finch shook her head. \"Never.\" Its claim was denied.",
    "It was cold. They said the lake was frozen. A widow whose son drowned, and who says the rail was rusty, left.",
    "County engineer Tove Lind wrote in a letter to residents:\n\n> We know that this is hard on everybody here. We will not open a bridge that we would not drive over.\n\nNobody was hurt.",
    "The Courier reported that the mayor had said the pool would close. He denied it, the Courier said.",
  ]

  @Test("No words stand in two attributions side by side")
  func oneMouth() {
    for analysis in analyses {
      let top = analysis.attributions.filter { $0.within == nil }
      for (number, one) in top.enumerated() {
        for other in top[(number + 1)...] {
          let shared = one.contentSpans.filter { piece in
            other.contentSpans.contains { $0.overlaps(piece) }
          }
          #expect(shared.map { analysis.article.text[$0] } == [])
        }
      }
    }
  }

  @Test("Attributions are numbered as they are read")
  func order() {
    for analysis in analyses {
      let starts = analysis.attributions.map { own in
        (own.sourceSpans + own.cueSpans + own.contentSpans).map(\.start).min() ?? 0
      }
      #expect(starts == starts.sorted())
    }
  }

  @Test("No source ends in a comma or a dash")
  func edges() {
    for analysis in analyses {
      let ends = analysis.attributions.flatMap(\.sourceSpans).map { analysis.article.text[$0] }
        .filter { $0.last.map { ",;:-–—".contains($0) } ?? true }
      #expect(ends == [])
    }
  }

  @Test("No pronoun is a source's name, and no two sources have one name")
  func names() {
    for analysis in analyses {
      let names = analysis.sources.map { $0.name.lowercased() }
      #expect(names.filter { people.pronouns[$0] != nil } == [])
      let named = analysis.sources.filter { $0.naming == .named }.map { $0.name.lowercased() }
      #expect(Set(named).count == named.count)
    }
  }

  @Test("Every place is one of the text")
  func places() {
    for analysis in analyses {
      let text = analysis.article.text.span
      let spans = analysis.attributions.flatMap {
        $0.sourceSpans + $0.cueSpans + $0.contentSpans
      }
      #expect(spans.allSatisfy { text.contains($0) && !$0.isEmpty })
    }
  }

  @Test("What stands in another's words lies inside of them")
  func nesting() throws {
    for analysis in analyses {
      for own in analysis.attributions {
        guard let around = own.within else { continue }
        let outer = try #require(analysis.attributions.first { $0.id == around })
        let anchor = try #require(own.cueSpans.first ?? own.contentSpans.first)
        #expect(outer.contentSpans.contains { $0.contains(anchor) })
      }
    }
  }
}

@Suite("What stands in what")
struct NestingTests {
  @Test(
    arguments: [
      ([nil, 0, 1], [nil, 0, 1]), ([1, 0], [nil, 0]), ([3, nil, 0, 2, 3], [nil, nil, 0, 2, 3]),
      ([1, 2, 1, 4, 3], [1, nil, 1, nil, 3]), ([], []),
    ] as [([Int?], [Int?])])
  func `Of those that stand in each other in a circle the first stands in none`(
    parents: [Int?], expected: [Int?]
  ) {
    #expect(Nesting.withoutCircles(parents) == expected)
  }
}
