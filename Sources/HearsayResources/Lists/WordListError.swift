/// Why a language's word lists cannot be used, and where.
public struct WordListError: Error, Hashable, Sendable {
  /// What is wrong with a line or a section.
  public enum Reason: Hashable, Sendable {
    /// A heading without its closing bracket, or with nothing in it.
    case unclosedHeading
    /// The file has this heading already.
    case secondHeading
    /// A line that stands before any heading.
    case noHeading
    /// The program asks for a section that is not there.
    case missing(String)
    /// A table without a row that the program asks for.
    case missingRow(String, in: String)
    /// Nothing in the program asks for this section.
    case unread(String)
    /// An empty word, a capital, or a mark that no list has.
    case word(String)
    /// A line of a map without its colon, or with two.
    case notInMap
    /// A word that the map has already.
    case twice(String)
    /// A table that doesn't name these columns.
    case otherColumns([String])
    /// A row with too many cells, or too few.
    case cells(Int, of: Int)
    /// A cell that says nothing the program knows.
    case cell(String, column: String)
  }

  /// The file, without its ending.
  public var file: String
  /// The line, counted from 1; `nil` where it is something missing.
  public var line: Int?
  /// What is wrong.
  public var reason: Reason

  package init(_ file: String, _ line: Int?, _ reason: Reason) {
    self.file = file
    self.line = line
    self.reason = reason
  }
}

extension WordListError: CustomStringConvertible {
  /// One sentence for a person: "Word list roles.txt, line 19: the program has no use for [unions]."
  public var description: String {
    "Word list \(file).txt\(line.map { ", line \($0)" } ?? ""): \(fault)."
  }

  private var fault: String {
    switch reason {
    case .unclosedHeading: "a heading has brackets on both sides"
    case .secondHeading: "the file has this heading already"
    case .noHeading: "words stand under a heading"
    case .missing(let heading): "the section [\(heading)] is missing"
    case .missingRow(let row, let heading): "the table [\(heading)] has no line “\(row)”"
    case .unread(let heading): "the program has no use for [\(heading)]"
    case .word(""): "there is nothing between two commas"
    case .word(let word): "“\(word)” has a capital or a mark that no word has"
    case .notInMap: "a word, a colon, and what belongs to it are expected"
    case .twice(let word): "“\(word)” was there before"
    case .otherColumns(let columns): "the columns should be \(columns.joined(separator: " | "))"
    case .cells(let count, let wanted): "\(wanted) cells are expected, not \(count)"
    case .cell("", let column): "there is nothing under “\(column)”"
    case .cell(let cell, let column): "“\(cell)” is unknown under “\(column)”"
    }
  }
}
