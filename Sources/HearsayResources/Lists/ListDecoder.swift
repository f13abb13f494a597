extension WordLists {
  /// Lists of a file as a value with a property for each: `nameLinks` has the words under `[name-links]`.
  ///
  /// ```swift
  /// struct Endings: Decodable { let gerund: [String]; let past: [String] }
  /// let endings: Endings = try lists.read("endings")
  /// ```
  /// A property is a set of words, an array in the order of the list, or a ``PhraseSet``. So a list is named in two
  /// places, its file and the property, and nowhere else.
  package mutating func read<Lists: Decodable>(_ file: String) throws -> Lists {
    let decoder = ListDecoder(file, self)
    defer { self = decoder.lists }
    return try Lists(from: decoder)
  }
}

/// Gives a type that asks for its properties by name the lists under their headings.
private final class ListDecoder: Decoder {
  let file: String
  var lists: WordLists
  let codingPath: [any CodingKey] = []
  let userInfo: [CodingUserInfoKey: Any] = [:]

  init(_ file: String, _ lists: WordLists) {
    (self.file, self.lists) = (file, lists)
  }

  func container<Key: CodingKey>(keyedBy _: Key.Type) -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(ListsByHeading(decoder: self))
  }

  func unkeyedContainer() -> any UnkeyedDecodingContainer { notAList() }
  func singleValueContainer() -> any SingleValueDecodingContainer { notAList() }

  func list<List>(_ property: any CodingKey, as _: List.Type) throws -> List {
    let words = try lists.list(file, property.stringValue.dashed)
    let list = Set(words) as? List ?? words as? List ?? PhraseSet(Set(words)) as? List
    guard let list else { notAList() }
    return list
  }
}

private func notAList() -> Never {
  preconditionFailure("The properties of a type that word lists are read into are lists.")
}

/// The sections of one file, by the names of properties.
private struct ListsByHeading<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let decoder: ListDecoder
  var codingPath: [any CodingKey] { [] }
  var allKeys: [Key] { [] }

  func contains(_: Key) -> Bool { true }
  func decodeNil(forKey _: Key) -> Bool { false }
  func decode<List: Decodable>(_ type: List.Type, forKey key: Key) throws -> List {
    try decoder.list(key, as: type)
  }

  // The protocol asks for these, too. No list is one of them.
  func decode(_: Bool.Type, forKey _: Key) -> Bool { notAList() }
  func decode(_: String.Type, forKey _: Key) -> String { notAList() }
  func decode(_: Double.Type, forKey _: Key) -> Double { notAList() }
  func decode(_: Float.Type, forKey _: Key) -> Float { notAList() }
  func decode(_: Int.Type, forKey _: Key) -> Int { notAList() }
  func decode(_: Int8.Type, forKey _: Key) -> Int8 { notAList() }
  func decode(_: Int16.Type, forKey _: Key) -> Int16 { notAList() }
  func decode(_: Int32.Type, forKey _: Key) -> Int32 { notAList() }
  func decode(_: Int64.Type, forKey _: Key) -> Int64 { notAList() }
  func decode(_: UInt.Type, forKey _: Key) -> UInt { notAList() }
  func decode(_: UInt8.Type, forKey _: Key) -> UInt8 { notAList() }
  func decode(_: UInt16.Type, forKey _: Key) -> UInt16 { notAList() }
  func decode(_: UInt32.Type, forKey _: Key) -> UInt32 { notAList() }
  func decode(_: UInt64.Type, forKey _: Key) -> UInt64 { notAList() }

  func nestedContainer<Nested: CodingKey>(keyedBy _: Nested.Type, forKey _: Key)
    -> KeyedDecodingContainer<Nested>
  { notAList() }
  func nestedUnkeyedContainer(forKey _: Key) -> any UnkeyedDecodingContainer { notAList() }
  func superDecoder() -> any Decoder { notAList() }
  func superDecoder(forKey _: Key) -> any Decoder { notAList() }
}

extension String {
  /// As it is written in tables: *nameLinks* is `name-links`.
  package var dashed: String {
    reduce(into: "") { name, letter in
      name += letter.isUppercase ? "-" + letter.lowercased() : String(letter)
    }
  }
}
