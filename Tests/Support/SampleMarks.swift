import Foundation
public import HearsayModel

extension Mark {
  /// Three marks on ``HearsayModel/Analysis/sample``: two still open, one of them with a long note, and one done.
  public static let samples: [Mark] = {
    let attributions = Analysis.sample.attributions
    return [
      sample(
        1, on: attributions[3], .todo,
        note: "Which of the two contracts?\nAsk the town hall for the tender.",
        tags: ["tender", "ask again"]),
      sample(2, on: attributions[0], .confirmed, note: "", tags: []),
      sample(3, on: attributions[6], .todo, note: "", tags: ["北方建設"]),
    ]
  }()

  private static func sample(
    _ number: UInt8, on attribution: Attribution, _ status: Status, note: String, tags: [String]
  ) -> Mark {
    let analysis = Analysis.sample
    let article = analysis.article
    let source = analysis.speaker(of: attribution)
    // 14 May 2025, at noon in UTC: the same day nearly everywhere.
    let made = Date(timeIntervalSince1970: 1_747_224_000 + Double(number) * 60)
    let id = UUID(uuid: (0, 0, 0, 0, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, 0, 0, number))
    return Mark(
      id: id, article: article.id,
      anchor: Anchor(attribution.contentSpans[0], in: article.text),
      snapshot: Snapshot(
        articleTitle: article.title, publisher: article.publisher, published: article.published,
        location: article.path, source: source?.name,
        cue: attribution.cueSpans.first.map { article.text[$0] }, manner: attribution.manner,
        kind: source?.kind ?? .none, naming: source?.naming ?? .implicit,
        chain: analysis.chainNames(of: attribution), flags: analysis.flags(of: attribution),
        engine: "hearsay 0.0.0 by hand"),
      status: status, note: note, tags: tags, created: made,
      modified: status == .todo ? made : made.addingTimeInterval(3 * 86_400))
  }
}
