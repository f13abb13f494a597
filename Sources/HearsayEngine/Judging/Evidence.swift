import HearsayLanguage
import HearsayModel

/// All that the steps before found out, when an article is judged.
struct Evidence {
  var document: Document
  var linked: [LinkedAttribution]
  var speakers: Speakers
  var chains: [[Link]]
  var manners: [Manner]
  /// The sentences that nobody is credited with.
  var unattributed: [Uncredited]

  /// A sentence that nobody is credited with, and what it does in the article.
  struct Uncredited {
    /// Its place in the document's list.
    var index: Int
    var kind: UnattributedSentence.Kind
  }
}

extension Evidence {
  /// Everybody whom the text mentions.
  var entities: [Entity] { speakers.register.entities }

  /// Who speaks in an attribution.
  func speaker(of index: Int) -> Entity? { speakers.speaker[index].map { entities[$0] } }

  /// Whether an attribution gives words between quotation marks.
  func isQuoted(_ index: Int) -> Bool { manners[index] == .direct || manners[index] == .mixed }

  /// The outlets through which an attribution came, the publisher first.
  func outlets(of index: Int) -> [Int] {
    chains[index].map(\.entity).filter { entities[$0].kind == .outlet }
  }

  /// The outlets other than the publisher through which an attribution came.
  func relays(of index: Int) -> [Int] { outlets(of: index).filter { $0 != speakers.publisher } }

  /// Whether a number that ``ClaimGroups`` counts by is an attribution's, and not that of nobody's sentence.
  func isAttribution(_ number: Int) -> Bool { number < linked.count }

  /// Whether an attribution of an outlet hands over nothing but another one: in "Another source revealed that …, according
  /// to the newspaper" one claim has two layers.
  func isRelayLayer(_ parent: Int, of child: Int) -> Bool {
    guard linked.indices.contains(parent), speaker(of: parent)?.kind == .outlet else {
      return false
    }
    let outer = linked[parent].content.map(\.count).reduce(0, +)
    let inner = linked[child].spans.map(\.count).reduce(0, +)
    return inner * 2 >= outer
  }
}
