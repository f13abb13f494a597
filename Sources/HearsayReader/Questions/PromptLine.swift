/// What the lowest row shows of a question, and what stands above it.
struct PromptLine {
  /// What stands before what is typed.
  var lead: String
  /// What stands at the right edge.
  var status = ""
  /// The characters at fault.
  var wrong: Range<Int>?
  /// What is said in the row above.
  var above: Line?
  /// Whether the ways to complete what is typed stand there instead, where there are any.
  var offers = false

  init(_ lead: String, status: String = "", above: Line? = nil, offers: Bool = false) {
    self.lead = lead
    self.status = status
    self.above = above
    self.offers = offers
  }
}
