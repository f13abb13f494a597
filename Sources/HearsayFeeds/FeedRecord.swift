import HearsayFetching

/// Names and values of a feed, an entry, an author: filled while the feed is read.
final class FeedRecord {
  private(set) var fields: [String: FeedValue] = [:]
  private var spellings: [String: String] = [:]
  /// How deep in the feed the element stood that a value is from.
  var depths: [String: Int] = [:]
  /// Whether several names mean the same in it.
  let hasSynonyms: Bool

  init(hasSynonyms: Bool = true) { self.hasSynonyms = hasSynonyms }

  /// Says that the feed calls something by another name, under which it can be found, too.
  func spell(_ name: String, as other: String) { spellings[other] = name }

  /// Attributes as they are.
  convenience init(_ attributes: FeedAttributes, hasSynonyms: Bool = true) {
    self.init(hasSynonyms: hasSynonyms)
    for (name, value) in attributes.pairs { fields[name] = .string(value) }
  }

  /// The value of a name or of what means the same.
  subscript(_ name: String) -> FeedValue? {
    get {
      guard hasSynonyms else { return fields[name] }
      if let value = Self.derived(name, in: self) { return value }
      return Self.homes(of: name).lazy.compactMap { self.fields[$0] }.first ?? fields[name]
    }
    set { fields[hasSynonyms ? Self.homes(of: name).first ?? name : name] = newValue }
  }

  /// Whether there is such a value; of a time of change no other time counts.
  func has(_ name: String) -> Bool {
    name == "updated" || name == "updated_parsed" ? fields[name] != nil : self[name] != nil
  }

  func removeValue(of name: String) { fields[name] = nil }

  func string(_ name: String) -> String? {
    if case .string(let string)? = self[name] { string } else { nil }
  }

  func record(_ name: String) -> FeedRecord? {
    if case .record(let record)? = self[name] { record } else { nil }
  }

  /// The records of a list, and an empty list where there is none yet.
  func list(_ name: String) -> [FeedRecord] {
    guard case .list(let values)? = fields[name] else { return [] }
    return values.compactMap { if case .record(let record) = $0 { record } else { nil } }
  }

  /// Adds to a list; what is beyond the longest that a feed needs is left out.
  func append(_ record: FeedRecord, to name: String) {
    guard !isFull(name) else { return }
    let values = if case .list(let values)? = fields[name] { values } else { [FeedValue]() }
    fields[name] = .list(values + [.record(record)])
  }

  /// Whether nothing is added to a list any more.
  func isFull(_ name: String) -> Bool {
    if case .list(let values)? = fields[name] { values.count >= Self.longestList } else { false }
  }

  /// The last record of a list.
  func last(of name: String) -> FeedRecord? {
    guard case .list(let values)? = fields[name], case .record(let record)? = values.last else {
      return nil
    }
    return record
  }

  /// Each record is compared with those before it, so that a list without an end would take for ever.
  private static let longestList = 250

  func beginList(_ name: String) {
    if fields[name] == nil { fields[name] = .list([]) }
  }

  /// The same values, which others may then change.
  var copied: FeedRecord {
    let copy = FeedRecord(hasSynonyms: hasSynonyms)
    copy.fields = fields.mapValues(\.copied)
    return copy
  }

  func removeAll() { fields = [:] }
}

/// What stands in a record.
indirect enum FeedValue {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case list([FeedValue])
  case record(FeedRecord)

  var copied: FeedValue {
    switch self {
    case .list(let values): .list(values.map(\.copied))
    case .record(let record): .record(record.copied)
    default: self
    }
  }

  static func optional(_ string: String?) -> FeedValue { string.map { .string($0) } ?? .null }
}

// MARK: - Synonyms

extension FeedRecord {
  /// What the formats call differently, and its one name here.
  private static let synonyms: [String: [String]] = [
    "guid": ["id"], "date": ["updated"], "date_parsed": ["updated_parsed"],
    "description": ["summary", "subtitle"],
    "description_detail": ["summary_detail", "subtitle_detail"],
    "modified": ["updated"], "modified_parsed": ["updated_parsed"], "issued": ["published"],
    "issued_parsed": ["published_parsed"], "copyright": ["rights"],
    "copyright_detail": ["rights_detail"], "tagline": ["subtitle"],
    "tagline_detail": ["subtitle_detail"],
  ]

  private static func homes(of name: String) -> [String] { synonyms[name] ?? [name] }

  /// What follows from other values.
  private static func derived(_ name: String, in record: FeedRecord) -> FeedValue? {
    switch name {
    case "category":
      return record.list("tags").first?.fields["term"]
    case "enclosures":
      guard record.list("links").contains(where: { $0.string("rel") == "enclosure" }) else {
        return nil
      }
      return .list(
        record.list("links").filter { $0.string("rel") == "enclosure" }.map { link in
          let enclosure = link.copied
          enclosure.removeValue(of: "rel")
          return .record(enclosure)
        })
    case "license":
      return record.list("links").first { $0.string("rel") == "license" }?.fields["href"]
    case "updated" where record.fields["updated"] == nil: return record.fields["published"]
    case "updated_parsed" where record.fields["updated_parsed"] == nil:
      return record.fields["published_parsed"]
    default: return nil
    }
  }

  private static let derivedNames = [
    "category", "enclosures", "license", "updated", "updated_parsed",
  ]

  /// All of it, under each of its names.
  var json: JSONValue {
    var object = fields.mapValues(\.json)
    for (other, name) in spellings where object[other] == nil { object[other] = object[name] }
    guard hasSynonyms else { return .object(object) }
    for name in Self.derivedNames + Self.synonyms.keys where object[name] == nil {
      object[name] = self[name]?.json
    }
    return .object(object)
  }
}

extension FeedValue {
  var json: JSONValue {
    switch self {
    case .null: .null
    case .bool(let bool): .bool(bool)
    case .integer(let integer): .integer(integer)
    case .number(let number): .number(number)
    case .string(let string): .string(string)
    case .list(let values): .array(values.map(\.json))
    case .record(let record): record.json
    }
  }
}

/// The attributes of an element, in their order, the last of a name counting.
struct FeedAttributes {
  /// More than any format knows. Each is looked for among the others; of an element with more the first count.
  static let most = 200

  private(set) var pairs: [(name: String, value: String)] = []

  init() {}
  init(_ pairs: [(name: String, value: String)]) {
    for (name, value) in pairs { self[name] = value }
  }

  var isEmpty: Bool { pairs.isEmpty }

  subscript(_ name: String) -> String? {
    get { pairs.first { $0.name == name }?.value }
    set {
      let index = pairs.firstIndex { $0.name == name }
      switch (index, newValue) {
      case (let index?, let value?): pairs[index].value = value
      case (let index?, nil): pairs.remove(at: index)
      case (nil, let value?): if pairs.count < Self.most { pairs.append((name, value)) }
      case (nil, nil): break
      }
    }
  }
}
