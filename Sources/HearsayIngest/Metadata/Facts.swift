import HearsayText

/// Facts under names that other programs give them: "author: Jane Doe", "pubdate: 2024-06-13".
///
/// The front matter of Markdown, the head of a saved page and the file beside an article all speak
/// this language.
enum Facts {
  /// What a name stands for; `nil` for a name that is none of ours.
  static func path(for key: String) -> WritableKeyPath<Metadata, String?>? {
    switch key.lowercased().filter({ $0.isLetter }) {
    case "title", "headline": \.title
    case "publisher", "source", "outlet", "site", "sitename", "publication", "newspaper":
      \.publisher
    case "author", "authors", "byline", "by", "writer": \.byline
    case "date", "published", "pubdate", "datepublished", "publicationdate", "publishedat":
      \.published
    case "url", "link", "canonical", "address", "sourceurl", "canonicalurl": \.url
    case "language", "lang", "locale": \.language
    default: nil
    }
  }
}

extension Metadata {
  /// Notes a fact in the form in which articles carry it; the first of two values stays.
  mutating func note(_ value: String, for key: String) {
    let value = value.trimmed
    guard !value.isEmpty, let path = Facts.path(for: key) else { return }
    switch path {
    case \.published:
      published = published ?? NewsDay.given(value)
    case \.publisher where isAddress(value):
      url = url ?? value
    case \.publisher:
      publisher = publisher ?? Outlets.name(ofHost: value) ?? Outlets.name(value) ?? value
    case \.byline where Outlets.name(value) != nil:
      // "author": "Wikinews" is an outlet that names no author.
      publisher = publisher ?? Outlets.name(value)
    case \.byline:
      byline = byline ?? Byline(value: value)?.names ?? value
    case \.url:
      url = url ?? (isAddress(value) ? value : nil)
    case \.language:
      language = language ?? languageCode(value)
    default:
      self[keyPath: path] = self[keyPath: path] ?? value
    }
  }
}

/// Whether a word is an address on the web.
func isAddress(_ word: some StringProtocol) -> Bool {
  (word.hasPrefix("http://") || word.hasPrefix("https://")) && !word.contains { $0.isWhitespace }
}

/// "en" for "en-GB"; `nil` for what is no such code.
private func languageCode(_ value: String) -> String? {
  let code = value.prefix { $0.isLetter && $0.isASCII }.lowercased()
  return code.count == 2 ? code : nil
}

extension StringProtocol {
  /// Without white space at either end.
  var trimmed: String { String(Substring(self).trimmed) }

  /// Its words, at white space.
  var words: [SubSequence] { split(whereSeparator: \.isWhitespace) }
}
