import Foundation
import HearsayConfiguration
import HearsayCurses
import HearsayIngest
import HearsayModel
import HearsayReader

// Taking things elsewhere: the clipboard, other programs, the browser, the editor.
extension Session {
  /// What edits notes and texts.
  var editor: String {
    settings.configuration.editor
      ?? ["VISUAL", "EDITOR"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? "vi"
  }

  private mutating func say(_ sentence: String) -> [Effect] { reader.update(.message(sentence)) }
}

// MARK: - Copying

extension Session {
  mutating func copy(_ text: String) -> [Effect] {
    switch settings.configuration.clipboard {
    case .off: return say("Copying is switched off (clipboard = \"off\").")
    case .terminal:
      let encoded = Data(text.utf8).base64EncodedString()
      return terminal.copy(base64: encoded)
        ? say("copied, where the terminal allows it")
        : say("This is too long for the terminal's clipboard.")
    case .command(let command):
      let mailbox = mailbox
      ClipboardCommand.copies.async {
        mailbox.post(.message(ClipboardCommand(command).take(text)))
      }
      return []
    }
  }
}

/// A command that takes what is copied: `wl-copy`, `xclip -selection clipboard`.
struct ClipboardCommand {
  /// Copies happen here, one after the other.
  static let copies = DispatchQueue(label: "hearsay.clipboard", qos: .userInitiated)

  private let command: String

  init(_ command: String) { self.command = command }

  /// Hands a text to the command and waits for it.
  ///
  /// - Returns: what to say.
  func take(_ text: String) -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do {
      // A file and not a pipe: a command that reads nothing would end the program with its pipe.
      let file = try ScratchFile(named: "copy", ending: ".txt", Array(text.utf8))
      defer { file.remove() }
      process.standardInput = FileHandle(forReadingAtPath: file.path)
      try process.run()
    } catch {
      return "“\(command)” cannot be started: nothing is copied."
    }
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      return "“\(command)” ended with status \(process.terminationStatus); nothing may be copied."
    }
    return "copied"
  }
}

// MARK: - Piping

extension Session {
  mutating func pipe(_ piped: Piped, to command: String) -> [Effect] {
    let bytes: [UInt8]
    switch piped {
    case .text(let text): bytes = Array(text.utf8)
    case .article(let id):
      guard let article, article.id == id else { return [] }
      bytes = article.text.bytes
    }
    do throws(NoRoom) {
      let file = try ScratchFile(named: "pipe", ending: ".txt", bytes)
      defer { file.remove() }
      let status = terminal.pipe(file: file.path, to: command)
      guard status == 0 else { return say("“\(command)” ended with status \(status).") }
      return writesIntoFile(command) ? say("“\(command)” has read it.") : []
    } catch {
      return say(error.description)
    }
  }
}

// MARK: - The shell

extension Session {
  /// Lends the terminal to a command; what it writes stays until somebody presses enter. A shell says itself when it is done.
  mutating func runShell(_ command: String) -> [Effect] {
    let shell = environment["SHELL"].flatMap { $0.isEmpty ? nil : $0 } ?? "/bin/sh"
    let status =
      command.isEmpty
      ? terminal.run(words: [shell]) : terminal.pipe(file: nil, to: command)
    switch status {
    case 0: return []
    case 127: return say("“\(command.isEmpty ? shell : command)” cannot be started.")
    default: return command.isEmpty ? [] : say("“\(command)” ended with status \(status).")
    }
  }
}

// MARK: - The browser

extension Session {
  mutating func openAddress(_ address: WebAddress) -> [Effect] {
    let wanted =
      settings.configuration.browser
      ?? environment["BROWSER"].flatMap { $0.isEmpty ? nil : $0 } ?? "xdg-open"
    for browser in Browser.all(in: wanted) {
      let status = terminal.run(words: browser.words(for: address))
      if status == 0 { return say("opened \(address)") }
      if status != 127 {
        return say("The browser “\(browser.command)” ended with status \(status).")
      }
    }
    return say("The browser “\(wanted)” cannot be started; set BROWSER to another.")
  }
}

/// A program that opens addresses, with its arguments. No shell sees the address: it is a stranger's.
struct Browser: Hashable {
  /// `firefox --new-tab %s`
  let command: String

  /// All that a variable names, `firefox:w3m`, the one to try first at first.
  static func all(in variable: String) -> [Browser] {
    variable.split(separator: ":").map { Browser(command: String($0)) }
  }

  /// The program and its arguments; the address stands where `%s` is, or last.
  func words(for address: WebAddress) -> [String] {
    let words = command.split(whereSeparator: \.isWhitespace).map(String.init)
    guard words.contains(where: { $0.contains("%s") }) else { return words + [address.description] }
    return words.map { $0.replacingOccurrences(of: "%s", with: address.description) }
  }
}

// MARK: - The text in the editor

extension Session {
  mutating func editText(of id: Article.ID, at offset: Int) -> [Effect] {
    guard let article, article.id == id else { return [] }
    let before = article.path.flatMap { FileManager.default.contents(atPath: $0) }
    if let path = article.path, let before, let first = before.place(of: article.text) {
      let line = before.line(at: first + offset)
      if let problem = edit(path, line: line) { return say(problem) }
      guard FileManager.default.contents(atPath: path) != before else { return [] }
      let effects = reader.reload()
      return effects.isEmpty ? say("The file has changed; open it to read it anew.") : effects
    }
    do throws(NoRoom) {
      let file = try ScratchFile(named: "text", ending: ".txt", article.text.bytes)
      defer { file.remove() }
      let line = Data(article.text.bytes).line(at: offset)
      return say(edit(file.path, line: line) ?? "That was a copy: it is not kept.")
    } catch {
      return say(error.description)
    }
  }

  /// - Returns: why it could not be edited.
  private func edit(_ path: String, line: Int) -> String? {
    let place = EditorPlace(editor: editor, path: path, line: line)
    switch terminal.run(place.command, file: place.file) {
    case 0: return nil
    case 126, 127:
      return "The editor “\(editor)” cannot be started; set VISUAL or EDITOR to another."
    case let status: return "The editor ended with status \(status)."
    }
  }
}

extension Data {
  /// Where an article's text begins in the bytes of its file; `nil` where they are other words or another encoding.
  fileprivate func place(of text: ArticleText) -> Int? {
    let bytes = Data(text.bytes)
    if starts(with: bytes) { return 0 }
    return range(of: bytes)?.lowerBound
  }

  /// The line with a byte, from 1.
  fileprivate func line(at offset: Int) -> Int { 1 + prefix(offset).count { $0 == 0x0A } }
}
