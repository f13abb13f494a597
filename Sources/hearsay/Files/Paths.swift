import Foundation

extension String {
  /// The folder in which the file of this path is. Foundation's answer for a name of one letter is to stop the program.
  var folderOfPath: String {
    let path = self[..<(lastIndex { $0 != "/" }.map(index(after:)) ?? startIndex)]
    guard let end = path.lastIndex(of: "/") else { return isAbsolutePath ? "/" : "." }
    return end == startIndex ? "/" : String(path[..<end])
  }

  /// What a file of this path is called, without its ending.
  var stemOfPath: String { URL(fileURLWithPath: self).deletingPathExtension().lastPathComponent }

  private var isAbsolutePath: Bool { first == "/" }
}
