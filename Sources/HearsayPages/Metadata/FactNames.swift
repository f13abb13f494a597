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
  /// What opens a byline, the longest first.
  let by: [String]

  /// What stands in the place of a name and is none.
  let nobody: Set<String>
  /// Words behind an author's name.
  let ends: Set<String>
  /// Words in the names of elements that hold an author, and a day.
  let authorMarks: Set<String>
  let dayMarks: Set<String>

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
    ends = Set(try names("ends"))
    authorMarks = Set(try names("author-marks"))
    dayMarks = Set(try names("day-marks"))
    nobody = Set(try names("nobody"))
    by = try names("by").sorted { $0.utf8.count > $1.utf8.count }
  }
}
