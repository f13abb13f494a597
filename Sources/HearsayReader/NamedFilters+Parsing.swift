package import HearsayModel

extension NamedFilters {
  /// Reads filters with names, each in a line `name = filter`; of two of one name the later one holds.
  ///
  /// - Throws: ``FileProblems``, with the line of everything that is wrong.
  package init(parsing text: String, over base: NamedFilters = NamedFilters()) throws {
    self = base
    var (settings, problems) = Setting.read(text)
    settings.sort { $0.line < $1.line }
    for setting in settings {
      do throws(Filter.Problem) {
        try keep(setting.value, as: setting.name)
      } catch {
        problems.append(.init(line: setting.line, sentence: error.sentence))
      }
    }
    if !problems.isEmpty { throw FileProblems(problems: problems) }
  }
}
