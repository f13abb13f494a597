import HearsayLanguage
import HearsayModel

extension JudgedAttribution {
  /// The links of its sentence, outside of what is said, that lead to another site than the article's own.
  var reportLinks: [ArticleLink] {
    let links = document.article.links
    guard !links.isEmpty, let place = own.cue ?? own.content.first,
      let index = document.sentenceIndex(at: place.start)
    else { return [] }
    let sentence = document.sentences[index].span
    let home = document.article.url.flatMap(ArticleLink.host)
    return links.filter { link in
      sentence.overlaps(link.span) && !own.content.contains { $0.contains(link.span) }
        && ArticleLink.host(of: link.address) != home
    }
  }

  /// Where the report of an outlet in the chain is to be found: the link on its name, or the only one of the sentence
  /// where there is no other outlet that it could belong to.
  func address(ofReportBy entity: Int, mentions: [Span]) -> String? {
    guard relays.contains(entity) else { return nil }
    let links = reportLinks
    let onName = links.first { link in mentions.contains { $0.overlaps(link.span) } }
    return (onName ?? (relays.count == 1 && links.count == 1 ? links.first : nil))?.address
  }
}
