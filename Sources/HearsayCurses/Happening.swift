public import HearsayScreen

/// What woke the program at the terminal.
public enum Happening: Hashable, Sendable {
  /// Somebody did something.
  case input(Input)
  /// Another thread called ``Waker/wake()``.
  case woken
  /// The program is to stop until the shell says go on: call ``CursesTerminal/suspend()``.
  case suspend
  /// The terminal was ours again after a stop that nobody announced; draw.
  case resumed
  /// The program is to end: save, ``CursesTerminal/close()``, and exit with 128 and this number.
  case end(signal: Int32)
}
