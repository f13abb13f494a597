extension JudgedAttribution {
  /// The quotation marks of what is said do not pair as they should.
  var hasOddMarks: Bool {
    own.content.contains { piece in
      document.quotationRange(over: piece).contains { !document.quotations[$0].oddities.isEmpty }
    }
  }
}
