import Foundation

/// What this program may use. It sets that itself, before it reads anything.
enum ProgramLimits {
  /// Closes what it was not given on purpose, and binds itself.
  static func apply() {
    for descriptor in Int32(3)..<1024 { close(descriptor) }
    set(RLIMIT_AS, 1 << 30)
    set(RLIMIT_CPU, 30)
    set(RLIMIT_FSIZE, 256 << 20)
    set(RLIMIT_CORE, 0)
    set(RLIMIT_NOFILE, 64)
  }

  private static func set(_ resource: __rlimit_resource, _ most: rlim_t) {
    var limit = rlimit(rlim_cur: most, rlim_max: most)
    setrlimit(Int32(resource.rawValue), &limit)
  }
}
