import Foundation

/// A program that gets bytes, answers with bytes, and ends.
package struct ChildProcess {
  /// The program.
  var path: String
  /// What it is told on its command line; no shell reads that.
  var arguments: [String] = []
  /// All of its environment, as `NAME=value`.
  var environment: [String]

  /// The program at a path, told this.
  package init(path: String, arguments: [String] = [], environment: [String]) {
    self.path = path
    self.arguments = arguments
    self.environment = environment
  }

  /// What it answers.
  ///
  /// - Parameters:
  ///   - milliseconds: after these it is stopped.
  ///   - limit: the most bytes that it may answer.
  package func output(
    for input: [UInt8], within milliseconds: Int, atMost limit: Int, isStopped: () -> Bool
  ) throws(FetchError) -> [UInt8] {
    // A socket, because a pipe that nobody reads would end this program.
    var ours: Int32 = -1
    let child = try started(talkingOver: &ours)
    defer {
      close(ours)
      end(child)
    }
    let deadline = ContinuousClock.now + .milliseconds(milliseconds)
    var sent = 0
    var answer: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      if isStopped() { throw .stopped }
      if ContinuousClock.now > deadline { throw .tooSlow }
      if sent == input.count {
        shutdown(ours, Int32(SHUT_WR))
        sent += 1
      }
      let events = Int16(sent < input.count ? POLLIN | POLLOUT : POLLIN)
      var ready = pollfd(fd: ours, events: events, revents: 0)
      guard poll(&ready, 1, 100) > 0 else { continue }
      if sent < input.count, ready.revents & Int16(POLLOUT) != 0 {
        let count = input[sent...].withUnsafeBytes { piece in
          send(ours, piece.baseAddress, piece.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
        }
        if count > 0 {
          sent += count
        } else if errno != EAGAIN, errno != EINTR {
          sent = input.count + 1
        }
      }
      if ready.revents & Int16(POLLIN | POLLHUP | POLLERR) != 0 {
        let count = recv(ours, &buffer, buffer.count, Int32(MSG_DONTWAIT))
        if count == 0 { return answer }
        if count > 0 {
          answer += buffer[..<count]
        } else if errno != EAGAIN, errno != EINTR {
          return answer
        }
        if answer.count > limit { throw .crashed }
      }
    }
  }

  private func started(talkingOver ours: inout Int32) throws(FetchError) -> pid_t {
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw .crashed }
    defer { close(ends[1]) }
    ours = ends[0]
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var all = sigset_t()
    var none = sigset_t()
    sigfillset(&all)
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setsigmask(&attributes, &none)
    // A group of its own: what is pressed at the terminal is for the reader.
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP))
    var arguments: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
    var surroundings: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
    defer { (arguments + surroundings).forEach { free($0) } }
    var child: pid_t = 0
    guard posix_spawn(&child, path, &actions, &attributes, &arguments, &surroundings) == 0 else {
      close(ours)
      throw .missingProgram(looked: [path])
    }
    return child
  }

  /// Ends it where it has not ended by itself.
  private func end(_ child: pid_t) {
    kill(child, SIGKILL)
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
  }
}
