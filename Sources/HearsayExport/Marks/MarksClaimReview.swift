import Foundation
import HearsayModel

extension MarksFormat {
  /// What has been decided, as schema.org's ClaimReview in JSON-LD.
  public static var claimreview: Self {
    ExportFormat(
      FileKind("claimreview", endings: ["jsonld"]),
      about: "what was decided, as schema.org's ClaimReview (JSON-LD)"
    ) { try marksReviews(of: $0.marks) }
  }
}

/// What has been decided of marks, as schema.org's ClaimReview: a skeleton for a page that says so.
///
/// Only what the reader has confirmed, refuted or found inconclusive; what is open or dropped is nobody's verdict.
/// Who reviews and where that stands is not known here: `author` and `url` are `null`, to be filled in.
func marksReviews(of marks: [Mark]) throws -> String {
  let reviews = marks.compactMap(ReviewJSON.init)
  return try jsonText(
    of: ReviewsJSON(graph: reviews), [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes])
}

private struct ReviewsJSON: Encodable {
  var context = "https://schema.org"
  var graph: [ReviewJSON]

  enum CodingKeys: String, CodingKey {
    case context = "@context"
    case graph = "@graph"
  }
}

private struct ReviewJSON: Encodable {
  var id: String
  var type = "ClaimReview"
  var claimReviewed: String
  var datePublished: String
  @Written var url: String?
  @Written var author: String?
  var itemReviewed: ClaimJSON
  var reviewRating: RatingJSON
  /// What it rests on: addresses of evidence.
  var citation: [String]?
  var keywords: [String]?

  enum CodingKeys: String, CodingKey {
    case id = "@id"
    case type = "@type"
    case claimReviewed, datePublished, url, author, itemReviewed, reviewRating, citation, keywords
  }

  init?(_ mark: Mark) {
    guard let rating = RatingJSON(mark.status) else { return nil }
    id = "urn:uuid:" + mark.id.uuidString.lowercased()
    claimReviewed = mark.saying().text(in: .unicode)
    datePublished = day(mark.modified)
    itemReviewed = ClaimJSON(mark)
    reviewRating = rating
    let addresses = mark.evidence.filter(\.isAddress).map(\.text)
    citation = addresses.isEmpty ? nil : addresses
    keywords = mark.tags.isEmpty ? nil : mark.tags
  }
}

/// Five is true, one is false; what was found inconclusive has no number, only its word.
private struct RatingJSON: Encodable {
  var type = "Rating"
  var alternateName: String
  var bestRating: Int?
  var worstRating: Int?
  var ratingValue: Int?

  enum CodingKeys: String, CodingKey {
    case type = "@type"
    case alternateName, bestRating, worstRating, ratingValue
  }

  init?(_ status: Mark.Status) {
    switch status {
    case .confirmed: (alternateName, ratingValue) = ("Confirmed", 5)
    case .refuted: (alternateName, ratingValue) = ("Refuted", 1)
    case .inconclusive: alternateName = "Inconclusive"
    case .todo, .doing, .waiting, .dropped: return nil
    }
    if ratingValue != nil { (bestRating, worstRating) = (5, 1) }
  }
}

private struct ClaimJSON: Encodable {
  var type = "Claim"
  var author: NamedJSON?
  var datePublished: String?
  var appearance: AppearanceJSON

  enum CodingKeys: String, CodingKey {
    case type = "@type"
    case author, datePublished, appearance
  }

  init(_ mark: Mark) {
    let snapshot = mark.snapshot
    author = snapshot.source.map { NamedJSON(type: snapshot.kind.schemaType, name: $0) }
    datePublished = snapshot.published
    appearance = AppearanceJSON(
      headline: snapshot.articleTitle, url: mark.address, datePublished: snapshot.published,
      publisher: snapshot.publisher.map { NamedJSON(type: "Organization", name: $0) })
  }
}

private struct AppearanceJSON: Encodable {
  var type = "NewsArticle"
  var headline: String?
  var url: String?
  var datePublished: String?
  var publisher: NamedJSON?

  enum CodingKeys: String, CodingKey {
    case type = "@type"
    case headline, url, datePublished, publisher
  }
}

private struct NamedJSON: Encodable {
  var type: String
  var name: String

  enum CodingKeys: String, CodingKey {
    case type = "@type"
    case name
  }
}

extension SourceKind {
  /// What schema.org calls it.
  fileprivate var schemaType: String {
    switch self {
    case .person, .author: "Person"
    case .group, .organisation: "Organization"
    case .outlet: "NewsMediaOrganization"
    case .document, .none: "Thing"
    }
  }
}
