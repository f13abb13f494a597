// The elements of RSS, RDF, Atom and CDF.
extension FeedBuilder {
  static let coreStarts: [String: ElementStart] = [
    "rss": { $0.startRSS($1) }, "channel": { $0.startChannel($1) },
    "feed": { $0.startAtom($1) }, "image": { builder, _ in builder.startImage() },
    "textinput": { builder, _ in builder.startTextInput() },
    "author": { builder, _ in builder.startAuthor() },
    "managingeditor": { builder, _ in builder.startAuthor() },
    "contributor": { builder, _ in builder.startContributor() },
    "name": { builder, _ in builder.push("name", isKept: false) },
    "width": { builder, _ in builder.push("width", isKept: false) },
    "height": { builder, _ in builder.push("height", isKept: false) },
    "url": { builder, _ in builder.push("href", isKept: true) },
    "homepage": { builder, _ in builder.push("href", isKept: true) },
    "uri": { builder, _ in builder.push("href", isKept: true) },
    "email": { builder, _ in builder.push("email", isKept: false) },
    "subtitle": { $0.pushContent("subtitle", $1, type: "text/plain") },
    "tagline": { $0.pushContent("subtitle", $1, type: "text/plain") },
    "rights": { $0.pushContent("rights", $1, type: "text/plain") },
    "copyright": { $0.pushContent("rights", $1, type: "text/plain") },
    "item": { $0.startEntry($1) }, "entry": { $0.startEntry($1) },
    "language": { builder, _ in builder.push("language", isKept: true) },
    "webmaster": { builder, _ in builder.push("publisher", isKept: true) },
    "published": { builder, _ in builder.push("published", isKept: true) },
    "issued": { builder, _ in builder.push("published", isKept: true) },
    "pubdate": { builder, _ in builder.push("published", isKept: true) },
    "updated": { builder, _ in builder.push("updated", isKept: true) },
    "modified": { builder, _ in builder.push("updated", isKept: true) },
    "lastbuilddate": { builder, _ in builder.push("updated", isKept: true) },
    "created": { builder, _ in builder.push("created", isKept: true) },
    "expirationdate": { builder, _ in builder.push("expired", isKept: true) },
    "category": { $0.startCategory($1) }, "keywords": { $0.startCategory($1) },
    "cloud": { $0.context["cloud"] = .record(FeedRecord($1)) },
    "link": { $0.startLink($1) }, "guid": { $0.startID($1) }, "id": { $0.startID($1) },
    "title": { $0.startTitle($1) }, "description": { $0.startDescription($1) },
    "abstract": {
      $0.pushContent("description", $1, type: "text/plain", isKept: $0.isAboutSomething)
    },
    "info": { $0.pushContent("info", $1, type: "text/plain") },
    "feedburner_browserfriendly": { $0.pushContent("info", $1, type: "text/plain") },
    "generator": { $0.startGenerator($1) }, "summary": { $0.startSummary($1) },
    "enclosure": { $0.startEnclosure($1) }, "source": { $0.startSource($1) },
    "content": { $0.startContent($1) },
    "body": { $0.pushContent("content", $1, type: xhtml) },
    "xhtml_body": { $0.pushContent("content", $1, type: xhtml) },
    "content_encoded": { $0.startEncodedContent($1) }, "fullitem": { $0.startEncodedContent($1) },
    "newlocation": { builder, _ in builder.push("newlocation", isKept: true) },
    "tags": { builder, _ in builder.push("tags", isKept: true) },
    "admin_generatoragent": { $0.startGeneratorAgent($1) },
    "admin_errorreportsto": { $0.startErrorReports($1) },
  ]

  static let coreEnds: [String: ElementEnd] = [
    "channel": { $0.isIn.feed = false }, "feed": { $0.isIn.feed = false },
    "image": { $0.endImage() }, "textinput": { $0.endTextInput() },
    "author": { $0.endAuthor() }, "managingeditor": { $0.endAuthor() },
    "contributor": { $0.endContributor() }, "name": { $0.endName() },
    "width": { $0.endSize("width") }, "height": { $0.endSize("height") },
    "url": { $0.endAddress() }, "homepage": { $0.endAddress() }, "uri": { $0.endAddress() },
    "email": { $0.endEmail() }, "subtitle": { $0.popContent("subtitle") },
    "tagline": { $0.popContent("subtitle") }, "rights": { $0.popContent("rights") },
    "copyright": { $0.popContent("rights") }, "item": { $0.endEntry() },
    "entry": { $0.endEntry() }, "language": { $0.language = $0.pop("language") },
    "webmaster": { $0.endPublisher() }, "published": { $0.endDate("published") },
    "issued": { $0.endDate("published") }, "pubdate": { $0.endDate("published") },
    "updated": { $0.endDate("updated") }, "modified": { $0.endDate("updated") },
    "lastbuilddate": { $0.endDate("updated") }, "created": { $0.endDate("created") },
    "expirationdate": { $0.endDate("expired") }, "category": { $0.endCategory() },
    "keywords": { $0.endCategory() }, "link": { $0.pop("link") }, "guid": { $0.endID() },
    "id": { $0.endID() }, "title": { $0.endTitle() }, "description": { $0.endDescription() },
    "abstract": { $0.endDescription() }, "info": { $0.popContent("info") },
    "feedburner_browserfriendly": { $0.popContent("info") },
    "generator": { $0.endGenerator() }, "summary": { $0.endSummary() },
    "source": { $0.endSource() }, "content": { $0.endContent() }, "body": { $0.endContent() },
    "xhtml_body": { $0.endContent() }, "content_encoded": { $0.endContent() },
    "fullitem": { $0.endContent() }, "newlocation": { $0.endNewLocation() },
    "tags": { $0.endTags() },
  ]
}

// MARK: - Feeds and entries

extension FeedBuilder {
  private func startRSS(_ attributes: FeedAttributes) {
    guard !version.hasPrefix("rss") else { return }
    let said = attributes["version"] ?? ""
    let versions = ["0.91": "rss091u", "0.92": "rss092", "0.93": "rss093", "0.94": "rss094"]
    version = versions[said] ?? (said.hasPrefix("2.") ? "rss20" : "rss")
  }

  private func startChannel(_ attributes: FeedAttributes) {
    isIn.feed = true
    startCDF(attributes)
  }

  private func startAtom(_ attributes: FeedAttributes) {
    isIn.feed = true
    guard version.isEmpty else { return }
    let versions = ["0.1": "atom01", "0.2": "atom02", "0.3": "atom03"]
    version = versions[attributes["version"] ?? ""] ?? "atom"
  }

  private func startEntry(_ attributes: FeedAttributes) {
    entries.append(FeedRecord())
    push("item", isKept: false)
    isIn.entry = true
    idIsLink = false
    titleDepth = -1
    if let id = attribute("rdf:about", in: attributes), !id.isEmpty { context["id"] = .string(id) }
    startCDF(attributes)
  }

  /// CDF says in attributes what others say in elements.
  private func startCDF(_ attributes: FeedAttributes) {
    if let date = attributes["lastmod"] {
      push("updated", isKept: true)
      append(date)
      endDate("updated")
    }
    if let address = attributes["href"] {
      startLink(FeedAttributes())
      append(address)
      pop("link")
    }
  }

  private func endEntry() {
    pop("item")
    isIn.entry = false
    hasContent = false
  }

  private func startSource(_ attributes: FeedAttributes) {
    if let address = attributes["url"] { source["href"] = .string(address) }
    push("source", isKept: true)
    isIn.source = true
    titleDepth = -1
  }

  private func endSource() {
    isIn.source = false
    if let title = pop("source"), !title.isEmpty { source["title"] = .string(title) }
    context["source"] = .record(source)
    source = FeedRecord()
  }

  private func endNewLocation() {
    guard let address = pop("newlocation"), context === feed else { return }
    feed["newlocation"] = .string(
      WebReference.safe(base, address.stripped, schemes: words.schemes))
  }
}

// MARK: - Days

extension FeedBuilder {
  func endDate(_ name: String) {
    let value = pop(name)
    context[name + "_parsed"] = parsedDate(value ?? "")
  }

  /// The nine numbers of a moment; nothing where it makes no sense.
  func parsedDate(_ text: String) -> FeedValue {
    guard let moment = FeedDate(words: words.dates).moment(text) else { return .null }
    return .list(moment.parts.map { .integer($0) })
  }
}

// MARK: - Titles and texts

extension FeedBuilder {
  private func startTitle(_ attributes: FeedAttributes) {
    if isInDrawing { return }
    pushContent("title", attributes, type: "text/plain", isKept: isAboutSomething)
  }

  func endTitle() {
    if isInDrawing { return }
    guard let value = popContent("title"), !value.isEmpty else { return }
    titleDepth = depth
  }

  func startDescription(_ attributes: FeedAttributes) {
    if context.has("summary"), !hasContent {
      summaryIsContent = true
      startContent(attributes)
    } else {
      pushContent("description", attributes, type: "text/html", isKept: isAboutSomething)
    }
  }

  func endDescription() {
    if summaryIsContent { endContent() } else { popContent("description") }
    summaryIsContent = false
  }

  func startSummary(_ attributes: FeedAttributes) {
    if context.has("summary"), !hasContent {
      summaryIsContent = true
      startContent(attributes)
    } else {
      pushContent("summary", attributes, type: "text/plain")
    }
  }

  func endSummary() {
    if summaryIsContent { endContent() } else { popContent("summary") }
    summaryIsContent = false
  }

  private func startContent(_ attributes: FeedAttributes) {
    hasContent = true
    pushContent("content", attributes, type: "text/plain")
    if let source = attributes["src"], !source.isEmpty { content.source = source }
  }

  private func startEncodedContent(_ attributes: FeedAttributes) {
    hasContent = true
    pushContent("content", attributes, type: "text/html")
  }

  private func endContent() {
    guard let type = content.type else {
      pop("content")
      return
    }
    let isText = ["text/plain", "text/html", Self.xhtml].contains(Self.mimeType(type))
    guard let value = popContent("content"), isText, !context.has("summary") else { return }
    context["summary"] = .string(value)
  }

  private func startGenerator(_ given: FeedAttributes) {
    var attributes = withHref(given)
    if let address = attributes["href"] { attributes["href"] = WebReference.joined(base, address) }
    context["generator_detail"] = .record(FeedRecord(attributes))
    push("generator", isKept: true)
  }

  private func endGenerator() {
    let value = pop("generator")
    context.record("generator_detail")?["name"] = .optional(value)
  }

  private func startGeneratorAgent(_ attributes: FeedAttributes) {
    let address = attribute("rdf:resource", in: attributes)
    push("generator", isKept: true)
    append(address ?? "")
    pop("generator")
    let detail = FeedRecord()
    detail["href"] = .optional(address)
    context["generator_detail"] = .record(detail)
  }

  private func startErrorReports(_ attributes: FeedAttributes) {
    push("errorreportsto", isKept: true)
    append(attribute("rdf:resource", in: attributes) ?? "")
    pop("errorreportsto")
  }
}

// MARK: - Links

extension FeedBuilder {
  /// An address goes by one name, whatever a feed calls it.
  func withHref(_ attributes: FeedAttributes) -> FeedAttributes {
    var attributes = attributes
    guard let address = attributes["url"] ?? attributes["uri"] ?? attributes["href"],
      !address.isEmpty
    else { return attributes }
    attributes["url"] = nil
    attributes["uri"] = nil
    attributes["href"] = address
    return attributes
  }

  private func startLink(_ given: FeedAttributes) {
    var attributes = given
    if attributes["rel"] == nil { attributes["rel"] = "alternate" }
    if attributes["type"] == nil {
      attributes["type"] = attributes["rel"] == "self" ? "application/atom+xml" : "text/html"
    }
    attributes = withHref(attributes)
    if let address = attributes["href"] { attributes["href"] = WebReference.joined(base, address) }
    let context = self.context
    context.beginList("links")
    if !(isIn.entry && isIn.image) { context.append(FeedRecord(attributes), to: "links") }
    guard let address = attributes["href"] else {
      push("link", isKept: isAboutSomething)
      return
    }
    let type = Self.mimeType(attributes["type"] ?? "")
    if attributes["rel"] == "alternate", type == "text/html" || type == Self.xhtml {
      context["link"] = .string(address)
    }
  }

  private func startID(_ attributes: FeedAttributes) {
    idIsLink = (attributes["ispermalink"] ?? "true") == "true"
    push("id", isKept: true)
  }

  private func endID() {
    guard let value = pop("id") else { return }
    let context = self.context
    if context["guidislink"] == nil {
      context["guidislink"] = .bool(idIsLink && !context.has("link"))
    }
    if idIsLink, !context.has("link") { context["link"] = .string(value) }
  }

  private func startEnclosure(_ attributes: FeedAttributes) {
    var attributes = withHref(attributes)
    attributes["rel"] = "enclosure"
    context.append(FeedRecord(attributes), to: "links")
  }
}

// MARK: - Images and inputs

extension FeedBuilder {
  private func startImage() {
    if !isIn.entry, !context.has("image") { context["image"] = .record(FeedRecord()) }
    isIn.image = true
    titleDepth = -1
    push("image", isKept: false)
  }

  private func endImage() {
    pop("image")
    isIn.image = false
  }

  private func startTextInput() {
    if !context.has("textinput") { context["textinput"] = .record(FeedRecord()) }
    isIn.textInput = true
    titleDepth = -1
    push("textinput", isKept: false)
  }

  private func endTextInput() {
    pop("textinput")
    isIn.textInput = false
  }

  private func endSize(_ name: String) {
    let value = pop(name)
    if isIn.image { context[name] = .integer(Int(value ?? "") ?? 0) }
  }
}

// MARK: - Subjects

extension FeedBuilder {
  func addTag(_ term: String?, scheme: String? = nil, label: String? = nil) {
    let context = self.context
    context.beginList("tags")
    guard !context.isFull("tags") else { return }
    guard [term, scheme, label].contains(where: { $0?.isEmpty == false }) else { return }
    let isKnown = context.list("tags").contains {
      $0.string("term") == term && $0.string("scheme") == scheme && $0.string("label") == label
    }
    guard !isKnown else { return }
    let tag = FeedRecord()
    tag["term"] = .optional(term)
    tag["scheme"] = .optional(scheme)
    tag["label"] = .optional(label)
    context.append(tag, to: "tags")
  }

  func startCategory(_ attributes: FeedAttributes) {
    addTag(
      attributes["term"], scheme: attributes["scheme"] ?? attributes["domain"],
      label: attributes["label"])
    push("category", isKept: true)
  }

  func endCategory() {
    guard let value = pop("category"), !value.isEmpty else { return }
    if let last = context.last(of: "tags"), (last.string("term") ?? "").isEmpty {
      last["term"] = .string(value)
    } else {
      addTag(value)
    }
  }

  private func endTags() {
    for term in (pop("tags") ?? "").split(separator: ",", omittingEmptySubsequences: false) {
      addTag(term.stripped)
    }
  }
}
