/// What is wrong in a key map or theme, line by line.
package struct FileProblems: Error, Hashable, Sendable {
  /// One thing that is wrong.
  package struct Problem: Hashable, Sendable {
    /// Its line, from 1.
    package var line: Int
    /// What is wrong, in a sentence.
    package var sentence: String

    /// Something that is wrong in a line.
    package init(line: Int, sentence: String) {
      self.line = line
      self.sentence = sentence
    }
  }

  /// All that is wrong, in order of lines.
  package var problems: [Problem]

  /// All that is wrong in a file.
  package init(problems: [Problem]) { self.problems = problems }
}

extension FileProblems: CustomStringConvertible {
  /// One line for each problem: `7: There is no action called “fly”.`
  package var description: String { description(ofFile: nil) }

  /// One line for each problem, with the name of the file: `default.keys:7: There is …`
  package func description(ofFile name: String?) -> String {
    problems
      .map { (name.map { "\($0):" } ?? "") + "\($0.line): \($0.sentence)" }
      .joined(separator: "\n")
  }
}
