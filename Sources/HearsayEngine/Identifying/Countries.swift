/// Places whose governments speak by the place's name: "Baghdad has welcomed the idea".
struct Countries: Sendable {
  /// For each name, capital and adjective the country.
  private var countries: [String: String] = [:]
  /// Names and capitals, without adjectives.
  private var names: Set<String> = []

  /// Reads lines of `france, paris | french`.
  init(_ list: WordList) {
    for line in list.lines() {
      let sides = line.split(separator: "|")
      let forms = sides.map { $0.split(separator: ",").map { String($0.trimmed) } }
      guard let country = forms.first?.first else { continue }
      names.formUnion(forms[0])
      for form in forms.joined() where countries[form] == nil { countries[form] = country }
    }
  }

  /// Whether a place, not its people, is called so.
  func isName(_ words: String) -> Bool { names.contains(words) }

  /// The country that a name or adjective stands for: *US* and *American* are one.
  func country(_ words: String) -> String? { countries[words] }
}
