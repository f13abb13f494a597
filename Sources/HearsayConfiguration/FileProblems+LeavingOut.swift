package import HearsayReader

extension FileProblems {
  /// Takes as much of a file as can be taken: a line that is wrong is left out, and the others are read without it.
  ///
  /// - Returns: what was read, and what is wrong with the lines that were left out; no result where something is wrong
  ///   that no line is to blame for.
  package static func leavingOut<Line, Result>(
    _ lines: [Line], inLine number: (Line) -> Int, _ read: ([Line]) throws -> Result
  ) -> (result: Result?, problems: [Problem]) {
    var left = lines
    var problems: [Problem] = []
    while true {
      do {
        return (try read(left), problems)
      } catch let error as FileProblems {
        problems += error.problems.filter { !problems.contains($0) }
        let wrong = Set(error.problems.map(\.line))
        let right = left.filter { !wrong.contains(number($0)) }
        guard right.count < left.count else { return (nil, problems) }
        left = right
      } catch {
        return (nil, problems + [Problem(line: left.first.map(number) ?? 1, sentence: "\(error)")])
      }
    }
  }
}
