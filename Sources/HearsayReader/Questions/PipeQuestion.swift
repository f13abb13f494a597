import HearsayScreen

/// Which command the claim goes to, or the whole article.
struct PipeQuestion: Question {
  let wholeArticle: Bool
  let historyKind: History.Kind? = .pipe

  /// Tab turns from the claim to the article.
  func press(_ key: Key, _ prompt: Prompt, in reader: inout Reader) -> [Effect]? {
    guard key == .tab || key == .backTab else { return nil }
    reader.prompt?.question = PipeQuestion(wholeArticle: !wholeArticle)
    return []
  }

  func enter(_ text: String, in reader: inout Reader) -> [Effect] {
    reader.prompt = nil
    return reader.remember(text, as: .pipe) + reader.pipe(to: text, wholeArticle: wholeArticle)
  }

  func line(for prompt: Prompt, columns: Int, in reader: Reader) -> PromptLine {
    PromptLine(
      wholeArticle ? "article | " : "claim | ",
      status: columns < 40 ? "" : wholeArticle ? "Tab: the claim" : "Tab: the article")
  }
}
