import HearsayModel

/// Tells the article itself from its headline, its date, its byline and its credits.
struct ParagraphRoles {
  let text: ArticleText
  let language: Language
  /// Whether the first paragraph stands in the midst of the article, where no headline is to be expected.
  var isMidway = false

  private var words: LayoutWords { language.layout }
  private var calendar: Calendar { language.calendar }

  /// The role of every paragraph.
  ///
  /// - Parameters:
  ///   - blocks: the paragraphs, in order.
  ///   - tokens: the tokens of each paragraph.
  func roles(of blocks: [ParagraphSplitter.Block], tokens: (Int) -> ArraySlice<Token>)
    -> [Paragraph.Role]
  {
    var roles: [Paragraph.Role] = []
    var hasBody = isMidway
    let isShouting = isShoutedThroughout(blocks, tokens: tokens)
    for (index, block) in blocks.enumerated() {
      let own = tokens(index)
      var role = Paragraph.Role.body
      if isApparatus(own, of: block.span) {
        role = .apparatus
      } else if index > 0, isCaptioned(own, of: block.span) {
        role = .apparatus
      } else if !hasBody, blocks.count > 1, index + 1 < blocks.count {
        let isSaid = isShouting && isShoutedSentence(own, of: block.span)
        let followsHeadline = roles.last == .headline && !block.isAfterBlank
        if !isSaid, isHeadline(own, of: block) || followsHeadline && block.span.count <= 200 {
          role = .headline
        }
      } else if index + 1 < blocks.count, isSubheading(own, of: block) {
        role = .headline
      }
      if role == .body { hasBody = true }
      roles.append(role)
    }
    setGalleries(blocks, tokens: tokens, &roles)
    setMailHeads(blocks, tokens: tokens, &roles)
    return roles
  }
}

// MARK: - Captions

extension ParagraphRoles {
  /// "The new bridge at dawn. Image: Jo Hale.": a short paragraph that ends by saying whose picture it is about.
  private func isCaptioned(_ tokens: ArraySlice<Token>, of span: Span) -> Bool {
    guard span.count <= 400, let colon = tokens.lastIndex(where: { $0.lower == ":" }),
      colon > tokens.startIndex, tokens.endIndex - colon <= 9,
      words.pictures.contains(tokens[colon - 1].lower)
    else { return false }
    // "Image: Jo Hale (flickr)." says where it was found.
    return tokens[(colon + 1)...].prefix { $0.lower != "(" }.allSatisfy { token in
      token.isCapitalised || token.kind != .word || token.lower.utf8.count <= 3
    }
  }

  /// A row of short lines without stops is a gallery: its lines are captions, whether one has a stop or not. Where most of
  /// them are sentences they are the points of the news, or the entries of a live report.
  private func setGalleries(
    _ blocks: [ParagraphSplitter.Block], tokens: (Int) -> ArraySlice<Token>,
    _ roles: inout [Paragraph.Role]
  ) {
    let lines = blocks.indices.map { isLine(tokens($0), of: blocks[$0].span) }
    var start = 0
    while start < blocks.count {
      var end = start
      while end < blocks.count,
        lines[end]
          || end + 1 < blocks.count && end > start && lines[end + 1] && lines[end - 1]
            && blocks[end].span.count <= Self.longestLine && !isReport(tokens(end))
      {
        end += 1
      }
      if end - start >= Self.fewestLines, roles[..<start].contains(.body),
        !isOfSentences(start..<end, tokens)
      {
        for index in start..<end { roles[index] = .apparatus }
      }
      start = max(end, start + 1)
    }
  }

  /// Whether most lines in a row are sentences, or clock times stand between them.
  private func isOfSentences(_ lines: Range<Int>, _ tokens: (Int) -> ArraySlice<Token>) -> Bool {
    let times = lines.count { isDate(tokens($0)) }
    return times > 1 || lines.count { language.hasVerb(tokens($0)) } * 2 >= lines.count
  }

  /// A sentence that says on which day something came to pass: no caption, though it may stand among some.
  private func isReport(_ tokens: ArraySlice<Token>) -> Bool {
    language.hasVerb(tokens)
      && tokens.contains {
        calendar.days.contains($0.lower) || calendar.nearDays.contains($0.lower)
      }
  }

  private static let fewestLines = 5
  private static let longestLine = 100

  /// A few words that end without a stop and hold no quotation.
  private func isLine(_ tokens: ArraySlice<Token>, of span: Span) -> Bool {
    guard span.count <= Self.longestLine, let first = tokens.first, let last = tokens.last,
      tokens.count <= 14, !isBullet(first, tokens)
    else { return false }
    return [.word, .number].contains(last.kind) && !last.lower.hasSuffix(".")
      && tokens.allSatisfy { $0.kind != .openingMark && $0.kind != .closingMark }
      // "HALE: Well" is somebody's turn; "a ranger from Fallout: New Vegas" is a caption.
      && !tokens.prefix(4).contains { $0.lower == ":" }
  }
}

extension ParagraphRoles {
  /// "- new bins for the park", "2. boil all water": an item of a list.
  private func isBullet(_ first: Token, _ tokens: ArraySlice<Token>) -> Bool {
    if ["-", "–", "—", "*", "•", "●", "▪", "·", "◦", "‣", ">"].contains(first.lower) {
      return true
    }
    guard first.kind == .number, let next = tokens.dropFirst().first else { return false }
    return [".", ")"].contains(next.lower)
  }
}

// MARK: - Mail

extension ParagraphRoles {
  /// "From: …" over "Date: …" over "Subject: …": the head of a mail is no news, the first word of a line alone may be.
  private func setMailHeads(
    _ blocks: [ParagraphSplitter.Block], tokens: (Int) -> ArraySlice<Token>,
    _ roles: inout [Paragraph.Role]
  ) {
    let heads = blocks.indices.map { index in
      let own = tokens(index)
      guard let first = own.first, let second = own.dropFirst().first else { return false }
      return words.mailHeaders.contains(first.lower) && second.lower == ":"
    }
    for index in blocks.indices where heads[index] {
      let isAmongOthers =
        index > 0 && heads[index - 1] && !blocks[index].isAfterBlank
        || index + 1 < blocks.count && heads[index + 1] && !blocks[index].isBeforeBlank
      if isAmongOthers { roles[index] = .apparatus }
    }
  }
}

// MARK: - Headlines

extension ParagraphRoles {
  /// A short first line without a stop, or with a stop but in Title Case.
  private func isHeadline(_ tokens: ArraySlice<Token>, of block: ParagraphSplitter.Block) -> Bool {
    guard block.span.count <= 220, let last = tokens.last else { return false }
    if isInTitleCase(tokens) || isShouted(block.span) { return true }
    guard
      last.kind == .word || last.kind == .number || [";", "?", "!", ")"].contains(last.lower)
        || last.kind == .closingMark || ["'", "\"", "”", "’"].contains(last.lower)
    else { return false }
    let inner = tokens.dropLast().contains { [".", "?"].contains($0.lower) }
    return !inner && !isAbbreviatedStop(last)
  }

  private func isAbbreviatedStop(_ token: Token) -> Bool {
    token.lower.hasSuffix(".") && token.lower.count > 4
  }

  /// A short line without a stop in the midst of an article.
  private func isSubheading(_ tokens: ArraySlice<Token>, of block: ParagraphSplitter.Block) -> Bool
  {
    guard block.isAfterBlank, block.isBeforeBlank, block.span.count <= 80,
      let first = tokens.first, let last = tokens.last
    else { return false }
    guard first.isCapitalised, first.kind == .word, last.kind == .word || last.kind == .number
    else { return false }
    return !tokens.contains { [".", ":", "\"", "“", "”", "!"].contains($0.lower) }
  }

  /// Whether most of the longer words start with a capital.
  private func isInTitleCase(_ tokens: ArraySlice<Token>) -> Bool {
    let long = tokens.filter { $0.kind == .word && $0.lower.count > 3 }
    guard long.count >= 3 else { return false }
    return long.count(where: \.isCapitalised) * 5 >= long.count * 4
  }

  /// Whether an article is written in capitals, so that they tell no headline: more than one sentence is.
  private func isShoutedThroughout(
    _ blocks: [ParagraphSplitter.Block], tokens: (Int) -> ArraySlice<Token>
  ) -> Bool {
    var sentences = 0
    for index in blocks.indices where isShoutedSentence(tokens(index), of: blocks[index].span) {
      sentences += 1
      if sentences > 1 { return true }
    }
    return false
  }

  /// A sentence in capitals, with its stop.
  private func isShoutedSentence(_ tokens: ArraySlice<Token>, of span: Span) -> Bool {
    guard let last = tokens.last(where: { !["\"", "”", "'", "’"].contains($0.lower) }),
      [".", "!", "?"].contains(last.lower), tokens.count > 4
    else { return false }
    return isAllCapitals(span)
  }

  private func isShouted(_ span: Span) -> Bool {
    span.count >= 8 && span.count <= 160 && isAllCapitals(span)
  }

  private func isAllCapitals(_ span: Span) -> Bool {
    // Nearly every text has a small letter soon.
    if text.bytes[span.range].contains(where: { $0 >= 0x61 && $0 <= 0x7A }) { return false }
    let letters = text[span]
    return letters == letters.uppercased() && letters != letters.lowercased()
  }
}

// MARK: - Dates, bylines, credits

extension ParagraphRoles {
  private func isApparatus(_ tokens: ArraySlice<Token>, of span: Span) -> Bool {
    guard let first = tokens.first, span.count <= 300 else { return false }
    return isDate(tokens) || isByline(tokens, first) || isCredit(tokens, first)
  }

  /// Nothing but a date or a time: "Thursday, February 23, 2006", "Updated 10:32 a.m. ET".
  private func isDate(_ tokens: ArraySlice<Token>) -> Bool {
    guard tokens.count <= 16, tokens.contains(where: { $0.kind == .number }) else { return false }
    return tokens.allSatisfy { token in
      switch token.kind {
      case .number: true
      case .word: isDateWord(token.lower)
      default: [",", ":", ".", "|", "-", "–", "—", "/", "(", ")", "·"].contains(token.lower)
      }
    }
  }

  /// "By Jane Doe", "By JANE DOE and JOHN ROE, Associated Press".
  private func isByline(_ tokens: ArraySlice<Token>, _ first: Token) -> Bool {
    guard words.by.contains(first.lower), tokens.count >= 2, tokens.count <= 24,
      let last = tokens.last,
      last.lower != ".", last.lower != "?"
    else { return false }
    return tokens.dropFirst().allSatisfy { token in
      token.kind != .word || token.isCapitalised
        || words.smallInBylines.contains(token.lower)
    }
  }

  /// "(Reporting by …)", "Photo: …", "© 2024 …", "Read more: …".
  private func isCredit(_ tokens: ArraySlice<Token>, _ first: Token) -> Bool {
    let opening = tokens.filter { $0.kind == .word }.prefix(3).map(\.lower)
    guard let lead = opening.first else { return true }
    if first.lower == "©" || words.rights.contains(lead) { return true }
    if opening.count > 1, words.by.contains(opening[1]), words.credited.contains(lead) {
      return true
    }
    if words.furtherReporting.opens(opening) || isAuthorsNote(tokens) { return true }
    if isAboutThePage(tokens) { return true }
    let isLabelled = tokens.dropFirst().prefix(3).contains { $0.lower == ":" || $0.lower == "|" }
    if isLabelled, words.labels.contains(lead) { return true }
    return tokens.count <= 6 && (words.alone.contains(lead) || words.readOn.opens(opening))
  }

  /// "Originally published on Harbour Post.", "Ann Roe contributed to this report.", "Sign up for our newsletter."
  private func isAboutThePage(_ tokens: ArraySlice<Token>) -> Bool {
    guard tokens.count <= 60 else { return false }
    let all = tokens.filter { $0.kind == .word || $0.kind == .number }.map(\.lower)
    if words.firstPublished.opens(all) || words.pageLines.opens(all) { return true }
    if words.contributed.occurs(in: all) { return true }
    guard let colon = tokens.prefix(5).first(where: { $0.lower == ":" }) else { return false }
    return words.openingLabels.opens(
      tokens.prefix { $0.span.start < colon.span.start }.map(\.lower))
  }

  /// "Ann Roe is a columnist for the Courier. Follow her on Twitter: @annroe."
  private func isAuthorsNote(_ tokens: ArraySlice<Token>) -> Bool {
    guard let follow = tokens.firstIndex(where: { words.follow.contains($0.lower) }) else {
      return false
    }
    return words.followWhere.occurs(in: tokens[follow...].prefix(7).map(\.lower))
  }

  /// A word that may stand in a line that holds nothing but a date.
  private func isDateWord(_ word: String) -> Bool {
    calendar.days.contains(word) || calendar.shortDays.contains(word)
      || calendar.months.contains(word) || calendar.shortMonths.contains(word)
      || calendar.isPrintedShortMonth(word)
      || calendar.clock.contains(word) || calendar.ordinals.contains(word)
      || words.updated.contains(word)
  }
}
