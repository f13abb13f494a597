// Who wrote something, who published it, and how each may be reached.
extension FeedBuilder {
  func startAuthor() {
    isIn.author = true
    push("author", isKept: true)
    context.append(FeedRecord(), to: "authors")
  }

  func endAuthor() {
    pop("author")
    isIn.author = false
    syncPerson("author")
  }

  func startContributor() {
    isIn.contributor = true
    context.append(FeedRecord(), to: "contributors")
    push("contributor", isKept: false)
  }

  func endContributor() {
    pop("contributor")
    isIn.contributor = false
  }

  func endPublisher() {
    pop("publisher")
    syncPerson("publisher")
  }

  func endName() {
    let value = pop("name") ?? ""
    if isIn.textInput, !isIn.publisher, !isIn.author, !isIn.contributor {
      context["name"] = .string(value)
    } else {
      savePerson("name", value)
    }
  }

  func endEmail() { savePerson("email", pop("email") ?? "") }

  func endAddress() {
    let value = pop("href") ?? ""
    if isIn.author {
      save("href", value, of: "author")
    } else if isIn.contributor {
      saveContributor("href", value)
    }
  }

  private func savePerson(_ key: String, _ value: String) {
    if isIn.publisher {
      save(key, value, of: "publisher")
    } else if isIn.author {
      save(key, value, of: "author")
    } else if isIn.contributor {
      saveContributor(key, value)
    }
  }

  private func save(_ key: String, _ value: String, of person: String) {
    let context = self.context
    let detail = context.record(person + "_detail") ?? FeedRecord()
    context[person + "_detail"] = .record(detail)
    detail.spell("href", as: "url")
    detail[key] = .string(value)
    syncPerson("author")
    if context.list("authors").isEmpty { context.append(FeedRecord(), to: "authors") }
    context.list("authors").last?[key] = .string(value)
    context.list("authors").last?.spell("href", as: "url")
  }

  private func saveContributor(_ key: String, _ value: String) {
    let context = self.context
    if context.list("contributors").isEmpty { context.append(FeedRecord(), to: "contributors") }
    context.list("contributors").last?[key] = .string(value)
  }

  /// Makes "Jane Doe (jane@example.com)" of name and address, or name and address of that.
  func syncPerson(_ person: String) {
    let context = self.context
    let detail = context.list(person + "s").last ?? FeedRecord()
    guard detail.fields.isEmpty else {
      switch (detail.string("name"), detail.string("email")) {
      case (let name?, let email?) where !name.isEmpty && !email.isEmpty:
        context[person] = .string("\(name) (\(email))")
      case (let name?, _) where !name.isEmpty: context[person] = .string(name)
      case (_, let email?) where !email.isEmpty: context[person] = .string(email)
      default: break
      }
      return
    }
    guard let written = context.string(person), !written.isEmpty else { return }
    let (name, email) = MailAddress.parted(from: written)
    if !name.isEmpty || email != nil, !context.has(person + "_detail") {
      context[person + "_detail"] = .record(detail)
    }
    if !name.isEmpty { detail["name"] = .string(name) }
    if let email { detail["email"] = .string(email) }
  }
}

/// Addresses of mail among other words.
enum MailAddress {
  /// "Jane Doe" and "jane@example.com" of "jane@example.com (Jane Doe)".
  static func parted(from text: String) -> (name: String, email: String?) {
    guard let email = first(in: Array(text.utf8)) else { return (text, nil) }
    var name = text.replacing(email, by: "").replacing("()", by: "").replacing("<>", by: "")
      .replacing("&lt;&gt;", by: "").stripped
    if name.hasPrefix("(") { name.removeFirst() }
    if name.hasSuffix(")") { name.removeLast() }
    return (name.stripped, email)
  }

  private static func first(in bytes: [UInt8]) -> String? {
    for at in bytes.indices where bytes[at] == 0x40 {
      var start = at
      while start > 0, isLocal(bytes[start - 1]) { start -= 1 }
      let end = bytes.end(
        of: { $0.isLetter || $0.isDigit || $0 == 0x2D || $0 == 0x2E }, from: at + 1)
      guard start < at, var last = endOfHost(bytes[(at + 1)..<end]) else { continue }
      if bytes.has("?subject=", at: last) {
        last = bytes.end(of: { !$0.isSpace }, from: last)
      }
      return bytes[start..<last].string
    }
    return nil
  }

  private static func isLocal(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || [0x5F, 0x2D, 0x2E, 0x2B].contains(byte)
  }

  /// Up to two to four letters after the last point that has such.
  private static func endOfHost(_ host: ArraySlice<UInt8>) -> Int? {
    for point in host.indices.reversed() where host[point] == 0x2E && point > host.startIndex {
      let letters = host[(point + 1)...].prefix(4).prefix(while: \.isLetter)
      if letters.count >= 2 { return letters.endIndex }
      let digits = host[(point + 1)...].prefix(3).prefix(while: \.isDigit)
      if !digits.isEmpty { return digits.endIndex }
    }
    return nil
  }
}
