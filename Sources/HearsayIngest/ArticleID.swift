import CCrypto
import HearsayModel

extension Article {
  /// `sha256:` and the hash of the text's UTF-8.
  static func id(of text: ArticleText) -> ID { "sha256:" + sha256(of: text.bytes) }

  /// The SHA-256 of some bytes, in hexadecimal.
  static func sha256(of bytes: [UInt8]) -> String {
    var state = SHA256_CTX()
    var hash = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    SHA256_Init(&state)
    SHA256_Update(&state, bytes, bytes.count)
    SHA256_Final(&hash, &state)
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: hash.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
