package import HearsayModel

/// What the reader asks of the world outside, which reports back with an ``Event``.
///
/// The screen is drawn after every input and every event in any case, so no effect asks for that.
package enum Effect: Hashable, Sendable {
  /// Load an article: answered with ``Event/articleLoaded(_:from:place:)`` or ``Event/articleFailed(_:_:)``.
  case open(Request)
  /// The same, and what the library or this session has of it is not good enough.
  case openAnew(Request)
  /// The same for an article that was open before: as it was then.
  case reopen(Request, Article.ID)
  /// Nobody waits for the page any more that was asked for last.
  case cancelFetching
  /// Analyse the open article in the background: answered with ``Event/analysisProgress(_:_:)`` and
  /// ``Event/analysisFinished(_:)`` or ``Event/analysisFailed(_:_:)``.
  case analyse(Article.ID)
  /// The analysis of this article is not wanted any more.
  case cancelAnalysis(Article.ID)
  /// Keep a new or changed mark, at once.
  case saveMark(Mark)
  /// Forget a mark.
  case removeMark(Mark.ID)
  /// Keep a correction of the open article, and work it in: answered as ``analyse(_:)`` is.
  case saveCorrection(Correction)
  /// Forget a correction of the open article: answered as ``analyse(_:)`` is.
  case removeCorrection(Correction.ID)
  /// Somebody is about to correct this article.
  case prepareCorrections(Article.ID)
  /// Keep the place in an article. Comes with nearly every key: several in a row may be kept as one.
  case savePlace(ArticlePlace, Article.ID)
  /// The end of an article was on the screen: it was read through.
  case noteEnd(Article.ID)
  /// Ask the library for something, or change it.
  case library(LibraryRequest)
  /// Compare the open article with the version before it: answered with ``Event/compared(_:_:)``.
  case compare(Article.ID)
  /// Ask the feeds for something.
  case news(NewsRequest)
  /// Keep how the screen is shared, for the next session.
  case savePanes(Panes)
  /// Keep a line that was typed, for the next session.
  case keepLine(History.Line)
  /// Keep a filter that was given a name.
  case keepFilter(name: String, text: String)
  /// Look for a regular expression in the open article, in the background: answered with
  /// ``Event/patternSearched(_:_:_:isComplete:)``.
  case searchPattern(String, in: Article.ID)
  /// Copy a text to the clipboard: answered with ``Event/message(_:)``.
  case copy(String)
  /// Lend the terminal to a command that reads something.
  case pipe(Piped, to: String)
  /// Lend the terminal to a command that reads nothing; to a shell where there is none.
  case shell(String)
  /// Write the sourcing of the open article into a file: answered with ``Event/message(_:)``.
  case write(String, isReplacing: Bool, marks: [Mark])
  /// Open an address in the browser.
  case openAddress(WebAddress)
  /// Open the editor on the text of the open article, at the line with a byte.
  case editText(Article.ID, at: Int)
  /// Open the editor on a mark's note: answered with ``Event/noteEdited(_:_:)``.
  case editNote(Mark)
  /// Hand the terminal back to the shell until resumed.
  case suspend
  /// Paint the whole terminal anew, whatever is believed to be on it.
  case redraw
  /// Nothing there to go to.
  case bell
  /// End the program.
  case quit
}
