// The elements of Dublin Core, which say what others say under other names.
extension FeedBuilder {
  static let dublinStarts: [String: ElementStart] = [
    "dc_author": { builder, _ in builder.startAuthor() },
    "dc_creator": { builder, _ in builder.startAuthor() },
    "dc_date": { builder, _ in builder.push("updated", isKept: true) },
    "dc_description": { $0.startDescription($1) },
    "dc_language": { builder, _ in builder.push("language", isKept: true) },
    "dc_publisher": { builder, _ in builder.push("publisher", isKept: true) },
    "dc_rights": { $0.pushContent("rights", $1, type: "text/plain") },
    "dc_subject": { $0.startCategory($1) },
    "dc_title": { coreStarts["title"]?($0, $1) },
    "dc_contributor": { builder, _ in
      builder.isIn.contributor = true
      builder.context.append(FeedRecord(), to: "contributors")
      builder.push("name", isKept: false)
    },
    "dcterms_created": { builder, _ in builder.push("created", isKept: true) },
    "dcterms_issued": { builder, _ in builder.push("published", isKept: true) },
    "dcterms_modified": { builder, _ in builder.push("updated", isKept: true) },
    "dcterms_valid": { builder, _ in builder.push("validity", isKept: true) },
    "cc_license": { $0.startLicence($1) },
    "creativecommons_license": { builder, _ in builder.push("license", isKept: true) },
  ]

  static let dublinEnds: [String: ElementEnd] = [
    "dc_author": { $0.endAuthor() }, "dc_creator": { $0.endAuthor() },
    "dc_date": { $0.endDate("updated") }, "dc_description": { $0.endDescription() },
    "dc_language": { $0.language = $0.pop("language") },
    "dc_publisher": { $0.endPublisher() }, "dc_rights": { $0.popContent("rights") },
    "dc_subject": { $0.endCategory() }, "dc_title": { $0.endTitle() },
    "dc_contributor": {
      $0.endName()
      $0.isIn.contributor = false
    },
    "dcterms_created": { $0.endDate("created") }, "dcterms_issued": { $0.endDate("published") },
    "dcterms_modified": { $0.endDate("updated") }, "dcterms_valid": { $0.endValidity() },
    "creativecommons_license": { $0.endLicence() },
  ]

  /// `start=2002-10-13;end=2002-10-17`
  private func endValidity() {
    for part in (pop("validity") ?? "").split(separator: ";") {
      let sides = part.split(separator: "=", maxSplits: 1).map(String.init)
      guard sides.count == 2, sides[0] == "start" || sides[0] == "end" else { continue }
      context["validity_" + sides[0]] = .string(sides[1])
      context["validity_\(sides[0])_parsed"] = parsedDate(sides[1])
    }
  }

  private func startLicence(_ attributes: FeedAttributes) {
    appendLicence(attribute("rdf:resource", in: attributes))
  }

  private func endLicence() {
    appendLicence(pop("license"))
    context.removeValue(of: "license")
  }

  private func appendLicence(_ address: String?) {
    let link = FeedRecord()
    link["rel"] = .string("license")
    if let address, !address.isEmpty { link["href"] = .string(address) }
    context.append(link, to: "links")
  }
}
