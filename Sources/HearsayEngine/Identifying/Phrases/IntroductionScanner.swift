import HearsayLanguage
import HearsayModel

/// Finds the people and bodies that a text introduces, whether or not they speak.
///
/// "The mayor" of the second paragraph finds *Mayor Bill de Blasio* of the first, where he was only mentioned.
struct IntroductionScanner: Sendable {
  let lexicon: PeopleLexicon
  let reader: MentionReader
  /// Words that end a phrase when read from right to left or from left to right.
  let stopping: Set<String>

  /// Words with a capital elsewhere than at the start of a sentence: names, wherever they stand.
  static func names(in document: Document) -> Set<String> {
    var names: Set<String> = []
    for sentence in document.sentences where document.paragraphs[sentence.paragraph].role == .body {
      var isFirst = true
      for token in document.tokens[sentence.tokens] where token.kind == .word {
        if !isFirst, token.isCapitalised { names.insert(token.lower) }
        isFirst = false
      }
    }
    return names
  }

  /// Names and described people of one sentence, in order of reading.
  ///
  /// - Parameter names: words that are names even where they open a sentence.
  func introductions(in sentence: Sentence, of document: Document, names: Set<String>) -> [Mention]
  {
    SentenceScan(
      scanner: self, document: document, tokens: document.tokens[sentence.tokens], names: names
    ).introductions()
  }
}

/// One sentence on the way from left to right.
struct SentenceScan {
  let scanner: IntroductionScanner
  let document: Document
  let tokens: ArraySlice<Token>
  let names: Set<String>

  var lexicon: PeopleLexicon { scanner.lexicon }

  func introductions() -> [Mention] {
    var found: [Mention] = []
    var index = tokens.startIndex
    while index < tokens.endIndex {
      let token = tokens[index]
      var next = index + 1
      if token.kind != .punctuation, opensDescription(index), let read = description(at: index) {
        found += read.mentions
        next = max(next, read.next)
      } else if let pronoun = pronoun(at: index) {
        found.append(pronoun)
      } else if token.isCapitalised, let owned = ofPlace(at: index) {
        found.append(owned.mention)
        next = owned.next
      } else if token.kind == .word, token.isCapitalised, !isPlainWord(token) {
        let (mention, end) = name(at: index)
        next = end
        if let mention, let list = list(of: mention, from: index, to: end) {
          found += list.mentions
          next = list.next
        } else if let mention {
          found.append(mention)
        }
      }
      index = next
    }
    return found
  }

  /// A pronoun that stands for somebody known; "it" only where it stands for something.
  private func pronoun(at index: Int) -> Mention? {
    let word = tokens[index]
    guard word.kind == .word, let pronoun = lexicon.pronouns[word.lower] else { return nil }
    switch pronoun {
    case .relative, .writer: return nil
    case .thing where token(index + 1).map(lexicon[.emptyIt].has) ?? true: return nil
    case .one, .many, .thing: return scanner.reader.mention(of: [word], in: document)
    }
  }

  /// "On Thursday", "In mainland China": capitals of the sentence and of the calendar name nobody.
  func isPlainWord(_ token: Token) -> Bool {
    stops(token) && !lexicon[.maybeNames].has(token) || lexicon[.calendar].has(token)
      || lexicon.pronouns[token.lower] != nil && token.span.count > 2
        && !lexicon[.maybeNames].has(token)
  }

  /// Whether a phrase ends before this word.
  func stops(_ token: Token) -> Bool { scanner.stopping.contains(token.lower) }

  /// The token, where it is in the sentence.
  func token(_ index: Int) -> Token? { tokens.indices.contains(index) ? tokens[index] : nil }
}
