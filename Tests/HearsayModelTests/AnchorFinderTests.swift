import Foundation
import HearsayModel
import HearsayTestSupport
import Testing

@Suite("Marks in edited texts")
struct AnchorFinderTests {
  private let story = """
    The council met on Monday. "We will not sell the harbour," Ines Falk told the Herald.

    A source at the port said the sale had been agreed in March - twice.

    Ships went on unloading salt.
    """

  @Test func `What did not change is where it was`() throws {
    let anchor = try anchor("the sale had been agreed in March - twice")
    #expect(AnchorFinder(ArticleText(story)).place(of: anchor) == .unmoved(anchor.span))
  }

  @Test(arguments: [
    ("a paragraph before", "The council met", "Updated at noon.\n\nThe council met"),
    ("curly marks, dashes and other spaces", " - ", "\u{A0}— "),
    ("lines broken elsewhere", "had been", "had\nbeen"),
    ("two line ends where a space was", "agreed in", "agreed\n\nin"),
  ])
  func `The same words elsewhere have moved`(how: String, old: String, new: String) throws {
    let anchor = try anchor("the sale had been agreed in March - twice")
    let edited = story.replacing(old, with: new)
    let place = AnchorFinder(ArticleText(edited)).place(of: anchor)
    let words = try words(at: place, in: edited)
    #expect(words.hasPrefix("the sale had") && words.hasSuffix("twice"))
    switch place {
    case .moved, .unmoved: break
    default: Issue.record("\(how): \(place)")
    }
  }

  @Test func `Some words changed: found, and said to be changed`() throws {
    let anchor = try anchor("the sale had been agreed in March - twice")
    let edited = story.replacing("agreed in March", with: "signed in early March")
    let place = AnchorFinder(ArticleText(edited)).place(of: anchor)
    #expect(try words(at: place, in: edited) == "the sale had been signed in early March - twice")
    guard case .changed(_, let score) = place else {
      Issue.record("\(place)")
      return
    }
    #expect(score > 0.8 && score < 1)
  }

  @Test func `A word put in before the last or after the first does not push that out`() throws {
    let anchor = try anchor("the sale had been agreed in March - twice")
    let edited = story.replacing("the sale", with: "the secret sale")
      .replacing("- twice", with: "- at least twice")
    let place = AnchorFinder(ArticleText(edited)).place(of: anchor)
    #expect(
      try words(at: place, in: edited)
        == "the secret sale had been agreed in March - at least twice")
  }

  @Test func `Words changed and the next paragraph new: the rest of the sentence holds the place`()
    throws
  {
    let anchor = try anchor("the sale had been agreed in March - twice")
    let edited = story.replacing("in March - twice", with: "in early March, and twice")
      .replacing("Ships went", with: "Nobody denied it.\n\nShips went")
    let place = AnchorFinder(ArticleText(edited)).place(of: anchor)
    #expect(try words(at: place, in: edited).hasPrefix("the sale had been agreed in early March"))
  }

  @Test func `Gone words have no place, however often their little words stand elsewhere`() throws {
    let anchor = try anchor("the sale had been agreed in March - twice")
    let edited = story.replacing("the sale had been agreed in March - twice", with: "nothing")
    #expect(AnchorFinder(ArticleText(edited)).place(of: anchor) == .lost(.gone))
  }

  @Test func `A deleted paragraph's mark is not caught by the near-duplicate in the next`() throws {
    let before = """
      The ministry kept silent all week, and so did the palace.

      "The step was discussed last spring by the minister and the harbour's owner, Karl Voss," the \
      senior clerk told the Herald.

      "The move was discussed last month by the minister and the harbour's owner, Karl Voss," a \
      union leader said in a speech to dockers.

      Nobody has seen a contract.
      """
    let text = ArticleText(before)
    let paragraphs = before.components("\n\n")
    let anchor = try anchor(
      "\"The step was discussed last spring by the minister and the harbour's owner, Karl Voss,\"",
      in: before)
    let without = [paragraphs[0], paragraphs[2], paragraphs[3]].joined(separator: "\n\n")
    #expect(AnchorFinder(ArticleText(without)).place(of: anchor) == .lost(.gone))
    #expect(AnchorFinder(text).place(of: anchor) == .unmoved(anchor.span))
  }

  @Test(.enabled(if: SharedFolder.isThere, "skipped: needs the shared articles"))
  func `Nor on a real article, whichever paragraph is deleted`() throws {
    let path = try #require(SharedFolder.path) + "/articles/hamas-baghdad.txt"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let paragraphs = text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
    let whole = ArticleText(paragraphs.joined(separator: "\n\n"))
    var tried = 0
    for (index, paragraph) in paragraphs.enumerated() {
      var without = paragraphs
      without.remove(at: index)
      let finder = AnchorFinder(ArticleText(without.joined(separator: "\n\n")))
      for sentence in paragraph.split(separator: ". ").map(String.init) {
        let anchor = try anchor(sentence, in: whole.string)
        tried += 1
        #expect(finder.place(of: anchor).span == nil, "\(sentence.prefix(40))")
      }
    }
    #expect(tried > 20)
  }

  @Test func `Of two equally likely places neither is taken`() throws {
    let anchor = try anchor("the sale had been agreed in March - twice")
    let twice =
      "Nobody knew that the sale had been agreed in April - twice. Everybody shrugged at it."
    let edited = "The council met. " + twice + "\n\nLater it met again. " + twice
    let same = edited.replacing("April", with: "March")
    #expect(AnchorFinder(ArticleText(same)).place(of: anchor) == .lost(.ambiguous))
    let place = AnchorFinder(ArticleText(edited)).place(of: anchor)
    #expect(place.span == nil)
  }

  @Test func `The same sentence twice in the same surroundings: the nearest`() throws {
    let refrain = "The bell rang once more over the roofs. \"No bread today,\" the baker said. "
    let text = String(repeating: refrain, count: 3)
    let ranges = text.ranges(of: "\"No bread today,\"")
    let second = ranges[1]
    let start = text.utf8.distance(from: text.startIndex, to: second.lowerBound)
    let anchor = Mark.Anchor(Span(start, start + 17), in: ArticleText(text))
    let place = AnchorFinder(ArticleText("Noon. " + text)).place(of: anchor)
    #expect(place == .moved(Span(start + 6, start + 23)))
  }

  @Test func `A short word is found in its surroundings, not in another word and not anywhere`()
    throws
  {
    let text = "She ran. He stayed at home in Iran, where the bakers struck."
    let anchor = try anchor("ran", in: text)
    #expect(AnchorFinder(ArticleText("Then: " + text)).place(of: anchor).span == Span(10, 13))
    #expect(AnchorFinder(ArticleText("In Iran all was quiet.")).place(of: anchor).span == nil)
    #expect(AnchorFinder(ArticleText("The engine ran for hours.")).place(of: anchor).span == nil)
  }

  @Test func `Words that are now somebody else's are refused`() throws {
    func draft(_ source: String) -> Analysis {
      AnalysisDraft(
        "{content:1 The sale had been agreed in March}, {source:1 \(source)} {cue:1 said}.",
        title: nil, publisher: "Herald"
      ).with {
        $0.source("source", source, .person, .named)
        $0.attribute(to: "source", .indirect)
      }.analysis(sentences: 1)
    }
    let before = draft("a source at the port")
    var mark = Mark.samples[0]
    mark.anchor = Mark.Anchor(before.attributions[0].contentSpans[0], in: before.article.text)
    mark.snapshot.source = "a source at the port"
    for (name, isFound) in [
      ("the source", true), ("a senior source at the port", true), ("Mayor Ana Lund", false),
    ] {
      let now = draft(name)
      let place = AnchorFinder(now.article.text).place(of: mark, in: now)
      #expect((place.span != nil) == isFound, "\(name): \(place)")
      if !isFound { #expect(place == .lost(.otherSource)) }
    }
  }

  @Test(arguments: ["", " ", "a", "🌉🌉", String(repeating: "ab", count: 3_000)])
  func `Nothing odd crashes`(text: String) {
    let finder = AnchorFinder(ArticleText(text))
    for words in ["", "a", "🌉", String(repeating: "ab", count: 2_000), "no such words at all"] {
      var anchor = Mark.Anchor(Span(0, 0), in: ArticleText(""))
      anchor.exact = words
      for start in [-5, 0, 3, Int.max / 2] {
        anchor.start = start
        anchor.end = start
        let place = finder.place(of: anchor)
        if let span = place.span { #expect(span.end <= text.utf8.count) }
      }
    }
  }

  // MARK: - Counting

  @Test(arguments: [
    (Edit.typography, 100, 0), (.reflow, 100, 0), (.topInsert, 100, 0), (.oneWord, 100, 0),
    (.threeWords, 97, 0), (.sixWords, 60, 0), (.moved, 100, 0), (.sentenceDeleted, 0, 0),
    (.paragraphDeleted, 0, 0),
  ])
  func `Every kind of edit, every sentence: found as often, and wrong as seldom, as was measured`(
    edit: Edit, right: Int, wrong: Int
  ) {
    var dice = Dice(seed: 4)
    var count = (all: 0, right: 0, wrong: 0, lost: 0)
    for article in EditedArticle.all {
      for paragraph in article.paragraphs.indices {
        for sentence in article.paragraphs[paragraph].indices {
          let anchor = article.anchor(paragraph, sentence)
          let (text, place) = article.after(edit, of: paragraph, sentence, &dice)
          let found = AnchorFinder(text).place(of: anchor).span
          count.all += 1
          switch (found, place) {
          case (let found?, let place?) where found.overlapsMostly(place): count.right += 1
          case (_?, _): count.wrong += 1
          case (nil, _): count.lost += 1
          }
        }
      }
    }
    let percent = { (number: Int) in number * 100 / count.all }
    print("\(edit): right/wrong/lost \(count.right)/\(count.wrong)/\(count.lost) of \(count.all)")
    if edit.keepsSentence { #expect(percent(count.right) >= right) }
    #expect(percent(count.wrong) <= wrong)
  }

  // MARK: - Helpers

  private func anchor(_ words: String, in text: String? = nil) throws -> Mark.Anchor {
    let text = text ?? story
    let range = try #require(text.firstRange(of: words))
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    return Mark.Anchor(Span(start, start + words.utf8.count), in: ArticleText(text))
  }

  private func words(at place: Mark.Place, in text: String) throws -> String {
    ArticleText(text)[try #require(place.span, "\(place)")]
  }
}

extension Span {
  /// Whether both have four fifths of the longer one in common.
  fileprivate func overlapsMostly(_ other: Span) -> Bool {
    (intersection(other)?.count ?? 0) * 5 >= max(count, other.count) * 4
  }
}

extension String {
  fileprivate func components(_ separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
