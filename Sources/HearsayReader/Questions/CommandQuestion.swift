import HearsayModel
import HearsayScreen

/// Something to do, by its name: what is typed behind a colon.
struct CommandQuestion: Question {
  let historyKind: History.Kind? = .command

  func completions(of text: String, in reader: Reader) -> Filter.Completions? {
    Command.completions(
      of: text, in: reader.reading?.sourcing?.analysis, macros: reader.keys.macros.map(\.name),
      filters: reader.filters)
  }

  func enter(_ text: String, in reader: inout Reader) -> [Effect] {
    reader.prompt = nil
    return reader.remember(text, as: .command) + reader.run(text)
  }

  /// With what the command that is typed does.
  func line(for prompt: Prompt, columns: Int, in reader: Reader) -> PromptLine {
    let typed = prompt.line.text
    let macro = reader.keys.macros.first { $0.name == typed }
    let words = Action(rawValue: typed)?.words ?? macro?.words
    // An empty line could go on with anything.
    return PromptLine(
      ":", above: words.map { Line(" \($0)", reader.look[.hint]) }, offers: !typed.isEmpty)
  }
}
