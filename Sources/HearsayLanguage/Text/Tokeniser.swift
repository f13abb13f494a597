import HearsayModel

/// Cuts a stretch of text into words, numbers and marks, in one pass.
///
/// A clitic stands alone (*MP* + *'s*, *they* + *'ve*), so that a name and its possessive can be told apart;
/// *didn't* stays whole. An abbreviation and an initial keep their stop (*Sen.*, *U.S.*, *J.*), a number keeps its
/// decimals and its currency sign, an address on the web is one word.
struct Tokeniser {
  let bytes: [UInt8]
  let language: Language

  init(_ text: ArticleText, _ language: Language) {
    bytes = text.bytes
    self.language = language
  }

  /// Appends the tokens of `span`; their sentence is settled later.
  func append(tokensOf span: Span, to tokens: inout [Token]) {
    var position = span.start
    while position < span.end {
      let (value, length) = Scalars.at(position, in: bytes)
      let start = position
      var kind = Token.Kind.punctuation
      switch Scalars.classOf(value) {
      case .space, .lineBreak:
        position += length
        continue
      case .letter:
        kind = .word
        position = endOfWord(from: position, in: span)
      case .digit:
        position = endOfNumber(from: position, in: span, kind: &kind)
      case .apostrophe:
        if let end = endOfClitic(from: position, length: length, in: span) {
          kind = .word
          position = end
        } else {
          position = endOfRun(from: position, of: value, atMost: 2, in: span)
        }
      case .quotationMark:
        position = endOfRun(
          from: position, of: value, atMost: QuotationMark.length(of: value), in: span)
      case .stop:
        let isEnd = value != 0x2E
        position =
          isEnd ? position + length : endOfRun(from: position, of: value, atMost: 4, in: span)
      case .hyphen, .dash:
        position = endOfRun(from: position, of: value, atMost: 4, in: span)
      case .other where value == 0x2C || value == 0x3C || value == 0x3E:
        // ,,We are sorry'' and <<We are sorry>> are quotations, where something stands beside both marks.
        position = endOfRun(from: position, of: value, atMost: 2, in: span)
        if position - start == 2, value == 0x2C, classOf(position, in: span) != .letter {
          position = start + 1
        }
      case .other:
        position += length
        if Self.currency.contains(value), classOf(position, in: span) == .digit {
          position = endOfNumber(from: position, in: span, kind: &kind)
        } else if value == 0x40 || value == 0x23, classOf(position, in: span) == .letter {
          kind = .word
          position = endOfPlainWord(from: position, in: span)
        }
      }
      tokens.append(token(Span(start, position), kind))
    }
  }

  private static let currency: Set<UInt32> = [0x24, 0xA3, 0xA5, 0x20AC, 0x20B9, 0x20BD]
}

// MARK: - Words

extension Tokeniser {
  /// One past the word that starts at `start`, with inner apostrophes and hyphens and an abbreviation's stop.
  private func endOfWord(from start: Int, in span: Span) -> Int {
    if let end = endOfAddress(from: start, in: span) ?? endOfDomain(from: start, in: span) {
      return end
    }
    var position = endOfPlainWord(from: start, in: span)
    while position < span.end {
      let (value, length) = Scalars.at(position, in: bytes)
      let next = position + length
      switch Scalars.classOf(value) {
      case .apostrophe:
        guard classOf(next, in: span) == .letter,
          endOfClitic(from: position, length: length, in: span) == nil
        else { return position }
        position = endOfPlainWord(from: next, in: span)
      case .hyphen:
        let following = classOf(next, in: span)
        if following == .lineBreak, let rest = nextLine(after: next, in: span) {
          position = endOfPlainWord(from: rest, in: span)
          continue
        }
        guard following == .letter || following == .digit else { return position }
        position = endOfPlainWord(from: next, in: span)
      case .stop where value == 0x2E:
        // "(R-N.D.)": letters with stops between them after a hyphen.
        let last = Scalars.before(position, in: bytes)
        if last > start,
          Scalars.classOf(Scalars.at(Scalars.before(last, in: bytes), in: bytes).value) == .hyphen,
          isCapital(last), classOf(next, in: span) == .letter
        {
          return endOfAbbreviation(from: last, stop: position, in: span) ?? position
        }
        return endOfAbbreviation(from: start, stop: position, in: span) ?? position
      case .other where value == 0x26:  // AT&T, R&B
        guard position - start <= 3, classOf(next, in: span) == .letter else { return position }
        position = endOfPlainWord(from: next, in: span)
      default:
        return position
      }
    }
    return position
  }

  /// Where a word goes on that a line's end has cut: "keep to-⏎gether".
  private func nextLine(after lineBreak: Int, in span: Span) -> Int? {
    var position = lineBreak + 1
    while position < span.end, bytes[position] == 0x20 || bytes[position] == 0x09 { position += 1 }
    guard position < span.end else { return nil }
    let value = Scalars.at(position, in: bytes).value
    guard Scalars.classOf(value) == .letter else { return nil }
    return Unicode.Scalar(value)?.properties.isLowercase == true ? position : nil
  }

  /// One past letters, digits and joiners.
  private func endOfPlainWord(from start: Int, in span: Span) -> Int {
    var position = start
    while position < span.end {
      let (value, length) = Scalars.at(position, in: bytes)
      switch Scalars.classOf(value) {
      case .letter, .digit: position += length
      case .other where value == 0x5F: position += length
      case .space where Typesetting.isInvisible(value):
        guard classOf(position + length, in: span) == .letter else { return position }
        position += length
      default: return position
      }
    }
    return position
  }

  /// One past `'s`, `'re`, `'ve`, `'ll`, `'d`, `'m` at an apostrophe right after a word, where no letter follows.
  private func endOfClitic(from start: Int, length: Int, in span: Span) -> Int? {
    let letters = start + length
    guard start > span.start, letters < span.end else { return nil }
    let before = Scalars.at(Scalars.before(start, in: bytes), in: bytes).value
    let isAfterWord = Scalars.classOf(before) == .letter || Scalars.classOf(before) == .digit
    guard isAfterWord || before == 0x2E else { return nil }
    for clitic in language.sentenceMarks.clitics where letters + clitic.count <= span.end {
      let end = letters + clitic.count
      let isHere = zip(clitic, bytes[letters..<end]).allSatisfy { $0 == $1 | 0x20 }
      guard isHere else { continue }
      let following = classOf(end, in: span)
      if following != .letter, following != .digit { return end }
    }
    return nil
  }

  /// One past the stop at `stop`, if it belongs to the word that starts at `start`.
  private func endOfAbbreviation(from start: Int, stop: Int, in span: Span) -> Int? {
    if isLetterAlone(start, stop) {
      // U.S., a.m., J.R.R.: letters with stops between them. Inside a name ("J. K.") each initial is a token.
      var end = stop + 1
      while end + 1 < span.end, classOf(end, in: span) == .letter {
        let length = Scalars.at(end, in: bytes).length
        guard end + length < span.end, bytes[end + length] == 0x2E else { break }
        end += length + 1
      }
      if end == stop + 1 {
        let isPronoun = bytes[start] == 0x49 && !isInitial(after: end, in: span)
        let isSmall = bytes[start] >= 0x61 && bytes[start] <= 0x7A
        if isPronoun || isSmall { return nil }
      }
      return end
    }
    guard stop - start <= 6 else { return nil }
    let word = lowered(Span(start, stop))
    let abbreviations = language.abbreviations
    if abbreviations.onlyCapitalised.contains(word), !isCapital(start) { return nil }
    if abbreviations.beforeName.contains(word) { return stop + 1 }
    if abbreviations.anywhere.contains(word) { return stop + 1 }
    guard abbreviations.beforeNumber.contains(word) else { return nil }
    var next = stop + 1
    while next < span.end, classOf(next, in: span) == .space { next += 1 }
    return classOf(next, in: span) == .digit ? stop + 1 : nil
  }

  /// Whether "I." stands between other names: "I. M. Pei", "Alfred I. duPont".
  private func isInitial(after end: Int, in span: Span) -> Bool {
    var next = end
    while next < span.end, classOf(next, in: span) == .space { next += 1 }
    guard next < span.end, isCapital(next) else { return false }
    return next + 1 < span.end && bytes[next + 1] == 0x2E
  }

  private func isLetterAlone(_ start: Int, _ end: Int) -> Bool {
    Scalars.at(start, in: bytes).length == end - start
  }

  private func isCapital(_ offset: Int) -> Bool { bytes[offset] >= 0x41 && bytes[offset] <= 0x5A }
}

// MARK: - Numbers and addresses

extension Tokeniser {
  /// One past the number that starts at `start`; "36-year-old", "10th" and "1990s" are words.
  private func endOfNumber(from start: Int, in span: Span, kind: inout Token.Kind) -> Int {
    kind = .number
    var position = start
    while position < span.end {
      let (value, length) = Scalars.at(position, in: bytes)
      let next = position + length
      switch Scalars.classOf(value) {
      case .digit:
        position = next
      case .letter:
        kind = .word
        position = endOfWord(from: position, in: span)
        return position
      case .hyphen:
        let following = classOf(next, in: span)
        guard following == .letter || following == .digit else { return position }
        position = next
      case .stop where value == 0x2E, .other where [0x2C, 0x3A, 0x2F].contains(value):
        guard classOf(next, in: span) == .digit else { return position }
        position = next
      case .other where value == 0x25:
        return next
      default:
        return position
      }
    }
    return position
  }

  /// One past a name such as *Znak.com*, which sites go by; `nil` where no known ending follows the stop.
  private func endOfDomain(from start: Int, in span: Span) -> Int? {
    let stop = endOfPlainWord(from: start, in: span)
    guard stop > start, stop + 1 < span.end, bytes[stop] == 0x2E else { return nil }
    let end = endOfPlainWord(from: stop + 1, in: span)
    let ending = bytes[(stop + 1)..<end]
    guard language.layout.domains.contains(where: { ending.elementsEqual($0.utf8) }) else {
      return nil
    }
    return end
  }

  /// One past an address on the web or of a mailbox that starts at `start`.
  private func endOfAddress(from start: Int, in span: Span) -> Int? {
    let isAddress = ["http://", "https://", "www."].contains { prefix in
      let end = start + prefix.utf8.count
      return end < span.end && bytes[start..<end].elementsEqual(prefix.utf8)
    }
    guard isAddress else { return nil }
    var end = start
    while end < span.end {
      let (value, length) = Scalars.at(end, in: bytes)
      let kind = Scalars.classOf(value)
      // What stands inside a ligature ends nothing.
      if kind == .space && value != UInt32(Typesetting.filler) || kind == .lineBreak
        || kind == .quotationMark
      {
        break
      }
      end += length
    }
    while end > start {
      let last = Scalars.before(end, in: bytes)
      let kind = Scalars.classOf(Scalars.at(last, in: bytes).value)
      let isPart = kind == .letter || kind == .digit || bytes[last] == 0x2F
      if isPart { break }
      end = last
    }
    return end
  }
}

// MARK: - Small steps

extension Tokeniser {
  private func classBefore(_ offset: Int) -> CharacterClass {
    Scalars.classOf(Scalars.at(Scalars.before(offset, in: bytes), in: bytes).value)
  }

  private func classOf(_ offset: Int, in span: Span) -> CharacterClass? {
    offset < span.end ? Scalars.classOf(Scalars.at(offset, in: bytes).value) : nil
  }

  /// One past a run of the same character.
  private func endOfRun(from start: Int, of value: UInt32, atMost count: Int, in span: Span) -> Int
  {
    var position = start
    var found = 0
    while position < span.end, found < count {
      let next = Scalars.at(position, in: bytes)
      guard next.value == value else { break }
      position += next.length
      found += 1
    }
    return position
  }

  private func token(_ span: Span, _ kind: Token.Kind) -> Token {
    let first = Scalars.at(span.start, in: bytes).value
    let isCapitalised: Bool
    if first < 0x80 {
      isCapitalised = first >= 0x41 && first <= 0x5A
    } else {
      // In scripts that have no small letters a name looks like this: 王伟.
      let properties = Unicode.Scalar(first)?.properties
      isCapitalised =
        properties.map { $0.isUppercase || $0.generalCategory == .otherLetter } ?? false
    }
    return Token(
      span: span, kind: kind, lower: lowered(span), isCapitalised: isCapitalised, sentence: 0)
  }

  /// The covered text in lower case, with straight apostrophes.
  private func lowered(_ span: Span) -> String {
    let range = bytes[span.range]
    if range.allSatisfy({ $0 >= 0x20 && $0 < 0x80 }) {
      return String(unsafeUninitializedCapacity: range.count) { buffer in
        for (index, byte) in range.enumerated() {
          buffer[index] = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
        }
        return range.count
      }
    }
    let text = Typesetting.plain(String(decoding: range, as: UTF8.self)).lowercased()
    guard text.unicodeScalars.contains(where: { $0 == "\u{2019}" || $0 == "\u{2BC}" }) else {
      return text
    }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0 == "\u{2019}" || $0 == "\u{2BC}" ? "'" : $0 }))
  }
}
