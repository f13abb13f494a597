import Foundation
public import HearsayModel

extension Correction {
  /// A correction of the invented article of ``Analysis/sample``.
  public static func sample(_ number: Int, _ change: Change, source: String? = nil) -> Correction {
    let digits = String(repeating: "0", count: 12 - "\(number)".count) + "\(number)"
    let article = Analysis.sample.article
    return Correction(
      id: UUID(uuidString: "00000000-0000-0000-0000-\(digits)") ?? UUID(), article: article.id,
      change: change,
      snapshot: .init(
        articleTitle: article.title, publisher: article.publisher, location: article.url,
        source: source, kind: .group, naming: .bare, engine: "hearsay 0.1.0 rules"),
      created: Date(timeIntervalSince1970: 1_750_000_000 + Double(number)))
  }

  /// What the fifth attribution says is the mayor's; the town hall's source is the engineer; the first is none.
  public static var samples: [Correction] {
    let analysis = Analysis.sample
    let text = analysis.article.text
    func party(_ index: Int) -> Party { Party(analysis.sources[index], in: text) }
    func subject(_ index: Int) -> Subject { Subject(analysis.attributions[index], in: text) }
    func place(_ name: String) -> Int { analysis.sources.firstIndex { $0.name == name } ?? 0 }
    let mayor = place("Mayor Ana Lund")
    return [
      sample(1, .speaker(of: subject(4), is: .source(party(mayor))), source: "officials"),
      sample(
        2,
        .merger(
          of: party(place("a source at the town hall")),
          into: party(place("an engineer who worked on the inspection")))),
      sample(3, .dismissal(of: subject(9)), source: "北方建設 (Hoppo Construction)"),
      sample(4, .naming(of: party(place("officials")), is: .described), source: "officials"),
    ]
  }
}

extension Analysis {
  /// The sample with ``Correction/samples`` worked in by hand.
  public static var correctedSample: Analysis {
    var analysis = sample
    func source(_ name: String) -> Int { analysis.sources.firstIndex { $0.name == name } ?? 0 }
    analysis.attributions[4].source = analysis.sources[source("Mayor Ana Lund")].id
    let engineer = source("an engineer who worked on the inspection")
    let hall = analysis.sources[source("a source at the town hall")]
    for index in analysis.attributions.indices where analysis.attributions[index].source == hall.id
    {
      analysis.attributions[index].source = analysis.sources[engineer].id
    }
    analysis.sources[engineer].mentions = (analysis.sources[engineer].mentions + hall.mentions)
      .sorted()
    analysis.sources[source("a source at the town hall")].mentions = []
    analysis.sources[source("officials")].naming = .described
    analysis.attributions.remove(at: 9)
    return analysis
  }
}
