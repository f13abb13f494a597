import Foundation
import HearsayExport
import HearsayModel
import HearsayScreen
import HearsayTestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("The sourcing of an article on one page")
struct ReportTests {
  @Test(
    "The sample in every form",
    arguments: [
      (ReportFormat.text, "report.txt"), (.markdown, "report.md"), (.html, "report.html"),
    ])
  func sample(format: ReportFormat, file: String) throws {
    expectSnapshot(try format.text(of: .sample), named: file)
  }

  @Test("No line of the text is wider than it should be", arguments: [20, 33, 72, 120])
  func width(columns: Int) throws {
    for signs in [SignSet.unicode, .ascii] {
      let text = try ReportFormat.text.text(
        of: .sample, options: TextOptions(width: columns, signs: signs))
      for line in text.split(separator: "\n") {
        #expect(SafeText.width(of: line) <= columns, "\(line)")
      }
    }
  }

  @Test("The page is well-formed, and asks nothing of any other file")
  func wellFormed() throws {
    let page = try Page(ReportFormat.html.text(of: .sample))
    #expect(page.count("script") == 0 && page.count("link") == 0 && page.count("img") == 0)
    #expect(page.count("svg") == 2)
    #expect(page.attributes("src") == [])
    let addresses = page.attributes("href").filter { !$0.hasPrefix("#") }
    #expect(addresses == ["https://norrvikpost.example/2025/05/13/bridge"])
    let places = Set(page.attributes("id"))
    #expect(
      page.attributes("href").allSatisfy {
        !$0.hasPrefix("#") || places.contains(String($0.dropFirst()))
      })
    let html = try ReportFormat.html.text(of: .sample)
    #expect(!html.contains("@import") && !html.contains("url("))
  }

  @Test("Whoever does not see the pictures is told what is in them")
  func accessible() throws {
    let page = try Page(ReportFormat.html.text(of: .sample))
    #expect(page.attributes("role") == ["img", "img"])
    let names = page.attributes("aria-labelledby").flatMap { $0.split(separator: " ") }
    #expect(names.count == 4)
    #expect(Set(page.attributes("id")).isSuperset(of: names.map(String.init)))
    #expect(page.text(of: "desc").allSatisfy { $0.count > 40 })
    // Every block of the strip says whose it is.
    #expect(page.count("rect") > 20)
    #expect(page.count("title") >= page.count("rect") + 3)
  }

  @Test("The strip has every word of the article, in proportion")
  func proportions() throws {
    let page = try Page(ReportFormat.html.text(of: .sample))
    let widths = page.rows.map { $0.reduce(0, +) }
    let words = SourcingSheet(.sample).paragraphs.map { Double($0.words) }
    #expect(widths.count == words.count)
    let scale = (widths.max() ?? 0) / (words.max() ?? 1)
    for (width, words) in zip(widths, words) { #expect(abs(width - words * scale) < 12) }
  }

  @Test(
    "Whatever an article says stays words",
    arguments: [
      "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "]]>&amp;<!--",
      "\u{0}\u{1B}[31m",
      "\u{202E}\u{2066}", "javascript:alert(1)", "</style></svg>", "\u{FFFE}",
    ])
  func evil(words: String) throws {
    let draft = AnalysisDraft(
      "{content:1 A\(words)B} {source:1 she} {cue:1 said}. {nobody:event Then \(words) came.}",
      title: words, publisher: words
    ).with {
      $0.about {
        $0.byline = words
        $0.url = words
      }
      $0.source("she", words, .person, .bare)
      $0.attribute(to: "she", .direct, flags: [.bareSource])
    }
    let analysis = draft.analysis(sentences: 2)
    let page = try Page(ReportFormat.html.text(of: analysis))
    #expect(page.count("script") == 0 && page.count("img") == 0 && page.count("svg") == 2)
    #expect(page.attributes("href").allSatisfy { $0.hasPrefix("#") })
    for format in ReportFormat.allCases {
      let raw = try format.text(of: analysis).unicodeScalars.filter {
        $0.properties.generalCategory == .format
          || $0.properties.generalCategory == .control && $0 != "\n"
      }
      #expect(Array(raw) == [])
    }
  }

  @Test("What the engine is not sure of, and who else may have said it, is told")
  func unsure() throws {
    let draft = AnalysisDraft(
      "{content:1 The road is closed,} {source:1 she} {cue:1 said}. {source:2 Ann Lee} {cue:2 agreed}.",
      title: "The road", publisher: "Post"
    ).with {
      $0.source("she", "Jo Hale", .person, .named)
      $0.source("lee", "Ann Lee", .person, .named)
      $0.attribute(
        to: "she", .indirect, confidence: 0.41, alternates: ["lee"],
        flags: [.ambiguousSource])
      $0.attribute(to: "lee", .reported)
    }
    let analysis = draft.analysis(sentences: 2)
    for format in ReportFormat.allCases {
      let page = try format.text(of: analysis)
      #expect(page.contains("Not sure whose words"))
      #expect(page.contains("41 % sure"))
      #expect(page.contains("could also be: Ann Lee"))
    }
  }

  @Test("An article in which nobody speaks, an empty one, and one of five hundred paragraphs")
  func extremes() throws {
    for text in [
      "It rained.", "", String(repeating: "{nobody:event One more line.}\n\n", count: 500),
    ] {
      let draft = AnalysisDraft(text, title: nil, publisher: "Post")
      let analysis = draft.analysis(sentences: 1)
      for format in ReportFormat.allCases { #expect(try !format.text(of: analysis).isEmpty) }
      _ = try Page(ReportFormat.html.text(of: analysis))
    }
  }
}

/// A page as an XML parser reads it.
private final class Page: NSObject, XMLParserDelegate {
  private var elements: [(name: String, attributes: [String: String])] = []
  private var texts: [(name: String, text: String)] = []
  private var open: [Int] = []
  /// The widths of the blocks in each row of the first picture.
  private(set) var rows: [[Double]] = []

  struct NotWellFormed: Error, CustomStringConvertible { var description: String }

  init(_ html: String) throws {
    super.init()
    let parser = XMLParser(data: Data(html.utf8))
    parser.delegate = self
    guard parser.parse() else {
      throw NotWellFormed(
        description: "line \(parser.lineNumber): \(String(describing: parser.parserError))")
    }
  }

  func count(_ name: String) -> Int { elements.count { $0.name == name } }

  func attributes(_ name: String) -> [String] { elements.compactMap { $0.attributes[name] } }

  func text(of name: String) -> [String] { texts.filter { $0.name == name }.map(\.text) }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String] = [:]
  ) {
    elements.append((name, attributes))
    open.append(texts.count)
    texts.append((name, ""))
    let isFirstPicture = count("svg") == 1
    if isFirstPicture, name == "g" { rows.append([]) }
    if isFirstPicture, name == "rect", let width = attributes["width"].flatMap(Double.init) {
      rows[rows.count - 1].append(width + 1)
    }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    open.removeLast()
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if let last = open.last { texts[last].text += string }
  }
}
