import HearsayFetching
import HearsayIngest
import HearsayModel

extension PageMetadata {
  /// Who wrote it: whom the page names to machines, where it shows them as well or shows nobody; otherwise whom it shows.
  func bylines(_ publisher: String?) -> [String] {
    let reader = BylineNames(words: names.bylines)
    let outlet = (publisher ?? "").letters
    func people(_ found: [String]) -> [String] {
      found.filter { !Self.isOutlet($0.letters, outlet) && !reader.isCollective($0) }
    }
    let inObjects = reader.tidied(authorsInObjects(withOrganisations: false))
    let inMetas = reader.tidied(authorsInMetas(reader))
    let ways: [() -> [String]] = [
      { marked(reader) { has("author", in: .itemprop, of: $0) } },
      { marked(reader) { has("author", in: .rel, of: $0) && tree.nodes[$0].tag != .link } },
      { named(reader, lines) },
      { linked(reader) },
      { shown(lines, reader) },
      { withRole(reader) },
      { named(reader, lastLines) },
      { shown(lastLines, reader) },
    ]
    let visible = ways.lazy.map { people($0()) }.first { !$0.isEmpty } ?? []
    let isWritten = visible.allSatisfy { $0.contains(" ") && $0.first?.isUppercase == true }
    for told in [people(inObjects), people(inMetas)] where !told.isEmpty {
      let seen = told.filter(isSeen)
      let hasAll = Set(told.map(\.letters)).isSubset(of: visible.map(\.letters))
      if hasAll, isWritten, visible.count < 6 { return visible }
      if seen.count == told.count || visible.isEmpty { return told }
      if !seen.isEmpty { return told == people(inObjects) ? told : seen }
      if visible.contains(where: { isSame($0, told) }) {
        return visible.count == told.count || told.contains { !$0.contains(" ") } ? visible : told
      }
      if isWritten { return visible }
      return told
    }
    if !visible.isEmpty { return visible }
    let kept = people(reader.tidied([authorOfAddress, authorInScripts].compactMap(\.self)))
    if !kept.isEmpty { return kept }
    let houses = [
      inObjects, inMetas, reader.tidied(authorsInObjects(withOrganisations: true)),
      named(reader, lines),
    ]
    return houses.first { !$0.isEmpty } ?? []
  }

  private func has(_ word: Substring, in attribute: PageTree.Attribute, of node: Int) -> Bool {
    tree.nodes[node].attributes[attribute]?.lowercased().split(separator: " ").contains(word)
      == true
  }

  /// Whether one of these is the same person under a name that says less or more.
  private func isSame(_ name: String, _ others: [String]) -> Bool {
    let words = Set(name.lowercased().split(separator: " "))
    return others.contains { !words.isDisjoint(with: $0.lowercased().split(separator: " ")) }
  }

  /// Whether a name stands near the headline or behind the text.
  private func isSeen(_ name: String) -> Bool {
    let letters = name.letters
    return !letters.isEmpty && (lines + lastLines).contains { $0.text.letters.contains(letters) }
  }

  /// Whether a name is the outlet's, or the beginning or the end of it; both without blanks and marks.
  private static func isOutlet(_ name: String, _ outlet: String) -> Bool {
    name == outlet || name.count > 5 && (outlet.hasPrefix(name) || outlet.hasSuffix(name))
  }
}

// MARK: - Told to machines

extension PageMetadata {
  /// The authors that the objects of the page name.
  private func authorsInObjects(withOrganisations: Bool) -> [String] {
    articles.lazy.map { object in
      [object["author"], object["creator"]].flatMap {
        allNames(of: $0, withOrganisations: withOrganisations)
      }
    }.first { !$0.isEmpty } ?? []
  }

  private func allNames(of value: JSONValue?, withOrganisations: Bool) -> [String] {
    switch value {
    case .string(let name): [name.tidy]
    case .array(let values):
      values.flatMap { allNames(of: $0, withOrganisations: withOrganisations) }
    case .some(let object):
      object.types.contains { $0.hasSuffix("organization") } && !withOrganisations
        ? []
        : object["name"].map { allNames(of: $0, withOrganisations: withOrganisations) }
          ?? [name(of: object)].compactMap { $0 }
    case nil: []
    }
  }

  /// What `meta` elements name; "Doe, Jane" is turned round in libraries' terms, and where the page shows "Jane Doe".
  private func authorsInMetas(_ reader: BylineNames) -> [String] {
    for name in names.author {
      let values = (head.metas[name] ?? []).map { value in
        let parts = value.split(separator: ",").map { String($0).trimmingBlanks }
        guard parts.count == 2,
          parts.allSatisfy({ (1...3).contains($0.split(separator: " ").count) })
        else { return value }
        let turned = "\(parts[1]) \(parts[0])"
        return name.hasPrefix("citation")
          || name.contains("creator") && !isSeen(parts[0] + parts[1])
          || isSeen(turned) ? turned : value
      }
      if !reader.tidied(values).isEmpty { return values }
    }
    return []
  }
}

// MARK: - Told in passing

extension PageMetadata {
  /// "Jane Doe" of the address of her page, `/authors/jane-doe`, where that is all the page says.
  private var authorOfAddress: String? {
    let addresses = (head.metas["article:author"] ?? []).filter { $0.contains("/") }
    return addresses.lazy.compactMap { address -> String? in
      let parts = address.lowercased().split { "/?#".contains($0) }
      guard let slug = parts.last,
        parts.dropLast().contains(where: { names.bylines.addresses.contains(String($0)) })
      else { return nil }
      let words = slug.split(separator: "-")
      guard (2...4).contains(words.count), words.allSatisfy({ $0.allSatisfy(\.isLetter) }) else {
        return nil
      }
      return words.map { String($0).capitalizedFirst }.joined(separator: " ")
    }.first
  }

  /// A name of two to four words that a program on the page keeps.
  private var authorInScripts: String? {
    head.scriptValue(names.bylines.inScripts) { value in
      let words = value.split(separator: " ")
      return (2...4).contains(words.count)
        && words.allSatisfy {
          $0.first?.isUppercase == true && $0.allSatisfy { $0.isLetter || ".-’".contains($0) }
        }
    }
  }
}

// MARK: - Shown

extension PageMetadata {
  /// The names in the first elements that are marked so, and in those that stand close by: not those of comments and of
  /// other articles.
  private func marked(_ reader: BylineNames, _ isMarked: (Int) -> Bool) -> [String] {
    let nodes = tree.nodes.indices.filter { isMarked($0) && !isElsewhere($0) }
    var inner: [Int] = []
    for node in nodes where inner.last.map({ node >= tree.nodes[$0].end }) ?? true {
      inner.append(node)
    }
    let named = inner.map { node in
      (node..<tree.nodes[node].end).first { tree.nodes[$0].attributes[.itemprop] == "name" } ?? node
    }
    return together(named, reader)
  }

  /// The names in the first of these elements that has any, and in those beside it.
  private func together(_ nodes: [Int], _ reader: BylineNames) -> [String] {
    var found: [String] = []
    var first: Int?
    for node in nodes {
      if let first, !isBeside(node, first) { break }
      let names =
        tree.value(.content, of: node).map { reader.tidied([$0]) }
        ?? reader.names(in: node, of: tree)
      if names.isEmpty { continue }
      first = first ?? node
      found += names.filter { !found.contains($0) }
    }
    return found
  }

  /// Whether two elements stand in one that holds little else.
  private func isBeside(_ node: Int, _ first: Int) -> Bool {
    var place = first
    while place >= 0, tree.nodes[place].end <= node { place = tree.nodes[place].parent }
    return place >= 0 && measures.text[place] < 400
  }

  /// The names in elements around these lines that are called byline, author and the like.
  private func named(_ reader: BylineNames, _ lines: [Line]) -> [String] {
    let around = Set(lines.flatMap { [$0.node] + tree.ancestors(of: $0.node).prefix(2) })
    let nodes = tree.nodes.indices.filter { index in
      guard !tree.nodes[index].attributes.isEmpty, !tree.nodes[index].tag.isSilent else {
        return false
      }
      let words = [PageTree.Attribute.class, .id, .dataTestID].flatMap {
        PageWords.words(ofName: tree.nodes[index].attributes[$0] ?? "")
      }
      return words.contains(where: names.bylines.marks.contains)
        && (around.contains(index)
          || tree.ancestors(of: index).prefix(3).contains { around.contains($0) })
        && tree.nodes[index].end - index < 100 && !isElsewhere(index)
        && (3...160).contains(tree.text(of: index).tidy.utf8.count)
    }
    var outer: [Int] = []
    for node in nodes where outer.last.map({ node >= tree.nodes[$0].end }) ?? true {
      outer.append(node)
    }
    return together(outer, reader)
  }

  /// The words of links near the headline that lead to pages about authors.
  private func linked(_ reader: BylineNames) -> [String] {
    let around = (lines.first?.node ?? 0)..<(lines.last.map { tree.nodes[$0.node].end } ?? 0)
    let start = headline ?? around.lowerBound
    let nodes = tree.nodes.indices.filter { index in
      guard around.contains(index), index > start - 200, tree.nodes[index].tag == .a,
        let address = tree.value(.href, of: index), !isElsewhere(index)
      else { return false }
      let parts = address.lowercased().split { "/?#".contains($0) }
      return parts.dropLast().contains { names.bylines.addresses.contains(String($0)) }
        && tree.text(of: index).utf8.count >= 3
    }
    return together(nodes, reader)
  }

  /// "Jane Doe, staff reporter" in a line near the headline.
  private func withRole(_ reader: BylineNames) -> [String] {
    lines.lazy.filter { $0.text.utf8.count < 80 }.compactMap { line -> [String]? in
      let parts = line.text.split(separator: ",").map { $0.split(separator: " ") }
      guard parts.count == 2, (2...4).contains(parts[0].count), (1...4).contains(parts[1].count),
        parts[1].last.map({ names.bylines.writers.contains($0.lowercased()) }) == true,
        parts[0].allSatisfy({ $0.first?.isUppercase == true })
      else { return nil }
      return reader.tidied([parts[0].joined(separator: " ")])
    }.first { !$0.isEmpty } ?? []
  }

  /// "By Jane Doe" in a line, or in two.
  private func shown(_ lines: [Line], _ reader: BylineNames) -> [String] {
    for (line, next) in zip(lines, lines.dropFirst())
    where names.bylines.by.contains(line.text.lowercased()) && next.text.utf8.count < 80 {
      let names = reader.tidied([next.text])
      if names.first?.contains(" ") == true { return names }
    }
    for line in lines where line.text.utf8.count < 160 {
      let rest = reader.withoutOpenings(line.text)
      guard rest != line.text, rest.first?.isUppercase == true else { continue }
      let isWhole = tree.text(of: line.node).utf8.count < 240
      let whole = isWhole ? reader.names(in: line.node, of: tree) : []
      let names = whole.isEmpty ? reader.tidied([line.text]) : whole
      if let first = names.first, first.first?.isUppercase == true,
        first.split(separator: " ").count >= 2
      {
        return names
      }
    }
    return []
  }
}
