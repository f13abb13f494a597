import CPcre

/// What PCRE2 made of a pattern. It never changes, so that any thread may look for it.
final class PatternCode: @unchecked Sendable {
  let pointer: OpaquePointer

  init(_ reading: PatternReading, anchors: Pattern.Anchors) throws(PatternProblem) {
    var options = PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C | PCRE2_USE_OFFSET_LIMIT
    if !reading.heedsCase { options |= PCRE2_CASELESS }
    if anchors == .lines { options |= PCRE2_MULTILINE }
    guard let settings = pcre2_compile_context_create_8(nil) else {
      fatalError("no memory is left")
    }
    defer { pcre2_compile_context_free_8(settings) }
    pcre2_set_parens_nest_limit_8(settings, Self.groups)
    var number: Int32 = 0
    var offset = 0
    guard
      let code = pcre2_compile_8(
        reading.bytes, reading.bytes.count, options, &number, &offset, settings)
    else { throw PatternProblem(number, at: offset, in: reading) }
    pointer = code
  }

  deinit { pcre2_code_free_8(pointer) }

  /// In bytes.
  static let longest = 10_000
  /// How many groups may stand one in the other. PCRE2 reads them by recursion.
  private static let groups: UInt32 = 100
}
