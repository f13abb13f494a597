/// Words to find in all articles of the library.
struct FindQuestion: Question {
  let historyKind: History.Kind? = .search

  func enter(_ text: String, in reader: inout Reader) -> [Effect] {
    reader.prompt = nil
    return reader.find(text)
  }

  func line(for prompt: Prompt, columns: Int, in reader: Reader) -> PromptLine {
    PromptLine("find: ")
  }
}
