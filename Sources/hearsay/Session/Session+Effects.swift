import Foundation
import HearsayConfiguration
import HearsayIngest
import HearsayModel
import HearsayReader
import HearsayStore

extension Session {
  /// Does what the reader asks for, and what it asks for because of that.
  mutating func perform(_ effects: [Effect]) {
    var left = effects[...]
    while let effect = left.popFirst() {
      left += perform(effect)
    }
  }

  private mutating func perform(_ effect: Effect) -> [Effect] {
    switch effect {
    case .open(let request): return open(request)
    case .openAnew(let request): return open(request, as: .now)
    case .reopen(let request, let id): return open(request, as: .before(id))
    case .cancelFetching: loader.cancelFetching()
    case .analyse(let id):
      if let article, article.id == id { analyses.analyze(article, from: reader.place?.top ?? 0) }
    case .cancelAnalysis(let id): analyses.cancel(id)
    case .saveMark(let mark):
      let problem = libraryWriter.save(marks.keep(mark))
      state.keep(reader.markChanges)
      if problem != nil || !mark.isKept { showMarks() }
      return say(problem)
    case .removeMark(let id):
      if let problem = libraryWriter.removeMark(id) {
        // It is still kept, so it is still shown.
        showMarks()
        return say(problem)
      }
      marks.remove(id)
      state.keep(reader.markChanges)
    case .saveCorrection(let correction): return keep(correction)
    case .removeCorrection(let id): return takeBack(id)
    case .prepareCorrections(let id):
      if let article, article.id == id { analyses.prepare(article) }
    case .savePlace(let place, let id): keep(place, in: id)
    case .noteEnd(let id):
      list.learnEnd(of: id)
      libraryWriter.noteEnd(of: id)
      return reader.update(.entriesListed(list.entries))
    case .library(let request): return perform(request)
    case .compare(let id):
      if let article, article.id == id { versions.compare(article) }
    case .news(let request):
      if case .locate(let entry) = request { list.learn(entry) }
      news.perform(request)
    case .savePanes(let panes):
      state.keep(panes, configured: settings.configuration.preferences.panes)
    case .keepLine(let line): state.keep(line)
    case .keepFilter(let name, let text):
      return say(SettingsFolder(environment: Variables()).keep(text, as: name))
    case .searchPattern(let pattern, let id):
      if let article, article.id == id { patterns.search(for: pattern, in: article) }
    case .copy(let text): return copy(text)
    case .pipe(let piped, let command): return pipe(piped, to: command)
    case .shell(let command): return runShell(command)
    case .write(let file, let isReplacing, let marks):
      return write(to: file, isReplacing: isReplacing, marks: marks)
    case .openAddress(let address): return openAddress(address)
    case .editText(let id, let offset): return editText(of: id, at: offset)
    case .editNote(let mark): return editNote(of: mark)
    case .suspend: terminal.requestSuspension()
    case .redraw: terminal.repaint()
    case .bell: terminal.ring()
    case .quit: status = 0
    }
    return []
  }

  private mutating func say(_ sentence: String?) -> [Effect] {
    sentence.map { reader.update(.message($0)) } ?? []
  }
}

// MARK: - Articles

extension Session {
  private mutating func open(
    _ request: Request, as version: ArticleLoader.Version = .any
  ) -> [Effect] {
    if case .page(let address) = request { list.learn(address, linkedFrom: openPage) }
    guard let source = list.source(of: request) else {
      return reader.update(.articleFailed(request, "There is no such article."))
    }
    // A mark outlives its article in the library; the file may still be there.
    var file: String?
    if case .stored(let id) = request { file = marks.location(of: id) }
    loader.open(request, from: source, as: version, orElse: file)
    return []
  }

  /// The page that is open, where it was fetched: an address in one's own network may be followed from there.
  private var openPage: Ingest.Place? {
    guard let request = reader.openRequest, case .place(let place) = list.source(of: request) else {
      return nil
    }
    return place
  }

  /// The file that a request is answered from; `nil` where it is answered from elsewhere.
  private func file(of request: Request) -> String? {
    guard case .place(let place) = list.source(of: request), place.isReadAgain, place.isAtHand
    else {
      return nil
    }
    return place.id
  }

  /// What an event tells the session itself, before the reader hears of it.
  mutating func learn(_ event: Event) {
    switch event {
    case .articleLoaded(let loaded, let request, _):
      guard reader.awaits(request) else { break }
      article = loaded
      (analysis, isPartial) = (nil, false)
      fileWatch.watch(file(of: request), of: loaded.id)
      list.learn(loaded, from: request, now: Date())
      lookForMarks()
      perform(reader.update(.entriesListed(list.entries)))
    case .analysisPart(let part):
      guard part.analysis.article.id == article?.id else { break }
      (analysis, isPartial) = (part.analysis, !part.isWhole)
      lookForMarks()
    case .analysisFinished(let finished):
      if finished.article.id == article?.id {
        (analysis, isPartial) = (finished, false)
        lookForMarks()
      }
      list.learn(finished)
      perform(reader.update(.entriesListed(list.entries)))
    default: break
    }
  }
}

// MARK: - Marks

extension Session {
  /// Looks for marks of earlier versions of the open article in it.
  private func lookForMarks() {
    guard let article else { return }
    let libraryWriter = libraryWriter
    marks.open(article, analysis: analysis) { id in
      try? libraryWriter.store(within: 1)?.article(id)
    }
  }

  /// Shows all marks where they are now, and says what has become of those of earlier versions.
  mutating func showMarks() {
    // Marks that have only just been read have not been looked for yet.
    lookForMarks()
    let unkept = libraryWriter.unkeptMarks
    var shown = marks.shown
    if !unkept.isEmpty {
      for index in shown.indices { shown[index].isKept = !unkept.contains(shown[index].id) }
    }
    perform(reader.update(.marksLoaded(shown)))
    let sentence = marks.sentence
    if sentence != toldOfMarks, let sentence { perform(reader.update(.marksCarried(sentence))) }
    toldOfMarks = sentence
  }
}

// MARK: - Positions

extension Session {
  private mutating func keep(_ place: ArticlePlace, in id: Article.ID) {
    // As long as there is no analysis, nothing can have been selected but what was before.
    let isAnalysed = analysis?.article.id == id && !isPartial
    let selected =
      isAnalysed ? place.selection.flatMap(reader.item(at:)) : positions.position(of: id)?.selected
    let position = ReadingPosition(offset: place.top, selected: selected)
    if positions.keep(position, of: id) { libraryWriter.save(position, of: id) }
  }
}

// MARK: - Notes

extension Session {
  private mutating func editNote(of mark: Mark) -> [Effect] {
    do throws(NoteProblem) {
      let file = try NoteFile(for: mark)
      defer { file.remove() }
      let status = terminal.run(editor, file: file.path)
      switch status {
      // What was saved before everything had to end is kept; an editor that was cut off may have left nothing.
      case _ where terminal.isEnding:
        let note = try file.note()
        return note.isEmpty ? [] : reader.update(.noteEdited(mark.id, note))
      case 0: return reader.update(.noteEdited(mark.id, try file.note()))
      case 126, 127:
        throw NoteProblem(
          sentence: "The editor “\(editor)” cannot be started; set VISUAL or EDITOR to another.")
      default:
        throw NoteProblem(
          sentence: "The editor ended with status \(status); the note is as it was.")
      }
    } catch {
      return reader.update(.message(error.sentence))
    }
  }
}
