import CNcurses
import Glibc
public import HearsayScreen

/// The terminal that the program was started in, through ncurses.
///
/// One at a time, and used from one thread: ncurses keeps its state in globals. Other threads have a ``Waker``.
/// From ``init(mouse:)`` to ``close()`` the terminal is ours; every way out in between, a fault included,
/// gives it back.
public final class CursesTerminal: Terminal {
  /// What it can show.
  public let abilities: Abilities
  /// Wakes ``wait(timeout:)`` from another thread.
  public let waker: Waker

  let handle: OpaquePointer
  /// Where keys are read: a window that is never shown, because reading from a shown one draws it.
  let keys: UnsafeMutablePointer<WINDOW>
  let inputEnd: Int32
  let outputEnd: Int32
  let signals: Pipe
  let usesMouse: Bool
  let hasItalics: Bool
  /// `false` in tests, which have no terminal and leave signals and screen modes alone.
  let isReal: Bool

  var palette: Palette
  /// What the terminal shows now; `nil` where nobody knows.
  var shown: Screen?
  var assembler = InputAssembler()
  var queue: [Happening] = []
  var isAway = false
  private var isOpen = true
  private let output: UnsafeMutablePointer<FILE>
  private let input: UnsafeMutablePointer<FILE>

  /// Takes over the terminal of the process. Keys come from it even when standard input is a pipe.
  ///
  /// - Parameters:
  ///   - mouse: whether wheel and clicks are asked for; text is then selected with shift held down.
  ///   - trueColor: whether the theme has colours of its own, which `COLORTERM` may allow.
  public convenience init(mouse: Bool, trueColor: Bool = false) throws(TerminalProblem) {
    guard isatty(STDOUT_FILENO) == 1, let output = fdopen(dup(STDOUT_FILENO), "w") else {
      throw .noTerminal
    }
    let source = isatty(STDIN_FILENO) == 1 ? dup(STDIN_FILENO) : open("/dev/tty", O_RDONLY)
    guard source >= 0, let input = fdopen(source, "r") else {
      fclose(output)
      throw .noTerminal
    }
    let kind = environment("TERM")
    let direct = trueColor ? Self.directKind(of: kind, colorTerm: environment("COLORTERM")) : nil
    try self.init(
      kind: direct ?? kind, output: output, input: input, mouse: mouse,
      noColor: environment("NO_COLOR") != nil, isReal: true)
  }

  /// A terminal of this kind on two files, which are closed with it.
  init(
    kind: String?, output: UnsafeMutablePointer<FILE>, input: UnsafeMutablePointer<FILE>,
    mouse: Bool, noColor: Bool, isReal: Bool
  ) throws(TerminalProblem) {
    do throws(TerminalProblem) {
      try Self.check(kind: kind, output: fileno(output))
      let signals = try Pipe()
      waker = Waker(try Pipe())
      let understandsUnicode = Self.setLocale()
      var modes = termios()
      let hasModes = tcgetattr(fileno(input), &modes) == 0
      if isReal { Signals.send(to: signals) }
      use_tioctl(true)
      guard let handle = newterm(kind, output, input), let keys = newpad(1, 1) else {
        if isReal { Signals.stop() }
        throw TerminalProblem.unknownType(kind ?? "")
      }
      self.handle = handle
      self.keys = keys
      self.signals = signals
      inputEnd = fileno(input)
      outputEnd = fileno(output)
      usesMouse = mouse
      hasItalics = hs_string_ability("sitm") != nil
      self.isReal = isReal
      palette = Palette(isMonochrome: noColor)
      // The console of Linux shows accents and Cyrillic, but none of the signs.
      abilities = Abilities(
        colors: palette.colors, unicode: understandsUnicode && kind != "linux")
      self.output = output
      self.input = input
      if isReal, hasModes {
        Rescue.prepare(
          terminal: inputEnd, output: outputEnd, modes: modes, extra: Self.extrasOff)
      }
      setUp()
    } catch {
      fclose(output)
      fclose(input)
      throw error
    }
  }

  deinit { close() }

  /// Gives the terminal back. Nothing else may be asked of it afterwards.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    leave()
    delwin(keys)
    delscreen(handle)
    if isReal { Signals.stop() }
    fclose(output)
    fclose(input)
  }
}

// MARK: - Opening

extension CursesTerminal {
  /// What the terminal database calls the same terminal with all colours: `xterm-direct` for `xterm-256color`, where
  /// `COLORTERM` says that it has them; `nil` where it does not, or nobody has described it.
  ///
  /// Only for themes that name such colours: with them every number beyond 7 is one, and the terminal's own
  /// palette is out of reach.
  static func directKind(of kind: String?, colorTerm: String?) -> String? {
    guard let kind, colorTerm == "truecolor" || colorTerm == "24bit" else { return nil }
    let plain = kind.hasSuffix("-256color") ? String(kind.dropLast(9)) : kind
    let direct = plain.hasSuffix("-direct") ? plain : "\(plain)-direct"
    var found: Int32 = 0
    return setupterm(direct, STDOUT_FILENO, &found) == OK ? direct : nil
  }

  /// Asks the terminal database before ncurses does, which has less to say.
  private static func check(kind: String?, output: Int32) throws(TerminalProblem) {
    guard let kind, !kind.isEmpty else { throw .noType }
    var found: Int32 = 0
    guard setupterm(kind, output, &found) == OK else { throw .unknownType(kind) }
    guard hs_string_ability("cup") != nil, hs_string_ability("clear") != nil else {
      throw .tooSimple(kind)
    }
  }

  /// Takes the user's locale, and UTF-8 where that has none: without it ncurses shows nothing beyond ASCII.
  private static func setLocale() -> Bool {
    func isUTF8() -> Bool {
      nl_langinfo(nl_item(CODESET)).map { String(cString: $0) == "UTF-8" } ?? false
    }
    _ = setlocale(LC_CTYPE, "")
    if !isUTF8() { _ = setlocale(LC_CTYPE, "C.UTF-8") }
    return isUTF8()
  }

  private func setUp() {
    set_term(handle)
    cbreak()
    noecho()
    nonl()
    if environment("ESCDELAY") == nil { set_escdelay(25) }
    // All eight bits, or UTF-8 comes as letters.
    meta(keys, true)
    keypad(keys, true)
    // The description may know the mouse's reports; they are read here, for every kind of terminal.
    define_key(nil, KEY_MOUSE)
    nodelay(keys, true)
    leaveok(hs_stdscr(), false)
    scrollok(hs_stdscr(), false)
    curs_set(0)
    if isReal {
      freeControlKeys()
      def_prog_mode()
      Rescue.arm()
      write(Self.extrasOn(mouse: usesMouse))
      measure()
    }
  }

  /// Control-S and control-Q are keys here, and control-V and control-O are not the driver's either.
  private func freeControlKeys() {
    var modes = termios()
    guard tcgetattr(inputEnd, &modes) == 0 else { return }
    modes.c_iflag &= ~tcflag_t(IXON)
    modes.c_lflag &= ~tcflag_t(IEXTEN)
    _ = tcsetattr(inputEnd, TCSADRAIN, &modes)
  }

  /// Bracketed paste, and the mouse's buttons, with moves while one is held, in the form that knows wide
  /// terminals.
  private static func extrasOn(mouse: Bool) -> String {
    "\u{1B}[?2004h" + (mouse ? "\u{1B}[?1000h\u{1B}[?1002h\u{1B}[?1006h" : "")
  }

  /// Harmless where nothing was switched on.
  private static let extrasOff = "\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l\u{1B}[?2004l"

  func write(_ text: String) {
    var bytes = Array(text.utf8)
    while !bytes.isEmpty {
      let count = Glibc.write(outputEnd, bytes, bytes.count)
      if count < 0, errno != EINTR { return }
      bytes.removeFirst(max(0, count))
    }
  }
}

// MARK: - Coming and going

extension CursesTerminal {
  /// Puts the terminal back as it was found, for a while or for good.
  func leave() {
    guard !isAway else { return }
    isAway = true
    set_term(handle)
    if isReal { write(Self.extrasOff) }
    endwin()
    if isReal { Rescue.disarm() }
  }

  /// Takes the terminal again and draws everything anew.
  func comeBack() {
    isAway = false
    set_term(handle)
    reset_prog_mode()
    if isReal {
      Rescue.arm()
      write(Self.extrasOn(mouse: usesMouse))
    }
    measure()
    repaint()
  }

  /// Draws everything anew at the next ``show(_:)``, whatever other programs have written over it.
  public func repaint() {
    clearok(hs_curscr(), true)
    shown = nil
  }
}

// MARK: - Size

extension CursesTerminal {
  /// How large it is now.
  public var size: Size { Size(columns: Int(hs_columns()), rows: Int(hs_lines())) }

  /// Asks the terminal for its size.
  ///
  /// - Returns: whether it has changed.
  @discardableResult
  func measure() -> Bool {
    var measured = winsize()
    guard ioctl(outputEnd, UInt(TIOCGWINSZ), &measured) == 0, measured.ws_col > 0,
      measured.ws_row > 0
    else { return false }
    return resize(to: Size(columns: Int(measured.ws_col), rows: Int(measured.ws_row)))
  }

  @discardableResult
  func resize(to new: Size) -> Bool {
    guard new != size else { return false }
    resizeterm(Int32(new.rows), Int32(new.columns))
    // What the terminal has made of the old screen, only it knows.
    repaint()
    return true
  }
}

/// A variable that is set to something.
private func environment(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
}
