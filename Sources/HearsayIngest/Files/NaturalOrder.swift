/// Whether one name comes before another as people count: `9 fire.txt` before `10 flood.txt`.
///
/// Runs of digits compare as numbers, letters without regard to case; names that are equal in that
/// sense keep the order of their bytes, so the order is the same on every run.
func isInNaturalOrder(_ left: String, _ right: String) -> Bool {
  let (first, second) = (naturalKey(left), naturalKey(right))
  for (one, other) in zip(first, second) where one != other { return one < other }
  return first.count == second.count ? left < right : first.count < second.count
}

/// A name as pieces: lower-cased letters one by one, numbers whole.
private func naturalKey(_ name: String) -> [NaturalPiece] {
  var pieces: [NaturalPiece] = []
  for scalar in name.lowercased().unicodeScalars {
    if let digit = digitValue(scalar) {
      if case .number(let number)? = pieces.last {
        let (grown, overflow) = number.multipliedReportingOverflow(by: 10)
        pieces[pieces.count - 1] = .number(overflow ? .max : grown &+ digit)
      } else {
        pieces.append(.number(digit))
      }
    } else {
      pieces.append(.letter(scalar))
    }
  }
  return pieces
}

private func digitValue(_ scalar: Unicode.Scalar) -> UInt64? {
  ("0"..."9").contains(scalar) ? UInt64(scalar.value - 48) : nil
}

private enum NaturalPiece: Comparable {
  case number(UInt64)
  case letter(Unicode.Scalar)
}
