import Foundation

/// Why the system refuses something, by the number it gives for that.
struct SystemReason: Error, Hashable {
  /// `ENOSPC`
  var code: Int32

  /// Why the last call was refused.
  static var last: SystemReason { SystemReason(code: errno) }

  /// *the disk is full*
  var words: String {
    switch code {
    case EACCES, EPERM: "permission is denied"
    case EBADF: "it is closed"
    case EDQUOT, ENOSPC: "the disk is full"
    case EFBIG: "the file would be too large"
    case EISDIR: "that is a folder"
    case ELOOP: "its links lead in a circle"
    case ENAMETOOLONG: "the name is too long"
    case ENOENT: "there is no such folder"
    case ENOTDIR: "what should be a folder is a file"
    case ESPIPE: "it is no file"
    case EROFS: "the disk is read-only"
    default: String(cString: strerror(code)).lowercased()
    }
  }
}
