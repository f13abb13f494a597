import CKernels

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A file's bytes, mapped into memory for as long as this object lives: nothing is read before it is needed.
///
/// A file that is cut short while it is mapped ends in zeros, and is not ``isWhole`` any more. To have a copy of its own
/// would take longer than all else at the start.
final class MappedFile: @unchecked Sendable {
  let bytes: UnsafeRawBufferPointer
  private let mapping: Int32

  /// Maps the file at `path`; `nil` where it cannot be opened, holds nothing, or is no file.
  init?(path: String) {
    // A pipe would keep whoever opens it waiting.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var facts = stat()
    guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG, facts.st_size > 0
    else { return nil }
    let size = Int(facts.st_size)
    guard let address = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0),
      address != MAP_FAILED
    else { return nil }
    bytes = UnsafeRawBufferPointer(start: address, count: size)
    mapping = hk_watch(address, size)
  }

  /// Whether all of it was there whenever it was read.
  var isWhole: Bool { hk_was_cut_short(mapping) == 0 }

  deinit {
    hk_end_watch(mapping)
    if let address = bytes.baseAddress {
      munmap(UnsafeMutableRawPointer(mutating: address), bytes.count)
    }
  }
}
