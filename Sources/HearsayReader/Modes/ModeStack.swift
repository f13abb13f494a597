/// What has the screen and the keys, the uppermost last: the article, and what lies over it.
///
/// One goes back through it step by step. The article is an entry like the others and is always there.
struct ModeStack: Sendable {
  private var modes: [any Mode] = [ArticleMode()]
  /// What the top level is.
  var home = Reader.Beginning.firstArticle

  /// What has the keys.
  var top: any Mode { modes[modes.count - 1] }

  /// Whether nothing lies over the article.
  var showsArticle: Bool { modes.count == 1 }

  /// What lies over the article, the uppermost last.
  var overlays: [any Mode] { Array(modes.dropFirst()) }

  /// How many modes there are, the article among them.
  var count: Int { modes.count }

  /// The uppermost of a kind.
  func last<Kind: Mode>(_ kind: Kind.Type) -> Kind? {
    modes.lazy.reversed().compactMap { $0 as? Kind }.first
  }

  /// Whether there is one of a kind.
  func contains<Kind: Mode>(_ kind: Kind.Type) -> Bool { modes.contains { $0 is Kind } }

  /// Whether one of a kind has the keys.
  func isTop<Kind: Mode>(_ kind: Kind.Type) -> Bool { top is Kind }
}

// MARK: - Changing it

extension ModeStack {
  /// Puts a mode over all others; it is there once.
  mutating func open(_ mode: any Overlay) {
    modes.removeAll { mode.takesPlace(of: $0) }
    modes.append(mode)
  }

  /// Takes away what has the keys; the article stays.
  mutating func close() {
    if modes.count > 1 { modes.removeLast() }
  }

  /// Takes away what lies over the article.
  mutating func showArticle() { modes.removeLast(modes.count - 1) }

  /// Lays these over the article again.
  mutating func show(_ overlays: [any Mode]) { modes = [modes[0]] + overlays }

  /// Takes away those of a kind that have nothing to show any more.
  mutating func remove<Kind: Overlay>(_ kind: Kind.Type, where isOver: (Kind) -> Bool) {
    modes.removeAll { ($0 as? Kind).map(isOver) ?? false }
  }

  /// Changes the uppermost of a kind, where it is.
  mutating func change<Kind: Mode>(_ kind: Kind.Type, _ body: (inout Kind) -> Void) {
    guard let index = modes.lastIndex(where: { $0 is Kind }), var mode = modes[index] as? Kind
    else { return }
    body(&mode)
    modes[index] = mode
  }
}
