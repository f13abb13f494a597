import HearsayModel

extension MarksFormat {
  /// One task to a line, as todo.txt has them.
  public static var todo: Self {
    ExportFormat(FileKind("todo", endings: ["txt"]), about: "todo.txt") { marksTodo(of: $0.marks) }
  }
}

/// Marks as todo.txt: one task to a line, the article as project, tags as contexts.
func marksTodo(of marks: [Mark]) -> String {
  marks.map { todo($0) + "\n" }.joined()
}

private func todo(_ mark: Mark) -> String {
  let letter = [Mark.Priority.high: "A", .low: "C"][mark.priority]
  var parts: [String] = []
  if mark.status.isOpen {
    parts += letter.map { ["(\($0))"] } ?? []
  } else {
    parts += ["x", day(mark.modified)]
  }
  parts.append(day(mark.created))
  parts.append(
    "\(plain(mark.snapshot.speaker)): \(plain(mark.saying().text(in: .unicode)))")
  if !mark.note.isEmpty { parts.append("(\(plain(mark.note)))") }
  parts.append("+" + tag(flat(mark.articleName)))
  parts += mark.tags.filter { !$0.isEmpty }.map { "@" + tag($0) }
  if let due = mark.due, !due.isEmpty { parts.append("due:" + tag(due)) }
  // A task that is done has no priority; this is how it is kept.
  if !mark.status.isOpen, let letter { parts.append("pri:\(letter)") }
  parts += ["status:\(mark.status.rawValue)", "id:\(mark.id.uuidString.lowercased())"]
  return parts.joined(separator: " ")
}

/// Words of an article in which nothing is a project, a context or a key.
private func plain(_ text: String) -> String {
  flat(text).split(separator: " ").map { word -> String in
    if word.hasPrefix("+") || word.hasPrefix("@") { return "'\(word)" }
    if word.contains("://") || !word.dropLast().contains(":") { return String(word) }
    return String(word).replacing(":", with: ": ")
  }.joined(separator: " ")
}
