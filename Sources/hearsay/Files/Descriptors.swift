import Foundation

/// Writes bytes in one go.
///
/// - Returns: how many the system took; less than none where it refused all.
func writeOnce(_ bytes: [UInt8], to descriptor: Int32) -> Int {
  write(descriptor, bytes, bytes.count)
}

/// Writes all bytes, however few of them the system takes at a time.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws(SystemReason) {
  var done = 0
  while done < bytes.count {
    let count = bytes.withUnsafeBytes { buffer in
      write(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
    }
    if count >= 0 {
      done += count
    } else if errno == EAGAIN {
      // Somebody has made the terminal or pipe answer at once, also where it has no room.
      var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      _ = poll(&ready, 1, -1)
    } else if errno != EINTR {
      throw .last
    }
  }
}
