import Foundation
import HearsayModel
import HearsayScreen

/// Marks by article, in the order in which articles were first marked; within each in order of reading.
func byArticle(_ marks: [Mark]) -> [[Mark]] {
  var places: [Article.ID: Int] = [:]
  var groups: [[Mark]] = []
  for mark in marks {
    if let place = places[mark.article] {
      groups[place].append(mark)
    } else {
      places[mark.article] = groups.count
      groups.append([mark])
    }
  }
  return groups.map {
    $0.sorted { ($0.anchor.span, $0.created) < ($1.anchor.span, $1.created) }
  }
}

extension Mark {
  /// The headline of its article, or what else it is called.
  var articleName: String {
    snapshot.articleTitle ?? snapshot.location ?? "an article without a title"
  }

  /// The address of its article; `nil` where only a file is known.
  var address: String? {
    snapshot.location.flatMap { location in
      ["https://", "http://"].contains { location.hasPrefix($0) } ? location : nil
    }
  }
}

/// The day of a moment in UTC, so that the same marks give the same file everywhere.
func day(_ date: Date) -> String { date.formatted(.iso8601.year().month().day()) }

/// A text on one line, white space drawn together; what would steer a terminal or turn the direction of writing is
/// shown instead of obeyed.
func flat(_ text: String) -> String {
  let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  return SafeText.clusters(of: line).map(\.text).joined()
}
