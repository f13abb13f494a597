import HearsayModel
import HearsayScreen
import HearsayText

/// Something about a mark that is typed: its day, its tags, a note, evidence.
struct FieldQuestion: Question {
  let field: MarkField
  let target: MarkTarget

  func completions(of text: String, in reader: Reader) -> Filter.Completions? {
    switch field {
    case .due:
      let begun = text[...].trimmed.lowercased()
      let days = Day.typedExamples.filter { $0.hasPrefix(begun) && $0 != begun }
      return Filter.Completions(replaced: text.count, candidates: days)
    case .tags:
      let tag = text.split(separator: ",", omittingEmptySubsequences: false).last ?? ""
      let begun = tag.drop { $0 == " " || $0 == "#" }
      let others = text.split(separator: ",").dropLast(begun.isEmpty ? 0 : 1)
        .map { String($0.trimmed) }
      let known = Set(reader.marks.flatMap(\.tags)).subtracting(others)
      let lower = begun.lowercased()
      let fitting = known.filter { $0.lowercased().hasPrefix(lower) && $0 != begun }
      return Filter.Completions(replaced: begun.count, candidates: fitting.sorted())
    case .note, .evidence: return nil
    }
  }

  func enter(_ text: String, in reader: inout Reader) -> [Effect] {
    do {
      let effects = try reader.keep(text, as: field, of: target)
      reader.prompt = nil
      return effects
    } catch {
      reader.prompt?.isRefused = true
      return [.bell]
    }
  }

  /// Keeps a note or evidence. Nobody can say any more whether it was done, so it becomes one of its own, and what was
  /// being changed stays as it was beside it.
  func end(_ text: String, in reader: inout Reader) -> [Effect] {
    guard text[...].trimmed != reader.line(of: field, on: target)[...].trimmed else { return [] }
    switch field {
    case .note: return (try? reader.keep(text, as: .note(nil), of: target)) ?? []
    case .evidence: return (try? reader.keep(text, as: .evidence(nil), of: target)) ?? []
    case .due, .tags: return []
    }
  }

  /// With how it will be understood above it, or how it is typed.
  func line(for prompt: Prompt, columns: Int, in reader: Reader) -> PromptLine {
    // Ways to go on are shown while they are gone through, and for tags always.
    PromptLine(
      field.lead, above: words(for: prompt, in: reader),
      offers: prompt.completing != nil || field == .tags && !prompt.isRefused)
  }

  private func words(for prompt: Prompt, in reader: Reader) -> Line {
    let look = reader.look
    let hint = Line(" \(field.hint)", look[.hint])
    if field == .tags, prompt.isRefused {
      do {
        _ = try Reader.tags(in: prompt.line.text)
      } catch {
        return Line(" \(error.sentence)", look[.flag])
      }
    }
    guard field == .due else { return hint }
    do {
      let today = reader.surroundings.today()
      return try reader.dueDay(prompt.line.text).map { day in
        Line(" \(day.longWords) · \(day.distanceWords(from: today))", look[.strong])
      } ?? hint
    } catch {
      return prompt.isRefused ? Line(" \(error.sentence)", look[.flag]) : hint
    }
  }
}
