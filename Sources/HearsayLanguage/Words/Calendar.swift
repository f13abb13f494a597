/// The words for days, months and times.
package final class Calendar: Sendable, Decodable {
  /// *monday*
  package let days: Set<String>
  /// *mon*, without a stop
  package let shortDays: Set<String>
  /// *january*
  package let months: Set<String>
  /// *jan*, without a stop
  package let shortMonths: Set<String>
  /// *today, yesterday*
  package let nearDays: Set<String>
  /// *morning*
  package let partsOfDay: Set<String>
  /// *week, month, year*
  package let periods: Set<String>
  /// *1st*
  package let ordinals: Set<String>
  /// *p.m., gmt*
  package let clock: Set<String>

  /// Whether a word is a month cut short, as it is printed: *jan.*
  package func isPrintedShortMonth(_ word: String) -> Bool {
    word.utf8.last == UInt8(ascii: ".") && shortMonths.contains(String(word.dropLast()))
  }

  /// Every word that says when: days, parts of days, months, periods.
  package var times: Set<String> {
    [days, nearDays, partsOfDay, months, periods].reduce(into: []) { $0.formUnion($1) }
  }
}
