import HearsayModel

/// A claim as a text that stands by itself: the words, who said them, how they came, and where that was read.
///
/// ```
/// "We had no choice but to close it,"
/// — Mayor Ana Lund · Norrvik closes its harbour bridge, Norrvik Post, 2025-05-13
///
/// denies › that anything has been settled
/// — Mayor Ana Lund · …
/// ```
struct ClaimText {
  let reading: Reading
  /// In what form somebody wants it; `nil` for the usual one.
  var template: Template?

  /// The words of an item, with who said them.
  func text(of item: Item) -> String {
    let saying = SaidText.saying(item, in: reading, limit: 100_000)
    if let template, let sourcing = reading.sourcing {
      let attribution = sourcing.attribution(of: item)
      return template.filled(with: saying, by: attribution, in: sourcing.analysis)
    }
    let words = saying.text(in: .unicode)
    guard let sourcing = reading.sourcing, let attribution = sourcing.attribution(of: item) else {
      return with(credit: "nobody is credited with this", words)
    }
    let name = sourcing.source(of: item)?.nameFirst ?? "somebody"
    let chain = sourcing.analysis.chainNames(of: attribution)
    let isRelayed = !sourcing.analysis.relays(of: attribution).isEmpty
    return with(credit: isRelayed ? chain.joined(separator: " ← ") : name, words)
  }

  /// The words of a mark as they were when it was made, with who said them then.
  static func text(of mark: Mark, in template: Template?) -> String {
    if let template { return template.filled(with: mark) }
    let words = mark.saying().text(in: .unicode)
    let snapshot = mark.snapshot
    let isRelayed = snapshot.flags.contains(.relayed)
    let credit =
      isRelayed
      ? snapshot.chain.joined(separator: " ← ")
      : snapshot.source == nil ? "nobody is credited with this" : snapshot.speaker
    let place = [snapshot.articleTitle, snapshot.publisher, snapshot.published, snapshot.location]
      .compactMap(\.self).joined(separator: ", ")
    return clean("\(words)\n— " + [credit, place].filter { !$0.isEmpty }.joined(separator: " · "))
      + "\n"
  }

  /// Some words of the text, as they stand there.
  func text(of span: Span) -> String {
    let text = reading.article.text
    let words = text[span.clipped(to: text.count)].split(whereSeparator: \.isWhitespace)
    return with(credit: nil, words.joined(separator: " "))
  }

  private func with(credit: String?, _ words: String) -> String {
    let article = reading.article
    let place = [article.title, article.publisher, article.published, article.url]
      .compactMap(\.self).joined(separator: ", ")
    let facts = [credit ?? "", place].filter { !$0.isEmpty }.joined(separator: " · ")
    return Self.clean(facts.isEmpty ? words : "\(words)\n— \(facts)") + "\n"
  }

  /// Without control characters and without those that turn the direction of others: it is pasted elsewhere.
  private static func clean(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A: kept.append(scalar)
      case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x061C: break
      default: kept.append(scalar)
      }
    }
    return String(kept)
  }
}
