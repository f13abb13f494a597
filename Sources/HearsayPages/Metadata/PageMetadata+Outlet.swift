import HearsayFetching
import HearsayIngest
import HearsayModel

extension PageMetadata {
  /// The outlet: whom the article names as its publisher, then what the site is called, then what the window shows.
  var publisher: String? {
    let known = ["newsmediaorganization", "organization", "website", "newspaper", "periodical"]
    let inObject = articles.lazy.compactMap { name(of: $0["publisher"]) }.first
    let ofSite = head.objects.lazy.filter { !$0.types.allSatisfy { !known.contains($0) } }
      .compactMap { $0["name"]?.string?.tidy }.first
    let told = [
      inObject, head.meta(names.publisher), ofSite, itemNames("publisher").first, fromWindow,
    ]
    let guessed = [
      fromHost, (ownAddress ?? address?.text).flatMap(Outlets.name(ofAddress:)), behindBar, host,
    ]
    let candidates = (told + guessed).compactMap(\.self).filter {
      !$0.isEmpty && $0.utf8.count < 80 && !$0.hasPrefix("http")
    }
    if let known = (ownAddress ?? address?.text).flatMap(Outlets.name(ofAddress:)),
      !candidates.prefix(1).contains(where: { Self.agree($0, known) })
    {
      return known
    }
    return namedLikeHost(candidates, isSure: inObject != nil).map {
      $0.hasPrefix("@") ? String($0.dropFirst()) : $0
    }
  }

  /// Whether one name is a part of the other: "Guardian" of "The Guardian".
  private static func agree(_ name: String, _ other: String) -> Bool {
    name.letters.contains(other.letters) || other.letters.contains(name.letters)
  }

  /// The first name; where that is the host itself, or unlike it and not what the article names, one that the site is called by
  /// and its host is named after.
  private func namedLikeHost(_ candidates: [String], isSure: Bool) -> String? {
    guard let first = candidates.first, let label else { return candidates.first }
    let letters = first.letters
    let isHost = !first.contains(" ") && first.dropLast().contains(".")
    guard isHost || !isSure && !letters.contains(label) && !label.contains(letters) else {
      return first
    }
    return candidates.dropFirst().first { $0.letters == label && !$0.contains(".") } ?? first
  }

  /// "valleyherald" of www.valley-herald.example.
  private var label: String? {
    guard let host else { return nil }
    let parts = host.split(separator: ".")
    // "herald.co.uk" is named by its first part as well.
    let name = parts.dropLast().last { $0.count > 3 } ?? parts.first
    return name.map { String($0).letters }
  }

  /// "Valley Herald" in "Ferry runs again | Valley Herald": what stands behind the headline and a bar.
  private var fromWindow: String? {
    guard let window = Self.window(of: tree),
      let heading = tree.elements(.h1).lazy.map({ tree.text(of: $0).tidy }).first(where: {
        $0.utf8.count > 8
      }),
      window.hasPrefix(heading)
    else { return nil }
    let rest = String(window.dropFirst(heading.count)).trimmingBlanks
    guard Self.isSeparator(rest.first) else { return nil }
    let name: String? = rest.dropFirst().split { "|»".contains($0) }.last
      .map { String($0).trimmingBlanks }
    return name.flatMap { $0.split(separator: " ").count <= 6 ? $0 : nil }
  }

  /// "Valley Herald" in "Ferry runs again today | Valley Herald", where a few words stand behind a bar and more before it.
  private var behindBar: String? {
    let parts = (Self.window(of: tree) ?? "").split(separator: "|").map {
      $0.split(separator: " ")
    }
    guard parts.count == 2, (1...4).contains(parts[1].count), parts[0].count > parts[1].count else {
      return nil
    }
    return parts[1].joined(separator: " ")
  }

  /// "Valley Herald" in "Valley Herald: …" or "… | Valley Herald" at valleyherald.example: the part of the title that the host
  /// is named after.
  private var fromHost: String? {
    guard let host = (ownAddress ?? address?.text).flatMap(ArticleLink.host),
      let window = Self.window(of: tree)
    else { return nil }
    let core = PageFacts.core(host.utf8)
    let parts = window.split { "|-–—»·:_".contains($0) }.map { String($0).trimmingBlanks }
    return parts.last { part in
      let name = PageFacts.core(part.utf8)
      return name.count > 2 && part.split(separator: " ").count <= 6 && core.starts(with: name)
    }
  }

  /// The host alone, where a page says nothing else of whose it is.
  private var host: String? {
    (ownAddress ?? address?.text).flatMap(ArticleLink.host).map {
      $0.hasPrefix("www.") ? String($0.dropFirst(4)) : $0
    }
  }

  /// The name of a person or an organisation: written out, as an object, or as a mark that an object elsewhere has.
  func name(of value: JSONValue?) -> String? {
    switch value {
    case .string(let name): name.tidy
    case .array(let values): values.lazy.compactMap { name(of: $0) }.first
    case .some(let object):
      name(of: object["name"] ?? object["legalName"])
        ?? object["@id"]?.string.flatMap { head.named[$0] }
    case nil: nil
    }
  }
}
