import HearsayModel
import HearsayReader

// What the reader sets right.
extension Session {
  /// Keeps a correction and works it into the analysis of the open article.
  mutating func keep(_ correction: Correction) -> [Effect] {
    proofs.add(correction)
    let problem = keeper.save(correction)
    if let article { desk.analyze(article) }
    return problem.map { reader.update(.message($0)) } ?? []
  }

  /// Forgets a correction and works the others into the analysis of the open article.
  mutating func takeBack(_ id: Correction.ID) -> [Effect] {
    proofs.remove(id)
    let problem = keeper.removeCorrection(id)
    if let article { desk.analyze(article) }
    return problem.map { reader.update(.message($0)) } ?? []
  }
}
