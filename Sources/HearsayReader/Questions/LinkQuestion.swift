import HearsayModel
import HearsayScreen

/// The number of a link, to open the page that it leads to.
struct LinkQuestion: Question {
  /// The first byte that was seen before.
  let top: Int

  func typed(_ text: String, in reader: inout Reader) {
    let number = number(text, in: reader)
    reader.reading?.link = number
    if let link = reader.selectedLink { reader.reading?.reveal(link.span) }
  }

  func enter(_ text: String, in reader: inout Reader) -> [Effect] {
    guard !text.isEmpty else {
      reader.prompt = nil
      return []
    }
    guard let number = number(text, in: reader), let link = reader.reading?.article.links[number]
    else {
      reader.prompt?.isRefused = true
      return []
    }
    reader.prompt = nil
    reader.selectLink(number)
    return reader.follow(link.address)
  }

  func giveUp(in reader: inout Reader) {
    reader.reading?.link = nil
    reader.reading?.scroll(toByte: top)
  }

  func line(for prompt: Prompt, columns: Int, in reader: Reader) -> PromptLine {
    let count = reader.reading?.article.links.count ?? 0
    let refusal = Line(" There are links 1 to \(count).", reader.look[.flag])
    return PromptLine(
      "link: ", status: reader.selectedLink?.address ?? "",
      above: prompt.isRefused ? refusal : nil)
  }

  private func number(_ text: String, in reader: Reader) -> Int? {
    guard let number = Int(text),
      reader.reading?.article.links.indices.contains(number - 1) ?? false
    else { return nil }
    return number - 1
  }
}
