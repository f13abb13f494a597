import HearsayModel
import HearsayReader

// What the reader sets right.
extension Session {
  /// Keeps a correction and works it into the analysis of the open article.
  mutating func keep(_ correction: Correction) -> [Effect] {
    corrections.add(correction)
    let problem = libraryWriter.save(correction)
    workIn()
    return problem.map { reader.update(.message($0)) } ?? []
  }

  /// Forgets a correction and works the others into the analysis of the open article.
  mutating func takeBack(_ id: Correction.ID) -> [Effect] {
    corrections.remove(id)
    let problem = libraryWriter.removeCorrection(id)
    workIn()
    return problem.map { reader.update(.message($0)) } ?? []
  }

  /// Works what was set right into what is known of the open article.
  private func workIn() {
    guard let article else { return }
    analyses.analyze(article, from: reader.place?.top ?? 0, readingOn: !reader.isStopped)
  }
}
