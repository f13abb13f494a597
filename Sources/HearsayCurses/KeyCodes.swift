import CNcurses
import HearsayScreen

/// The keys behind ncurses' numbers.
enum KeyCodes {
  /// The key with this number; `nil` where hearsay has no use for it.
  static func key(_ code: Int32) -> Key? {
    if let key = known[code] { return key }
    if let number = (1...24).first(where: { hs_function_key(Int32($0)) == code }) {
      return .function(number)
    }
    // Keys with shift, alt or control have numbers that differ from terminal to terminal, but their names do not.
    guard let name = keyname(code).map({ String(cString: $0) }) else { return nil }
    return modified.first { name.hasPrefix($0.prefix) }?.key
  }

  private static let known: [Int32: Key] = [
    KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right, KEY_HOME: .home,
    KEY_END: .end, KEY_PPAGE: .pageUp, KEY_NPAGE: .pageDown, KEY_IC: .insert, KEY_DC: .delete,
    KEY_ENTER: .enter, KEY_BTAB: .backTab, KEY_BACKSPACE: .backspace, KEY_SR: .up, KEY_SF: .down,
    KEY_SLEFT: .left, KEY_SRIGHT: .right, KEY_SHOME: .home, KEY_SEND: .end, KEY_SPREVIOUS: .pageUp,
    KEY_SNEXT: .pageDown, KEY_SDC: .delete, KEY_A1: .home, KEY_A3: .pageUp, KEY_C1: .end,
    KEY_C3: .pageDown,
  ]

  private static let modified: [(prefix: String, key: Key)] = [
    ("kUP", .up), ("kDN", .down), ("kLFT", .left), ("kRIT", .right), ("kHOM", .home),
    ("kEND", .end), ("kPRV", .pageUp), ("kNXT", .pageDown), ("kDC", .delete), ("kIC", .insert),
  ]
}
