extension Mark {
  /// The day by which it is to be settled; `nil` where there is none, or where it is no day.
  public var dueDay: Day? { due.flatMap { Day($0) } }

  /// Whether there is still something to do although its day has passed.
  public func isOverdue(on today: Day) -> Bool {
    status.isOpen && (dueDay.map { $0 < today } ?? false)
  }
}
