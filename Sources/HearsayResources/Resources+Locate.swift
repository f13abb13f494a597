import Foundation

extension Resources {
  /// The resources of this program.
  ///
  /// A folder named by `HEARSAY_RESOURCES` is taken at its word, and it is an error when it isn't there.
  /// Otherwise the folder beside the program, or beside any folder above it, is used, so that an installed
  /// `bin/hearsay` finds `share/hearsay` and a freshly built one finds what the build copied.
  public static func locate() throws -> Resources {
    try locate(named: getenv("HEARSAY_RESOURCES").map { String(cString: $0) }, beside: programs)
  }

  /// The resources for a program at one of `programs`, or in the folder `named` by the reader.
  package static func locate(named: String?, beside programs: @autoclosure () -> [String]) throws
    -> Resources
  {
    if let named, !named.isEmpty {
      let folder = URL(fileURLWithPath: named, isDirectory: true).path
      guard isResources(folder) else { throw ResourceError.notFound(looked: [folder]) }
      return Resources(path: folder)
    }
    let programs = programs()
    let places = programs.flatMap { Self.places(beside: $0) }
    guard let folder = places.first(where: { isResources($0) }) else {
      throw ResourceError.notFound(
        looked: programs.map { ($0 as NSString).deletingLastPathComponent })
    }
    return Resources(path: folder)
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
    access(folder + "/languages", F_OK) == 0
  }

  /// This program, with links followed; and for tests the bundle they were built into, named on the command line.
  private static var programs: [String] {
    // The system has followed the links. Where it does not tell, the slower way is left.
    let own = thisProgram ?? Bundle.main.executablePath.map(followed)
    let bundles = CommandLine.arguments.filter {
      $0.hasSuffix(".xctest") || $0.hasSuffix(".xctest/")
    }
    return [own].compactMap(\.self)
      + bundles.map(followed)
  }

  private static func followed(_ path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().path
  }

  /// What the system says is running; `nil` where it does not tell.
  private static var thisProgram: String? {
    var letters = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &letters, letters.count)
    return count > 0
      ? String(decoding: letters[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self) : nil
  }
}
