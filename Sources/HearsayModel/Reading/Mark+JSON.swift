import Foundation

extension Mark {
  // Not private: with a private one in this file the compiler fails.
  enum CodingKeys: String, CodingKey {
    case id, article, anchor, snapshot, status, priority, due, notes, evidence, tags, created
    case modified, refusedIn
  }

  /// Keys that are only read.
  private enum EarlierKeys: String, CodingKey {
    case note
  }

  /// Reads a mark; one that was written before marks had a priority and dated notes is read as well.
  public init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: CodingKeys.self)
    let earlier = try decoder.container(keyedBy: EarlierKeys.self)
    self.init(
      id: try keys.decode(UUID.self, forKey: .id),
      article: try keys.decode(Article.ID.self, forKey: .article),
      anchor: try keys.decode(Anchor.self, forKey: .anchor),
      snapshot: try keys.decode(Snapshot.self, forKey: .snapshot),
      status: try keys.decode(Status.self, forKey: .status),
      priority: try keys.decodeIfPresent(Priority.self, forKey: .priority) ?? .normal,
      due: try keys.decodeIfPresent(String.self, forKey: .due),
      note: try earlier.decodeIfPresent(String.self, forKey: .note) ?? "",
      evidence: try keys.decodeIfPresent([Evidence].self, forKey: .evidence) ?? [],
      tags: try keys.decode([String].self, forKey: .tags),
      created: try keys.decode(Date.self, forKey: .created),
      modified: try keys.decode(Date.self, forKey: .modified))
    if let notes = try keys.decodeIfPresent([Note].self, forKey: .notes) { self.notes = notes }
    refusedIn = try keys.decodeIfPresent([Article.ID].self, forKey: .refusedIn) ?? []
  }
}
