import HearsayLanguage
import HearsayResources

/// A word that stands for somebody mentioned already.
enum Pronoun: Hashable, Sendable {
  case one(Gender)
  case thing
  case many
  /// *who, which*: the words right before.
  case relative
  /// *we, I* outside quotation marks: the writer.
  case writer

  static func table(_ lists: inout WordLists) throws -> [String: Pronoun] {
    var table: [String: Pronoun] = [:]
    for (heading, pronoun): (String, Pronoun) in [
      ("one-male", .one(.male)), ("one-female", .one(.female)), ("thing", .thing),
      ("many", .many), ("relative", .relative), ("writer", .writer),
    ] {
      for word in try lists.list("groups", "pronouns-\(heading)") { table[word] = pronoun }
    }
    return table
  }
}
