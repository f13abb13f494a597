import HearsayModel
import HearsayScreen

/// The sources across articles, those of most articles first.
struct VoiceRows: OverlayRows {
  let reader: Reader
  let title = "Sources"
  let emptyWords = "No article of the library has a source with a name yet."
  let height = 1
  let isSelectable = true

  var count: Int { reader.voices.count }
  func words(of index: Int) -> String { reader.voices[index].name }

  /// `● Mayor Ana Lund                     12 statements in 4 articles`
  func lines(of index: Int) -> [Line] {
    let look = reader.look
    let voice = reader.voices[index]
    let isTaken = reader.voiceToJoin?.id == voice.id
    var line = Line("  \(voice.naming.sign(in: look.signSet)) ", look[.row])
      .adding(voice.name, look[isTaken ? .strong : .row])
    if isTaken { line = line.adding(" is the same as…", look[.mark]) }
    if voice.joined > 0 { line = line.adding(" +\(voice.joined) joined by you", look[.quiet]) }
    if voice.isRenamed { line = line.adding(" \(look.signs.mark)", look[.mark]) }
    line.right = [
      .init(
        text: "\(voice.statements) in \(voice.articles) article\(voice.articles == 1 ? "" : "s") ",
        style: look[.quiet])
    ]
    return [line]
  }
}
