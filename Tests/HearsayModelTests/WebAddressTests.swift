import HearsayModel
import Testing

@Suite("Addresses of the web")
struct WebAddressTests {
  @Test(arguments: [
    "https://daily.example/talks?page=2#end", "http://10.0.0.1:8080/", "https://[::1]/x",
    "HTTPS://Daily.Example/a%20b", "https://zeitung.example/über-uns",
  ])
  func `Pages can be opened`(text: String) { #expect(WebAddress(text)?.description == text) }

  @Test(arguments: [
    "", "daily.example", "ftp://daily.example", "file:///etc/passwd", "javascript:alert(1)",
    "-https://daily.example", "https://", "https:///path", "https://-x.example",
    "https://daily.example/\u{1B}]52;c;eA==\u{07}", "https://daily.example/`reboot`",
    "https://daily.example/\u{202E}gnp.exe", "https://daily.example/a\"b",
    "https://daily.example/\\",
  ])
  func `Nothing else can`(text: String) { #expect(WebAddress(text) == nil) }

  @Test func `An address that was broken over lines is whole`() {
    #expect(
      WebAddress("https://daily.example/\n  talks")?.description == "https://daily.example/talks")
  }
}
