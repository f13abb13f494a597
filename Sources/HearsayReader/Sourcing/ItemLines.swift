import HearsayModel
import HearsayScreen

/// An item of the list in rows: who, what, and by what way it came with what to be careful about.
struct ItemLines {
  let item: Item
  let sourcing: Sourcing
  let reading: Reading
  let look: Look
  /// The mark on it.
  let mark: Mark?
  /// How wide the rows may be.
  let columns: Int

  /// As many as ``Sourcing/itemRows`` says.
  var all: [Line] {
    (sourcing.isShort(item) ? [who] : [who, what]) + [standing].compactMap(\.self)
  }

  /// `  4 “◐ the MP                p ⇠ ¶5`
  var who: Line {
    var line = Line(number, look[.quiet])
    line =
      sourcing.corrections(of: item).isEmpty
      ? line.adding(" ") : line.adding(String(look.signs.corrected), look[.mark])
    if let attribution = sourcing.attribution(of: item) {
      let source = sourcing.source(of: item)
      let hue = look[.row].with(look.hue(of: source?.id, in: sourcing))
      let naming = source?.naming ?? .implicit
      let signs = "\(attribution.manner.sign(in: look.signSet))\(naming.sign(in: look.signSet)) "
      line = line.adding(signs, hue).adding(sourcing.name(of: source), hue)
    } else if let sentence = sourcing.sentence(of: item) {
      let isNews = sentence.kind == .event
      line = line.adding(" \(Naming.implicit.sign(in: look.signSet)) ", look[.quiet])
        .adding(sentence.kind.words, look[isNews ? .caution : .quiet])
      if !isNews {
        line = line.adding(": " + SaidText.line(item, in: reading, look: look), look[.quiet])
      }
    }
    line.right = place
    return line
  }

  /// `“There is no consensus among Iraqi …`, `denies › that anything has been settled`
  var what: Line {
    let style = look[item.isAttribution ? .row : .quiet]
    return Line(indent, look[.row])
      .adding(SaidText.saying(item, in: reading, limit: 240), style, look: look)
  }

  /// `← The National · ! bare source · alone, unnamed +2`: the way, and as many flags as fit.
  private var standing: Line? {
    let route = sourcing.route(of: item).map(sourcing.name)
    let flags = sourcing.pressing(item)
    guard !route.isEmpty || !flags.isEmpty else { return nil }
    var line = Line(indent, look[.row])
    var left = columns - SafeText.width(of: indent) - 1
    func add(_ text: String, _ style: Style) {
      line = line.adding(text, style)
      left -= SafeText.width(of: text)
    }
    if !route.isEmpty {
      let arrow = String(look.signs.hop.drop { $0 == " " })
      let way = arrow + route.joined(separator: look.signs.hop)
      add(
        cut(way, to: flags.isEmpty ? left : max(12, left / 2), ellipsis: look.signs.ellipsis),
        look[.quiet])
      if !flags.isEmpty { add(" · ", look[.quiet]) }
    }
    if flags.first?.level == .high { add("\(look.signs.highFlag) ", look[.flag]) }
    for (index, flag) in flags.enumerated() {
      let words = (index == 0 ? "" : " · ") + flag.shortWords
      let after = flags.count - index - 1
      // The first is shown in any case; what does not fit is counted.
      guard index == 0 || SafeText.width(of: words) + (after > 0 ? 3 : 0) <= left else {
        add(" +\(after + 1)", look[.quiet])
        break
      }
      add(words, look[flag.level == .high ? .row : .quiet])
    }
    return line
  }

  /// The attribution's number, right-aligned; a dash for a sentence.
  private var number: String {
    let text =
      sourcing.attribution(of: item).map { "\($0.id.number)" } ?? (look.unicode ? "–" : "-")
    return String(repeating: " ", count: max(0, sourcing.numberColumns - text.count)) + text
  }

  private var indent: String { String(repeating: " ", count: sourcing.numberColumns + 3) }

  /// From how many columns on the kind of a source is a word and no letter.
  private static let withKinds = 56

  /// `P`, or where there is room `person`, as a filter asks for it.
  private var kindWords: String {
    let kind = sourcing.source(of: item)?.kind ?? .none
    guard columns >= Self.withKinds else { return "\(kind.sign)" }
    return kind == .none ? "" : kind.rawValue
  }

  /// Kind, relay, mark and paragraph, aligned from row to row.
  private var place: [Line.Part] {
    let isRelayed = sourcing.attribution(of: item).map { !sourcing.analysis.relays(of: $0).isEmpty }
    let relay = isRelayed ?? false ? String(look.signs.relayed) : " "
    let sign = mark.map { String(look.sign(of: $0)) }
    let style = mark.map(look.style) ?? look[.mark]
    let number = reading.layout.paragraph(at: item.extent.start)
    let paragraph = (look.unicode ? "¶" : "p") + "\(number)"
    let total = "\(reading.layout.paragraphs.count)".count + 1
    let pad = String(repeating: " ", count: max(0, total - paragraph.count))
    let kind = kindWords
    guard item.isAttribution else {
      return [
        .init(text: sign.map { "\($0) " } ?? "", style: style),
        .init(text: "\(pad)\(paragraph) ", style: look[.quiet]),
      ]
    }
    return [
      .init(text: "\(kind) ", style: look[.quiet]),
      .init(text: sign ?? " ", style: style),
      .init(text: " \(relay) \(pad)\(paragraph) ", style: look[.quiet]),
    ]
  }
}
