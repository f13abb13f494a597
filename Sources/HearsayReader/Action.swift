/// Something that a reader can do with a key.
///
/// The stable name of an action is its raw value: key maps are written with it, and it never changes.
/// What an action is called on the screen stands in ``words`` and ``hint``; help, hint bar and manual
/// are made from this table and the live key map.
package enum Action: String, CaseIterable, Hashable, Sendable {
  // Scrolling
  case lineDown = "line-down"
  case lineUp = "line-up"
  case pageDown = "page-down"
  case pageUp = "page-up"
  case halfPageDown = "half-page-down"
  case halfPageUp = "half-page-up"
  case top
  case end
  // Who said it
  case nextAttribution = "next-attribution"
  case previousAttribution = "previous-attribution"
  case nextSameSource = "next-same-source"
  case previousSameSource = "previous-same-source"
  case nextUnattributed = "next-unattributed"
  case previousUnattributed = "previous-unattributed"
  case nextFlag = "next-flag"
  case previousFlag = "previous-flag"
  case twin
  case filter
  case sheet
  case goOn = "go-on"
  // Corrections
  case correctSpeaker = "correct-speaker"
  case dismissAttribution = "dismiss-attribution"
  case addAttribution = "add-attribution"
  case correctContent = "correct-content"
  case extendContent = "extend-content"
  case correctSource = "correct-source"
  case correctCue = "correct-cue"
  case mergeSources = "merge-sources"
  case splitSource = "split-source"
  case renameSource = "rename-source"
  case correctKind = "correct-kind"
  case correctNaming = "correct-naming"
  case listCorrections = "list-corrections"
  // Selecting words
  case selectText = "select-text"
  // Jumping
  case jumpBack = "jump-back"
  case jumpForward = "jump-forward"
  // Panes
  case focusArticle = "focus-article"
  case focusSources = "focus-sources"
  case openDetail = "open"
  case turn
  case group
  case zen
  case widenList = "widen-list"
  case narrowList = "narrow-list"
  // Marks
  case mark
  case openCard = "open-card"
  case setStatus = "set-status"
  case setPriority = "set-priority"
  case setDue = "set-due"
  case setTags = "set-tags"
  case addNote = "add-note"
  case editNote = "edit-note"
  case addEvidence = "add-evidence"
  case confirmWords = "confirm-words"
  case loseWords = "lose-words"
  case nextMark = "next-mark"
  case previousMark = "previous-mark"
  case listMarks = "list-marks"
  // Copying and sending
  case copy
  case pipe
  case openAddress = "open-address"
  case editText = "edit-text"
  // Links
  case nextLink = "next-link"
  case previousLink = "previous-link"
  case followLink = "follow-link"
  case listLinks = "list-links"
  case followHop = "follow-hop"
  // Feeds
  case listNews = "list-news"
  case listFeeds = "list-feeds"
  case refresh
  case refreshAll = "refresh-all"
  case toggleRead = "toggle-read"
  case keepForLater = "keep-for-later"
  case markAllRead = "mark-all-read"
  // Searching
  case search
  case nextMatch = "next-match"
  case previousMatch = "previous-match"
  // Articles
  case nextArticle = "next-article"
  case previousArticle = "previous-article"
  case listArticles = "list-articles"
  case reload
  case whatChanged = "what-changed"
  case removeArticle = "remove-article"
  case analyseAll = "analyze-all"
  // Across articles
  case find
  case words = "words-of-source"
  case like = "who-else"
  case listVoices = "list-sources"
  case undo
  // Several at once
  case recordKeys = "record-keys"
  case playKeys = "play-keys"
  // The program
  case help
  case command
  case back
  case quit
  case cancel
  case redraw
  case suspend
}

extension Action {
  /// What belongs together in the help, in its order.
  package enum Group: String, CaseIterable, Hashable, Sendable {
    case sourcing = "Who said it"
    case correcting = "Corrections"
    case marks = "Marks"
    case sharing = "Copying and sending"
    case panes = "Panes"
    case scrolling = "Scrolling"
    case searching = "Searching"
    case links = "Links"
    case news = "Feeds and news"
    case articles = "Articles"
    case library = "Across articles"
    case macros = "Macros"
    case program = "The program"
  }

  /// Where it stands in the help.
  package var group: Group { entry.group }
  /// What it does, in a line of the help.
  package var words: String { entry.words }
  /// What it does, in a word or two of the hint bar.
  package var hint: String { entry.hint }

  /// One row of the table below.
  private typealias Row = (group: Group, hint: String, words: String)

  private var entry: Row {
    switch self {
    case .lineDown: (.scrolling, "down", "down a line, or to the next row of a list")
    case .lineUp: (.scrolling, "up", "up a line, or to the row above")
    case .pageDown: (.scrolling, "page", "down a page")
    case .pageUp: (.scrolling, "page up", "up a page")
    case .halfPageDown: (.scrolling, "half page", "down half a page")
    case .halfPageUp: (.scrolling, "half page up", "up half a page")
    case .top: (.scrolling, "top", "to the beginning")
    case .end: (.scrolling, "end", "to the end")

    case .nextAttribution: (.sourcing, "next", "to the next attribution")
    case .previousAttribution: (.sourcing, "previous", "to the previous attribution")
    case .nextSameSource: (.sourcing, "same source", "to the same source's next words")
    case .previousSameSource:
      (.sourcing, "same source, back", "to the same source's previous words")
    case .nextUnattributed:
      (.sourcing, "unattributed", "to the next unattributed sentence")
    case .previousUnattributed:
      (.sourcing, "unattributed, back", "to the previous unattributed sentence")

    case .nextFlag: (.sourcing, "flag", "to the next attribution with a serious flag")
    case .previousFlag: (.sourcing, "flag, back", "to the previous attribution with a serious flag")
    case .twin:
      (.sourcing, "twin", "to who else says or contradicts it; again for the next")
    case .filter: (.sourcing, "filter", "list only what passes a filter; Tab completes it")

    case .sheet: (.sourcing, "sheet", "the sourcing of the whole article on one screen")
    case .goOn: (.sourcing, "go on", "resume the analysis after C-c has stopped it")

    case .correctSpeaker: (.correcting, "speaker", "say who is really speaking")
    case .dismissAttribution: (.correcting, "not an attribution", "this is not an attribution")
    case .addAttribution:
      (.correcting, "add", "say who said the selected words, or this sentence")
    case .correctContent: (.correcting, "what is said", "the selected words are what was said")
    case .extendContent: (.correcting, "said too", "the selected words were said, too")
    case .correctSource: (.correcting, "source words", "the selected words name the source")
    case .correctCue:
      (.correcting, "cue words", "the selected words attribute it: said, according to")
    case .mergeSources: (.correcting, "merge", "this source is the same as another: say which")
    case .splitSource:
      (.correcting, "split", "these words are not this source's, but somebody else's")
    case .renameSource:
      (.correcting, "rename", "rename this source, in the list of sources")
    case .correctKind: (.correcting, "kind", "say what kind of source this is")
    case .correctNaming: (.correcting, "naming", "say how this source is named")
    case .listCorrections: (.correcting, "list", "list what you have corrected in this article")

    case .selectText:
      (.sourcing, "select words", "select words in the text; again to move the other end")

    case .jumpBack: (.scrolling, "back", "to where you were before the last jump")
    case .jumpForward: (.scrolling, "forward", "forward again, after going back")

    case .focusArticle: (.panes, "article", "to the article")
    case .focusSources: (.panes, "sources", "to the list of who said what")
    case .openDetail: (.panes, "detail", "open what is selected: everything known about it")
    case .turn:
      (
        .panes, "turn",
        "switch between article and list; in news: new, later, all"
      )
    case .group:
      (
        .panes, "arrange",
        "arrange by source, claim or flags, or in reading order"
      )
    case .zen:
      (
        .panes, "zen",
        "show or hide the list; when narrow, also below the article"
      )
    case .widenList: (.panes, "wider list", "give the list more room")
    case .narrowList: (.panes, "narrower list", "give the article more room")

    case .mark: (.marks, "mark", "mark for follow-up, or remove the mark")
    case .openCard:
      (.marks, "card", "open the mark's card: everything about it, edited in place")
    case .setStatus: (.marks, "status", "set the status of the follow-up")
    case .setPriority: (.marks, "priority", "change its priority: high, low, normal in turn")
    case .setDue: (.marks, "due", "set the day it is due: 2026-12-01, tomorrow, fri, +3d")
    case .setTags: (.marks, "tags", "tag it, with commas between tags")
    case .addNote: (.marks, "add note", "add a note; each is dated")
    case .editNote: (.marks, "notes", "edit its notes in your editor")
    case .addEvidence: (.marks, "evidence", "add an address, or how you checked it")
    case .confirmWords:
      (.marks, "same claim", "same claim in new words: mark what it says now")
    case .loseWords:
      (.marks, "lost", "a different claim: the mark is lost")
    case .nextMark: (.marks, "next mark", "to the next mark in this article")
    case .previousMark: (.marks, "previous mark", "to the previous mark in this article")
    case .listMarks: (.marks, "marks", "list the marks in all articles")

    case .copy: (.sharing, "copy", "copy the claim, or the selected words, and who said it")
    case .pipe:
      (.sharing, "pipe", "pipe the claim, or with Tab the article, to a command")
    case .openAddress:
      (.sharing, "browser", "open the selected link or the article in the browser")
    case .editText: (.sharing, "edit text", "open the article's text in your editor, at this line")

    case .nextLink: (.links, "link", "select the next link; then Enter opens it here")
    case .previousLink: (.links, "link, back", "select the previous link")
    case .followLink:
      (.links, "follow", "number the links, and open the one whose number you type")
    case .listLinks: (.links, "links", "list the article's links")
    case .followHop:
      (
        .links, "to the report",
        "open the report these words come from, if it is linked"
      )

    case .listNews: (.news, "news", "list what is new in the feeds")
    case .listFeeds: (.news, "feeds", "list the feeds")
    case .refresh: (.news, "refresh", "refresh this feed")
    case .refreshAll: (.news, "refresh all", "refresh all feeds")
    case .toggleRead: (.news, "read", "mark this entry as read, or as new again")
    case .keepForLater: (.news, "later", "save this entry for later, or no longer")
    case .markAllRead: (.news, "all read", "mark everything listed as read")

    case .search:
      (
        .searching, "search",
        "search for words or a pattern; capitals make case matter"
      )
    case .nextMatch: (.searching, "next match", "to the next match")
    case .previousMatch: (.searching, "previous match", "to the previous match")

    case .nextArticle: (.articles, "next article", "to the next article")
    case .previousArticle: (.articles, "previous article", "to the previous article")
    case .listArticles: (.articles, "articles", "list the articles")
    case .reload: (.articles, "reload", "reload the article, at the same place")
    case .whatChanged:
      (.articles, "what changed", "list what has changed since the version you read before")
    case .removeArticle:
      (.articles, "remove", "remove the selected article from the list and the library")
    case .analyseAll:
      (.articles, "analyse", "analyse everything listed, one by one; Esc stops it")
    case .find: (.library, "find", "search all articles: the text, what was said, and your notes")
    case .words:
      (
        .library, "all words",
        "all this source said, in any article; on a list, all sources"
      )
    case .like: (.library, "who else", "who else said the same, in other articles")
    case .listVoices:
      (.library, "sources", "the sources in all articles: merge two, rename one")
    case .undo: (.marks, "undo", "undo the last change or removal")

    case .recordKeys: (.macros, "record", "record your keys; again to stop")
    case .playKeys: (.macros, "play", "play the recorded keys")

    case .help: (.program, "help", "show this help, or leave it")
    case .command: (.program, "command", "run any action by name, or go to :12, :u2, :s3")
    case .back: (.program, "back", "back one level; at the top, quit")
    case .quit: (.program, "quit", "quit at once")
    case .cancel:
      (
        .program, "cancel",
        "cancel or stop whatever is going on; never quits"
      )
    case .redraw: (.program, "redraw", "redraw the screen")
    case .suspend: (.program, "suspend", "suspend the program")
    }
  }
}
