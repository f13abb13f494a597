import Foundation
import HearsayModel
import HearsayTestSupport
import Testing

@Suite struct `Forms in which claims are copied` {
  private func filled(_ text: String, _ values: [Template.Field: String]) throws -> String {
    try Template(text).filled { values[$0] }
  }

  @Test func `Fields stand in braces, and what is around an empty one goes with it`() throws {
    let form = "{speaker}{ (|publisher|)}{, |day|}: {words}"
    #expect(
      try filled(form, [.speaker: "Ada Holt", .day: "3 May 2025", .words: "said › no"])
        == "Ada Holt, 3 May 2025: said › no\n")
    #expect(
      try filled(form, [.speaker: "Ada Holt", .publisher: "Gazette", .words: "no"])
        == "Ada Holt (Gazette): no\n")
  }

  @Test func `A line of which nothing is left is left out, an empty one of the form stays`() throws
  {
    #expect(try filled("{words}\n\n{> |chain|}\n{note}\nend\n\n", [.words: "no"]) == "no\n\nend\n")
  }

  @Test func `Two braces are one`() throws {
    #expect(try filled("{{{words}", [.words: "no"]) == "{no\n")
  }

  @Test(arguments: [
    ("{wrods}", "There is no field “wrods”. Did you mean “words”?"),
    ("{a|words}", "There is no field “a|words”."), ("{words", "A “{” is not closed by “}”"),
  ])
  func `What is wrong with a form is said in a sentence`(text: String, sentence: String) {
    let problem = #expect(throws: Template.Problem.self) { try Template(text) }
    #expect(problem?.sentence.hasPrefix(sentence) == true)
  }

  @Test func `Nothing in a field ends its line or steers a terminal`() throws {
    #expect(
      try filled("> {words}", [.words: "one\n# two\u{1B}[2J\u{202E}three"])
        == "> one # two[2Jthree\n")
  }

  @Test func `An attribution is filled in with its speaker, its verb and its article`() throws {
    let analysis = Analysis.sample
    let first = analysis.attributions[1]
    let form = try Template("{speaker} | {verb} | {publisher} | {day}")
    let text = form.filled(with: analysis.saying(of: first), by: first, in: analysis)
    #expect(text.hasPrefix("a report by the Road Agency"))
    #expect(text.contains("| According to | Norrvik Post |"))
  }

  @Test(arguments: [
    ("citation", Template.Syntax.plain), ("house", .plain), ("markdown.md", .markdown),
    ("obsidian.md", .markdown), ("web.html", .html),
  ])
  func `Every form that comes with the program is read`(name: String, syntax: Template.Syntax)
    throws
  {
    let form = try Template(
      String(contentsOfFile: "Resources/templates/\(name).template", encoding: .utf8), in: syntax)
    let first = Analysis.sample.attributions[6]
    let text = form.filled(with: Analysis.sample.saying(of: first), by: first, in: .sample)
    #expect(text.contains("denied"))
  }

  @Test func `Nothing that somebody said is an element of a page or a sign of Markdown`() throws {
    let values: [Template.Field: String] = [
      .words: "<b>1 * 2</b> & \"so\"", .address: "javascript:alert(1)", .speaker: "[Ada](x)",
    ]
    let page = try Template(
      "<p title=\"{speaker}\">{words}</p>{<a href=\"|address|\">there</a>}", in: .html)
    #expect(
      page.filled { values[$0] }
        == "<p title=\"[Ada](x)\">&lt;b&gt;1 * 2&lt;/b&gt; &amp; &quot;so&quot;</p>\n")
    let note = try Template("> {words} {speaker}", in: .markdown)
    #expect(
      note.filled { values[$0] }
        == "> \\<b\\>1 \\* 2\\</b\\> \\& \"so\" \\[Ada\\]\\(x\\)\n")
  }

  @Test func `An address keeps its letters in Markdown, and the signs before tags stay`() throws {
    let values: [Template.Field: String] = [
      .address: "https://a.example/b_c?d=<e>", .tags: "#money #due_soon",
    ]
    let note = try Template("<{address}> {tags}", in: .markdown)
    #expect(note.filled { values[$0] } == "<https://a.example/b_c?d=%3Ce%3E> #money #due_soon\n")
  }
}
