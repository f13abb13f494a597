package import Foundation

/// A moment that is past as a person says it: "today", "yesterday", "13 June", "13 June 2024".
package func pastDayWords(
  for moment: Date, now: Date, calendar: Calendar = .current
) -> String {
  let days =
    calendar.dateComponents(
      [.day], from: calendar.startOfDay(for: moment), to: calendar.startOfDay(for: now)
    ).day ?? 0
  switch days {
  case ...0: return "today"
  case 1: return "yesterday"
  case 2..<7: return "\(days) days ago"
  default:
    let date = calendar.dateComponents([.year, .month, .day], from: moment)
    let month = months[((date.month ?? 1) - 1) % 12]
    let isThisYear = date.year == calendar.component(.year, from: now)
    return "\(date.day ?? 1) \(month)" + (isThisYear ? "" : " \(date.year ?? 0)")
  }
}

private let months = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September",
  "October", "November", "December",
]
