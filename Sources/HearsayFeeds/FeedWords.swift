package import HearsayResources

/// What is known of feeds and of the HTML in them: the word lists of `Resources/feeds`.
package struct FeedWords: Sendable {
  /// Elements of HTML that are kept.
  var elements: Set<String>
  /// Attributes of HTML that are kept.
  var attributes: Set<String>
  /// Elements that are left out with the words in them.
  var silenced: Set<String>
  /// Elements that have no end.
  var endless: Set<String>
  /// What a style may say.
  var style: StyleWords
  /// SVG: names as they are written, by their small letters.
  var drawingElements: [String: String]
  /// The same of attributes.
  var drawingAttributes: [String: String]
  var formulaElements: Set<String>
  var formulaAttributes: Set<String>
  /// Attributes that are addresses, as "a/href".
  var addresses: Set<String>
  /// Schemes that an address may have.
  var schemes: Set<String>
  /// Prefixes by namespaces, in small letters; empty for the formats' own.
  var prefixes: [String: String]
  var dates: DateWords

  /// What a style of an element may say.
  struct StyleWords: Sendable {
    var properties: Set<String>
    var words: Set<String>
    var families: Set<String>
    var drawing: Set<String>
  }

  /// How days and times are written.
  struct DateWords: Sendable {
    var months: [String: Int]
    var days: Set<String>
    var zones: [String: Int]
    var greek: [String: Int]
    var hungarian: [String: Int]
    /// Year, month, day, before noon, after noon.
    var korean: [String]
  }
}

extension FeedWords {
  /// Reads the lists.
  ///
  /// - Throws: `ResourceError` where there are none, `WordListError` where one cannot be read.
  package init(_ resources: Resources) throws {
    var lists = try WordLists(resources, folder: "feeds")
    func numbers(_ heading: String) throws -> [String: Int] {
      try Dictionary(
        lists.map("dates", heading).map { ($0.key, Int($0.values.first ?? "") ?? 0) },
        uniquingKeysWith: { first, _ in first })
    }
    func names(_ heading: String) throws -> Set<String> {
      Set(try lists.table("html", heading, columns: ["names"]).flatMap { $0.parts("names") })
    }
    func bySmallLetters(_ heading: String) throws -> [String: String] {
      try Dictionary(
        names(heading).map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    }
    elements = try names("elements")
    attributes = try names("attributes")
    silenced = try names("elements-left-out-with-words")
    endless = try names("elements-without-end")
    style = try StyleWords(
      properties: names("style-properties"),
      words: names("style-words"),
      families: names("style-families"),
      drawing: names("drawing-style-properties"))
    drawingElements = try bySmallLetters("drawing-elements")
    drawingAttributes = try bySmallLetters("drawing-attributes")
    formulaElements = try names("formula-elements")
    formulaAttributes = try names("formula-attributes")
    addresses = try names("addresses")
    schemes = try names("schemes")
    prefixes = ["": ""]
    for row in try lists.table("namespaces", "own", columns: ["address"]) {
      prefixes[row["address"].lowercased()] = ""
    }
    for row in try lists.table("namespaces", "prefixes", columns: ["address", "prefix"]) {
      prefixes[row["address"].lowercased()] = row["prefix"]
    }
    dates = try DateWords(
      months: numbers("months"), days: lists.words("dates", "days"), zones: numbers("zones"),
      greek: numbers("greek-months"), hungarian: numbers("hungarian-months"),
      korean: lists.list("dates", "korean"))
    try lists.finish()
  }
}
