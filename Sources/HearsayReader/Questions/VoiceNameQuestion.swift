import HearsayModel

/// What a source across articles is called.
struct VoiceNameQuestion: Question {
  let voice: VoiceKey

  func enter(_ text: String, in reader: inout Reader) -> [Effect] {
    reader.prompt = nil
    return [.library(.rename(voice, text))]
  }

  func line(for prompt: Prompt, columns: Int, in reader: Reader) -> PromptLine {
    PromptLine("called: ")
  }
}
