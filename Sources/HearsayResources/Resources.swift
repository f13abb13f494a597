public import Foundation

/// The folder of data files that the program reads: word lists, keys, themes, the model, samples.
///
/// Found at run time, because a program that was moved must still work: the accessor that the package
/// manager makes stops the program when its bundle is gone, and never looks into `../share`.
public struct Resources: Sendable {
  /// The folder itself.
  public var folder: URL { URL(fileURLWithPath: root, isDirectory: true) }
  /// Its path: an address takes longer to make than a start may wait, several times.
  private let root: String

  /// The resources in `folder`, whatever it holds.
  public init(folder: URL) {
    root = folder.path
  }

  /// The resources in the folder of this path.
  init(path: String) { root = path }
}

// MARK: - Reading

extension Resources {
  /// Where a file of this name stands, whether or not it is there: `url("languages/en/roles.txt")`.
  public func url(_ name: String) -> URL {
    URL(fileURLWithPath: path(name))
  }

  /// Path of a file of this name, for those who open files by path.
  public func path(_ name: String) -> String {
    "\(root)/\(name)"
  }

  /// The words of a text file: `text("languages/en/roles.txt")`. Bad UTF-8 is repaired.
  public func text(_ name: String) throws -> String {
    String(decoding: try bytes(name), as: UTF8.self)
  }

  /// The bytes of a file.
  public func bytes(_ name: String) throws -> Data {
    guard let bytes = FileManager.default.contents(atPath: path(name)) else {
      throw ResourceError.unreadable(path: path(name))
    }
    return bytes
  }

  /// Names of the files in a folder, sorted: `names(in: "themes")`. Empty where there is no such folder.
  public func names(in folder: String) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: path(folder))
    return (names ?? []).filter { !$0.hasPrefix(".") }.sorted()
  }
}

extension Resources {
  /// Path of the trained model, of several the last by name; `nil` where there is none.
  public var model: String? {
    names(in: "model").last { $0.hasSuffix(".model") }.map { path("model/\($0)") }
  }
}

// MARK: - What can go wrong

/// Why the program's data cannot be read.
public enum ResourceError: Error, Hashable, Sendable {
  /// No folder of resources stands at any of these places.
  case notFound(looked: [String])
  /// The folder is there, a file in it is not.
  case unreadable(path: String)
}

extension ResourceError: CustomStringConvertible {
  /// One sentence for a person, with what they can do.
  public var description: String {
    switch self {
    case .notFound(let looked):
      let places = looked.isEmpty ? "" : " (looked in \(looked.joined(separator: ", ")))"
      return
        "The data files of hearsay are missing: set HEARSAY_RESOURCES to their folder\(places)."
    case .unreadable(let path):
      return "The data file \(path) cannot be read."
    }
  }
}
