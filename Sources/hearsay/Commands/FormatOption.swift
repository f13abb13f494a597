public import ArgumentParser
public import HearsayExport

// Forms on the command line: what there is to choose, and what each of them is.
extension ExportFormat: ExpressibleByArgument {
  /// The form of this name.
  public init?(argument: String) {
    guard let format = Self.allCases.first(where: { $0.name == argument }) else { return nil }
    self = format
  }

  /// What the help calls it.
  public var defaultValueDescription: String { name }

  /// What there is to choose.
  public static var allValueStrings: [String] { allCases.map(\.name) }

  /// What shells complete.
  public static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }

  /// `text|markdown|html`
  static var choices: String { allValueStrings.joined(separator: "|") }

  /// *text, markdown or html.*
  static var help: ArgumentHelp {
    let names = allValueStrings
    return "\(names.dropLast().joined(separator: ", ")) or \(names.last ?? "")."
  }

  /// A line for each: its name, and what it is.
  static var table: String {
    let width = allValueStrings.map(\.count).max() ?? 0
    return allCases.map { format in
      let gap = String(repeating: " ", count: width - format.name.count + 2)
      return format.name + gap + format.about
    }.joined(separator: "\n")
  }
}
