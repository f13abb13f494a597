import HearsayModel

/// Finds what an agency puts before the first sentence: "BAGHDAD (AP) —", "LONDON, March 3 (Reuters) -",
/// "Shafaq News/ ".
struct Datelines {
  let text: ArticleText
  let language: Language

  /// The dateline at the start of a paragraph, with the white space after it; `nil` where there is none.
  ///
  /// - Parameter tokens: the first tokens of the paragraph.
  func dateline(in tokens: ArraySlice<Token>, of paragraph: Span) -> Span? {
    guard let end = endOfOutletAndSlash(tokens) ?? endOfPlace(tokens) else { return nil }
    var start = end
    while start < paragraph.end, text.bytes[start] == 0x20 { start += 1 }
    return start < paragraph.end ? Span(paragraph.start, start) : nil
  }

  /// "Shafaq News/ ", "NINA / ": up to five capitalised words, a slash, a space.
  private func endOfOutletAndSlash(_ tokens: ArraySlice<Token>) -> Int? {
    for (index, token) in tokens.prefix(6).enumerated() {
      if token.lower == "/", index > 0 {
        let end = token.span.end
        return end < text.count && text.bytes[end] == 0x20 ? end : nil
      }
      guard token.kind == .word, token.isCapitalised else { return nil }
    }
    return nil
  }

  /// "BAGHDAD (AP) —", "Washington (CNN)", "KYIV, Ukraine, March 3 -", "PARIS —".
  private func endOfPlace(_ tokens: ArraySlice<Token>) -> Int? {
    guard let first = tokens.first, first.kind == .word, first.isCapitalised else { return nil }
    var agencyEnd: Int?
    var isInAgency = false
    for (index, token) in tokens.prefix(16).enumerated() {
      switch token.lower {
      case "(":
        guard index > 0, agencyEnd == nil else { return nil }
        isInAgency = true
      case ")":
        guard isInAgency else { return nil }
        isInAgency = false
        agencyEnd = token.span.end
      case "-", "--", "—", "–", "―":
        guard index > 0, agencyEnd != nil || isShouted(first) else { return nil }
        return token.span.end
      case ",", "/", ".", "|":
        continue
      default:
        if let agencyEnd, !isInAgency {
          // "Washington (CNN) The …": only where an agency is plainly meant, and a sentence begins.
          guard token.isCapitalised || token.kind == .number, !isShortForm(tokens, before: token)
          else { return nil }
          return isShouted(first) || isAgency(tokens, before: token) ? agencyEnd : nil
        }
        guard token.kind == .number || token.isCapitalised || isSmall(token.lower)
        else { return nil }
      }
    }
    return nil
  }

  private func isShouted(_ token: Token) -> Bool {
    let letters = text[token.span]
    return letters.count > 1 && letters == letters.uppercased()
  }

  /// Whether the bracket before `token` only shortens the name before it: "The International Lifeboat Union (ILU)".
  private func isShortForm(_ tokens: ArraySlice<Token>, before token: Token) -> Bool {
    let words = tokens.prefix { $0.lower != "(" }.filter { $0.kind == .word && $0.isCapitalised }
    guard let short = tokens.drop(while: { $0.lower != "(" }).dropFirst().first,
      short.span.start < token.span.start
    else { return false }
    let initials = String(words.compactMap(\.lower.first))
    return words.first.map { language.rules.the.contains($0.lower) } == true
      || words.count > 1 && initials.hasSuffix(short.lower)
  }

  /// Whether the bracket before `token` holds an outlet in capitals: (CNN), (AP), (AFP), or (Reuters).
  private func isAgency(_ tokens: ArraySlice<Token>, before token: Token) -> Bool {
    tokens.prefix { $0.span.start < token.span.start }.contains { inside in
      language.layout.agencies.contains(inside.lower)
        || (inside.kind == .word && isShouted(inside) && text[inside.span].count <= 5
          && inside.span != tokens.first?.span)
    }
  }

  /// What may be small in a dateline: the month, and parts of a place's name.
  private func isSmall(_ word: String) -> Bool {
    language.layout.inDatelines.contains(word) || language.calendar.isPrintedShortMonth(word)
  }
}
