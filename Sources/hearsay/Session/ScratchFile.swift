import Foundation

/// A file for another program to read, for a while: only its owner can read it, under a name that nobody could guess.
struct ScratchFile {
  /// Where it is.
  let path: String

  /// Writes a file.
  ///
  /// - Parameters:
  ///   - name: what it is about, for its name.
  ///   - ending: how the name ends, dot included.
  init(named name: String, ending: String, _ bytes: [UInt8]) throws(NoRoom) {
    let folder = ProcessInfo.processInfo.environment["XDG_RUNTIME_DIR"].flatMap {
      $0.isEmpty || !FileManager.default.isWritableFile(atPath: $0) ? nil : $0
    }
    let directory = folder ?? FileManager.default.temporaryDirectory.path
    var template = Array("\(directory)/hearsay-\(name)-XXXXXX\(ending)".utf8CString)
    let file = mkstemps(&template, Int32(ending.utf8.count))
    guard file >= 0 else { throw NoRoom(folder: directory) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    do {
      try handle.write(contentsOf: Data(bytes))
      try handle.close()
    } catch {
      remove()
      throw NoRoom(folder: directory)
    }
  }

  /// Takes the file away.
  func remove() { try? FileManager.default.removeItem(atPath: path) }
}

/// No file could be made in a folder.
struct NoRoom: Error, CustomStringConvertible {
  var folder: String
  var description: String { "There is no room for a file in \(folder)." }
}
