import HearsayModel
import HearsayResources

extension Template {
  /// A template by its name, for a command.
  ///
  /// - Throws: exit status 1 after a sentence, where there is none or it cannot be read.
  init(called name: String) throws {
    let resources = try Resources.located()
    do throws(SettingsProblem) {
      self = try SettingsFolder(environment: Variables()).template(called: name, in: resources)
    } catch {
      throw error.said()
    }
  }
}
