import Foundation
import HearsayConfiguration
import HearsayCurses
import HearsayIngest
import HearsayModel
import HearsayReader
import HearsayScreen
import HearsayStore

/// A person at a terminal, reading: keys go to the reader, what it asks for is done, what it draws is shown.
///
/// One thread draws and reads keys, and nothing on it takes long. Files, the library and the engine work behind
/// it and leave what they find in the ``Mailbox``.
struct Session {
  let terminal: any SessionTerminal
  let mailbox: Mailbox
  let libraryWriter: LibraryWriter
  let loader: ArticleLoader
  let analyses: AnalysisQueue
  let patterns: PatternSearch
  let marks: SessionMarks
  let lookup: LibraryLookup
  let batch: BatchAnalysis
  let news: SessionNews
  let versions: VersionComparison
  let fileWatch: FileWatch
  let corrections: SessionCorrections
  let settings: SessionSettings
  let state: StateFiles
  /// All that goes on behind the screen. What hands something on stands before what it hands it to.
  let jobs: [any BackgroundJob]
  let environment = Variables()

  var reader: Reader
  var list: ReadingList
  /// The open article and, once it is there, its analysis.
  var article: Article?
  var analysis: Analysis?
  /// Whether that is of what was read so far only: its numbers mean nothing tomorrow.
  var isPartial = false
  /// Where the articles were left.
  var positions = ReadingPositions()
  /// What can be taken back, the last last.
  var undoable: [LibraryChange] = []
  let bin = Bin()
  /// What was last said of marks on earlier versions.
  var toldOfMarks: String?
  /// The exit status, once the session is over.
  var status: Int32?
}

// MARK: - What it needs

extension Session {
  /// What is read, and how.
  struct Plan: Sendable {
    /// The articles; where there are none, the library.
    var places: [Ingest.Place]
    /// Whether their list comes first, and not the first of them: a folder was named.
    var beginsWithList = false
    /// What feeds tell of is listed first: of which feed, and which of it.
    var news: (feed: String?, scope: NewsScope)?
    /// Whether nothing is fetched from the web.
    var isOffline = false
    /// Folders in which articles may still come.
    var watched: [String] = []
    /// What is in the list when the library is still empty.
    var samples: @Sendable () -> [Ingest.Place]
    /// Opens the library; called in the background.
    var openStore: @Sendable () throws -> Store
    /// Makes the engine; called in the background.
    var makeEngine: @Sendable () throws -> Engine
    /// How it looks and which keys do what.
    var settings: SessionSettings
  }

  /// Reads until the person quits.
  ///
  /// - Returns: the exit status: 0, or 128 and the number of the signal that ended the session; and what is lost, a
  ///   sentence for each.
  /// - Throws: `TerminalProblem`, where there is no terminal that can show it, or a `SettingsProblem`.
  static func run(_ plan: Plan) throws -> (status: Int32, lost: [String]) {
    let terminal = try CursesTerminal(
      mouse: plan.settings.configuration.mouse, trueColor: plan.settings.theme.hasTrueColor)
    let waker = terminal.waker
    var session = try Session(plan, on: terminal) { waker.wake() }
    // Every way out of here gives the terminal back, and lets what is being saved be saved.
    do {
      let status = try session.run(plan)
      return (status, session.end())
    } catch {
      _ = session.end()
      throw error
    }
  }

  /// Gives the terminal back, stops what goes on in the background, and lets what is being saved be saved.
  ///
  /// - Returns: what is lost, a sentence for each.
  func end() -> [String] {
    terminal.close()
    for job in jobs { job.cancel() }
    for job in jobs where job.isKeeping { job.finish() }
    return libraryWriter.end()
  }

  /// A session at a terminal, which `wake` wakes from the background.
  init(
    _ plan: Plan, on terminal: any SessionTerminal, wake: @escaping @Sendable () -> Void
  ) throws {
    self.terminal = terminal
    let mailbox = Mailbox(wake: wake)
    self.mailbox = mailbox
    let libraryWriter = LibraryWriter(
      opening: plan.openStore, atOnce: false, kept: { mailbox.post(.marksLoaded([])) },
      tell: { mailbox.post(.message($0)) })
    self.libraryWriter = libraryWriter
    let loader = ArticleLoader(
      mailbox: mailbox, libraryWriter: libraryWriter, isOffline: plan.isOffline)
    self.loader = loader
    let lookup = LibraryLookup(mailbox: mailbox, libraryWriter: libraryWriter)
    self.lookup = lookup
    corrections = SessionCorrections(libraryWriter: libraryWriter)
    analyses = AnalysisQueue(
      mailbox: mailbox, libraryWriter: libraryWriter, corrections: corrections,
      analysed: { analyses in lookup.catchUp(by: analyses) },
      engine: plan.makeEngine)
    let batch = BatchAnalysis(mailbox: mailbox, libraryWriter: libraryWriter, analyses: analyses)
    self.batch = batch
    let fetched: @Sendable (Article.ID) -> Void = { id in
      batch.analyse([BatchAnalysis.Item(entry: id, source: .library(id))])
    }
    let news = SessionNews(
      mailbox: mailbox, libraryWriter: libraryWriter, isOffline: plan.isOffline,
      fetched: plan.settings.configuration.prefetch ? fetched : nil)
    self.news = news
    let versions = VersionComparison(
      mailbox: mailbox, libraryWriter: libraryWriter, analyses: analyses)
    self.versions = versions
    patterns = PatternSearch(mailbox: mailbox)
    // The marks themselves are asked for when the news arrives, so that they are the latest.
    let marks = SessionMarks { mailbox.post(.marksLoaded([])) }
    self.marks = marks
    settings = plan.settings
    state = StateFiles(environment: environment)
    let fileWatch = FileWatch { mailbox.post(.fileChanged($0)) }
    self.fileWatch = fileWatch
    let watches: [(any BackgroundJob)?] = [
      fileWatch,
      LibraryWatch(of: libraryWriter) { loader.loadMarks(into: marks) },
      plan.watched.isEmpty
        ? nil : FolderWatch(plan.watched, known: plan.places) { mailbox.post($0) },
    ]
    jobs =
      watches.compactMap(\.self) + [
        news, loader, versions, patterns, analyses, batch, lookup, marks,
        QueuedWork(queue: ClipboardCommand.copies),
        QueuedWork(queue: WrittenFile.writing, isKeeping: true), libraryWriter, state,
      ]
    list = ReadingList(plan.places)
    let preferences = plan.settings.configuration.preferences
    reader = try Reader(
      size: terminal.size, abilities: terminal.abilities, keys: plan.settings.configuration.keys,
      theme: plan.settings.theme,
      monochrome: terminal.abilities.colors == 0 ? plan.settings.monochrome() : plan.settings.theme,
      preferences: preferences,
      panes: state.panes(configured: preferences.panes))
  }
}

// MARK: - The loop

extension Session {
  private mutating func run(_ plan: Plan) throws -> Int32 {
    try begin(plan)
    while status == nil {
      for happening in terminal.wait() where status == nil { take(happening) }
      takeMail()
      if status == nil { draw() }
    }
    return status ?? 0
  }

  /// The first words come first: nothing that they do not need is done before them.
  mutating func begin(_ plan: Plan) throws {
    let opening =
      plan.places.isEmpty
      ? []
      : reader.start(
        with: list.entries, showing: plan.beginsWithList ? .list : .firstArticle)
    if let first = plan.places.first, !plan.beginsWithList { show(beginningOf: first) }
    if let keys = try settings.keysToRead?() { reader.learn(keys) }
    libraryWriter.openLibrary()
    if plan.places.isEmpty { beginWithLibrary(samples: plan.samples) }
    if let news = plan.news { perform(reader.showNews(of: news.feed, news.scope)) }
    perform(opening)
    if let sentence = settings.sentence { mailbox.post(.message(sentence)) }
    // What there is of a short text is here before anybody could see that something is missing.
    for happening in terminal.wait(timeout: 0.02) { take(happening) }
    takeMail()
    draw()
    reader.recall(state.history())
    reader.recall(state.markChanges())
    loader.loadMarks(into: marks)
    loader.readHeadlines(
      of: list.unopened(but: plan.beginsWithList ? nil : plan.places.first))
    for job in jobs { job.begin() }
  }

  /// Shows the beginning of the first article, as it stands in its file.
  private mutating func show(beginningOf place: Ingest.Place) {
    guard let entry = list.entries.first, let beginning = Ingest().beginning(of: place) else {
      return
    }
    perform(reader.update(.beginningRead(beginning, from: .entry(entry.id))))
    draw()
  }

  /// More articles than any screen has rows.
  private static let shownAtFirst = 200

  private mutating func beginWithLibrary(samples: () -> [Ingest.Place]) {
    // What was read last fills the screen; the rest of a large library comes after it.
    let known =
      libraryWriter.store(within: 1).flatMap { try? $0.library(limit: Self.shownAtFirst) } ?? []
    list = known.isEmpty ? ReadingList(samples()) : ReadingList(known)
    if known.count == Self.shownAtFirst { loader.loadLibrary() }
    perform(reader.start(with: list.entries, showing: .list))
  }

  private mutating func take(_ happening: Happening) {
    switch happening {
    case .input(let input): perform(reader.receive(input))
    case .woken: takeMail()
    case .suspend: terminal.suspend()
    case .resumed: terminal.repaint()
    case .end(let signal):
      perform(reader.end())
      status = 128 + signal
    }
  }

  mutating func takeMail() {
    for var event in mailbox.take() {
      learn(event)
      if case .placeRecalled(let position, let id) = event {
        event = .placeRecalled(positions.recall(position, of: id), id)
      }
      if case .marksLoaded = event {
        showMarks()
      } else {
        perform(reader.update(event))
      }
    }
    let arrivals = list.add(mailbox.takeArrivals())
    if !arrivals.isEmpty { take(arrivals) }
    let library = mailbox.takeLibrary()
    if !library.isEmpty {
      list.add(library)
      perform(reader.update(.entriesListed(list.entries)))
    }
    let headlines = mailbox.takeHeadlines()
    if !headlines.isEmpty {
      list.learn(headlines)
      perform(reader.update(.entriesListed(list.entries)))
    }
  }

  mutating func draw() {
    var screen = Screen(terminal.size)
    reader.draw(on: &screen)
    terminal.show(screen)
  }
}
