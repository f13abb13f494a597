import Foundation

/// A small disk of a test's own.
public final class Disk {
  /// Where it is.
  public let path: String

  /// Why tests are skipped where there can be none.
  public static let missing =
    "skipped: a disk that can be filled needs the right to mount one"
  /// Whether a disk can be made here.
  public static let canBeMade: Bool = {
    guard let folder = try? TemporaryFolder() else { return false }
    return (try? Disk(at: folder.path, kilobytes: 64)) != nil
  }()

  /// Makes a disk of this size in place of an empty folder.
  public init(at path: String, kilobytes: Int) throws {
    self.path = path
    try Command.run("mount", "-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", path)
  }

  deinit { _ = try? Command.run("umount", "-l", path) }

  /// From now on nothing on it can be changed.
  public func makeReadOnly() throws { try Command.run("mount", "-o", "remount,ro", path) }

  /// Makes a folder on it, which needs no room.
  public func folder(_ name: String) throws -> String {
    try FileManager.default.createDirectory(
      atPath: "\(path)/\(name)", withIntermediateDirectories: true)
    return "\(path)/\(name)"
  }
}
