import ArgumentParser
import Foundation
import HearsayConfiguration
import HearsayEngine
import HearsayLanguage
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

extension Store {
  /// The library of this environment, where there is one; one of an older hearsay is brought up to date.
  ///
  /// - Returns: `nil` where there is none yet: who has never read or marked anything made no mistake.
  static func openIfThere(
    environment: [String: String], access: StoreAccess
  ) throws -> Store? {
    do {
      // Looked for first, because opening to write would make one.
      let store = try openDefault(environment: environment, access: .readOnly)
      return access == .readOnly ? store : try openDefault(environment: environment)
    } catch let error as StoreError {
      switch error.reason {
      case .tooOld: return try openDefault(environment: environment)
      case .absent: return nil
      default: throw error
      }
    }
  }
}

/// Nobody said where a library could be kept.
struct NoHome: Error, CustomStringConvertible {
  var description: String {
    "Neither XDG_DATA_HOME nor HOME names a folder, so nothing that is read or marked can be kept."
  }
}

extension Analyzer {
  /// The analyzer that the person wants: with the trained tagger, or with rules alone.
  static func wanted(_ configuration: Configuration, resources: Resources) throws -> Analyzer {
    guard !configuration.model else { return try Analyzer(resources: resources) }
    return try Analyzer(
      resources: resources, tagger: RulesTagger())
  }

  /// The analyzer that the configuration of this environment asks for, for a command that prints.
  ///
  /// What is wrong with it is said on standard error.
  static func configured(resources: Resources) throws -> Analyzer {
    let settings = try SessionSettings.located(resources: resources, postponingKeys: true)
    settings.problems.forEach { complain($0) }
    return try wanted(settings.configuration, resources: resources)
  }
}

extension SessionSettings {
  /// The settings of this environment.
  ///
  /// - Throws: exit status 1, after what is wrong with them on standard error.
  static func located(
    _ wishes: Wishes = Wishes(), resources: Resources, postponingKeys: Bool = false
  ) throws -> SessionSettings {
    do throws(SettingsProblem) {
      let folder = SettingsFolder(environment: Variables())
      return try SessionSettings(
        wishes, resources: resources, folder: folder, postponingKeys: postponingKeys)
    } catch {
      throw error.said()
    }
  }
}

extension SettingsProblem {
  /// Says it on standard error, line by line, and hands back the exit status for it.
  func said() -> ExitCode {
    description.split(separator: "\n").forEach { complain(String($0)) }
    return .trouble
  }
}

extension Analyzer {
  /// What a person should know of it, in one sentence.
  var notice: String? {
    isWithoutModel
      ? "There is no model file in the data folder: rules find the sources." : nil
  }
}

extension Engine {
  /// The engine of an analyzer.
  init(_ analyzer: Analyzer) {
    let drafts = Drafts(analyzer)
    self.init(
      version: analyzer.engine, notice: analyzer.notice,
      vectors: { analyzer.vectors(of: $0) },
      sentences: { analyzer.sentences(of: $0) },
      read: { drafts.read($0, correcting: $1, watching: $2) })
  }
}

/// The variables of the environment, each looked up when it is asked for: a dictionary of all takes longer to make than the
/// first words to draw.
struct Variables: Sendable, ExpressibleByDictionaryLiteral {
  /// Those of another environment than this process's.
  private var others: [String: String]?

  /// The variables of this process.
  init() {}

  /// These variables and no others.
  init(dictionaryLiteral variables: (String, String)...) {
    others = Dictionary(variables) { $1 }
  }

  subscript(name: String) -> String? {
    if let others { return others[name] }
    return getenv(name).map { String(cString: $0) }
  }
}
