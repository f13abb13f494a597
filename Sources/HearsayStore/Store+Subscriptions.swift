public import Foundation
import GRDB
public import HearsayModel

extension Store {
  /// All subscriptions, by their titles.
  public func subscriptions() throws(StoreError) -> [Subscription] {
    try read(.subscriptions) { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT feed.*, count(feedEntry.number) AS entries,
            coalesce(sum(feedEntry.state = 'unread'), 0) AS unread
          FROM feed LEFT JOIN feedEntry ON feedEntry.feed = feed.address
          GROUP BY feed.address ORDER BY lower(coalesce(feed.title, feed.address)), feed.address
          """)
      var found: [Subscription] = []
      while let row = try rows.next() { found.append(Subscription(Fields(row))) }
      return found
    }
  }

  /// Subscribes to a feed, or keeps what is newly known of it.
  public func save(_ subscription: Subscription) throws(StoreError) {
    try write(.subscriptions) { db in try subscription.save(in: db) }
  }

  /// Keeps what is newly known of a feed together with what it tells of, or nothing of both: a server that knows what was
  /// asked last does not tell of the same again.
  ///
  /// - Returns: how many entries are new.
  @discardableResult
  public func save(
    _ subscription: Subscription, telling entries: [NewsEntry], at moment: Date
  ) throws(StoreError) -> Int {
    try write(.subscriptions) { db in
      try subscription.save(in: db)
      return try Self.add(entries, at: moment, in: db)
    }
  }

  /// Ends a subscription; its entries go with it, the articles that were opened stay.
  ///
  /// - Returns: whether there was one.
  @discardableResult
  public func removeSubscription(_ address: String) throws(StoreError) -> Bool {
    try write(.subscriptions) { db in
      try db.execute(sql: "DELETE FROM feed WHERE address = ?", arguments: [stored(address)])
      return db.changesCount > 0
    }
  }
}

// MARK: - Servers that ask to be left alone

extension Store {
  /// The hosts that are not to be asked before a later moment, and before which.
  public func restingHosts(at moment: Date) throws(StoreError) -> [String: Date] {
    try read(.subscriptions) { db in
      let rows = try Row.fetchCursor(
        db, sql: "SELECT host, until FROM restingHost WHERE until > ?",
        arguments: [stored(moment)])
      var found: [String: Date] = [:]
      while let row = try rows.next() {
        let fields = Fields(row)
        found[fields.text("host") ?? ""] = fields.date("until")
      }
      return found
    }
  }

  /// Keeps that a host is not to be asked before a moment.
  public func rest(_ host: String, until moment: Date) throws(StoreError) {
    try write(.subscriptions) { db in
      try db.execute(
        sql: """
          INSERT INTO restingHost (host, until) VALUES (?, ?)
          ON CONFLICT (host) DO UPDATE SET until = excluded.until
          """,
        arguments: [stored(host), stored(moment)])
    }
  }
}

// MARK: - Entries

extension Store {
  /// Keeps what a feed tells of.
  ///
  /// An entry that is here already, under the same guid or under the same address in whatever feed, is none more: it keeps
  /// what was done with it, and takes the newer words.
  ///
  /// - Returns: how many are new.
  @discardableResult
  public func add(_ entries: [NewsEntry], at moment: Date) throws(StoreError) -> Int {
    try write(.subscriptions) { db in try Self.add(entries, at: moment, in: db) }
  }

  private static func add(
    _ entries: [NewsEntry], at moment: Date, in db: Database
  ) throws -> Int {
    var new = 0
    for entry in entries {
      let place = entry.link.map(plainAddress)
      let known = try Int.fetchOne(
        db,
        sql: """
          SELECT number FROM feedEntry WHERE feed = ? AND guid = ?
          UNION ALL SELECT number FROM feedEntry WHERE place = ? LIMIT 1
          """,
        arguments: [stored(entry.feed), stored(entry.guid), stored(place)])
      if let known {
        try db.execute(
          sql: "UPDATE feedEntry SET title = ?, summary = ? WHERE number = ?",
          arguments: [stored(entry.title), stored(entry.summary), known])
        continue
      }
      new += 1
      try db.execute(
        sql: """
          INSERT INTO feedEntry
            (feed, guid, link, place, title, author, published, summary, state, came)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'unread', ?)
          """,
        arguments: [
          stored(entry.feed), stored(entry.guid), stored(entry.link), stored(place),
          stored(entry.title), stored(entry.author), stored(entry.published),
          stored(entry.summary), stored(moment),
        ])
    }
    return new
  }

  /// What feeds tell of, the newest first.
  ///
  /// - Parameters:
  ///   - feed: only of this one.
  ///   - states: only what this was done with.
  ///   - limit: how many at most.
  public func entries(
    of feed: String? = nil, in states: Set<NewsEntry.State> = [.unread, .read, .later],
    limit: Int = -1
  ) throws(StoreError) -> [NewsEntry] {
    try read(.subscriptions) { db in
      let names = states.map { "'\($0.rawValue)'" }.joined(separator: ", ")
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT * FROM feedEntry
          WHERE state IN (\(names)) AND (?1 IS NULL OR feed = ?1)
          ORDER BY coalesce(published, '') DESC, number LIMIT ?2
          """,
        arguments: [stored(feed), limit])
      var found: [NewsEntry] = []
      while let row = try rows.next() { found.append(NewsEntry(Fields(row))) }
      return found
    }
  }

  /// Keeps what was done with an entry.
  public func mark(
    _ entry: NewsEntry.ID, as state: NewsEntry.State, article: String? = nil
  ) throws(StoreError) {
    try write(.subscriptions) { db in
      try db.execute(
        sql: "UPDATE feedEntry SET state = ?, article = coalesce(?, article) WHERE number = ?",
        arguments: [state.rawValue, stored(article), entry])
    }
  }

  /// Keeps that nothing of a feed is new any more, or of any.
  ///
  /// - Returns: of how many entries that was not so.
  @discardableResult
  public func markAllRead(of feed: String?) throws(StoreError) -> Int {
    try write(.subscriptions) { db in
      try db.execute(
        sql: """
          UPDATE feedEntry SET state = 'read' WHERE state = 'unread' AND (?1 IS NULL OR feed = ?1)
          """, arguments: [stored(feed)])
      return db.changesCount
    }
  }

  /// What nobody has opened and is not in the library yet, the newest first.
  public func entriesToFetch(limit: Int) throws(StoreError) -> [NewsEntry] {
    try entries(in: [.unread, .later], limit: limit).filter { $0.article == nil && $0.link != nil }
  }

  /// Keeps which article the page at an address is, before anybody has opened it.
  public func markFetched(_ address: String, article: String) throws(StoreError) {
    try write(.subscriptions) { db in
      let place = stored(Self.plainAddress(address))
      try db.execute(
        sql: """
          INSERT INTO pageAddress (place, article) VALUES (?, ?)
          ON CONFLICT (place) DO UPDATE SET article = excluded.article
          """, arguments: [place, stored(article)])
      try db.execute(
        sql: "UPDATE feedEntry SET article = ? WHERE place = ?",
        arguments: [stored(article), place])
    }
  }

  /// Keeps that the page at an address was opened, and which article that is: what feeds tell of it is read.
  public func markRead(_ address: String, article: String) throws(StoreError) {
    try write(.subscriptions) { db in
      try db.execute(
        sql: """
          INSERT INTO pageAddress (place, article) VALUES (?, ?)
          ON CONFLICT (place) DO UPDATE SET article = excluded.article
          """,
        arguments: [stored(Self.plainAddress(address)), stored(article)])
      try db.execute(
        sql: """
          UPDATE feedEntry SET article = ?, state = CASE state WHEN 'unread' THEN 'read' ELSE state END
          WHERE place = ?
          """,
        arguments: [stored(article), stored(Self.plainAddress(address))])
    }
  }

  /// An address without what differs between two ways to the same page: the scheme, `www.`, a slash at the end, a
  /// fragment, and what says from where somebody came.
  static func plainAddress(_ address: String) -> String {
    var rest = address[...]
    for beginning in ["https://", "http://", "www."]
    where rest.lowercased().hasPrefix(beginning) { rest = rest.dropFirst(beginning.count) }
    rest = rest.prefix { $0 != "#" }
    let parts = rest.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let query = parts.count > 1 ? parts[1] : ""
    let kept = query.split(separator: "&").filter { !$0.lowercased().hasPrefix("utm_") }
    var path = String(parts.first ?? "")
    while path.hasSuffix("/") { path.removeLast() }
    if let slash = path.firstIndex(of: "/") {
      path = path[..<slash].lowercased() + path[slash...]
    } else {
      path = path.lowercased()
    }
    return kept.isEmpty ? path : path + "?" + kept.joined(separator: "&")
  }
}

// MARK: - Rows

extension Subscription {
  fileprivate func save(in db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO feed
          (address, title, site, etag, lastModified, asked, failure, restsUntil, typed)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (address) DO UPDATE SET
          title = coalesce(excluded.title, title), site = coalesce(excluded.site, site),
          etag = excluded.etag, lastModified = excluded.lastModified,
          asked = coalesce(excluded.asked, asked), failure = excluded.failure,
          restsUntil = excluded.restsUntil, typed = max(typed, excluded.typed)
        """,
      arguments: [
        stored(address), stored(title), stored(site), stored(etag), stored(lastModified),
        asked.map { stored($0) }, stored(failure), restsUntil.map { stored($0) }, isTyped,
      ])
  }

  fileprivate init(_ fields: Fields) {
    self.init(address: fields.text("address") ?? "", title: fields.text("title"))
    site = fields.text("site")
    etag = fields.text("etag")
    lastModified = fields.text("lastModified")
    asked = fields.date("asked")
    failure = fields.text("failure")
    restsUntil = fields.date("restsUntil")
    isTyped = fields.integer("typed") != 0
    unread = fields.integer("unread") ?? 0
    entries = fields.integer("entries") ?? 0
  }
}

extension NewsEntry {
  fileprivate init(_ fields: Fields) {
    self.init(
      NewsItem(
        guid: fields.text("guid") ?? "", link: fields.text("link"),
        title: fields.text("title") ?? "", author: fields.text("author"),
        published: fields.text("published"), summary: fields.text("summary")),
      of: fields.text("feed") ?? "")
    id = fields.integer("number") ?? 0
    state = fields.text("state").flatMap(State.init) ?? .unread
    article = fields.text("article")
  }
}

// MARK: - The tables

extension Schema {
  /// Servers of feeds and of pages that said for how long they want to be left alone; and whether somebody typed a feed's
  /// address, or it stood in a list of others.
  static func restingHosts(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE restingHost (host TEXT NOT NULL PRIMARY KEY, until REAL NOT NULL);
        ALTER TABLE feed ADD COLUMN typed INTEGER NOT NULL DEFAULT 1;
        """)
  }

  /// Feeds that somebody reads, and what they told of. An article outlives the entry that led to it.
  static func subscriptions(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE feed (
          address TEXT NOT NULL PRIMARY KEY,
          title TEXT,
          site TEXT,
          etag TEXT,
          lastModified TEXT,
          asked REAL,
          failure TEXT,
          restsUntil REAL
        );
        CREATE TABLE feedEntry (
          number INTEGER PRIMARY KEY,
          feed TEXT NOT NULL REFERENCES feed (address) ON DELETE CASCADE,
          guid TEXT NOT NULL,
          link TEXT,
          place TEXT,
          title TEXT NOT NULL,
          author TEXT,
          published TEXT,
          summary TEXT,
          state TEXT NOT NULL,
          article TEXT,
          came REAL NOT NULL,
          UNIQUE (feed, guid)
        );
        CREATE TABLE pageAddress (
          place TEXT NOT NULL PRIMARY KEY,
          article TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE
        );
        CREATE INDEX feedEntryByPlace ON feedEntry (place) WHERE place IS NOT NULL;
        CREATE INDEX feedEntryByState ON feedEntry (state, published);
        """)
  }
}
