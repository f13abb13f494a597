extension Day {
  /// The day with its weekday: *Tuesday 1 December 2026*.
  public var longWords: String {
    "\(Self.weekdays[weekday]) \(day) \(Self.months[month - 1]) \(year)"
  }

  /// The day in little room: *1 Dec*, with the year where it is another one.
  public func shortWords(in year: Int) -> String {
    "\(day) \(Self.months[month - 1].prefix(3))" + (self.year == year ? "" : " \(self.year)")
  }

  /// How far away it is: *today*, *tomorrow*, *in 4 days*, *3 days ago*.
  public func distanceWords(from today: Day) -> String {
    switch days(since: today) {
    case 0: "today"
    case 1: "tomorrow"
    case -1: "yesterday"
    case let days where days > 0: "in \(days) days"
    case let days: "\(-days) days ago"
    }
  }
}

extension Mark {
  /// When it is due, in a few words: *due Fri 27 Nov*, *due today*, *overdue 3 days*; `nil` where it has no day.
  public func dueWords(on today: Day) -> String? {
    guard let due else { return nil }
    guard let day = dueDay else { return "due \(due)" }
    let away = day.days(since: today)
    guard status.isOpen else { return "due \(day.shortWords(in: today.year))" }
    switch away {
    case ..<0: return "overdue \(-away) \(away == -1 ? "day" : "days")"
    case 0: return "due today"
    case 1: return "due tomorrow"
    default:
      return "due \(Day.weekdays[day.weekday].prefix(3)) \(day.shortWords(in: today.year))"
    }
  }
}
