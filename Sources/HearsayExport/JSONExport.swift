import Foundation
import HearsayModel

/// The contract, one key to a line.
func jsonObject(of analysis: Analysis) throws -> String {
  try json(of: analysis, [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes])
}

/// The contract on one line.
func jsonLine(of analysis: Analysis) throws -> String {
  try json(of: analysis, [.sortedKeys, .withoutEscapingSlashes])
}

/// JSON in the order of its keys: the same input gives the same bytes.
func json(of value: some Encodable, _ formatting: JSONEncoder.OutputFormatting) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = formatting
  return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
}
