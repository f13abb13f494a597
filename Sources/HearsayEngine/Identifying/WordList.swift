/// A text file of words under headings: `[heading]`, then entries parted by commas or line ends.
///
/// `#` opens a comment at the start of a line. Entries are written in lower case with straight apostrophes, as
/// ``Token/lower`` is.
struct WordList: Sendable {
  /// The lines under each heading, comments and blank lines left out; those before any heading stand under "".
  private let sections: [String: [String]]

  init(_ text: String) {
    var sections: [String: [String]] = [:]
    var heading = ""
    for line in text.split(separator: "\n") {
      let line = line.trimmed
      if line.isEmpty || line.hasPrefix("#") { continue }
      if line.hasPrefix("["), line.hasSuffix("]") {
        heading = String(line.dropFirst().dropLast())
      } else {
        sections[heading, default: []].append(String(line))
      }
    }
    self.sections = sections
  }

  /// The lines under a heading as they stand.
  func lines(_ heading: String = "") -> [String] { sections[heading] ?? [] }

  /// The entries under a heading.
  func words(_ heading: String = "") -> Set<String> {
    Set(lines(heading).flatMap { $0.split(separator: ",") }.map { String($0.trimmed) })
      .subtracting([""])
  }
}

extension Substring {
  /// Without blanks at either end.
  var trimmed: Substring {
    let start = drop { $0 == " " || $0 == "\t" || $0 == "\r" }
    guard let last = start.lastIndex(where: { $0 != " " && $0 != "\t" && $0 != "\r" }) else {
      return start.prefix(0)
    }
    return start[...last]
  }
}
