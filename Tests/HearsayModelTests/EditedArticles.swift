import HearsayModel
import HearsayTestSupport

/// Invented articles and what editors do to them, to count how often a mark is found again and how often it
/// lands on somebody else's words.
struct EditedArticle {
  /// Sentences by paragraph; every one of them carries a mark.
  var paragraphs: [[String]]
  /// What stands between paragraphs.
  var gap = "\n\n"
  /// What stands between sentences.
  var space = " "

  var text: ArticleText {
    ArticleText(paragraphs.map { $0.joined(separator: space) }.joined(separator: gap))
  }

  /// The anchor of a sentence.
  func anchor(_ paragraph: Int, _ sentence: Int) -> Mark.Anchor {
    let text = text
    return Mark.Anchor(span(paragraph, sentence), in: text)
  }

  /// Where a sentence stands.
  func span(_ paragraph: Int, _ sentence: Int) -> Span {
    let before =
      paragraphs[..<paragraph].map { $0.joined(separator: space) + gap }.joined()
      + paragraphs[paragraph][..<sentence].map { $0 + space }.joined()
    let start = before.utf8.count
    return Span(start, start + paragraphs[paragraph][sentence].utf8.count)
  }
}

// MARK: - What editors do

/// A change to an article in which one sentence is marked.
enum Edit: String, CaseIterable {
  case typography, reflow, topInsert, oneWord, threeWords, sixWords, moved
  case sentenceDeleted, paragraphDeleted

  /// Whether the marked sentence is still there afterwards.
  var keepsSentence: Bool { self != .sentenceDeleted && self != .paragraphDeleted }
}

extension EditedArticle {
  /// The article after an edit, and where the marked sentence is then.
  func after(
    _ edit: Edit, of paragraph: Int, _ sentence: Int, _ dice: inout Dice
  ) -> (text: ArticleText, place: Span?) {
    var new = self
    var place = (paragraph, sentence)
    switch edit {
    case .typography:
      for index in new.paragraphs.indices {
        new.paragraphs[index] = new.paragraphs[index].map(Self.curled)
      }
    case .reflow: return reflowed(paragraph, sentence)
    case .topInsert:
      new.paragraphs.insert(
        ["This story has been updated.", "An earlier version gave the wrong day."], at: 0)
      place.0 += 1
    case .oneWord, .threeWords, .sixWords:
      let count = edit == .oneWord ? 1 : edit == .threeWords ? 3 : 6
      new.paragraphs[paragraph][sentence] = Self.reworded(
        paragraphs[paragraph][sentence], words: count, &dice)
    case .moved:
      let words = new.paragraphs[paragraph].remove(at: sentence)
      let target = paragraph < paragraphs.count / 2 ? new.paragraphs.count - 1 : 0
      new.paragraphs[target].append(words)
      place = (target, new.paragraphs[target].count - 1)
    case .sentenceDeleted: new.paragraphs[paragraph].remove(at: sentence)
    case .paragraphDeleted: new.paragraphs.remove(at: paragraph)
    }
    return (new.text, edit.keepsSentence ? new.span(place.0, place.1) : nil)
  }

  private static func curled(_ sentence: String) -> String {
    var isOpen = false
    return String(
      sentence.map { letter -> Character in
        switch letter {
        case "\"":
          isOpen.toggle()
          return isOpen ? "“" : "”"
        case "'": return "’"
        case "-": return "–"
        default: return letter
        }
      })
  }

  /// Lines of some sixty letters, as in a mail.
  private func reflowed(_ paragraph: Int, _ sentence: Int) -> (ArticleText, Span?) {
    var column = 0
    let reflowed = text.string.map { letter -> Character in
      column = letter == "\n" ? 0 : column + 1
      guard letter == " ", column > 60 else { return letter }
      column = 0
      return "\n"
    }
    return (ArticleText(String(reflowed)), span(paragraph, sentence))
  }

  private static func reworded(_ sentence: String, words count: Int, _ dice: inout Dice) -> String {
    let others = [
      "quietly", "reportedly", "northern", "seven", "weeks", "harbour", "never", "council",
      "again", "draft", "later", "sharply",
    ]
    var words = sentence.split(separator: " ").map(String.init)
    for index in words.indices.shuffled(using: &dice).prefix(count) {
      words[index] = others.randomElement(using: &dice) ?? ""
    }
    return words.joined(separator: " ")
  }
}

// MARK: - The articles

extension EditedArticle {
  static let all: [EditedArticle] = [ferry, hospital, mine]

  static let ferry = EditedArticle(paragraphs: [
    [
      #"The island ferry will stop running in November, the company's director told passengers on Monday."#,
      #""We cannot carry empty seats through another winter," Greta Holm said at the pier."#,
    ],
    [
      #"Two officials in the transport ministry said the subsidy had been promised until 2027."#,
      #"One of them described the company's letter as a threat and not a decision."#,
    ],
    [
      #"According to a study seen by the Fjord Gazette, the line lost 3.1 million last year."#,
      #"The study's author, who asked not to be named, said half of that was the price of fuel."#,
    ],
    [
      #"Fishermen expect the harbour to fall silent by Christmas."#,
      #""My children's school is on the other side," said Olle Brandt, who mends nets."#,
      #"The school's head declined to say what would become of its forty pupils."#,
    ],
    [
      #"A spokesman for the county denied that a bridge had ever been considered."#,
      #"However, minutes of a meeting in March mention "a fixed link" three times."#,
    ],
    [
      #"The director is believed to be looking for a buyer abroad."#,
      #"A source close to the owners informed this newspaper that talks had begun in Hamburg."#,
    ],
  ])

  static let hospital = EditedArticle(paragraphs: [
    [
      #"Nurses at Saint Brigid's walked out for six hours on Friday in a dispute over night shifts."#,
      #"The union put the number at four hundred; the hospital counted half as many."#,
    ],
    [
      #""Nobody was left without care," the medical director, Dr Amara Nwosu, told reporters."#,
      #"She added that eleven operations had been put off until next week."#,
    ],
    [
      #"A patient's daughter said her mother had waited since dawn - without breakfast."#,
      #"Her account could not be checked, because the ward's records are closed."#,
    ],
    [
      #"Managers have accused the union of scaring the sick."#,
      #"Its secretary called the charge "a smear from people who have never worked a night"."#,
      #"In her view the walkout saved more lives than it put at risk."#,
    ],
    [
      #"The health board wants both sides to meet before the first of the month."#,
      #"A person briefed on the offer said it was worth two per cent, not the five in the papers."#,
    ],
  ])

  static let mine = EditedArticle(paragraphs: [
    [
      #"矿业公司 (Northern Ore) has found copper under the old airfield, its chairman announced."#,
      #"Shares rose by a tenth within the hour, although no drilling results were published. 🪨"#,
    ],
    [
      #"Geologists who were not involved warned that a single core proves little."#,
      #""I have seen richer gravel on my driveway," one of them said, laughing."#,
    ],
    [
      #"The villagers' council says it learned of the find from television."#,
      #"Its mayor has written to the minister and demanded that every permit be frozen."#,
    ],
    [
      #"Villagers remember the last boom, which ended in 1988 with a poisoned stream."#,
      #"The company promises that nothing will be washed into the river this time."#,
      #"An engineer's memo from May, leaked to two weeklies, reads less certain."#,
    ],
    [
      #"The ministry did not answer questions sent to it on Wednesday."#,
      #"Work on the shaft is expected to begin in spring if the frost allows."#,
    ],
  ])
}
