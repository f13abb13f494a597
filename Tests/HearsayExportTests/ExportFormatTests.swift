import HearsayExport
import HearsayModel
import Testing

@Suite("The registry of forms")
struct ExportFormatTests {
  /// What the command line and `:write` have to be able to tell apart.
  private func expectDistinct<Thing>(_ type: Thing.Type) where Thing: Exportable {
    let formats = Thing.formats
    #expect(Set(formats.map(\.name)).count == formats.count)
    for format in formats {
      #expect(!format.name.isEmpty && !format.about.isEmpty && !format.endings.isEmpty)
      #expect(format.endings.allSatisfy { !$0.contains(".") && $0 == $0.lowercased() })
      #expect(!format.needsText || format.isOneToAFile)
    }
  }

  @Test("Every form has a name of its own, an ending and a line about it")
  func distinct() {
    expectDistinct(AnalysedArticle.self)
    expectDistinct(SourcingReport.self)
    expectDistinct(MarkList.self)
    expectDistinct(CorrectedArticle.self)
    expectDistinct(FoundPassages.self)
  }
}
