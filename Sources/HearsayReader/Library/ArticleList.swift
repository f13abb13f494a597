import HearsayModel

/// The list of articles: in its order, and of it what passes.
///
/// What is shown is made when something changes, not when it is drawn: a library has ten thousand articles.
struct ArticleList: Hashable, Sendable {
  /// All of them, as they came.
  var entries: [Entry] = []
  /// In what order they stand.
  var order = ArticleOrder.given
  /// The filter over what is said in them, with what the library found; `nil` where there is none.
  var sift: Sift?
  /// The entries that are shown, by their place among all.
  private(set) var shown: [Int] = []
  /// All in their order, whether shown or not.
  private var sorted: [Int] = []
  /// What the words of a filter are looked for in, in small letters.
  private var words: [[UInt8]] = []

  /// A filter over the library.
  struct Sift: Hashable, Sendable {
    var filter: Filter
    /// How many statements or marks of each article pass; what has none is not here.
    var passing: [Article.ID: Int]
  }
}

extension ArticleList {
  /// Sorts the entries, which may be others than before.
  mutating func sort(marks: (Entry) -> Int) {
    sorted = order.places(of: entries, marks: marks)
    words = []
  }

  /// Shows only what has these words and passes the filter over what is said.
  mutating func show(with filter: String) {
    shown = sorted
    if let sift {
      shown = shown.filter { entries[$0].article.map { sift.passing[$0] != nil } ?? false }
    }
    let wanted = filter.lowercased().split(separator: " ").map { Array($0.utf8) }
    guard !wanted.isEmpty else { return }
    if words.isEmpty { words = entries.map { Array($0.listedWords.lowercased().utf8) } }
    shown = shown.filter { index in wanted.allSatisfy { words[index].contains($0) } }
  }
}

// MARK: - Where an article stands

extension ArticleList {
  /// The entry in a row of the list as it is shown.
  func entry(atRow row: Int) -> Entry? {
    shown.indices.contains(row) ? entries[shown[row]] : nil
  }

  /// The row of an entry, by its place among all.
  func row(of entry: Int) -> Int? { shown.firstIndex(of: entry) }

  /// Where one goes through the articles from an entry on: the list as it is shown, or all where it is not among them.
  func order(from entry: Int) -> [Int] {
    shown.contains(entry) ? shown : Array(entries.indices)
  }

  /// `3 of 5`: where an entry stands in that.
  func placeWords(of entry: Int) -> String {
    let order = order(from: entry)
    return "\((order.firstIndex(of: entry) ?? entry) + 1) of \(order.count)"
  }
}

extension Entry {
  /// What the words of a filter are looked for in.
  fileprivate var listedWords: String {
    [title, publisher, published, published.map(dayWords), progress.word].compactMap(\.self)
      .joined(separator: " ")
  }
}

extension [UInt8] {
  /// Whether these bytes stand anywhere in it.
  fileprivate func contains(_ part: [UInt8]) -> Bool {
    guard let first = part.first, count >= part.count else { return part.isEmpty }
    return withUnsafeBufferPointer { all in
      part.withUnsafeBufferPointer { part in
        var start = 0
        while start <= all.count - part.count {
          if all[start] == first {
            var length = 1
            while length < part.count, all[start + length] == part[length] { length += 1 }
            if length == part.count { return true }
          }
          start += 1
        }
        return false
      }
    }
  }
}
