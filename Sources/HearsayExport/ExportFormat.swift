/// A form in which things of one kind leave the program: what it is called, how its files end, how it is written.
///
/// Another one is a file with an `ExportFormat` in it, and its name in `ExportFormats.swift`: the command line, its help, the
/// manual and `:write` follow.
public struct ExportFormat<Thing: Exportable>: Sendable {
  /// What it is called on the command line.
  public let name: String
  /// How its files end: the first is written, all are understood.
  public let endings: [String]
  /// What it is, for the help.
  public let about: String
  /// Whether two of them make no third one behind each other: a page, or annotations of one text.
  public let isOneToAFile: Bool
  /// Whether it is of use only with the article's text in a file beside it.
  public let needsText: Bool

  private let write: @Sendable (Thing) throws -> String

  /// A form with this name and these endings.
  init(
    _ kind: FileKind, isOneToAFile: Bool = false, needsText: Bool = false, about: String,
    write: @escaping @Sendable (Thing) throws -> String
  ) {
    (name, endings) = (kind.name, kind.endings)
    (self.about, self.isOneToAFile, self.needsText) = (about, isOneToAFile, needsText)
    self.write = write
  }

  /// A thing in this form, with a line end at its end. The same input gives the same bytes.
  ///
  /// - Throws: `EncodingError` where a figure is no number in JSON.
  public func text(of thing: Thing) throws -> String { try write(thing) }
}

/// What leaves the program.
public protocol Exportable: Sendable {
  /// The forms that it has, in the order of the help.
  static var formats: [ExportFormat<Self>] { get }
}

/// The name of a form, and how its files end.
struct FileKind {
  var name: String
  var endings: [String]

  /// A kind of files of this name, which end in it unless something else is said.
  init(_ name: String, endings: [String] = []) {
    (self.name, self.endings) = (name, endings.isEmpty ? [name] : endings)
  }

  // What several things can be written as.
  static let brat = FileKind("brat", endings: ["ann"])
  static let html = FileKind("html", endings: ["html", "htm"])
  static let json = FileKind("json")
  static let jsonl = FileKind("jsonl")
  static let markdown = FileKind("markdown", endings: ["md", "markdown"])
  static let text = FileKind("text", endings: ["txt", "text"])
}

// MARK: - One of several

extension ExportFormat: Hashable, CaseIterable {
  /// The forms that this kind of thing has.
  public static var allCases: [ExportFormat] { Thing.formats }

  /// Whether they are called the same.
  public static func == (one: ExportFormat, other: ExportFormat) -> Bool { one.name == other.name }

  /// Feeds its name to the hasher.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension ExportFormat: CustomStringConvertible {
  /// Its name.
  public var description: String { name }
}
