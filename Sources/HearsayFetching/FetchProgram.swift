import Foundation

/// The program beside this one that fetches and reads what comes from outside: `hearsay-fetch`.
///
/// It is started anew for each request, without a shell, with limits of its own, and stopped when it takes too long:
/// whatever a page does to it costs one sentence.
public struct FetchProgram: Sendable {
  /// Where it is.
  public let path: String

  /// The program at a path.
  public init(path: String) { self.path = path }

  /// What it is called.
  private static let name = "hearsay-fetch"
  /// The most that it may answer, in bytes.
  static let longestAnswer = 64 << 20
  /// Milliseconds that it has beyond those of a request, to read what came.
  static let timeToRead = 20_000

  /// The program that belongs to this one: beside it, or in `../libexec/hearsay`.
  ///
  /// - Throws: ``FetchError/missingProgram(looked:)``.
  public static func located() throws(FetchError) -> FetchProgram {
    let folders = Self.folders
    for folder in folders where access(folder + "/" + name, X_OK) == 0 {
      return FetchProgram(path: folder + "/" + name)
    }
    throw .missingProgram(looked: folders)
  }

  private static var folders: [String] {
    guard
      let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path
        .nonEmpty(orElse: Bundle.main.executablePath)
    else { return [] }
    let own = (program as NSString).deletingLastPathComponent
    let built = CommandLine.arguments.filter { $0.hasSuffix(".xctest") }
      .map {
        (URL(fileURLWithPath: $0).resolvingSymlinksInPath().path as NSString)
          .deletingLastPathComponent
      }
    return built + [own, ((own as NSString).deletingLastPathComponent) + "/libexec/hearsay"]
  }

  /// Asks, and waits for the answer.
  ///
  /// - Parameter isStopped: asked ten times a second; nobody waits any more once it is true.
  public func answer(
    to request: FetchRequest, isStopped: () -> Bool = { false }
  ) throws(FetchError) -> FetchAnswer {
    guard var question = try? Array(JSONEncoder().encode(request)) else { throw .crashed }
    question.append(0x0A)
    question += request.bytes ?? []
    let deadline = request.limits.bounded.total + Self.timeToRead
    let written = try ChildProcess(path: path, environment: Self.environment)
      .output(
        for: question, within: deadline, atMost: Self.longestAnswer, isStopped: isStopped)
    switch try? JSONDecoder().decode(FetchReply.self, from: Data(written)) {
    case .answer(let answer): return answer
    case .error(let error): throw error
    case nil: throw .crashed
    }
  }

  /// What it gets to know of the surroundings: the proxies, where certificates are, and where its own files are.
  private static var environment: [String] {
    let passed = [
      "http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY",
      "SSL_CERT_FILE", "SSL_CERT_DIR", "HEARSAY_RESOURCES",
    ]
    return passed.compactMap { name in getenv(name).map { "\(name)=\(String(cString: $0))" } }
  }
}

extension String {
  fileprivate func nonEmpty(orElse other: String?) -> String? {
    isEmpty || self == "/proc/self/exe" ? other : self
  }
}
