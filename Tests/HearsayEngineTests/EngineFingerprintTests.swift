import Foundation
import HearsayLanguage
import HearsayModel
import HearsayResources
import HearsayTestSupport
import Testing

@testable import HearsayEngine

@Suite("The engine's fingerprint")
struct EngineFingerprintTests {
  let own: Resources
  init() throws { own = try .locate() }

  /// A copy of the resources, the model among them as a link.
  private func copied(into folder: TemporaryFolder) throws -> Resources {
    for lists in ["languages", "pronouns"] {
      try FileManager.default.copyItem(atPath: own.path(lists), toPath: folder.path(lists))
    }
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("model"), withDestinationPath: own.path("model"))
    return Resources(folder: URL(fileURLWithPath: folder.path))
  }

  @Test("Equal data give equal fingerprints; a word more gives another")
  func aWordMore() throws {
    let folder = try TemporaryFolder()
    let copy = try copied(into: folder)
    let before = try Analyzer(resources: copy).engine
    #expect(try Analyzer(resources: own).engine == before)

    let data = try written(copy)
    let lists = try #require(
      FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }.filter {
        $0.hasSuffix(".txt")
      }.sorted())
    for list in lists {
      let text = try String(contentsOfFile: folder.path(list), encoding: .utf8)
      try folder.file(list, text + "# a word more\n")
      #expect(try written(copy) != data, "\(list) is no part of it")
      try folder.file(list, text)
    }
    #expect(try Analyzer(resources: copy).engine == before)
  }

  /// The fingerprint alone, which needs no list to be understood.
  private func written(_ resources: Resources) throws -> String {
    try EngineFingerprint(resources, tagger: RulesTagger()).written
  }

  @Test("Rules and network are two engines")
  func rules() throws {
    let rules = try Analyzer(resources: own, tagger: RulesTagger())
    #expect(try Analyzer(resources: own).engine.version != rules.engine.version)
  }
}
