package import HearsayLanguage
package import HearsayModel
import HearsayResources

extension Language {
  /// English, loaded once for all tests.
  package static let english: Language = {
    do {
      return try Language("en", in: .locate())
    } catch {
      fatalError("The English word lists cannot be read: \(error)")
    }
  }()
}

extension Document {
  /// An English article, read.
  package init(_ article: Article) { self.init(article, .english) }
}
