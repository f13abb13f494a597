/// The forms of English verbs.
enum Inflections {
  /// All forms of a verb: the regular ones, unless irregular ones are given.
  ///
  /// - Parameter irregular: forms with spaces between them; told apart by their endings.
  static func forms(of lemma: String, irregular: String) -> [(String, CueForm.Inflection)] {
    var forms: [(String, CueForm.Inflection)] = [(lemma, .base)]
    if irregular.isEmpty {
      forms.append((present(lemma), .present))
      forms.append((past(lemma), .past))
      forms.append((gerund(lemma), .gerund))
      return forms
    }
    for form in irregular.split(separator: " ").map(String.init) {
      let inflection: CueForm.Inflection
      if form.hasSuffix("ing") {
        inflection = .gerund
      } else if form.hasSuffix("s") {
        inflection = .present
      } else if form.hasSuffix("ize") || form.hasSuffix("ise") || form.hasSuffix("our") {
        inflection = .base
      } else {
        inflection = .past
      }
      forms.append((form, inflection))
    }
    return forms
  }

  private static func present(_ lemma: String) -> String {
    if endsInConsonantAndY(lemma) { return lemma.dropLast() + "ies" }
    let hisses = ["s", "x", "z", "ch", "sh", "o"].contains { lemma.hasSuffix($0) }
    return lemma + (hisses ? "es" : "s")
  }

  private static func past(_ lemma: String) -> String {
    if lemma.hasSuffix("e") { return lemma + "d" }
    if endsInConsonantAndY(lemma) { return lemma.dropLast() + "ied" }
    return lemma + "ed"
  }

  private static func gerund(_ lemma: String) -> String {
    if lemma.hasSuffix("ee") { return lemma + "ing" }
    return (lemma.hasSuffix("e") ? String(lemma.dropLast()) : lemma) + "ing"
  }

  private static func endsInConsonantAndY(_ lemma: String) -> Bool {
    guard lemma.hasSuffix("y"), let before = lemma.dropLast().last else { return false }
    return !"aeiou".contains(before)
  }
}
