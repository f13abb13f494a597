import Foundation
import HearsayModel
import HearsayStore
import HearsayTestSupport
import Testing

@Suite("Articles that are taken out")
struct RemovingTests {
  @Test("The next session can put back what was taken out last, as it was")
  func nextSession() throws {
    let library = TemporaryLibrary()
    let analysis = Analysis.sample
    do {
      let store = try library.open()
      try store.save(analysis.article, readAt: .now)
      try store.save(analysis)
      try store.save(ReadingPosition(offset: 40, isReadThrough: true), of: analysis.article.id)
      try store.save(.story(1), readAt: .now)
      try store.removeArticle("sha256:1")
      try store.removeArticle(analysis.article.id)
    }
    let store = try library.open()
    #expect(try store.library().isEmpty)
    #expect(try store.search("bridge").passages.isEmpty)
    try store.restore(#require(try store.lastRemoved()))
    #expect(try store.article(analysis.article.id) == analysis.article)
    #expect(try store.position(of: analysis.article.id)?.offset == 40)
    #expect(try store.library().first?.figures?.attributions == 11)
    #expect(try !store.search("bridge").passages.isEmpty)
    try store.restore(#require(try store.lastRemoved()))
    #expect(try store.library().count == 2)
    #expect(try store.lastRemoved() == nil)
  }

  @Test("A text with a zero byte, and one of several megabytes, come back byte for byte")
  func oddTexts() throws {
    let store = try Store.inMemory()
    let texts = ["The quay\u{0} was closed.", String(repeating: "作者 said no. ", count: 200_000)]
    for (number, text) in texts.enumerated() {
      let article = Article.story(number, text)
      try store.save(article, readAt: .now)
      try store.removeArticle(article.id)
      try store.restore(#require(try store.lastRemoved()))
      #expect(try store.article(article.id)?.text == article.text)
    }
  }

  @Test("Only the last twenty are kept")
  func onlyTheLast() throws {
    let store = try Store.inMemory()
    for number in 0..<25 {
      try store.save(.story(number), readAt: .now)
      try store.removeArticle("sha256:\(number)")
    }
    var back: [String] = []
    while let removed = try store.lastRemoved() {
      try store.restore(removed)
      back.append(removed.id)
    }
    #expect(back == (5..<25).reversed().map { "sha256:\($0)" })
  }

  @Test("One that was read again since stays as it is now")
  func readAgain() throws {
    let store = try Store.inMemory()
    try store.save(.story(1), readAt: .now)
    try store.save(ReadingPosition(offset: 4), of: "sha256:1")
    try store.removeArticle("sha256:1")
    try store.save(.story(1), readAt: .now)
    try store.save(ReadingPosition(offset: 9), of: "sha256:1")
    try store.restore(#require(try store.lastRemoved()))
    #expect(try store.position(of: "sha256:1")?.offset == 9)
    #expect(try store.lastRemoved() == nil)
  }
}
