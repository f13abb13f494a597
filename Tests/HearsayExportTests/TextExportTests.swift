import HearsayExport
import HearsayModel
import HearsayScreen
import HearsayTestSupport
import Testing

@Suite("The two panes as plain text")
struct TextExportTests {
  @Test("The sample at the usual width")
  func usualWidth() throws {
    expectSnapshot(
      try AnalysisFormat.text.text(of: .sample, marks: Mark.samples), named: "sample.txt")
  }

  @Test("The sample in a narrow column and in ASCII signs")
  func narrow() throws {
    expectSnapshot(
      try AnalysisFormat.text.text(
        of: .sample, options: TextOptions(width: 40, signs: .ascii)), named: "sample-narrow.txt")
  }

  @Test("No line is wider than it should be", arguments: [20, 33, 72, 200])
  func noLineIsWider(width: Int) throws {
    let text = try AnalysisFormat.text.text(
      of: .sample, marks: Mark.samples, options: TextOptions(width: width))
    for line in text.split(separator: "\n") {
      #expect(SafeText.width(of: line) <= width, "\(line)")
    }
  }

  @Test("Chinese breaks between characters, but not before a full stop")
  func chinese() throws {
    let marked =
      #"{source:1 市長の安藤花子} {cue:1 は} {content:1 「橋はもう二度と車を通さないだろう。」} {cue:1 と述べた}。"#
    let text = try text(marked, naming: .named, width: 20)
    #expect(
      text.contains(
        """
            市長の安藤花子
            は [¹「橋はもう
            二度と車を通さな
            いだろう。」] と
            述べた¹。

        """))
  }

  @Test("A nested attribution stands in its own brackets, inner ones closed first")
  func nested() throws {
    let marked = """
      {source:1 The agency} {cue:1 says} {content:1 {source:2 two witnesses} {cue:2 saw} \
      {content:2 the truck turn}}.
      """
    let draft = AnalysisDraft(marked, title: nil, publisher: "Norrvik Post").with {
      $0.source("agency", "the agency", .outlet, .named)
      $0.source("witnesses", "two witnesses", .group, .bare)
      $0.attribute(to: "agency", .indirect)
      $0.attribute(to: "witnesses", .indirect, within: 1)
    }
    let text = try AnalysisFormat.text.text(of: draft.analysis(sentences: 1))
    #expect(text.contains("    The agency says¹ [¹two witnesses saw² [²the truck turn]]."))
    #expect(text.contains("inside what 1 says"))
  }

  @Test("Content that takes white space or a line end with it is bracketed without")
  func whiteSpaceAtTheEnds() throws {
    let draft = AnalysisDraft(
      "{content:1 \" No. \n\n} {source:1 She} {cue:1 added}: {content:1 \n Never.}", title: nil,
      publisher: "Norrvik Post"
    ).with {
      $0.source("she", "she", .person, .bare)
      $0.attribute(to: "she", .direct)
    }
    let text = try AnalysisFormat.text.text(of: draft.analysis(sentences: 1))
    #expect(text.contains("\n    [¹\" No.]\n\n    She added¹:\n    [¹Never.]\n"))
  }

  @Test("An article without attributions is the article")
  func nothingSaid() throws {
    let draft = AnalysisDraft(
      "It rained.\n\n\n\nIt stopped.", title: nil, publisher: "Norrvik Post")
    let text = try AnalysisFormat.text.text(of: draft.analysis(sentences: 2))
    #expect(
      text.hasPrefix(
        """
        Norrvik Post
        nobody is credited with anything · 0 of 2 sentences unattributed

            It rained.

            It stopped.

        """))
    #expect(!text.contains("Who said what"))
  }

  @Test("What an article hides in its letters is shown, wherever it stands")
  func nothingRaw() throws {
    let evil = "\u{1B}[31m\u{0}\u{7}\u{9B}2J\u{202E}\u{2066}\u{200B}\u{200D}\u{2028}\r\u{8}\u{7F}"
    let draft = AnalysisDraft(
      "{content:1 A\(evil)B} {source:1 she\(evil)} {cue:1 said\(evil)}.", title: "T\(evil)",
      publisher: "P\(evil)"
    ).with {
      $0.about { $0.byline = "By\(evil)" }
      $0.source("she", "she\(evil)", .person, .bare)
      $0.attribute(to: "she", .indirect)
    }
    let analysis = draft.analysis(sentences: 1)
    var mark = Mark.samples[0]
    mark.article = analysis.article.id
    mark.note = evil
    mark.tags = [evil]
    mark.anchor.exact = evil
    mark.snapshot.source = evil
    mark.snapshot.articleTitle = evil
    let text =
      try AnalysisFormat.text.text(of: analysis, marks: [mark]) + MarksFormat.text.text(of: [mark])
    let raw = text.unicodeScalars.filter { scalar in
      scalar.properties.generalCategory == .control && scalar != "\n"
        || scalar.properties.generalCategory == .format
        || scalar == "\u{2028}"
    }
    #expect(Array(raw) == [])
    #expect(text.contains("␛[31m␀␇␛[2J⇄⇄"))
  }

  private func text(_ marked: String, naming: Naming, width: Int) throws -> String {
    var draft = AnalysisDraft(marked, title: nil, publisher: "").with {
      $0.source("source", "安藤花子", .person, naming)
      $0.attribute(to: "source", .direct)
    }
    draft.about { $0.publisher = nil }
    return try AnalysisFormat.text.text(
      of: draft.analysis(sentences: 1), options: TextOptions(width: width))
  }
}
