import Foundation
import HearsayFetching

/// JSON Feed, versions 1 and 1.1, in the same shape as the others.
struct JSONFeed {
  let words: FeedWords

  /// What the bytes say; `nil` where they are no JSON Feed.
  func read(_ bytes: [UInt8], address: String?) -> JSONValue? {
    guard let first = bytes.first(where: { !$0.isSpace && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }),
      first == 0x7B, let json = try? JSONDecoder().decode(JSONValue.self, from: Data(bytes)),
      let version = json["version"]?.string, version.contains("jsonfeed.org/version/")
    else { return nil }
    let feed = FeedRecord()
    let base = WebReference.safe(address ?? "", nil, schemes: words.schemes)
    copy(json, ["title": "title", "description": "subtitle", "icon": "icon"], to: feed)
    if let language = json["language"]?.string { feed["language"] = .string(language) }
    link(json["home_page_url"], rel: "alternate", type: "text/html", base: base, of: feed)
    link(json["feed_url"], rel: "self", type: "application/json", base: base, of: feed)
    people(json, of: feed)
    let entries = (json["items"]?.array ?? []).map { entry($0, base: base) }
    return .object([
      "bozo": .bool(false), "encoding": .string("utf-8"),
      "version": .string(version.hasSuffix("1.1") ? "json11" : "json1"), "feed": feed.json,
      "entries": .array(entries.map(\.json)),
    ])
  }

  private func entry(_ item: JSONValue, base: String) -> FeedRecord {
    let entry = FeedRecord()
    copy(item, ["title": "title", "summary": "summary", "image": "image"], to: entry)
    if let id = item["id"] {
      switch id {
      case .string(let id): entry["id"] = .string(id)
      case .integer(let id): entry["id"] = .string(String(id))
      default: break
      }
    }
    link(item["url"], rel: "alternate", type: "text/html", base: base, of: entry)
    if entry["link"] == nil {
      link(item["external_url"], rel: "alternate", type: "text/html", base: base, of: entry)
    }
    for (key, name) in [("date_published", "published"), ("date_modified", "updated")] {
      guard let date = item[key]?.string else { continue }
      entry[name] = .string(date)
      let moment = FeedDate(words: words.dates).moment(date)
      entry[name + "_parsed"] = moment.map { .list($0.parts.map { .integer($0) }) } ?? .null
    }
    contents(of: item, in: entry)
    people(item, of: entry)
    for tag in item["tags"]?.array?.compactMap(\.string) ?? [] {
      let record = FeedRecord()
      record["term"] = .string(tag)
      record["scheme"] = .null
      record["label"] = .null
      entry.append(record, to: "tags")
    }
    attachments(of: item, in: entry, base: base)
    return entry
  }

  private func contents(of item: JSONValue, in entry: FeedRecord) {
    for (key, type) in [("content_html", "text/html"), ("content_text", "text/plain")] {
      guard let text = item[key]?.string else { continue }
      let value =
        type == "text/html" ? HTMLSanitizer.sanitized(text, type: type, words: words) : text
      let content = FeedRecord()
      content["type"] = .string(type)
      content["value"] = .string(value)
      entry.append(content, to: "content")
      if entry["summary"] == nil { entry["summary"] = .string(value) }
    }
  }

  private func attachments(of item: JSONValue, in entry: FeedRecord, base: String) {
    for attachment in item["attachments"]?.array ?? [] {
      guard let address = attachment["url"]?.string else { continue }
      let link = FeedRecord()
      link["rel"] = .string("enclosure")
      link["href"] = .string(WebReference.joined(base, address))
      if let type = attachment["mime_type"]?.string { link["type"] = .string(type) }
      if case .integer(let size)? = attachment["size_in_bytes"] {
        link["length"] = .string(String(size))
      }
      entry.append(link, to: "links")
    }
  }

  private func copy(_ json: JSONValue, _ names: [String: String], to record: FeedRecord) {
    for (key, name) in names {
      if let value = json[key]?.string { record[name] = .string(value) }
    }
  }

  private func link(
    _ value: JSONValue?, rel: String, type: String, base: String, of record: FeedRecord
  ) {
    guard let address = value?.string, !address.isEmpty else { return }
    let whole = WebReference.safe(base.isEmpty ? address : base, address, schemes: words.schemes)
    guard !whole.isEmpty else { return }
    let link = FeedRecord()
    link["rel"] = .string(rel)
    link["type"] = .string(type)
    link["href"] = .string(whole)
    record.append(link, to: "links")
    if rel == "alternate" { record["link"] = .string(whole) }
  }

  private func people(_ json: JSONValue, of record: FeedRecord) {
    let people = json["authors"]?.array ?? json["author"].map { [$0] } ?? []
    for person in people {
      let author = FeedRecord()
      if let name = person["name"]?.string { author["name"] = .string(name) }
      if let address = person["url"]?.string { author["href"] = .string(address) }
      record.append(author, to: "authors")
    }
    guard let first = record.list("authors").first else { return }
    record["author_detail"] = .record(first)
    if let name = first.string("name") { record["author"] = .string(name) }
  }
}
