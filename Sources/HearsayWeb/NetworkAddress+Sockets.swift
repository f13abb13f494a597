import Foundation

extension NetworkAddress {
  /// The address that the system's calls are given; `nil` where it is of another kind.
  init?(_ address: UnsafePointer<sockaddr>, family: Int32) {
    switch family {
    case AF_INET:
      self.init(
        address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { socket in
          withUnsafeBytes(of: socket.pointee.sin_addr) { Array($0) }
        })
    case AF_INET6:
      self.init(
        address.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) { socket in
          withUnsafeBytes(of: socket.pointee.sin6_addr) { Array($0) }
        })
    default: return nil
    }
  }

  /// The address that a host's name is, such as `127.0.0.1` or `[::1]`; `nil` where it is a name.
  init?(literal host: String) {
    var four = in_addr()
    var six = in6_addr()
    let plain = host.filter { $0 != "[" && $0 != "]" }
    if inet_pton(AF_INET, plain, &four) == 1 {
      self.init(withUnsafeBytes(of: four) { Array($0) })
    } else if inet_pton(AF_INET6, plain, &six) == 1 {
      self.init(withUnsafeBytes(of: six) { Array($0) })
    } else {
      return nil
    }
  }

  /// Whether a host is in one's own network by its name alone, also where a proxy would look it up.
  static func isNear(host: String) -> Bool {
    if let address = NetworkAddress(literal: host) { return !address.isPublic }
    let name = host.hasSuffix(".") ? String(host.dropLast()) : host
    return name == "localhost"
      || [".localhost", ".local", ".internal", ".home.arpa"].contains { name.hasSuffix($0) }
  }

  /// All addresses of a host.
  static func all(ofHost host: String) -> [NetworkAddress] {
    var found: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, nil, nil, &found) == 0 else { return [] }
    defer { freeaddrinfo(found) }
    var addresses: [NetworkAddress] = []
    var next = found
    while let info = next?.pointee {
      if let socket = info.ai_addr, let address = NetworkAddress(socket, family: info.ai_family) {
        addresses.append(address)
      }
      next = info.ai_next
    }
    return addresses
  }
}
