import Foundation
import HearsayModel
import HearsayTestSupport
import Testing

@Suite("The JSON contract hearsay.analysis/1")
struct ContractTests {
  @Test func `The sample keeps the contract`() throws {
    #expect(violationsOfContract(in: try JSONEncoder().encode(Analysis.sample)) == [])
  }

  @Test func `An analysis comes back as it went out`() throws {
    let json = try JSONEncoder().encode(Analysis.sample)
    #expect(try JSONDecoder().decode(Analysis.self, from: json) == .sample)
  }

  @Test func `Absent facts are written as null`() throws {
    let analysis = AnalysisDraft("{content:1 \"No.\"}", title: nil, publisher: "Norrvik Post")
      .with { $0.attribute(to: nil, .direct) }
      .analysis(sentences: 1)
    let json = String(decoding: try JSONEncoder().encode(analysis), as: UTF8.self)
    for key in ["title", "byline", "published", "url", "path", "source", "within", "addressee"] {
      #expect(json.contains("\"\(key)\":null"), "\(key)")
    }
    #expect(violationsOfContract(in: Data(json.utf8)) == [])
  }

  /// 🌉 is four bytes, two UTF-16 units and one code point; é written with a combining accent is two code points.
  @Test(arguments: [
    ("🌉 {content:1 \"No,\"} {source:1 she} {cue:1 said}.", 2, 7),
    ("Andre\u{301} Café: {content:1 \"No,\"} {source:1 she} {cue:1 said}.", 13, 18),
    ("👩‍👩‍👧 市長 {content:1 「いいえ」}{source:1 と}{cue:1 述べた}。", 9, 14),
    ("{content:1 \"Nein — 🇸🇪!\"} {source:1 sie} {cue:1 sagte}.", 0, 12),
  ])
  func `Offsets count code points`(marked: String, start: Int, end: Int) throws {
    let analysis = AnalysisDraft(marked, title: nil, publisher: "Norrvik Post")
      .with {
        $0.source("she", "she", .person, .bare)
        $0.attribute(to: "she", .direct)
      }
      .analysis(sentences: 1)
    let json = try JSONEncoder().encode(analysis)
    #expect(violationsOfContract(in: json) == [])
    let content = try #require(try contentSpan(of: json))
    #expect(content["start"] as? Int == start)
    #expect(content["end"] as? Int == end)
    #expect(try JSONDecoder().decode(Analysis.self, from: json) == analysis)
  }

  @Test func `Links are written where there are any, and come back`() throws {
    var analysis = AnalysisDraft(
      "🌉 {content:1 \"No,\"} {source:1 she} {cue:1 said}.", title: nil, publisher: "Norrvik Post"
    )
    .with {
      $0.source("she", "she", .person, .bare)
      $0.attribute(to: "she", .direct)
    }
    .analysis(sentences: 1)
    #expect(!String(decoding: try JSONEncoder().encode(analysis), as: UTF8.self).contains("links"))

    // The bridge is four bytes and one code point.
    analysis.article.links = [
      ArticleLink(span: Span(5, 10), address: "https://norrvik-post.example/no")
    ]
    let json = try JSONEncoder().encode(analysis)
    #expect(violationsOfContract(in: json) == [])
    #expect(try JSONDecoder().decode(Analysis.self, from: json) == analysis)
    let object = try JSONSerialization.jsonObject(with: json) as? [String: Any]
    let links = (object?["article"] as? [String: Any])?["links"] as? [[String: Any]]
    let link = try #require(links?.first)
    #expect(link["start"] as? Int == 2)
    #expect(link["end"] as? Int == 7)
    #expect(link["text"] as? String == "\"No,\"")
    #expect(link["address"] as? String == "https://norrvik-post.example/no")
  }

  private func contentSpan(of json: Data) throws -> [String: Any]? {
    let object = try JSONSerialization.jsonObject(with: json) as? [String: Any]
    let attribution = (object?["attributions"] as? [[String: Any]])?.first
    return (attribution?["contentSpans"] as? [[String: Any]])?.first
  }
}

@Suite("JSON that does not keep the contract is not read")
struct ContractErrorTests {
  @Test(arguments: [
    (#""hearsay.analysis\/1""#, #""hearsay.analysis\/2""#),
    (#""summary":"#, #""figures":"#),
    (#""claim":"c1""#, #""claim":"s1""#),
    (#""manner":"direct""#, #""manner":"loud""#),
    (#""source":"s2""#, #""source":"s0""#),
  ])
  func `Another schema, a missing key, a name of the wrong kind, a word that is in no list`(
    right: String, wrong: String
  ) throws {
    let json = try sampleJSON(replacing: right, by: wrong)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(Analysis.self, from: json) }
  }

  @Test(arguments: [(-1, 3), (5, 1_000_000), (9, 3), (Int.max, Int.max)])
  func `A span outside the text, or one that ends before it starts`(start: Int, end: Int) throws {
    var object = try #require(
      try JSONSerialization.jsonObject(with: JSONEncoder().encode(Analysis.sample))
        as? [String: Any])
    object["unattributed"] = [
      ["id": "u1", "start": start, "end": end, "text": "", "kind": "event", "claim": "c1"]
    ]
    let json = try JSONSerialization.data(withJSONObject: object)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(Analysis.self, from: json) }
  }

  private func sampleJSON(replacing right: String, by wrong: String) throws -> Data {
    let json = String(decoding: try JSONEncoder().encode(Analysis.sample), as: UTF8.self)
    try #require(json.contains(right))
    return Data(json.replacingOccurrences(of: right, with: wrong).utf8)
  }
}

@Suite("The checker of the contract finds what is wrong")
struct ContractCheckerTests {
  @Test(arguments: Mistake.all)
  func `The checker finds what is wrong`(mistake: Mistake) throws {
    var analysis = Analysis.sample
    mistake.make(&analysis)
    let violations = violationsOfContract(in: try JSONEncoder().encode(analysis))
    #expect(violations.contains { $0.hasPrefix(mistake.place + ":") }, "\(violations)")
  }

  @Test func `Offsets in bytes or UTF-16 are found by the first emoji`() throws {
    let json = #"{"article":{"text":"🌉 No."},"unattributed":[{"start":5,"end":8,"text":"No."}]}"#
    let violations = violationsOfContract(in: Data(json.utf8))
    #expect(violations.contains("unattributed[0]: covers nothing, or lies outside the text"))
  }
}

/// Something that a broken engine might do, and where the checker should find it.
struct Mistake: Sendable, CustomTestStringConvertible {
  var place: String
  var make: @Sendable (inout Analysis) -> Void

  init(_ place: String, _ make: @escaping @Sendable (inout Analysis) -> Void) {
    self.place = place
    self.make = make
  }

  var testDescription: String { place }

  static let all = [
    Mistake("attributions[0].flags") { $0.attributions[0].flags = [.conflict] },
    Mistake("attributions[0]") { $0.attributions[0].chain = [] },
    Mistake("attributions[3]") { $0.attributions[3].chain.removeLast() },
    Mistake("a8") { $0.attributions[7].within = $0.attributions[1].id },
    Mistake("attributions") { $0.attributions.swapAt(0, 1) },
    Mistake("attributions[0]") { $0.attributions[0].claim = Claim.ID(99) },
    Mistake("attributions[0]") { $0.attributions[0].confidence = 1.5 },
    Mistake("sources") { $0.sources[2].mentions.insert(Span(0, 3), at: 0) },
    Mistake("claims[0]") { $0.claims[0].attributions = [] },
    Mistake("claims[3].related[0]") { $0.claims[3].related[0].claim = $0.claims[3].id },
    Mistake("unattributed[0]") { $0.unattributed[0].span = Span(3, 3) },
    Mistake("summary.relayed") { $0.summary.relayed += 1 },
    Mistake("summary.flags") { $0.summary.flags = [.hearsay] },
  ]
}
