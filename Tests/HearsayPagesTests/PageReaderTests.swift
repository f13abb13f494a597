import HearsayPages
import HearsayResources
import Testing

@Suite("A page is read")
struct PageReaderTests {
  @Test func `Bytes without a word are no page`() throws {
    let reader = try PageReader(resources: .locate())
    #expect(throws: PageError.empty) { try reader.read(Array("<div></div>".utf8)) }
  }
}
