import HearsayLanguage
import HearsayResources

/// Places whose governments speak by the place's name: "Baghdad has welcomed the idea".
struct Countries: Sendable {
  /// For each name, capital and adjective the country.
  private var countries: [String: String] = [:]
  /// Names and capitals, without adjectives.
  private var names: Set<String> = []

  init(_ lists: inout WordLists) throws {
    let columns = ["place", "also called", "people"]
    for row in try lists.table("places", "places", columns: columns) {
      let country = row["place"]
      let ownNames = try [country] + row.words("also called")
      names.formUnion(ownNames)
      for form in try ownNames + row.words("people") where countries[form] == nil {
        countries[form] = country
      }
    }
  }

  /// Whether a place, not its people, is called so.
  func isName(_ words: String) -> Bool { names.contains(words) }

  /// The country that a name or adjective stands for: *US* and *American* are one.
  func country(_ words: String) -> String? { countries[words] }
}
