import HearsayCurses
import HearsayScreen

/// What a session asks of the terminal that it is read at: a real one, or paper.
protocol SessionTerminal: Terminal {
  /// Waits until something happens, at most so many seconds; for ever without.
  func wait(timeout: Double?) -> [Happening]
  /// Draws everything anew the next time.
  func repaint()
  /// Says that something cannot be done.
  func ring()
  /// Hands a text to the terminal's clipboard, where it is short enough for one.
  func copy(base64: String) -> Bool
  /// Asks for a stop, as control-Z does.
  func requestSuspension()
  /// Stops until the shell says go on.
  func suspend()
  /// Lends the terminal to a command with a file and waits for its status.
  func run(_ command: String, file: String) -> Int32
  /// Lends the terminal to a program that no shell sees and waits for its status.
  func run(words: [String]) -> Int32
  /// Lends the terminal to a command that reads a file, or what is typed, and waits for its status.
  func pipe(file: String?, to command: String) -> Int32
  /// Whether the program was told to end, and has not taken notice yet.
  var isEnding: Bool { get }
  /// Gives the terminal back.
  func close()
}

extension SessionTerminal {
  /// Waits until something happens.
  func wait() -> [Happening] { wait(timeout: nil) }
}

extension CursesTerminal: SessionTerminal {}
