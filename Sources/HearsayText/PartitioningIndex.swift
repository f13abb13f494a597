extension RandomAccessCollection where Index == Int {
  /// The first index whose element fulfils `isLate`, where all after it do too.
  @inlinable
  package func partitioningIndex(where isLate: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if isLate(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
