extension String {
  /// The text on one line, as Markdown in which nothing of it means anything, to HTML neither.
  public var escapedForMarkdown: String {
    var escaped = ""
    for character in self {
      if "\\`*_{}[]<>()#+!|~^$&".contains(character) { escaped += "\\" }
      escaped.append(character)
    }
    // A line that begins so would be a list or a rule.
    if let first = escaped.first, first == "-" || first == "=" { escaped = "\\" + escaped }
    if let dot = escaped.firstIndex(where: { !$0.isASCII || !$0.isNumber }),
      dot > escaped.startIndex, escaped[dot] == "."
    {
      escaped.insert("\\", at: dot)
    }
    return escaped
  }

  /// The text as HTML or XML, in which nothing of it is an element, an attribute or an entity.
  public var escapedForMarkup: String {
    var escaped = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      // XML knows no such code points; nobody has written anything with them.
      case "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// The address without what would end it in Markdown.
  var escapedAddress: String {
    replacing("<", with: "%3C").replacing(">", with: "%3E").replacing(" ", with: "%20")
  }
}
