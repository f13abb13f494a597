import Foundation

/// Days and times as feeds write them.
struct FeedDate {
  let words: FeedWords.DateWords

  /// The moment that is meant, in Greenwich's time; `nil` where nothing makes sense of it.
  func moment(_ text: String) -> Moment? {
    guard !text.isEmpty, text.utf8.count < 200 else { return nil }
    let ways: [(String) -> Moment?] = [
      netDate, mailDate, isoDate, systemDate, slashedDate, hungarianDate, greekDate, koreanDate,
    ]
    return ways.lazy.compactMap { $0(text) }.first
  }

  /// Seconds since 1970.
  struct Moment: Hashable {
    var seconds: Int

    init?(
      year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0,
      offset: Int = 0
    ) {
      guard (1...9999).contains(year), (1...12).contains(month),
        (1...Self.length(of: month, in: year)).contains(day), (0...23).contains(hour),
        (0...59).contains(minute), (0...59).contains(second)
      else { return nil }
      let days = Self.days(before: year, month) + day - 1
      seconds = days * 86_400 + hour * 3_600 + minute * 60 + second - offset * 60
    }

    init(seconds: Int) { self.seconds = seconds }

    /// Days from 1970 to the first of a month.
    private static func days(before year: Int, _ month: Int) -> Int {
      let before = year - 1
      let leap = before / 4 - before / 100 + before / 400 - 477
      let months = (1..<month).reduce(0) { $0 + length(of: $1, in: year) }
      return (year - 1970) * 365 + leap + months
    }

    private static func length(of month: Int, in year: Int) -> Int {
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    /// Year, month, day, hour, minute, second, day of the week from Monday, day of the year, summer time.
    var parts: [Int] {
      var time = tm()
      var seconds = time_t(seconds)
      gmtime_r(&seconds, &time)
      return [
        Int(time.tm_year) + 1900, Int(time.tm_mon) + 1, Int(time.tm_mday), Int(time.tm_hour),
        Int(time.tm_min), Int(time.tm_sec), Int(time.tm_wday + 6) % 7, Int(time.tm_yday) + 1, 0,
      ]
    }
  }
}

// MARK: - 2003-12-31T10:14:55-08:00

extension FeedDate {
  private func netDate(_ text: String) -> Moment? {
    let text = text.stripped.lowercased()
    var parts = text.split(separator: "t", omittingEmptySubsequences: false).map(String.init)
    if parts.count == 1 {
      parts = text.split(whereSeparator: \.isWhitespace).map(String.init)
      if parts.count == 1 { parts.append("00:00:00z") }
    } else if parts.count > 2 {
      return nil
    }
    guard parts.count >= 2 else { return nil }
    let date = parts[0].split(separator: "-", maxSplits: 2, omittingEmptySubsequences: false)
    guard date[0].count == 4, let year = Int(date[0]),
      let month = Int(date.count > 1 ? date[1] : "1"), let day = Int(date.count > 2 ? date[2] : "1")
    else { return nil }
    var clock = parts[1]
    if clock.hasSuffix("z") {
      clock.removeLast()
      parts.append("z")
    }
    let sign = clock.firstIndex { $0 == "-" } ?? clock.firstIndex { $0 == "+" } ?? clock.endIndex
    parts.append(String(clock[sign...]))
    let time = clock[..<sign].split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      .map { Double($0).flatMap { Int(exactly: $0.rounded(.towardZero)) } }
    guard time.allSatisfy({ $0 != nil }), let hour = time.first ?? nil,
      let offset = offset(of: parts[2])
    else { return nil }
    return Moment(
      year: year, month: month, day: day, hour: hour, minute: (time.count > 1 ? time[1] : 0) ?? 0,
      second: (time.count > 2 ? time[2] : 0) ?? 0, offset: offset)
  }

  /// In minutes: `-08:00`, `est`.
  private func offset(of zone: String) -> Int? {
    guard zone.hasPrefix("-") || zone.hasPrefix("+") else { return (words.zones[zone] ?? 0) * 60 }
    let letters = Array(zone)
    guard letters.count >= 3, let hours = Int(String(letters[1...2])) else { return nil }
    let rest = String(letters.dropFirst(3).drop { $0 == ":" })
    // No zone is a week away from Greenwich; anything else is no zone.
    guard let minutes = rest.isEmpty ? 0 : Int(rest), (-10_080...10_080).contains(minutes) else {
      return nil
    }
    return (letters[0] == "-" ? -1 : 1) * (hours * 60 + minutes)
  }
}

// MARK: - Thu, 01 Jan 2004 19:48:21 GMT

extension FeedDate {
  private func mailDate(_ text: String) -> Moment? {
    var parts = text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
    if parts.count < 5 { parts += ["00:00:00", "0000"] }
    if let first = parts.first, words.days.contains(String(first.prefix(3))) { parts.removeFirst() }
    guard parts.count >= 5 else { return nil }
    var month = words.months[String(parts[1].prefix(3))]
    var day = Int(parts[0])
    if day == nil, let swapped = words.months[String(parts[0].prefix(3))] {
      month = swapped
      day = Int(parts[1].filter { $0 != "," })
    }
    guard let month, let day, var year = Int(parts[2]) else { return nil }
    if parts[2].count <= 2 { year += year < 90 ? 2000 : 1900 }
    let time = parts[3].split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard time.count <= 3, time.allSatisfy({ $0 != nil }), let hour = time.first ?? nil,
      let offset = offset(ofMail: parts[4])
    else { return nil }
    return Moment(
      year: year, month: month, day: day, hour: hour, minute: (time.count > 1 ? time[1] : 0) ?? 0,
      second: (time.count > 2 ? time[2] : 0) ?? 0, offset: offset)
  }

  private func offset(ofMail zone: String) -> Int? {
    var zone = zone
    if zone.hasPrefix("etc/") { zone.removeFirst(4) }
    if zone.hasPrefix("gmt") {
      zone = zone.dropFirst(3).filter { $0 != ":" }
      if zone.isEmpty { zone = "gmt" }
    }
    return offset(of: zone)
  }
}

// MARK: - Other ways

extension FeedDate {
  /// `20040105`, `2004-335`, `-0401`, and others of ISO 8601.
  private func isoDate(_ text: String) -> Moment? {
    let text = text.stripped
    let day = text.prefix { $0.isNumber || $0 == "-" }
    var digits = day.filter(\.isNumber)
    let rest = text[day.endIndex...].drop { $0 == "T" }
    let year: Int
    switch digits.count {
    case 8, 7,
      6 where day.split(separator: "-").first?.count == 4, 4:
      year = Int(digits.prefix(4)) ?? 0
    case 6, 5: year = 2000 + (Int(digits.prefix(2)) ?? 0)
    default: return nil
    }
    digits.removeFirst(digits.count == 6 && !day.contains("-") || digits.count == 5 ? 2 : 4)
    let clock = time(String(rest))
    guard let clock else { return nil }
    var moment: Moment?
    switch digits.count {
    case 4:
      moment = Moment(
        year: year, month: Int(digits.prefix(2)) ?? 0, day: Int(digits.suffix(2)) ?? 0)
    case 3:
      guard let ordinal = Int(digits), (1...366).contains(ordinal),
        let first = Moment(year: year, month: 1, day: 1)
      else { return nil }
      moment = Moment(seconds: first.seconds + (ordinal - 1) * 86_400)
    case 2: moment = Moment(year: year, month: Int(digits) ?? 0, day: 1)
    case 0: moment = Moment(year: year, month: 1, day: 1)
    default: return nil
    }
    return moment.map { Moment(seconds: $0.seconds + clock) }
  }

  /// Seconds from midnight in Greenwich: `10:14:55-08:00`; none where nothing is said.
  private func time(_ text: String) -> Int? {
    let text = text.lowercased()
    guard !text.isEmpty else { return 0 }
    let clock = text.prefix { $0.isNumber || $0 == ":" || $0 == "." }
    let parts = clock.split(separator: ":").map { Double($0) ?? -1 }
    guard (2...3).contains(parts.count), parts.allSatisfy({ $0 >= 0 && $0 < 60 }),
      let offset = offset(of: String(text[clock.endIndex...]))
    else { return nil }
    let seconds = parts.count > 2 ? Int(parts[2]) : 0
    return Int(parts[0]) * 3_600 + Int(parts[1]) * 60 + seconds - offset * 60
  }

  /// `Sun Jan  4 16:29:06 PDT 2004`
  private func systemDate(_ text: String) -> Moment? {
    var parts = text.split(whereSeparator: \.isWhitespace).map(String.init)
    if parts.count == 5 { parts.insert("+0000", at: 4) }
    guard parts.count == 6 else { return nil }
    return mailDate([0, 2, 1, 5, 3, 4].map { parts[$0] }.joined(separator: " "))
  }

  /// `Fri, 2006/09/15 08:19:53 EDT`
  private func slashedDate(_ text: String) -> Moment? {
    let parts = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard parts.count == 4 else { return nil }
    let day = parts[1].split(separator: "/").map { Int($0) ?? 0 }
    guard day.count == 3, let month = words.months.first(where: { $0.value == day[1] })?.key else {
      return nil
    }
    return mailDate("\(parts[0]) \(day[2]) \(month) \(day[0]) \(parts[2]) \(parts[3])")
  }

  /// `2004-július-13T9:15-05:00`
  private func hungarianDate(_ text: String) -> Moment? {
    let parts = text.split(separator: "-", maxSplits: 2).map(String.init)
    guard parts.count == 3, let month = words.hungarian[parts[1]] else { return nil }
    let rest = parts[2].split(separator: "T", maxSplits: 1).map(String.init)
    guard rest.count == 2 else { return nil }
    let clock = rest[1].count > 1 && rest[1].dropFirst().first == ":" ? "0" + rest[1] : rest[1]
    return netDate("\(parts[0])-\(month)-\(rest[0])T\(clock)")
  }

  /// `Κυρ, 11 Ιούλ 2004 12:00:00 EST`
  private func greekDate(_ text: String) -> Moment? {
    let parts = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard parts.count == 6, let number = words.greek[parts[2]],
      let month = words.months.first(where: { $0.value == number })?.key
    else { return nil }
    return mailDate(([parts[1], month] + parts[3...]).joined(separator: " "))
  }

  /// `2004년 05월 28일 01:31:15`, `2004-05-25 오후 11:23:17`
  private func koreanDate(_ text: String) -> Moment? {
    guard words.korean.count == 5 else { return nil }
    var parts = text.split(whereSeparator: \.isWhitespace).map(String.init)
    if parts.count == 4 {
      for (index, unit) in words.korean[..<3].enumerated() {
        guard parts[index].hasSuffix(unit) else { return nil }
        parts[index].removeLast(unit.count)
      }
      return netDate("\(parts[0])-\(parts[1])-\(parts[2])T\(parts[3])+09:00")
    }
    guard parts.count == 3, words.korean[3...].contains(parts[1]) else { return nil }
    let clock = parts[2].split(separator: ":").map { Int($0) ?? 99 }
    guard clock.count == 3 else { return nil }
    let hour = clock[0] + (parts[1] == words.korean[4] && clock[0] < 12 ? 12 : 0)
    return netDate("\(parts[0])T\(hour):\(clock[1]):\(clock[2])+09:00")
  }
}
