import ArgumentParser
import Foundation
import HearsayEngine
import HearsayResources
import HearsayStore

extension Resources {
  /// The program's own files.
  ///
  /// - Throws: exit status 1, after a sentence on standard error, where they are not found.
  static func located() throws -> Resources {
    do {
      return try locate()
    } catch {
      complain("\(error)")
      throw ExitCode.trouble
    }
  }
}

extension Store {
  /// The library of this environment.
  ///
  /// - Throws: a ``StoreError``, or ``NoHome`` where there is no folder to keep it in.
  static func openDefault(
    environment: [String: String], access: StoreAccess = .readWrite
  ) throws -> Store {
    guard let folder = defaultFolder(environment: environment) else { throw NoHome() }
    return try open(at: folder, access: access)
  }
}

/// Nobody said where a library could be kept.
struct NoHome: Error, CustomStringConvertible {
  var description: String {
    "Neither XDG_DATA_HOME nor HOME names a folder, so nothing that is read or marked can be kept."
  }
}

extension Engine {
  /// The engine of an analyzer.
  init(_ analyzer: Analyzer) {
    self.init(version: analyzer.engine, notice: analyzer.notice) { article, goesOn in
      analyzer.analyze(article, progress: goesOn)
    }
  }
}
