import HearsayExport
import HearsayModel
import HearsayTestSupport
import Testing

@Suite("Standoff annotations for brat")
struct BratExportTests {
  @Test("The sample")
  func sample() throws {
    expectSnapshot(try AnalysisFormat.brat.text(of: .sample), named: "sample.ann")
  }

  @Test("Content in several pieces, and over a line end, is cut at each")
  func pieces() throws {
    let marked = """
      🌉 {content:1 "Yes,"} {source:1 she} {cue:1 said}, {content:1 "and

      no. "}
      """
    #expect(
      try AnalysisFormat.brat.text(of: analysis(marked, "she"))
        == """
        T1	Content 2 8;19 23;25 30	"Yes," "and no. "
        T2	Cue 13 17	said
        T3	Source 9 12	she
        T4	Attribution 13 17	said
        E1	Attribution:T4 Content:T1 Cue:T2 Source:T3

        """)
  }

  @Test(
    "No line is broken by a sign that somebody takes for a line end",
    arguments: ["\u{0B}", "\u{0C}", "\r", "\u{1C}", "\u{1E}", "\u{85}", "\u{2028}", "\u{2029}"])
  func foreignLineEnds(sign: String) throws {
    let marked = "{source:1 She} {cue:1 said} {content:1 yes\(sign)and no}."
    let text = try AnalysisFormat.brat.text(of: analysis(marked, "She"))
    #expect(text.contains("T1\tContent 9 12;13 19\tyes and no\n"))
    #expect(!text.contains(sign))
  }

  @Test("Without a cue the event hangs on the source; without a source it says so")
  func missingParts() throws {
    #expect(
      try AnalysisFormat.brat.text(of: analysis("{source:1 Lund}: {content:1 no}", "Lund"))
        .contains("Attribution 0 4\tLund\nE1\tAttribution:T3 Content:T1 Source:T2\n"))
    #expect(
      try AnalysisFormat.brat.text(of: analysis("{content:1 Rain} {cue:1 is expected}", nil))
        .hasSuffix("E1\tAttribution-no-source:T3 Content:T1 Cue:T2\n"))
    #expect(
      try AnalysisFormat.brat.text(
        of: AnalysisDraft("Rain.", title: nil, publisher: "Post").analysis(sentences: 1))
        == "")
  }

  @Test("Read back as the corpus is read, every span is where it was")
  func readBack() throws {
    let analysis = Analysis.sample
    let scalars = Array(analysis.article.text.string.unicodeScalars)
    let read = BratReader(try AnalysisFormat.brat.text(of: analysis))
    #expect(read.events.count == analysis.attributions.count)
    for (event, attribution) in zip(read.events, analysis.attributions) {
      for (role, spans) in [
        ("Source", attribution.sourceSpans), ("Cue", attribution.cueSpans),
        ("Content", attribution.contentSpans),
      ] {
        let pieces = event[role, default: []].map { piece in
          String(String.UnicodeScalarView(scalars[piece]))
        }
        #expect(pieces == spans.map { analysis.article.text[$0] }, "\(attribution.id) \(role)")
      }
    }
  }

  private func analysis(_ marked: String, _ name: String?) -> Analysis {
    AnalysisDraft(marked, title: nil, publisher: "Norrvik Post").with {
      if let name { $0.source(name, name, .person, .named) }
      $0.attribute(to: name, .direct)
    }
    .analysis(sentences: 1)
  }
}

/// Reads annotations the way scoring programs do, without help from the code that wrote them.
private struct BratReader {
  /// For each event, the code points of its roles.
  var events: [[String: [Range<Int>]]] = []

  init(_ annotations: String) {
    var spans: [Substring: [Range<Int>]] = [:]
    for line in annotations.split(separator: "\n") {
      let fields = line.split(separator: "\t")
      if line.hasPrefix("T") {
        let places = fields[1].split(separator: " ", maxSplits: 1)[1]
        spans[fields[0]] = places.split(separator: ";").map { place in
          let ends = place.split(separator: " ").compactMap { Int($0) }
          return ends[0]..<ends[1]
        }
      } else if line.hasPrefix("E") {
        var event: [String: [Range<Int>]] = [:]
        for role in fields[1].split(separator: " ") {
          let parts = role.split(separator: ":")
          event[String(parts[0])] = spans[parts[1]]
        }
        events.append(event)
      }
    }
  }
}
