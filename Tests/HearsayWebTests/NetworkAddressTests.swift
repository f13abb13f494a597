import HearsayWeb
import Testing

/// Which addresses may be reached by a link, a redirect or a feed. Nothing connects here.
@Suite("Addresses of one's own network")
struct NetworkAddressTests {
  private func address(_ text: String) -> NetworkAddress {
    if text.contains(".") && !text.contains(":") {
      return NetworkAddress(text.split(separator: ".").map { UInt8($0) ?? 0 })
    }
    let sides = text.split(separator: "|", omittingEmptySubsequences: false)
    func words(_ side: Substring) -> [UInt8] {
      side.split(separator: ":").flatMap { word -> [UInt8] in
        let value = UInt16(word, radix: 16) ?? 0
        return [UInt8(value >> 8), UInt8(value & 0xFF)]
      }
    }
    let (start, end) = (words(sides[0]), sides.count > 1 ? words(sides[1]) : [])
    return NetworkAddress(start + [UInt8](repeating: 0, count: 16 - start.count - end.count) + end)
  }

  /// IPv6 is written with `|` for the zeros that are left out.
  @Test(
    "This machine, this link and private networks are not reached unless they are typed",
    arguments: [
      "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.127.255.255",
      "127.0.0.1", "127.9.9.9", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.8",
      "192.0.2.1", "192.88.99.1", "192.168.1.1", "198.18.0.1", "198.19.255.255", "198.51.100.7",
      "203.0.113.9", "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255",
      "|", "|1", "|ffff:7f00:1", "|ffff:a00:1", "|ffff:c0a8:101", "|ffff:a9fe:a9fe", "|7f00:1",
      "64:ff9b|a00:1", "64:ff9b|7f00:1", "2002:a00:1|", "2002:7f00:1|", "2001:0:4136|1",
      "2001:db8|1", "3fff|1", "fc00|1", "fd12:3456|1", "fe80|1", "febf|1", "fec0|1", "ff02|1",
      "100|1", "4000|1",
    ])
  func special(text: String) {
    #expect(!address(text).isPublic)
  }

  @Test(
    "Addresses of the open internet are",
    arguments: [
      "1.1.1.1", "9.255.255.255", "11.0.0.1", "100.63.255.255", "100.128.0.1", "126.1.1.1",
      "128.0.0.1", "169.253.1.1", "172.15.255.255", "172.32.0.1", "192.0.1.1", "192.167.1.1",
      "192.169.1.1", "198.17.1.1", "198.20.0.1", "223.255.255.255", "|ffff:101:101",
      "64:ff9b|101:101", "2002:101:101|", "2606:4700|1111", "2a00:1450|1", "2003|1",
    ])
  func open(text: String) {
    #expect(address(text).isPublic)
  }

  @Test("What is no address at all is not reached")
  func nothing() {
    #expect(!NetworkAddress([]).isPublic)
    #expect(!NetworkAddress([1, 2, 3]).isPublic)
  }
}
