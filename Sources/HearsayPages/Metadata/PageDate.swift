import HearsayIngest

/// A day or a moment as pages write it, in ISO 8601.
struct PageDate {
  let words: DayWords
  /// Whether 03/04/2021 begins with the month on this page; `nil` where nothing tells.
  let monthFirst: Bool?

  /// The day, with its time where one is given; `nil` where it is none.
  func iso(_ value: String) -> String? {
    let value = value.trimmingBlanks
    guard value.utf8.count <= 120 else { return nil }
    return Self.isoWithTime(value) ?? Self.seconds(value) ?? Self.compact(value) ?? day(in: value)
  }

  /// The first day in a line, in English, in the words of other languages, or in figures.
  func day(in line: String) -> String? {
    NewsDay(firstIn: line)?.iso ?? spelled(line) ?? figures(line)
  }

  /// "7. November 2023", "1 de diciembre de 2017", "Mon Aug 03 12:45:00 EDT 2015", "2019年4月13日".
  private func spelled(_ line: String) -> String? {
    if let day = Self.marked(line) { return day }
    let parts = line.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    for (index, part) in parts.enumerated() {
      guard let month = words.months[part] else { continue }
      let behind = parts[(index + 1)...].prefix(8)
      let before = parts[..<index].last { $0.first?.isNumber == true } ?? ""
      let after = behind.first { $0.first?.isNumber == true } ?? ""
      // The day before the month and the year behind it; or the day behind it, and the year after the time.
      let isBefore = after.count == 4
      let year = isBefore ? after : behind.first { $0.count == 4 && Int($0) != nil } ?? ""
      let day = (isBefore ? before : after).prefix { $0.isASCII && $0.isNumber }
      guard (1...2).contains(day.count), let number = Int(year), let date = Int(day),
        let found = Self.day(number, month, date)
      else { continue }
      return found
    }
    return nil
  }

  /// The year, the month and the day each before their character, as East Asia writes them.
  private static func marked(_ line: String) -> String? {
    let marks: [Character] = ["年", "月", "日"]
    guard let year = line.firstIndex(of: marks[0]),
      let month = line[year...].firstIndex(of: marks[1]),
      let day = line[month...].firstIndex(of: marks[2])
    else { return nil }
    func number(_ text: Substring) -> Int? {
      Int(
        String(
          String(text).trimmingBlanks.reversed().prefix { $0.isASCII && $0.isNumber }.reversed()))
    }
    guard let first = number(line[..<year]),
      let second = number(line[line.index(after: year)..<month]),
      let third = number(line[line.index(after: month)..<day])
    else { return nil }
    return Self.day(first, second, third)
  }

  /// "03/04/2021" and "3/4/21", where the page's country tells which is the month.
  private func figures(_ line: String) -> String? {
    for word in line.split(whereSeparator: { $0.isWhitespace || $0 == "," }) {
      let parts = word.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count == 3,
        parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }),
        [2, 4].contains(parts[2].count), let first = Int(parts[0]), let second = Int(parts[1]),
        let number = Int(parts[2])
      else { continue }
      let isMonthFirst = second > 12 ? true : first > 12 ? false : monthFirst
      guard let isMonthFirst else { continue }
      let year = parts[2].count == 4 ? number : number + (number > 70 ? 1900 : 2000)
      if let day = Self.day(year, isMonthFirst ? first : second, isMonthFirst ? second : first) {
        return day
      }
    }
    return nil
  }

  /// Whether one day follows the other.
  static func areNeighbours(_ one: String, _ other: String) -> Bool {
    guard let first = number(one), let second = number(other) else { return false }
    return abs(first - second) == 1
  }

  /// Days since a day long ago, after Howard Hinnant's "days_from_civil".
  private static func number(_ day: String) -> Int? {
    let parts = day.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    let year = parts[1] <= 2 ? parts[0] - 1 : parts[0]
    let month = parts[1] > 2 ? parts[1] - 3 : parts[1] + 9
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + parts[2]
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> String? {
    guard (1000...9999).contains(year) else { return nil }
    return NewsDay(firstIn: "\(year)-\(twoDigits(month))-\(twoDigits(day))")?.iso
  }

  /// The day in an address: `/2024/06/13/`.
  static func day(inAddress address: String) -> String? {
    let parts = address.split(separator: "/").map(String.init)
    for index in parts.indices {
      if let day = day(in: parts, at: index) { return day }
    }
    return nil
  }

  private static func day(in parts: [String], at index: Int) -> String? {
    guard parts[index].count == 4, index + 2 < parts.count,
      parts[index].hasPrefix("20") || parts[index].hasPrefix("19")
    else { return nil }
    return NewsDay(firstIn: parts[index...(index + 2)].joined(separator: "-"))?.iso
      ?? NewsDay(
        firstIn: "\(parts[index + 2]) \(parts[index + 1].capitalizedFirst) \(parts[index])")?.iso
  }

  /// `2019-11-19T10:30:00+0000`, `2019-11-19 10:30:00`, `2019-11-19T10:30Z`.
  private static func isoWithTime(_ value: String) -> String? {
    guard let day = NewsDay(firstIn: String(value.prefix(10)))?.iso, value.hasPrefix(day) else {
      return nil
    }
    let rest = Array(value.dropFirst(10))
    guard rest.count >= 6, rest[0] == "T" || rest[0] == " " || rest[0] == "t", rest[3] == ":",
      let hour = Int(String(rest[1...2])), let minute = Int(String(rest[4...5])), hour < 24,
      minute < 60
    else { return day }
    var time = "\(rest[1])\(rest[2]):\(rest[4])\(rest[5])"
    var tail = rest[6...]
    if tail.count >= 3, tail.first == ":", let second = Int(String(tail.dropFirst().prefix(2))),
      second < 60
    {
      time += String(tail.prefix(3))
      tail = tail.dropFirst(3)
    } else {
      time += ":00"
    }
    if tail.first == "." || tail.first == "," { tail = tail.dropFirst().drop { $0.isNumber } }
    return "\(day)T\(time)\(zone(String(tail).trimmingBlanks))"
  }

  /// `Z`, `+00:00`, or nothing where nothing is said.
  private static func zone(_ text: String) -> String {
    if ["Z", "z", "UTC", "GMT"].contains(text) { return "Z" }
    let digits = text.dropFirst().filter { $0 != ":" }
    guard text.first == "+" || text.first == "-", (2...4).contains(digits.count),
      digits.allSatisfy({ $0.isASCII && $0.isNumber })
    else { return "" }
    let padded = digits.count == 2 ? digits + "00" : digits
    guard padded.count == 4, let sign = text.first else { return "" }
    return "\(sign)\(padded.prefix(2)):\(padded.suffix(2))"
  }

  /// Seconds or thousandths since 1970.
  private static func seconds(_ value: String) -> String? {
    guard value.utf8.count == 10 || value.utf8.count == 13, let number = Int(value), number > 0
    else { return nil }
    var day = (value.utf8.count == 13 ? number / 1000 : number) / 86_400
    // Days since 1970 to the calendar, after Howard Hinnant's "civil_from_days".
    day += 719_468
    let era = day / 146_097
    let ofEra = day - era * 146_097
    let year = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * year + year / 4 - year / 100)
    let shifted = (5 * ofYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let date = ofYear - (153 * shifted + 2) / 5 + 1
    return NewsDay(
      firstIn: "\(year + era * 400 + (month <= 2 ? 1 : 0))-\(twoDigits(month))-\(twoDigits(date))")?
      .iso
  }

  /// `20191119`, `20191119103000`.
  private static func compact(_ value: String) -> String? {
    guard value.utf8.count == 8 || value.utf8.count == 14,
      value.allSatisfy({ $0.isASCII && $0.isNumber })
    else { return nil }
    let digits = Array(value)
    return NewsDay(
      firstIn: "\(String(digits[..<4]))-\(String(digits[4..<6]))-\(String(digits[6..<8]))")?.iso
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}

extension String {
  /// Without blanks at either end.
  var trimmingBlanks: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  /// With a capital at its beginning.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
