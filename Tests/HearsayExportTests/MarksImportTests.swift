import Foundation
import HearsayExport
import HearsayModel
import HearsayTestSupport
import Testing

@Suite("Marks come back as they went out")
struct MarksImportTests {
  private let article = Analysis.sample.article

  private var library: MarksImport.Library {
    let article = article
    return MarksImport.Library(
      text: { $0 == article.id ? article.text : nil },
      article: { $0 == article.url ? article : nil })
  }

  @Test(
    "With every field, whether or not the text is known",
    arguments: [MarksFormat.json, .jsonl, .annotation], [true, false])
  func roundTrip(format: MarksFormat, isKnown: Bool) throws {
    let texts = isKnown ? [article.id: article.text] : [:]
    let written = try format.text(of: Mark.fullSamples, texts: texts)
    let read = MarksImport(
      Data(written.utf8), library: isKnown ? library : MarksImport.Library())
    #expect(read.problems == [])
    #expect(read.marks == Mark.fullSamples)
  }

  @Test("Bad lines are said by number, the rest is read; a mark that is there twice is read once")
  func badLines() throws {
    let good = try MarksFormat.jsonl.text(of: Mark.fullSamples).split(separator: "\n")
    let text = """
      \u{FEFF}\(good[0])\r
      not json

      {"schema": "hearsay.mark/9"}
      {"schema": "hearsay.mark/1", "id": "7", "article": {"id": "a"}, "target": {"exact": "x"}}
      {"schema": "hearsay.mark/1", "id": "\(UUID().uuidString)", "article": {"id": "a"}}
      [1]
      {"title": "something else"}
      \(good[1])
      \(good[0])
      {"schema": "hearsay.mark/1", "status": "later", "id": "\(UUID())", "article": {"id": "a"}, \
      "target": {"exact": "x"}}
      """
    let read = MarksImport(Data(text.utf8))
    #expect(read.marks == Array(Mark.fullSamples[0...1]))
    #expect(
      read.problems.map(\.description) == [
        "line 2: this is not JSON",
        "line 4: its schema is hearsay.mark/9, not hearsay.mark/1",
        "line 5: “7” is no UUID",
        "line 6: “target” is missing",
        "line 7: this is not an object",
        "line 8: this is neither a mark nor a Web Annotation",
        "line 11: “status” has a value that is not understood",
      ])
  }

  @Test("A mark with more tags than anybody could list is no mark")
  func manyTags() throws {
    var mark = Mark.fullSamples[0]
    mark.tags = (0..<100).map { "tag \($0)" }
    let whole = try MarksFormat.jsonl.text(of: [mark])
    #expect(MarksImport(Data(whole.utf8)).marks.count == 1)
    mark.tags.append("one more")
    let read = try MarksImport(Data(MarksFormat.jsonl.text(of: [mark]).utf8))
    #expect(read.marks.isEmpty)
    #expect(read.problems.map(\.description) == ["item 1: it has more than 100 tags"])
  }

  @Test("What another program made of the note is taken; lines that it left keep their day")
  func changedNote() throws {
    var mark = Mark.samples[0]
    mark.modified = mark.created + 90_000
    mark.notes = [
      Mark.Note("Which contract?", written: mark.created),
      Mark.Note("The second.", written: mark.created + 600),
    ]
    let line = try MarksFormat.jsonl.text(of: [mark])
      .replacing("contract?\\nThe second.", with: "contract?\\nThe first.")
    let read = try #require(MarksImport(Data(line.utf8)).marks.first)
    #expect(read.notes.map(\.text) == ["Which contract?", "The first."])
    #expect(read.notes[0].written == mark.created && read.notes[1].written == mark.modified)
  }

  @Test("A mark of an older hearsay, without priority, due day and evidence")
  func older() throws {
    let line = """
      {"schema":"hearsay.mark/1","id":"6B29FC40-CA47-1067-B31D-00DD010662DA","article":{"id":"sha256:1",\
      "title":null},"claim":{"chain":[],"engine":"","flags":[],"kind":"person","naming":"bare",\
      "source":"a source"},"created":"2025-05-14T12:01:00Z","modified":"2025-05-14T12:01:00Z","note":"call",\
      "status":"waiting","tags":[],"target":{"end":8,"exact":"quay","prefix":"The ","start":4,"suffix":"",\
      "unit":"codepoint"}}
      """
    let mark = try #require(MarksImport(Data(line.utf8)).marks.first)
    #expect(mark.priority == .normal && mark.due == nil && mark.evidence == [])
    #expect(mark.status == .waiting && mark.note == "call" && mark.snapshot.source == "a source")
  }

  @Test("An annotation of another program, on an article of the library")
  func foreign() throws {
    let text = """
      {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation",
       "id": "https://notes.example/a/77", "created": "2025-06-01T08:00:00.250Z",
       "body": {"type": "TextualBody", "value": "Ask the builder"},
       "target": {"source": "https://norrvikpost.example/2025/05/13/bridge", "selector": [
         {"type": "RangeSelector"},
         {"type": "TextQuoteSelector", "exact": "the town was warned twice", "prefix": "said "}]}}
      """
    let first = try #require(MarksImport(Data(text.utf8), library: library).marks.first)
    #expect(first.article == article.id)
    #expect(article.text[first.anchor.span] == "the town was warned twice")
    #expect(first.note == "Ask the builder")
    #expect(first.snapshot.articleTitle == article.title)
    // The same name whenever it is read: nothing is there twice.
    #expect(MarksImport(Data(text.utf8)).marks.first?.id == first.id)
    #expect(MarksImport(Data(text.utf8)).marks.first?.article.hasPrefix("https://") == true)
  }

  @Test(
    "An annotation that is on no words is said",
    arguments: [
      #"{"target": "https://news.example/1"}"#, #"{"target": {"selector": []}}"#, #"{"target": 5}"#,
    ])
  func withoutWords(text: String) {
    let read = MarksImport(Data(text.utf8))
    #expect(read.marks.isEmpty)
    #expect(read.problems.count == 1)
    #expect(read.problems.first?.place == "item 1")
  }

  @Test("Nothing at all", arguments: ["", " \n\n", "[]"])
  func nothing(text: String) {
    let read = MarksImport(Data(text.utf8))
    #expect(read.marks.isEmpty && read.problems.isEmpty)
  }
}

extension Mark {
  /// The samples, with every field in use on the first.
  static let fullSamples: [Mark] = {
    var marks = samples
    marks[0].priority = .high
    marks[0].due = "2025-06-02"
    marks[0].evidence = [
      Evidence("https://norrvik.example/tenders/17", added: marks[0].created),
      Evidence("Called the harbour office: no answer", added: marks[0].modified),
    ]
    marks[0].notes.append(Mark.Note("They say it is theirs.", written: marks[0].created + 90_000))
    marks[0].refusedIn = ["sha256:other"]
    marks[0].snapshot.subject = .attribution
    marks[1].snapshot.subject = .claim
    marks[1].snapshot.otherSources = ["a report by the Road Agency"]
    marks[1].snapshot.formerWords = "We had no choice"
    marks[1].priority = .low
    marks[2].status = .dropped
    return marks
  }()
}
