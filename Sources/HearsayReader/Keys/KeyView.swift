/// Where a key is pressed: the same key may do one thing in the article and another in a list.
package enum KeyView: String, CaseIterable, Hashable, Sendable {
  // The panes
  case article, list, detail
  // What lies over them
  case help, articles, marks, card, sheet, corrections, passages, voices

  /// What it is called in the help.
  package var words: String {
    switch self {
    case .article: "the article"
    case .list: "the list of who said what"
    case .detail: "the detail"
    case .help: "the help"
    case .articles: "the list of articles"
    case .marks: "the list of marks"
    case .card: "the card of a mark"
    case .sheet: "the sourcing sheet"
    case .passages: "a list of what was found"
    case .voices: "the list of sources"
    case .corrections: "the list of corrections"
    }
  }
}

extension Reader {
  /// Where a key is pressed now.
  var keyView: KeyView { keyView(below: overlays[...]) }

  /// Where a key was pressed that opened the help: what is told there are the keys of that place.
  var keyViewBelowHelp: KeyView {
    keyView(below: overlays.prefix { $0.subject != .help })
  }

  private func keyView(below overlays: ArraySlice<Overlay>) -> KeyView {
    switch overlays.last?.subject {
    case .help: return .help
    case .articles: return .articles
    case .marks: return .marks
    case .card: return .card
    case .sheet: return .sheet
    case .passages: return .passages
    case .voices: return .voices
    case .corrections: return .corrections
    case nil: break
    }
    switch focus {
    case .article: return .article
    case .list: return .list
    case .detail: return .detail
    }
  }
}
