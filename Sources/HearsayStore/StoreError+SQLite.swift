import Foundation
import GRDB

extension StoreError {
  /// What an error of SQLite means to somebody who reads the news.
  init(_ error: any Error, path: String?, during undertaking: Undertaking) {
    if let known = error as? StoreError {
      self = known
    } else if let error = error as? DatabaseError {
      self.init(Reason(error, path: path), path: path, during: undertaking)
    } else {
      self.init(.failed(detail: "\(error)"), path: path, during: undertaking)
    }
  }
}

extension StoreError.Reason {
  fileprivate init(_ error: DatabaseError, path: String?) {
    let detail = error.message ?? "SQLite \(error.extendedResultCode.rawValue)"
    switch error.resultCode {
    case .SQLITE_CORRUPT, .SQLITE_ERROR, .SQLITE_MISMATCH:
      // SQLITE_ERROR is "no such table" and the like: the schema is not what its version promises.
      self = .damaged(detail: detail)
    case .SQLITE_NOTADB: self = .notALibrary
    case .SQLITE_READONLY: self = .readOnly
    case .SQLITE_FULL: self = .diskFull
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
    case .SQLITE_PERM, .SQLITE_AUTH: self = .noPermission
    case .SQLITE_CONSTRAINT where error.extendedResultCode == .SQLITE_CONSTRAINT_FOREIGNKEY:
      self = .unknownArticle
    case .SQLITE_CANTOPEN, .SQLITE_IOERR:
      // SQLite says only that a call failed; the disk says why.
      if let path, StoreFolder.isOutOfRoom(path) {
        self = .diskFull
      } else if let path, StoreFolder.isForbidden(path) {
        self = .noPermission
      } else {
        self = .failed(detail: detail)
      }
    default: self = .failed(detail: detail)
    }
  }
}
