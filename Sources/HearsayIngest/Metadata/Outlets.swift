/// The names of outlets: those that go by a short name, and how to tell one that is not in the table.
package enum Outlets {
  /// The outlet that a name stands for, as readers know it: "Associated Press" for "AP".
  ///
  /// Only for places where an outlet may be expected, such as the brackets of a dateline: there "Valley
  /// Herald" is one by its last word.
  package static func name(_ text: some StringProtocol) -> String? {
    let name = text.trimmed.trimmingStops
    return known[name] ?? known[withoutArticle(name)] ?? (looksLikeOne(name) ? name : nil)
  }

  /// The outlet, where it is one of the table.
  static func knownName(_ text: some StringProtocol) -> String? {
    let name = text.trimmed.trimmingStops
    return known[name] ?? known[withoutArticle(name)]
  }

  /// The outlet at "https://en.wikinews.org/wiki/…".
  package static func name(ofAddress address: String) -> String? {
    guard isAddress(address) else { return nil }
    let host =
      address.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first ?? ""
    return name(ofHost: String(host))
  }

  /// The outlet at "www.bbc.co.uk".
  package static func name(ofHost host: String) -> String? {
    hosts.first { host == $0.host || host.hasSuffix("." + $0.host) }?.name
  }

  private static func withoutArticle(_ name: String) -> String {
    name.hasPrefix("The ") || name.hasPrefix("the ") ? String(name.dropFirst(4)) : name
  }

  /// "Valley Herald", "Times of Malta", "IraqiNews.com"; not "Jane Doe" and not "Springfield".
  private static func looksLikeOne(_ name: String) -> Bool {
    let words = name.words
    guard (1...6).contains(words.count), let first = words.first, let last = words.last,
      words.allSatisfy({ $0.first?.isUppercase == true || smallWords.contains(String($0)) })
        || words.count == 1 && isHostName(first)
    else { return false }
    if words.count == 1 { return isHostName(first) }
    if lastWords.contains(last.lowercased()) { return true }
    return ["Times", "Voice", "Radio", "Journal"].contains(first) && words[1] == "of"
  }

  private static func isHostName(_ word: some StringProtocol) -> Bool {
    let parts = word.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count >= 2 && parts.allSatisfy { $0.count > 1 || parts.first == $0 && !$0.isEmpty }
      && ["com", "org", "net", "news", "info", "co", "uk", "eu", "tv"]
        .contains(parts.last?.lowercased() ?? "")
  }
}

// MARK: - The tables

extension Outlets {
  private static let smallWords: Set<String> = [
    "of", "the", "and", "&", "for", "de", "la", "le", "el", "al",
  ]

  /// The last words of newspapers, agencies and broadcasters.
  private static let lastWords: Set<String> = [
    "advertiser", "advocate", "argus", "bee", "broadcasting", "bulletin", "chronicle", "courier",
    "daily",
    "dispatch", "echo", "examiner", "express", "gazette", "globe", "guardian", "herald",
    "independent",
    "inquirer", "journal", "ledger", "mail", "media", "mercury", "messenger", "mirror", "monitor",
    "news",
    "newspaper", "newspapers", "newswire", "observer", "online", "post", "press", "radio", "record",
    "register", "reporter", "review", "sentinel", "standard", "star", "sun", "telegraph",
    "television",
    "times", "today", "tribune", "tv", "weekly", "wire",
  ]

  /// Short names and names that do not look like an outlet's, with the name that readers know.
  private static let known: [String: String] = {
    var names: [String: String] = [
      "AA": "Anadolu Agency", "AAP": "Australian Associated Press", "ABC": "ABC",
      "AFP": "Agence France-Presse",
      "ANI": "ANI", "AP": "Associated Press", "ARD": "ARD", "BBC": "BBC", "CBC": "CBC",
      "CBS": "CBS",
      "CNA": "CNA", "CNBC": "CNBC", "CNN": "CNN", "CP": "Canadian Press", "CTK": "CTK",
      "DPA": "dpa",
      "dpa": "dpa", "EFE": "EFE", "IANS": "IANS", "INA": "Iraqi News Agency", "IRNA": "IRNA",
      "ITV": "ITV",
      "KUNA": "KUNA", "MNA": "Mehr News Agency", "MTI": "MTI", "NAN": "News Agency of Nigeria",
      "NBC": "NBC",
      "NHK": "NHK", "NINA": "National Iraqi News Agency", "NPA": "North Press Agency", "NPR": "NPR",
      "PA": "PA Media", "PBS": "PBS", "PNA": "Philippine News Agency",
      "PTI": "Press Trust of India",
      "QNA": "Qatar News Agency", "RFE/RL": "Radio Free Europe/Radio Liberty", "RTE": "RTÉ",
      "RTÉ": "RTÉ",
      "SANA": "SANA", "SPA": "Saudi Press Agency", "TASS": "TASS",
      "UPI": "United Press International",
      "VOA": "Voice of America", "WAFA": "WAFA", "WAM": "WAM", "ZDF": "ZDF",
      "NYT": "The New York Times",
    ]
    for name in [
      "Agence France-Presse", "Al Arabiya", "Al Jazeera", "Al-Monitor", "Anadolu Agency", "Ansa",
      "ANSA",
      "Associated Press", "Australian Associated Press", "Axios", "BBC News", "Bloomberg",
      "BuzzFeed",
      "Canadian Press", "Der Spiegel", "Deutsche Welle", "Fox News", "Haaretz", "HuffPost",
      "Interfax",
      "Jiji", "Kyodo", "Le Monde", "Maan", "Mehr News Agency", "PA Media", "Politico", "POLITICO",
      "Press Association", "Press Trust of India", "ProPublica", "Reuters", "Rudaw",
      "Saudi Press Agency",
      "Semafor", "Shafaq News", "Shafaq News Agency", "Sky News", "Tasnim",
      "Thomson Reuters Foundation",
      "Ukrinform", "United Press International", "Vice", "Voice of America", "Vox", "Wikinews",
      "Xinhua",
      "Yonhap",
    ] { names[name] = name }
    return names
  }()

  /// Addresses whose outlet everybody knows.
  private static let hosts: [(host: String, name: String)] = [
    ("wikinews.org", "Wikinews"), ("apnews.com", "Associated Press"), ("reuters.com", "Reuters"),
    ("afp.com", "Agence France-Presse"), ("bbc.co.uk", "BBC"), ("bbc.com", "BBC"),
    ("cnn.com", "CNN"),
    ("aljazeera.com", "Al Jazeera"), ("theguardian.com", "The Guardian"),
    ("nytimes.com", "The New York Times"), ("washingtonpost.com", "The Washington Post"),
    ("wsj.com", "The Wall Street Journal"), ("ft.com", "Financial Times"), ("npr.org", "NPR"),
    ("politico.com", "Politico"), ("politico.eu", "Politico"), ("usatoday.com", "USA Today"),
    ("shafaq.com", "Shafaq News"), ("thenationalnews.com", "The National"),
    ("dw.com", "Deutsche Welle"),
    ("voanews.com", "Voice of America"), ("upi.com", "United Press International"),
    ("bloomberg.com", "Bloomberg"), ("independent.co.uk", "The Independent"),
    ("telegraph.co.uk", "The Telegraph"), ("haaretz.com", "Haaretz"), ("rudaw.net", "Rudaw"),
  ]
}

extension String {
  /// Without a stop or a comma at the end.
  var trimmingStops: String {
    var text = self[...]
    while let last = text.last, ".,;: ".contains(last) { text = text.dropLast() }
    return String(text)
  }
}
