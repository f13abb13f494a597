import HearsayModel

/// How it was found out whom the words of a source mean.
enum Recognition: Int, Named {
  /// A name that nobody had before.
  case newName
  /// A name in the words in which it was met before.
  case sameName
  /// A surname, a given name, letters, the beginning of a body's name.
  case partOfName
  /// Somebody unnamed who is new.
  case newDescription
  /// Somebody unnamed who is described once more.
  case describedAgain
  /// "The mayor" for somebody with a name.
  case describedNamed
  /// *He* or *she*, where one alone fits.
  case onlyOne
  /// *He* or *she*, where others fit less well.
  case oneOfSeveral
  /// *It* or *they*.
  case thingOrMany
  /// *Who*, *which*.
  case relative
  /// *I* and *we* of whoever writes or speaks.
  case writer
  /// A quotation without a cue, of whom the sentence before is about or who spoke last.
  case withoutCue
  /// Two are as likely.
  case ambiguous
}

extension Recognition {
  /// How a mention was given to somebody.
  ///
  /// - Parameters:
  ///   - mention: the words of the source.
  ///   - found: whom they were taken for; `nil` for somebody new.
  ///   - known: what was known of them before.
  init(of mention: Mention, as found: Resolution?, known: Entity) {
    switch (mention.form, found) {
    case (_, let found?) where found.isAmbiguous: self = .ambiguous
    case (.name, nil): self = .newName
    case (.name, _?): self = known.name == mention.name ? .sameName : .partOfName
    case (.description, nil), (.bare, nil): self = .newDescription
    case (.description, _?), (.bare, _?):
      self = known.naming == .named ? .describedNamed : .describedAgain
    case (.pronoun(.one), let found):
      self = found?.isAlone == true ? .onlyOne : .oneOfSeveral
    case (.pronoun(.thing), _), (.pronoun(.many), _): self = .thingOrMany
    case (.pronoun(.relative), _): self = .relative
    case (.pronoun(.writer), _): self = .writer
    }
  }
}
