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
