/// A document in PDF, as small as can be: words at places of a page, in one font.
public struct SmallPDF {
  private var pages: [[String]] = []

  /// A document without pages.
  public init() {}

  /// Adds a page with these pieces of text, each with the place of its beginning, in points from the lower left corner.
  public mutating func page(_ pieces: [(left: Int, bottom: Int, text: String)]) {
    pages.append(
      pieces.map { "/F1 10 Tf 1 0 0 1 \($0.left) \($0.bottom) Tm (\($0.text)) Tj" })
  }

  /// Lines below each other.
  public static func column(
    _ lines: [String], left: Int = 50, top: Int = 800
  ) -> [(left: Int, bottom: Int, text: String)] {
    lines.enumerated().map { (left, top - 12 * $0.offset, $0.element) }
  }

  /// The document.
  public var bytes: [UInt8] {
    var objects = [
      "<< /Type /Catalog /Pages 2 0 R >>", "",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    var kids: [String] = []
    for page in pages {
      let words = "BT\n" + page.joined(separator: "\n") + "\nET"
      objects.append("<< /Length \(words.utf8.count) >>\nstream\n\(words)\nendstream")
      objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents \(objects.count) 0 R >>"
      )
      kids.append("\(objects.count) 0 R")
    }
    objects[1] = "<< /Type /Pages /Kids [\(kids.joined(separator: " "))] /Count \(kids.count) >>"
    var document = "%PDF-1.4\n"
    var places: [Int] = []
    for (index, object) in objects.enumerated() {
      places.append(document.utf8.count)
      document += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let end = document.utf8.count
    document += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for place in places {
      document += String(repeating: "0", count: 10 - "\(place)".count) + "\(place) 00000 n \n"
    }
    document += "trailer << /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(end)\n%%EOF\n"
    return Array(document.utf8)
  }
}
