package import Foundation
import HearsayModel

/// The contract, one key to a line.
func jsonObject(of analysis: Analysis) throws -> String {
  try jsonText(of: analysis, [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes])
}

/// The contract on one line.
func jsonLine(of analysis: Analysis) throws -> String {
  try jsonText(of: analysis, [.sortedKeys, .withoutEscapingSlashes])
}

/// JSON in the order of its keys: the same input gives the same bytes.
///
/// A program reads what the texts say, sign by sign; a person who looks at it in a terminal is safe from them.
package func jsonText(of value: some Encodable, _ formatting: JSONEncoder.OutputFormatting) throws
  -> String
{
  let encoder = JSONEncoder()
  encoder.outputFormatting = formatting
  let json = String(decoding: try encoder.encode(value), as: UTF8.self)
  return escapingUnseen(json) + "\n"
}

/// JSON with an escape for everything in it that is no letter to be seen: controls, what turns the direction of writing, zero
/// widths, tags and foreign line ends. Such signs stand only in its strings.
private func escapingUnseen(_ json: String) -> String {
  guard json.unicodeScalars.contains(where: isUnseen) else { return json }
  var escaped = ""
  escaped.reserveCapacity(json.utf8.count)
  for scalar in json.unicodeScalars {
    guard isUnseen(scalar) else {
      escaped.unicodeScalars.append(scalar)
      continue
    }
    for unit in scalar.utf16 {
      let digits = String(unit, radix: 16, uppercase: true)
      escaped += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
  }
  return escaped
}

private func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
  // What stands below is seen, or has been escaped.
  guard scalar.value >= 0x7F else { return false }
  return switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator: true
  default: false
  }
}
