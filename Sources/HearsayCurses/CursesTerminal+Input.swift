import CNcurses
import Glibc
public import HearsayScreen

extension CursesTerminal {
  /// Waits until something happens, at most so many seconds; for ever without.
  ///
  /// - Returns: what happened, in order; empty when the time was up.
  public func wait(timeout: Double? = nil) -> [Happening] {
    if queue.isEmpty { look(timeout: timeout) }
    defer { queue = [] }
    return queue
  }

  /// Everything that came in since the last call, in order; empty where nothing did.
  public func pendingInput() -> [Input] {
    look(timeout: 0)
    var inputs: [Input] = []
    queue.removeAll { happening in
      guard case .input(let input) = happening else { return false }
      inputs.append(input)
      return true
    }
    return inputs
  }
}

// MARK: - Looking

extension CursesTerminal {
  /// How long the rest of a key or paste may take, in seconds.
  private var patience: Double? {
    assembler.isPasting ? 1 : assembler.isWaiting ? 0.05 : nil
  }

  private func look(timeout: Double?) {
    let patience = patience
    let seconds = [timeout, patience].compactMap(\.self).min()
    var ends = [
      pollfd(fd: inputEnd, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals.readingEnd, events: Int16(POLLIN), revents: 0),
      pollfd(fd: waker.pipe.readingEnd, events: Int16(POLLIN), revents: 0),
    ]
    let milliseconds = seconds.map { Int32(min(max(0, $0 * 1000).rounded(.up), 1e9)) } ?? -1
    let ready = poll(&ends, nfds_t(ends.count), milliseconds)
    // A signal interrupts the wait; its byte is in the pipe by now.
    if ready < 0 { ends[1].revents = Int16(POLLIN) }
    if ready == 0, patience != nil {
      assembler.giveUp()
      queue += assembler.takeInputs().map { .input($0) }
      return
    }
    // Signals first: who wants to end the program should not wait for a paste.
    if ends[1].revents != 0 { readSignals() }
    if ends[2].revents != 0, !waker.pipe.drain().isEmpty { queue.append(.woken) }
    if ends[0].revents != 0 { readKeys(pollAnswer: Int32(ends[0].revents)) }
  }

  /// Reads until nothing is left: ncurses keeps keys of its own that `poll` cannot see.
  private func readKeys(pollAnswer: Int32) {
    set_term(handle)
    var read = 0
    while true {
      let code = wgetch(keys)
      if code == ERR { break }
      read += 1
      if code < 0x100 {
        assembler.take(byte: UInt8(truncatingIfNeeded: code))
      } else if let key = KeyCodes.key(code) {
        assembler.take(key: key)
      }
    }
    assembler.pause()
    queue += assembler.takeInputs().map { .input($0) }
    if read == 0, pollAnswer & (POLLHUP | POLLERR | POLLNVAL) != 0 || isExhausted() {
      if isReal { Signals.limitEnding(by: SIGHUP) }
      queue.append(.end(signal: SIGHUP))
    }
  }

  /// Whether the terminal says that there is something to read and has nothing: it is gone.
  private func isExhausted() -> Bool {
    var end = pollfd(fd: inputEnd, events: Int16(POLLIN), revents: 0)
    var count: Int32 = 0
    return poll(&end, 1, 0) == 1 && ioctl(inputEnd, UInt(FIONREAD), &count) == 0 && count == 0
  }

  private func readSignals() {
    Signals.heard()
    for byte in signals.drain() {
      switch Int32(byte) {
      case SIGWINCH:
        if measure() { append(.input(.resize(size))) }
      case SIGINT: queue.append(.input(.key(.control("c"))))
      case SIGTSTP: append(.suspend)
      case SIGCONT:
        // Stopped by a signal that cannot be caught, and the shell has changed the terminal's modes since.
        comeBack()
        append(.input(.resize(size)))
        append(.resumed)
      case let signal: append(.end(signal: signal))
      }
    }
  }

  /// Once is enough for what has no order.
  private func append(_ happening: Happening) {
    if !queue.contains(happening) { queue.append(happening) }
  }
}
