import HearsayModel

/// The lines between `---` and `---` at the head of a Markdown file.
///
/// They stay part of the text, because offsets and hashes are those of the file; only their facts are read.
struct FrontMatter: Hashable {
  var metadata: Metadata
  /// The first byte after it.
  var end: Int

  /// The front matter of a text; `nil` where it has none, or none with a fact that is known here.
  init?(openingOf text: ArticleText) {
    let lines = Line.lines(of: text, in: 0..<min(text.count, 8000))
    guard lines.first?.text == "---",
      let close = lines.dropFirst().firstIndex(where: { $0.text == "---" || $0.text == "..." })
    else { return nil }
    var metadata = Metadata()
    var list: (key: String, items: [String])?
    for line in lines[1..<close] {
      // A list under its key:  authors:⏎  - Jane Doe
      if line.text.hasPrefix("- "), list != nil {
        list?.items.append(unquoted(line.text.dropFirst(2)))
        continue
      }
      if let (key, items) = list { metadata.note(items.joined(separator: ", "), for: key) }
      list = nil
      guard let colon = line.text.firstIndex(of: ":") else { continue }
      let key = String(line.text[..<colon])
      let value = line.text[line.text.index(after: colon)...].trimmed
      if value.isEmpty {
        list = (key, [])
      } else if value.hasPrefix("["), value.hasSuffix("]") {
        let items = value.dropFirst().dropLast().split(separator: ",").map { unquoted($0) }
        metadata.note(items.joined(separator: ", "), for: key)
      } else {
        metadata.note(unquoted(value), for: key)
      }
    }
    if let (key, items) = list { metadata.note(items.joined(separator: ", "), for: key) }
    guard metadata != Metadata() else { return nil }
    self.metadata = metadata
    end = lines[close].range.upperBound
  }
}

/// Without the quotation marks around a value.
private func unquoted(_ value: some StringProtocol) -> String {
  let value = value.trimmed
  guard value.count >= 2, let mark = value.first, mark == "\"" || mark == "'", value.last == mark
  else {
    return value
  }
  return String(value.dropFirst().dropLast())
}
