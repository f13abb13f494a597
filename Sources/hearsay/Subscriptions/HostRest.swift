import Foundation
import HearsayFetching

/// How long a server is left alone that says it was asked too often.
enum HostRest {
  /// Seconds where it does not say for how long.
  private static let usual = 600.0
  /// The most seconds that it is believed.
  private static let longest = 86_400.0

  /// Until when nothing is asked of a server that gave this answer; `nil` where it may be asked again.
  static func end(after error: FetchError, at now: Date) -> Date? {
    guard case .status(let code, let seconds) = error, code == 429 || code == 503 else {
      return nil
    }
    return now + min(seconds.map(Double.init) ?? usual, longest)
  }
}
