public import Foundation
import HearsayModel

/// Checks an analysis as JSON against the contract `hearsay.analysis/1`, without help from the code that wrote it.
///
/// Keys exactly, closed lists, spans inside the text whose `text` repeats it, names in order and pointing at
/// something, chains from the publisher to the source, flags on what they are about, figures that add up.
///
/// - Returns: what is wrong, one sentence each, with the place; empty where nothing is.
public func violationsOfContract(in json: Data) -> [String] {
  guard let object = try? JSONSerialization.jsonObject(with: json) as? [String: Any] else {
    return ["It is not a JSON object."]
  }
  var checker = ContractChecker()
  checker.check(object)
  return checker.violations
}

private struct ContractChecker {
  var violations: [String] = []
  private var scalars: [Unicode.Scalar] = []
  /// Whether the chains begin with a publisher: all of them do, or none.
  private var knowsPublisher = false

  typealias Object = [String: Any]

  private mutating func expect(
    _ isRight: Bool, _ place: String, _ problem: @autoclosure () -> String
  ) {
    if !isRight { violations.append("\(place): \(problem())") }
  }
}

// MARK: - The whole

extension ContractChecker {
  mutating func check(_ analysis: Object) {
    keys(
      of: analysis,
      [
        "schema", "engine", "article", "sources", "attributions", "claims", "unattributed",
        "summary",
      ], "analysis")
    expect(string(analysis["schema"]) == "hearsay.analysis/1", "schema", "is another one")
    let engine = object(analysis["engine"])
    keys(of: engine, ["name", "version", "model"], "engine")
    for key in ["name", "version", "model"] {
      expect(string(engine[key])?.isEmpty == false, "engine.\(key)", "is no text")
    }
    check(article: object(analysis["article"]))

    let sources = objects(analysis["sources"])
    let attributions = objects(analysis["attributions"])
    let claims = objects(analysis["claims"])
    let unattributed = objects(analysis["unattributed"])
    numbered(sources, "s", "sources")
    numbered(attributions, "a", "attributions")
    numbered(claims, "c", "claims")
    numbered(unattributed, "u", "unattributed")

    check(sources: sources)
    knowsPublisher = attributions.contains { attribution in
      objects(attribution["chain"]).contains { string($0["basis"]) == "publisher" }
    }
    expect(
      knowsPublisher || attributions.isEmpty
        || string(object(analysis["article"])["publisher"]) == nil,
      "attributions", "do not begin with the publisher that is known")
    check(attributions: attributions, sources: sources, claims: claims)
    check(claims: claims, attributions: attributions)
    check(unattributed: unattributed, claims: claims)
    check(
      summary: object(analysis["summary"]), sources: sources, attributions: attributions,
      unattributed: unattributed)
  }

  private mutating func check(article: Object) {
    let optional = ["title", "publisher", "byline", "published", "url", "path"]
    let more = ["links", "notes"].filter { article[$0] != nil }
    keys(of: article, ["id", "language", "text"] + optional + more, "article")
    expect(string(article["id"])?.hasPrefix("sha256:") == true, "article.id", "is no hash")
    expect(string(article["language"])?.isEmpty == false, "article.language", "is no text")
    for key in optional {
      let value = article[key]
      expect(value is String || value is NSNull, "article.\(key)", "is neither text nor null")
    }
    expect(article["text"] is String, "article.text", "is no text")
    scalars = Array((string(article["text"]) ?? "").unicodeScalars)
  }
}

// MARK: - Sources and attributions

extension ContractChecker {
  private mutating func check(sources: [Object]) {
    var firstMentions: [Int] = []
    for (index, source) in sources.enumerated() {
      let place = "sources[\(index)]"
      keys(of: source, ["id", "name", "kind", "naming", "mentions"], place)
      expect(string(source["name"])?.isEmpty == false, place, "has no name")
      member(source["kind"], of: SourceKind.self, "\(place).kind")
      member(source["naming"], of: Naming.self, "\(place).naming")
      let mentions = spans(source["mentions"], "\(place).mentions")
      let starts = mentions.map(\.lowerBound)
      expect(starts == starts.sorted(), place, "has its mentions out of order")
      if let first = starts.first { firstMentions.append(first) }
    }
    expect(
      firstMentions == firstMentions.sorted(), "sources", "do not stand in order of appearance")
  }

  private mutating func check(attributions: [Object], sources: [Object], claims: [Object]) {
    let sourceIDs = ids(sources)
    let attributionIDs = ids(attributions)
    let claimIDs = ids(claims)
    var starts: [Int] = []
    var content: [String: [Range<Int>]] = [:]
    for (index, attribution) in attributions.enumerated() {
      let place = "attributions[\(index)]"
      keys(
        of: attribution,
        [
          "id", "source", "within", "sourceSpans", "cueSpans", "contentSpans", "addressee",
          "manner",
          "attitude", "certainty", "stance", "context", "chain", "claim", "confidence",
          "alternates", "flags",
        ], place)
      member(attribution["manner"], of: Manner.self, "\(place).manner")
      member(attribution["attitude"], of: Attitude.self, "\(place).attitude")
      member(attribution["certainty"], of: Certainty.self, "\(place).certainty")
      // What is the matter with a paragraph is said of the attributions in it.
      flags(attribution["flags"], on: [.attribution, .paragraph], "\(place).flags")

      let ofSource = spans(attribution["sourceSpans"], "\(place).sourceSpans")
      let ofCue = spans(attribution["cueSpans"], "\(place).cueSpans")
      let ofContent = spans(attribution["contentSpans"], "\(place).contentSpans")
      expect(!ofContent.isEmpty, place, "has no content")
      if !(attribution["addressee"] is NSNull) {
        _ = span(object(attribution["addressee"]), "\(place).addressee")
      }
      if let start = (ofSource + ofCue + ofContent).map(\.lowerBound).min() { starts.append(start) }
      if let id = string(attribution["id"]) { content[id] = ofContent }

      let source = string(attribution["source"])
      expect(source == nil || sourceIDs.contains(source ?? ""), place, "names no known source")
      // "They said": who is meant may be unknown, and then it is said.
      expect(
        source != nil || ofSource.isEmpty
          || strings(attribution["flags"]).contains(Flag.implicitSource.rawValue), place,
        "shows a source that it does not name")
      check(chain: attribution["chain"], endingAt: source, known: sourceIDs, place)
      let claim = string(attribution["claim"]) ?? ""
      expect(claimIDs.contains(claim), place, "makes no known claim")
      for alternate in strings(attribution["alternates"]) {
        expect(sourceIDs.contains(alternate), place, "has an unknown alternate")
        expect(alternate != source, place, "is its own alternate")
      }
      let confidence = (attribution["confidence"] as? NSNumber)?.doubleValue ?? -1
      expect((0...1).contains(confidence), place, "has the confidence \(confidence)")
    }
    expect(starts == starts.sorted(), "attributions", "do not stand in order of appearance")
    check(nesting: attributions, known: attributionIDs, content: content)
  }

  private mutating func check(
    chain value: Any?, endingAt source: String?, known: Set<String>, _ place: String
  ) {
    let hops = objects(value)
    for (index, hop) in hops.enumerated() {
      let address = hop["address"] == nil ? [] : ["address"]
      keys(of: hop, ["source", "basis"] + address, "\(place).chain[\(index)]")
      member(hop["basis"], of: Basis.self, "\(place).chain[\(index)].basis")
      expect(known.contains(string(hop["source"]) ?? ""), place, "hops to an unknown source")
      let isPublisher = string(hop["basis"]) == "publisher"
      expect(
        isPublisher == (index == 0 && knowsPublisher), place,
        "does not have the publisher first, and only first")
    }
    expect(!hops.isEmpty || !knowsPublisher, place, "has no chain")
    if let source {
      expect(string(hops.last?["source"]) == source, place, "has a chain that misses its source")
    } else {
      // Absent facts are absent: a chain of an unknown publisher to nobody has no hop at all.
      expect(
        hops.count <= (knowsPublisher ? 1 : 0), place, "goes on from the publisher, but to whom?")
    }
  }

  private mutating func check(
    nesting attributions: [Object], known: Set<String>, content: [String: [Range<Int>]]
  ) {
    let parents = Dictionary(
      attributions.compactMap { attribution in
        string(attribution["id"]).flatMap { id in string(attribution["within"]).map { (id, $0) } }
      }, uniquingKeysWith: { first, _ in first })
    for (child, parent) in parents {
      guard known.contains(parent) else {
        expect(false, child, "stands within an unknown attribution")
        continue
      }
      let starts = (content[child] ?? []).map(\.lowerBound)
      let outer = content[parent] ?? []
      let isInside = starts.contains { start in outer.contains { $0.contains(start) } }
      expect(isInside, child, "does not stand in the content of \(parent)")
      var ancestor: String? = parent
      var steps = 0
      while let next = ancestor, steps <= parents.count {
        ancestor = parents[next]
        steps += 1
      }
      expect(ancestor == nil, child, "stands within itself")
    }
  }
}

// MARK: - Claims, sentences, figures

extension ContractChecker {
  private mutating func check(claims: [Object], attributions: [Object]) {
    let known = ids(claims)
    for (index, claim) in claims.enumerated() {
      let place = "claims[\(index)]"
      keys(
        of: claim, ["id", "attributions", "support", "independentSources", "flags", "related"],
        place)
      member(claim["support"], of: Support.self, "\(place).support")
      flags(claim["flags"], on: [.claim], "\(place).flags")
      expect((integer(claim["independentSources"]) ?? -1) >= 0, place, "counts no sources")
      let sayers = attributions.filter { string($0["claim"]) == string(claim["id"]) }
      expect(
        strings(claim["attributions"]) == sayers.compactMap { string($0["id"]) }, place,
        "does not list the attributions that make it")
      for (number, relation) in objects(claim["related"]).enumerated() {
        let place = "\(place).related[\(number)]"
        keys(of: relation, ["claim", "relation"], place)
        member(relation["relation"], of: Claim.Relation.Kind.self, "\(place).relation")
        let other = string(relation["claim"]) ?? ""
        expect(known.contains(other), place, "is to no known claim")
        expect(other != string(claim["id"]), place, "is to itself")
      }
    }
  }

  private mutating func check(unattributed: [Object], claims: [Object]) {
    let known = ids(claims)
    var starts: [Int] = []
    for (index, sentence) in unattributed.enumerated() {
      let place = "unattributed[\(index)]"
      keys(of: sentence, ["id", "start", "end", "text", "kind", "claim"], place)
      member(sentence["kind"], of: UnattributedSentence.Kind.self, "\(place).kind")
      expect(known.contains(string(sentence["claim"]) ?? ""), place, "makes no known claim")
      if let range = covered(by: sentence, place) { starts.append(range.lowerBound) }
    }
    expect(starts == starts.sorted(), "unattributed", "does not stand in order of reading")
  }

  private mutating func check(
    summary: Object, sources: [Object], attributions: [Object], unattributed: [Object]
  ) {
    let figures = [
      "attributions", "sources", "namedPeople", "unnamed", "relayed", "sentences",
      "unattributedSentences", "unattributedWords", "words",
    ]
    keys(of: summary, figures + ["flags"], "summary")
    flags(summary["flags"], on: [.article], "summary.flags")
    func figure(_ key: String) -> Int { integer(summary[key]) ?? -1 }
    for key in figures { expect(figure(key) >= 0, "summary.\(key)", "is no figure") }

    let byID = Dictionary(
      sources.map { (string($0["id"]) ?? "", $0) }, uniquingKeysWith: { first, _ in first })
    let speakers = attributions.compactMap { string($0["source"]) }
    let cited = Set(speakers).compactMap { byID[$0] }
    let people = cited.count {
      string($0["kind"]) == "person" && string($0["naming"]) == "named"
    }
    let unnamed = speakers.count { speaker in
      ["described", "bare", "withheld"].contains(string(byID[speaker]?["naming"]) ?? "")
    }
    let relayed = attributions.count { attribution in
      // The publisher's own words are no relay, even where its name comes up again.
      let hops = objects(attribution["chain"])
      let publisher = hops.first { string($0["basis"]) == "publisher" }.flatMap {
        string($0["source"])
      }
      return hops.compactMap { string($0["source"]) }
        .contains { $0 != publisher && string(byID[$0]?["kind"]) == "outlet" }
    }
    for (key, counted) in [
      ("attributions", attributions.count), ("sources", cited.count), ("namedPeople", people),
      ("unnamed", unnamed), ("relayed", relayed), ("unattributedSentences", unattributed.count),
    ] {
      expect(
        figure(key) == counted, "summary.\(key)", "is \(figure(key)), but there are \(counted)")
    }
    expect(
      figure("unattributedSentences") <= figure("sentences"), "summary",
      "has more unattributed sentences than sentences")
    expect(
      figure("unattributedWords") <= figure("words"), "summary",
      "has more unattributed words than words")
  }
}

// MARK: - Parts

extension ContractChecker {
  private mutating func keys(of object: Object, _ expected: [String], _ place: String) {
    let missing = Set(expected).subtracting(object.keys).sorted()
    let unknown = Set(object.keys).subtracting(expected).sorted()
    expect(missing.isEmpty, place, "lacks \(missing.joined(separator: ", "))")
    expect(unknown.isEmpty, place, "has the unknown \(unknown.joined(separator: ", "))")
  }

  private mutating func numbered(_ list: [Object], _ letter: String, _ place: String) {
    let names = list.map { string($0["id"]) ?? "?" }
    expect(names == list.indices.map { "\(letter)\($0 + 1)" }, place, "are not counted from 1")
  }

  private mutating func member<List: RawRepresentable>(
    _ value: Any?, of list: List.Type, _ place: String
  ) where List.RawValue == String {
    let text = string(value)
    expect(
      text.flatMap(List.init(rawValue:)) != nil, place, "is \(text ?? "no text"), not in the list")
  }

  private mutating func flags(_ value: Any?, on subjects: [Flag.Subject], _ place: String) {
    let names = value as? [String] ?? ["?"]
    expect(Set(names).count == names.count, place, "has a flag twice")
    for name in names {
      guard let flag = Flag(rawValue: name) else {
        expect(false, place, "has the unknown flag \(name)")
        continue
      }
      expect(subjects.contains(flag.subject), place, "has \(name), which is about something else")
    }
  }

  private mutating func spans(_ value: Any?, _ place: String) -> [Range<Int>] {
    expect(value is [Object], place, "is no list of spans")
    return objects(value).enumerated().compactMap { span($1, "\(place)[\($0)]") }
  }

  private mutating func span(_ span: Object, _ place: String) -> Range<Int>? {
    keys(of: span, ["start", "end", "text"], place)
    return covered(by: span, place)
  }

  /// The code points that an object covers, if its `text` repeats them.
  private mutating func covered(by span: Object, _ place: String) -> Range<Int>? {
    guard let start = integer(span["start"]), let end = integer(span["end"]), 0 <= start,
      start < end, end <= scalars.count
    else {
      expect(false, place, "covers nothing, or lies outside the text")
      return nil
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[start..<end])
    // By code point: Swift takes é and e with an accent for equal, a reader of the file does not.
    let repeated = (string(span["text"]) ?? "").unicodeScalars
    expect(repeated.elementsEqual(text), place, "does not repeat the text it covers")
    return start..<end
  }
}

// MARK: - Values of an untyped object

private func ids(_ list: [[String: Any]]) -> Set<String> {
  Set(list.compactMap { string($0["id"]) })
}
private func string(_ value: Any?) -> String? { value as? String }
private func strings(_ value: Any?) -> [String] { value as? [String] ?? [] }
private func integer(_ value: Any?) -> Int? { value as? Int }
private func object(_ value: Any?) -> [String: Any] { value as? [String: Any] ?? [:] }
private func objects(_ value: Any?) -> [[String: Any]] { value as? [[String: Any]] ?? [] }
