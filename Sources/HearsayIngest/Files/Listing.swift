/// Opens folders up into the files that may be articles.
///
/// Keeps what was seen already, so that a file comes once and a link that leads back up ends there.
struct Listing {
  /// The most files from one path.
  var fileLimit: Int
  private var seen = SeenFiles()
  /// How many articles were left out because they had come already.
  private var repeats = 0

  init(fileLimit: Int) { self.fileLimit = fileLimit }

  typealias Found = Result<Ingest.Place, IngestError>

  /// The places that one path stands for.
  mutating func places(at path: String) -> [Found] {
    do throws(IngestError) {
      let (kind, identity) = try lookUp(path)
      guard kind == .folder else {
        // Pipes and devices are left to the opening, which knows the shell's own pipes.
        guard seen.insert(identity) || kind != .file else { return [] }
        guard kind == .file, Mailbox.opens(path) else { return [.success(.file(path))] }
        return limited(messages(at: path, room: fileLimit + 1), path)
      }
      guard seen.insert(identity) else { return [] }
      let before = repeats
      let found = places(inFolder: path, room: fileLimit + 1)
      if found.isEmpty {
        return repeats > before ? [] : [.failure(.folderWithoutArticles(path: path))]
      }
      return limited(found, path)
    } catch {
      return [.failure(error)]
    }
  }

  private func limited(_ found: [Found], _ path: String) -> [Found] {
    guard found.count > fileLimit else { return found }
    return found.prefix(fileLimit) + [.failure(.tooManyFiles(path: path, limit: fileLimit))]
  }

  /// The messages of a mailbox, each a place of its own.
  private func messages(at path: String, room: Int) -> [Found] {
    do throws(IngestError) {
      return try MailboxMessage.all(in: path, atMost: room).map { .success(Ingest.Place($0)) }
    } catch {
      return [.failure(error)]
    }
  }

  private mutating func places(inFolder path: String, room: Int) -> [Found] {
    var found: [Found] = []
    do throws(IngestError) {
      for name in try names(inFolder: path) where found.count < room {
        let inside = path.hasSuffix("/") ? path + name : path + "/" + name
        guard let (kind, identity) = try? lookUp(inside) else {
          // A dangling link in a folder is nobody's article.
          continue
        }
        switch kind {
        case .folder:
          guard seen.insert(identity) else { continue }
          found += places(inFolder: inside, room: room - found.count)
        case .file:
          guard isArticle(name: name, at: inside) else { continue }
          if seen.insert(identity) {
            found +=
              Mailbox.opens(inside)
              ? messages(at: inside, room: room - found.count) : [.success(.file(inside))]
          } else {
            repeats += 1
          }
        case .other: continue
        }
      }
    } catch {
      found.append(.failure(error))
    }
    return found
  }

  /// By name; a file whose name says nothing must begin like text.
  private func isArticle(name: String, at path: String) -> Bool {
    guard Format.mayBeArticle(name: name) else { return false }
    return !fileExtension(of: name).isEmpty || beginsLikeText(path)
  }

  private func beginsLikeText(_ path: String) -> Bool {
    guard let opening = openingBytes(ofFile: path, count: 4096), !opening.isEmpty else {
      return false
    }
    return BinaryKind(openingOf: opening) == nil && TextDecoder().text(of: opening) != nil
  }
}

/// Which files were seen; most of the time it is one.
private struct SeenFiles {
  private var first: FileIdentity?
  private var others: Set<FileIdentity> = []

  /// Whether it was not seen before; from now on it was.
  mutating func insert(_ identity: FileIdentity) -> Bool {
    // Every start waits for this, and a set costs it more than all that is done with one file.
    guard let first else {
      first = identity
      return true
    }
    return identity != first && others.insert(identity).inserted
  }
}
