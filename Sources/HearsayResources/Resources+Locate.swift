package import Foundation

extension Resources {
  /// The resources of this program.
  ///
  /// A folder named by `HEARSAY_RESOURCES` is taken at its word, and it is an error when it isn't there.
  /// Otherwise the folder beside the program, or beside any folder above it, is used, so that an installed
  /// `bin/hearsay` finds `share/hearsay` and a freshly built one finds what the build copied.
  public static func locate() throws -> Resources {
    try locate(
      named: ProcessInfo.processInfo.environment["HEARSAY_RESOURCES"], beside: programs)
  }

  /// The resources for a program at one of `programs`, or in the folder `named` by the reader.
  package static func locate(named: String?, beside programs: [URL]) throws -> Resources {
    if let named, !named.isEmpty {
      let folder = URL(fileURLWithPath: named, isDirectory: true)
      guard isResources(folder.path) else { throw ResourceError.notFound(looked: [folder.path]) }
      return Resources(folder: folder)
    }
    let places = programs.flatMap { Self.places(beside: $0.path) }
    guard let folder = places.first(where: { isResources($0) }) else {
      throw ResourceError.notFound(looked: programs.map { $0.deletingLastPathComponent().path })
    }
    return Resources(folder: URL(fileURLWithPath: folder, isDirectory: true))
  }

  /// What a folder of resources is called: by the build, by hand, and where programs are installed.
  private static let names = [
    "hearsay_HearsayResources.resources/Resources", "hearsay_HearsayResources.bundle/Resources",
    "share/hearsay", "Resources",
  ]

  /// Where to look for the program at `program`, nearest first. Paths, because every start waits for this.
  private static func places(beside program: String) -> [String] {
    var places: [String] = []
    var folder = program[...]
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      places += names.map { "\(folder)/\($0)" }
    }
    return places
  }

  /// A folder with our word lists in it; any other `Resources` on the way up is somebody else's.
  private static func isResources(_ folder: String) -> Bool {
    FileManager.default.fileExists(atPath: folder + "/lexicon")
  }

  /// This program, with links followed; and for tests the bundle they were built into, named on the command line.
  private static var programs: [URL] {
    // The system has followed the links. Where it does not tell, the slower way is left.
    let own =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      .map { URL(fileURLWithPath: $0, isDirectory: false) }
      ?? Bundle.main.executablePath.map { URL(fileURLWithPath: $0).resolvingSymlinksInPath() }
    let bundles = CommandLine.arguments.filter {
      $0.hasSuffix(".xctest") || $0.hasSuffix(".xctest/")
    }
    return [own].compactMap(\.self)
      + bundles.map { URL(fileURLWithPath: $0).resolvingSymlinksInPath() }
  }
}
