// The elements of podcasts and of Media RSS.
extension FeedBuilder {
  static let mediaStarts: [String: ElementStart] = [
    "itunes_author": { builder, _ in builder.startAuthor() },
    "itunes_name": { builder, _ in builder.push("name", isKept: false) },
    "itunes_email": { builder, _ in builder.push("email", isKept: false) },
    "itunes_subtitle": { $0.pushContent("subtitle", $1, type: "text/plain") },
    "itunes_summary": { $0.startSummary($1) },
    "itunes_owner": { builder, _ in
      builder.isIn.publisher = true
      builder.push("publisher", isKept: false)
    },
    "itunes_category": {
      $0.addTag($1["text"], scheme: "http://www.itunes.com/")
      $0.push("category", isKept: true)
    },
    "itunes_image": { $0.startPodcastImage($1) }, "itunes_link": { $0.startPodcastImage($1) },
    "media_category": {
      var attributes = $1
      if attributes["scheme"] == nil {
        attributes["scheme"] = "http://search.yahoo.com/mrss/category_schema"
      }
      $0.startCategory(attributes)
    },
    "media_title": { coreStarts["title"]?($0, $1) }, "media_group": { _, _ in },
    "media_description": { $0.startDescription($1) },
    "media_rating": { $0.startMedia("rating", $1) },
    "media_restriction": { $0.startMedia("restriction", $1) },
    "media_license": { $0.startMedia("license", $1) },
    "media_credit": {
      $0.context.append(FeedRecord($1, hasSynonyms: false), to: "media_credit")
      $0.push("credit", isKept: true)
    },
    "media_content": {
      $0.context.append(FeedRecord($1, hasSynonyms: false), to: "media_content")
    },
    "media_thumbnail": {
      $0.push("url", isKept: true)
      $0.context.append(FeedRecord($1, hasSynonyms: false), to: "media_thumbnail")
    },
    "media_player": {
      $0.push("media_player", isKept: false)
      $0.context["media_player"] = .record(FeedRecord($1))
    },
    "psc_chapters": { $0.startChapters($1) }, "psc_chapter": { $0.startChapter($1) },
  ]

  static let mediaEnds: [String: ElementEnd] = [
    "itunes_author": { $0.endAuthor() }, "itunes_category": { $0.endCategory() },
    "itunes_name": { $0.endName() }, "itunes_email": { $0.endEmail() },
    "itunes_subtitle": { $0.popContent("subtitle") }, "itunes_summary": { $0.endSummary() },
    "itunes_owner": {
      $0.pop("publisher")
      $0.isIn.publisher = false
      $0.syncPerson("publisher")
    },
    "itunes_keywords": { $0.endKeywords("itunes_keywords", scheme: "http://www.itunes.com/") },
    "itunes_block": {
      let value = $0.pop("itunes_block", strips: false)
      $0.context["itunes_block"] = .integer(value == "yes" || value == "Yes" ? 1 : 0)
    },
    "itunes_explicit": { $0.endExplicit() },
    "media_category": { $0.endCategory() },
    "media_keywords": { $0.endKeywords("media_keywords", scheme: nil) },
    "media_title": {
      let titleDepth = $0.titleDepth
      $0.endTitle()
      $0.titleDepth = titleDepth
    },
    "media_description": { $0.endDescription() }, "media_rating": { $0.endMedia("rating") },
    "media_restriction": { $0.endRestriction() }, "media_license": { $0.endMedia("license") },
    "media_credit": {
      guard let credit = $0.pop("credit"), !credit.stripped.isEmpty else { return }
      $0.context.list("media_credit").last?["content"] = .string(credit)
    },
    "media_thumbnail": {
      guard let address = $0.pop("url"), !address.stripped.isEmpty,
        let last = $0.context.list("media_thumbnail").last, last["url"] == nil
      else { return }
      last["url"] = .string(address)
    },
    "media_player": {
      let value = $0.pop("media_player")
      $0.context.record("media_player")?["content"] = .optional(value)
    },
    "psc_chapters": { $0.isIn.chapters = false },
  ]
}

extension FeedBuilder {
  private func startPodcastImage(_ attributes: FeedAttributes) {
    push("itunes_image", isKept: false)
    guard
      let address = [attributes["href"], attributes["url"]].compactMap({ $0 })
        .first(where: { !$0.isEmpty })
    else { return }
    let image = FeedRecord()
    image["href"] = .string(address)
    context["image"] = .record(image)
  }

  private func endKeywords(_ name: String, scheme: String?) {
    for term in (pop(name) ?? "").split(separator: ",") where !term.stripped.isEmpty {
      addTag(term.stripped, scheme: scheme)
    }
  }

  /// Yes, no, or nothing said.
  private func endExplicit() {
    switch pop("itunes_explicit", strips: false) {
    case "yes", "true": context["itunes_explicit"] = .bool(true)
    case "clean", "no", "false": context["itunes_explicit"] = .bool(false)
    default: context["itunes_explicit"] = .null
    }
  }

  private func startMedia(_ name: String, _ attributes: FeedAttributes) {
    if context["media_" + name] == nil {
      context["media_" + name] = .record(FeedRecord(attributes, hasSynonyms: false))
    }
    push(name, isKept: true)
  }

  private func endMedia(_ name: String) {
    guard let value = pop(name), !value.stripped.isEmpty else { return }
    context.record("media_" + name)?["content"] = .string(value)
  }

  private func endRestriction() {
    guard let value = pop("restriction"), !value.stripped.isEmpty else { return }
    let countries = value.split(separator: " ", omittingEmptySubsequences: false)
    context.record("media_restriction")?["content"] = .list(
      countries.map { .string($0.stripped.lowercased()) })
  }
}

// MARK: - Chapters

extension FeedBuilder {
  private func startChapters(_ attributes: FeedAttributes) {
    guard context["psc_chapters"] == nil else { return }
    isIn.chapters = true
    let chapters = FeedRecord(attributes)
    chapters["chapters"] = .list([])
    context["psc_chapters"] = .record(chapters)
  }

  private func startChapter(_ attributes: FeedAttributes) {
    guard isIn.chapters else { return }
    let chapter = FeedRecord(attributes)
    chapter["start_parsed"] = Self.seconds(attributes["start"] ?? "").map { .number($0) } ?? .null
    context.record("psc_chapters")?.append(chapter, to: "chapters")
  }

  /// Seconds from `01:02:03.456`.
  private static func seconds(_ text: String) -> Double? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Double($0) }
    guard (2...3).contains(parts.count) else { return nil }
    return parts.reduce(0) { sum, part in part.flatMap { part in sum.map { $0 * 60 + part } } }
  }
}
