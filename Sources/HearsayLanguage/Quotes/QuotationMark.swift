import HearsayModel

/// A token that may open or close a quotation, and what its neighbours let it do.
struct QuotationMark {
  /// Marks that belong together, whatever their shape.
  enum Family {
    case double, single, angle, corner
  }

  /// How the mark is drawn.
  enum Shape {
    case straight, opening, closing, low, ticks, primes, leftAngle, rightAngle
  }

  /// Its token, as an index.
  var token: Int
  var family: Family
  var shape: Shape
  /// White space, a bracket, a dash, or nothing at all stands before it.
  var isFreeBefore: Bool
  /// White space, a stop, a comma, a bracket or nothing at all stands after it.
  var isFreeAfter: Bool
  /// White space, or nothing, stands after it.
  var isSpaceAfter: Bool
}

// MARK: - Telling marks

extension QuotationMark {
  /// The mark that the token at `index` may be; `nil` for any other token.
  init?(_ tokens: [Token], at index: Int, in paragraph: Span, of bytes: [UInt8]) {
    let token = tokens[index]
    guard token.kind == .punctuation || token.kind == .openingMark || token.kind == .closingMark,
      let (family, shape) = Self.look(of: Scalars.at(token.span.start, in: bytes).value, token)
    else { return nil }
    self.token = index
    self.family = family
    self.shape = shape
    let before = Self.neighbour(before: token.span.start, in: paragraph, of: bytes)
    // 30″ is a measure.
    if Scalars.at(token.span.start, in: bytes).value == 0x2033, let before,
      Scalars.classOf(before) == .digit
    {
      return nil
    }
    let after = Self.neighbour(after: token.span.end, in: paragraph, of: bytes)
    isFreeBefore = before.map { Self.leavesRoomBefore($0) } ?? true
    isFreeAfter = after.map { Self.leavesRoomAfter($0) } ?? true
    isSpaceAfter =
      after.map { Scalars.classOf($0) == .space || Scalars.classOf($0) == .lineBreak } ?? true
  }

  /// How many of the same mark in a row are one: two of those that are drawn single, “``We are sorry''”.
  static func length(of value: UInt32) -> Int {
    switch value {
    case 0x60, 0xB4, 0x2018, 0x2019, 0x201A, 0x201B, 0x2039, 0x203A: 2
    default: 1
    }
  }

  private static func look(of value: UInt32, _ token: Token) -> (Family, Shape)? {
    let isDoubled = token.span.count > (value < 0x80 ? 1 : value < 0x800 ? 2 : 3)
    switch value {
    case 0x22, 0xFF02, 0x2033: return (.double, .straight)
    case 0x201C, 0x201F, 0x275D, 0x2036: return (.double, .opening)
    case 0x201D, 0x275E: return (.double, .closing)
    case 0x301D: return (.double, .opening)
    case 0x301E, 0x301F: return (.double, .closing)
    case 0x201E, 0x2E42: return (.double, .low)
    case 0x2C: return isDoubled ? (.double, .low) : nil
    case 0x3C: return isDoubled ? (.angle, .leftAngle) : nil
    case 0x3E: return isDoubled ? (.angle, .rightAngle) : nil
    case 0x60: return isDoubled ? (.double, .ticks) : (.single, .opening)
    case 0xB4: return isDoubled ? (.double, .primes) : (.single, .closing)
    case 0x27, 0xFF07: return isDoubled ? (.double, .primes) : (.single, .straight)
    case 0x2018, 0x201B, 0x275B: return isDoubled ? (.double, .opening) : (.single, .opening)
    case 0x2019, 0x275C: return isDoubled ? (.double, .closing) : (.single, .closing)
    case 0x201A: return isDoubled ? (.double, .low) : (.single, .low)
    case 0xAB, 0x2039: return (.angle, .leftAngle)
    case 0xBB, 0x203A: return (.angle, .rightAngle)
    case 0x300C, 0x300E: return (.corner, .opening)
    case 0x300D, 0x300F: return (.corner, .closing)
    default: return nil
    }
  }

  private static func neighbour(before offset: Int, in paragraph: Span, of bytes: [UInt8])
    -> UInt32?
  {
    guard offset > paragraph.start else { return nil }
    return Scalars.at(Scalars.before(offset, in: bytes), in: bytes).value
  }

  private static func neighbour(after offset: Int, in paragraph: Span, of bytes: [UInt8]) -> UInt32?
  {
    offset < paragraph.end ? Scalars.at(offset, in: bytes).value : nil
  }

  private static func leavesRoomBefore(_ value: UInt32) -> Bool {
    switch Scalars.classOf(value) {
    case .space, .lineBreak, .dash, .hyphen: true
    case .quotationMark, .apostrophe: true
    default: [0x28, 0x5B, 0x3A, 0x2F].contains(value)
    }
  }

  private static func leavesRoomAfter(_ value: UInt32) -> Bool {
    switch Scalars.classOf(value) {
    case .letter, .digit: false
    case .other: ![0x24, 0xA3, 0x20AC, 0x23, 0x40, 0x28, 0x5B].contains(value)
    case .stop: value != 0x2026
    default: true
    }
  }
}

// MARK: - Pairing

extension QuotationMark {
  /// Whether it only ever opens, as it is drawn. »Angles« may be turned round, so they are told by their neighbours.
  var isDrawnOpening: Bool {
    switch shape {
    case .opening, .low, .ticks: true
    default: false
    }
  }

  /// Whether nothing but a closing mark can stand here: right after a word or a stop, before a blank.
  var closesWhatWasCarried: Bool {
    family == .double && !isDrawnOpening && !isFreeBefore && isFreeAfter
  }

  /// Whether a quotation that this mark opens is properly closed by `other`.
  func pairs(with other: QuotationMark) -> Bool {
    switch (shape, other.shape) {
    case (.straight, .straight), (.opening, .closing), (.low, .opening), (.low, .closing),
      (.ticks, .primes), (.leftAngle, .rightAngle), (.rightAngle, .leftAngle), (.opening, .primes),
      (.closing, .closing), (.primes, .primes), (.rightAngle, .rightAngle), (.low, .primes),
      (.opening, .opening):
      true
    case (.ticks, .straight), (.opening, .straight): family == .single && other.family == .single
    default: false
    }
  }
}
