import HearsayLanguage
import HearsayResources

/// Under which names pages say what they are: `Resources/pages/metadata.txt`.
struct FactNames: Sendable {
  let title: [String]
  let publisher: [String]
  let author: [String]
  let published: [String]
  let updated: [String]
  let section: [String]
  /// The types of schema.org that are articles, the surest first.
  let types: [String]
  /// Who may read a page, and what stands there where that is not everybody.
  let access: [String]
  let locked: Set<String>
  /// What is known of bylines.
  let bylines: BylineWords
  /// What is known of days.
  let days: DayWords

  init(_ lists: inout WordLists) throws {
    func names(_ heading: String) throws -> [String] {
      try lists.table("metadata", heading, columns: ["name"]).map { $0["name"] }
    }
    title = try names("title")
    publisher = try names("publisher")
    author = try names("author")
    published = try names("published")
    updated = try names("updated")
    section = try names("section")
    types = try names("types")
    access = try names("access")
    locked = Set(try names("locked"))
    bylines = try BylineWords(&lists)
    days = try DayWords(&lists)
  }
}

/// Words in and around bylines.
struct BylineWords: Sendable {
  /// What opens a byline, the longest first.
  let by: [String]
  /// What stands in the place of a name and is none.
  let nobody: Set<String>
  /// Words behind an author's name.
  let ends: Set<String>
  /// Words in the names of elements that hold an author.
  let marks: Set<String>
  /// Parts of the addresses of pages about authors.
  let addresses: Set<String>
  /// Under which names programs on the page keep the author.
  let inScripts: [String]
  /// What somebody does, as the last words of a name.
  let roles: Set<String>
  /// What those do who write, and nobody else.
  let writers: Set<String>
  let degrees: Set<String>
  /// What stands between two names.
  let joins: Set<String>
  /// What opens the names of others: editors, photographers.
  let helpers: [String]
  /// Last words of the names of houses, desks and crews.
  let collectives: Set<String>
  /// What parts a name from a place or a house.
  let behind: [String]

  init(_ lists: inout WordLists) throws {
    func names(_ heading: String) throws -> [String] {
      try lists.table("metadata", heading, columns: ["name"]).map { $0["name"] }
    }
    by = try names("by").sorted { $0.utf8.count > $1.utf8.count }
    nobody = Set(try names("nobody"))
    ends = Set(try names("ends"))
    marks = Set(try names("author-marks"))
    addresses = Set(try lists.list("metadata", "author-addresses"))
    inScripts = try lists.list("metadata", "script-authors")
    roles = Set(try lists.list("metadata", "roles"))
    writers = Set(try lists.list("metadata", "writers"))
    degrees = Set(try lists.list("metadata", "degrees"))
    joins = Set(try lists.list("metadata", "joins"))
    helpers = try lists.list("metadata", "helpers")
    collectives = Set(try lists.list("metadata", "collectives"))
    behind = try lists.list("metadata", "behind")
  }
}

/// Words in and around days.
struct DayWords: Sendable {
  /// Words in the names of elements that hold the day of publication.
  let marks: Set<String>
  /// Words of a line that says when something was changed.
  let changed: [String]
  /// Under which names programs on the page keep the day.
  let inScripts: [String]
  /// Where the month comes first in 03/04/2021, and where the day, by country and by the host's end.
  let regions: [String: Bool]
  /// Months of other languages.
  let months: [String: Int]

  init(_ lists: inout WordLists) throws {
    marks = Set(
      try lists.table("metadata", "day-marks", columns: ["name"]).map { $0["name"] })
    changed = try lists.list("metadata", "changed")
    inScripts = try lists.list("metadata", "scripts")
    regions = try lists.table("metadata", "regions", columns: ["region", "first"])
      .reduce(into: [:]) { $0[$1["region"]] = $1["first"] == "month" }
    months = try lists.table("metadata", "months", columns: ["name", "number"])
      .reduce(into: [:]) { $0[$1["name"]] = Int($1["number"]) }
  }
}
