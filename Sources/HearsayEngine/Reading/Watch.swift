import HearsayLanguage
import HearsayNeural

/// Watches over a reading: is told how far it is and what is known by then, and may stop it.
public struct Watch {
  /// Where somebody is in the text, in bytes: what stands there is read first.
  public var place = 0
  /// How many sections of a long text may be read, and kept, before the reading stops by itself.
  public var mostSections = Int.max
  /// Whether what was not read yet is to be read; else only what was is looked at again, with new corrections.
  public var readsOn = true
  /// How many threads the tagger may have.
  public var threads = Workers.all.count
  /// Stops the reading.
  public var stop = StopSign()
  /// Is told the share done, from 0 to 1, every few paragraphs.
  public var progress: (Double) -> Void = { _ in }
  /// What is known is first shown after this time: a short article is read before anybody could look.
  public var showsAfter = Duration.milliseconds(100)
  /// Is handed what is known so far, in steps that grow so that they cost little; `nil` where nobody wants that.
  public var found: ((PartialAnalysis) -> Void)?

  /// Watches without a word.
  public init() {}
}

/// Says when it is time to show again what is known so far.
///
/// Each showing looks at everything that was found, so it must become rarer as there is more: one may only begin when
/// eight times as long was read as the one before took.
struct Pace {
  private static let share = 8
  private let clock = ContinuousClock()
  private var started: ContinuousClock.Instant
  private var next: ContinuousClock.Instant

  /// Shows nothing for some time.
  init(after delay: Duration) {
    started = clock.now
    next = started + delay
  }

  /// Whether something may be shown.
  var isTime: Bool { clock.now >= next }

  /// Notes that something is being made ready to be shown.
  mutating func begin() { started = clock.now }

  /// Notes that it is shown.
  mutating func end() {
    let now = clock.now
    next = now + (now - started) * Self.share
  }
}
