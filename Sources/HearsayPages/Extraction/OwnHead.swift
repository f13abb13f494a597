import HearsayFetching
import HearsayIngest

extension Page {
  /// Without the lines above the first sentences that only say again what is known: headline, names and day.
  func withoutOwnHead() -> Page {
    guard let body = paragraphs.firstIndex(where: { $0.kind == .text && $0.text.utf8.count > 90 })
    else { return self }
    var page = self
    page.paragraphs = paragraphs[..<body].filter { !isOwnHead($0.text) } + paragraphs[body...]
    return page
  }

  private func isOwnHead(_ line: String) -> Bool {
    guard line.utf8.count < 300 else { return false }
    let core = PageFacts.core(line.utf8)
    if core.isEmpty { return true }
    if let title, PageFacts.core(title.utf8) == core { return true }
    let names = bylines.map { PageFacts.core($0.utf8) }.filter { !$0.isEmpty }
    let isByline =
      !names.isEmpty && line.utf8.count < 160
      && names.allSatisfy { name in
        String(decoding: core, as: UTF8.self).contains(String(decoding: name, as: UTF8.self))
      }
    // A sentence may name its author, a byline has no stop.
    if isByline, line.last != "." { return true }
    guard line.utf8.count < 60, let day = NewsDay(firstIn: line) else { return false }
    return line.distance(from: day.range.upperBound, to: line.endIndex) < 20 && line.last != "."
  }
}
