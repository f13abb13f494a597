public import Foundation

/// A day of the calendar, wherever on earth: `2026-12-01`.
public struct Day: Hashable, Sendable {
  /// Days since 1 January 1970.
  private let number: Int

  private init(number: Int) { self.number = number }

  /// 1 January 1970.
  static let first = Day(number: 0)

  /// A day by its figures; `nil` where the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    let wanted = DateComponents(year: year, month: month, day: day)
    guard (1...9999).contains(year), let date = Self.calendar.date(from: wanted) else { return nil }
    self.init(date, in: Self.calendar)
    // The calendar would take 30 February for 2 March.
    guard self.month == month, self.day == day else { return nil }
  }

  /// Reads `2026-12-01`, with or without a time behind it; `nil` where that is no day.
  public init?(_ text: some StringProtocol) {
    let date = text.prefix { $0 != "T" && $0 != " " }
    let parts = date.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }

  /// The day of a moment, as a calendar in its time zone has it.
  public init(_ moment: Date, in calendar: Calendar = .current) {
    let parts = calendar.dateComponents([.year, .month, .day], from: moment)
    let noon = DateComponents(year: parts.year, month: parts.month, day: parts.day, hour: 12)
    let seconds = Self.calendar.date(from: noon)?.timeIntervalSince1970 ?? 0
    number = Int((seconds / 86_400).rounded(.down))
  }

  private static let calendar: Calendar = {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    return calendar
  }()
}

// MARK: - Its figures

extension Day {
  private var parts: DateComponents {
    let noon = Date(timeIntervalSince1970: (Double(number) + 0.5) * 86_400)
    return Self.calendar.dateComponents([.year, .month, .day, .weekday], from: noon)
  }

  /// The year.
  public var year: Int { parts.year ?? 1970 }
  /// From 1 for January.
  public var month: Int { parts.month ?? 1 }
  /// From 1.
  public var day: Int { parts.day ?? 1 }
  /// From 0 for Monday to 6 for Sunday.
  public var weekday: Int { ((parts.weekday ?? 2) + 5) % 7 }
}

// MARK: - Reckoning

extension Day {
  /// The day so many days later.
  public func adding(days: Int) -> Day {
    let reach = 1_000_000
    return Day(number: number + min(max(days, -reach), reach))
  }

  /// The same day so many months later, or the last one of a shorter month.
  public func adding(months: Int) -> Day {
    let noon = Date(timeIntervalSince1970: (Double(number) + 0.5) * 86_400)
    let months = min(max(months, -12_000), 12_000)
    return Self.calendar.date(byAdding: .month, value: months, to: noon)
      .map { Day($0, in: Self.calendar) } ?? self
  }

  /// How many days after `other`; below 0 where it is before.
  public func days(since other: Day) -> Int { number - other.number }
}

extension Day: Comparable {
  /// Earlier first.
  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }
}

extension Day: CustomStringConvertible {
  /// As `2026-12-01`.
  public var description: String {
    func padded(_ number: Int, _ length: Int) -> String {
      let digits = "\(number)"
      return String(repeating: "0", count: max(0, length - digits.count)) + digits
    }
    let parts = parts
    return [padded(parts.year ?? 0, 4), padded(parts.month ?? 0, 2), padded(parts.day ?? 0, 2)]
      .joined(separator: "-")
  }
}
