import CGMime
import Foundation

/// A message of mail, taken apart: who sent it, when, and what it says.
struct MailMessage {
  private(set) var subject: String?
  private(set) var sender: String?
  private(set) var senderAddress: String?
  /// In ISO 8601.
  private(set) var date: String?
  /// What the list calls itself that the message went over.
  private(set) var list: String?
  /// The message as plain text.
  private(set) var plain: String?
  /// The message as a page.
  private(set) var page: Page?

  struct Page {
    var bytes: [UInt8]
    var charset: String?
  }

  /// How many messages and groups of parts may be in each other.
  private static let deepest = 20

  /// `nil` where the bytes are no message.
  init?(_ bytes: [UInt8]) {
    _ = Self.library
    guard let stream = Self.stream(over: bytes) else { return nil }
    defer { g_object_unref(stream) }
    guard let parser = g_mime_parser_new_with_stream(stream) else { return nil }
    defer { g_object_unref(parser) }
    guard let message = g_mime_parser_construct_message(parser, nil) else { return nil }
    defer { g_object_unref(message) }
    readHead(of: message)
    if let part = g_mime_message_get_mime_part(message) { read(part, depth: 0) }
  }

  /// The library is made ready once.
  private static let library: Void = g_mime_init()

  private static func stream(over bytes: [UInt8]) -> OpaqueOrTyped<GMimeStream>? {
    bytes.withUnsafeBytes { buffer in
      g_mime_stream_mem_new_with_buffer(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
    }
  }

  private typealias OpaqueOrTyped<Kind> = UnsafeMutablePointer<Kind>
}

// MARK: - Its head

extension MailMessage {
  private mutating func readHead(of message: UnsafeMutablePointer<GMimeMessage>) {
    subject = Self.line(g_mime_message_get_subject(message))
    if let senders = g_mime_message_get_from(message),
      let first = internet_address_list_get_address(senders, 0)
    {
      sender = Self.line(internet_address_get_name(first))
      if let mailbox = Self.cast(
        first, internet_address_mailbox_get_type(), InternetAddressMailbox.self)
      {
        senderAddress = Self.line(internet_address_mailbox_get_addr(mailbox))
      }
    }
    if let date = g_mime_message_get_date(message),
      let written = g_date_time_format(date, "%Y-%m-%dT%H:%M:%S%:z")
    {
      self.date = String(cString: written)
      g_free(written)
    }
    message.withMemoryRebound(to: GMimeObject.self, capacity: 1) { object in
      list = Self.line(g_mime_object_get_header(object, "List-Id")).flatMap(Self.nameOfList)
    }
  }

  /// "Valley Herald Morning" of `Valley Herald Morning <morning.valley-herald.example>`.
  private static func nameOfList(_ header: String) -> String? {
    guard let decoded = g_mime_utils_header_decode_text(nil, header) else { return nil }
    defer { g_free(decoded) }
    let name = String(cString: decoded).prefix { $0 != "<" }
      .trimmingCharacters(in: CharacterSet.whitespaces.union(CharacterSet(charactersIn: "\"")))
    return name.isEmpty ? nil : name
  }

  /// Words on one line; `nil` where there are none.
  private static func line(_ words: UnsafePointer<CChar>?) -> String? {
    guard let words else { return nil }
    let line = String(cString: words).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.isEmpty ? nil : line
  }
}

// MARK: - Its parts

extension MailMessage {
  private mutating func read(_ object: UnsafeMutablePointer<GMimeObject>, depth: Int) {
    guard depth < Self.deepest else { return }
    if let parts = Self.cast(object, g_mime_multipart_get_type(), GMimeMultipart.self) {
      for number in 0..<min(g_mime_multipart_get_count(parts), 200) {
        if let part = g_mime_multipart_get_part(parts, number) { read(part, depth: depth + 1) }
      }
    } else if let part = Self.cast(object, g_mime_message_part_get_type(), GMimeMessagePart.self) {
      // A message that was sent on says it all where nothing was written above it.
      if let message = g_mime_message_part_get_message(part),
        let inner = g_mime_message_get_mime_part(message)
      {
        read(inner, depth: depth + 1)
      }
    } else if let part = Self.cast(object, g_mime_text_part_get_type(), GMimeTextPart.self) {
      readText(part, object)
    }
  }

  private mutating func readText(
    _ part: UnsafeMutablePointer<GMimeTextPart>, _ object: UnsafeMutablePointer<GMimeObject>
  ) {
    let isAttached =
      Self.line(g_mime_object_get_disposition(object))?.lowercased() == "attachment"
    guard !isAttached, let type = g_mime_object_get_content_type(object),
      let kind = g_mime_content_type_get_media_subtype(type).map({
        String(cString: $0).lowercased()
      })
    else { return }
    if kind == "html", page == nil {
      page = Page(
        bytes: Self.bytes(of: part),
        charset: Self.line(g_mime_content_type_get_parameter(type, "charset")))
    } else if kind != "html", kind != "calendar", plain == nil {
      plain = Self.text(of: part)
      func says(_ name: String, _ value: String) -> Bool {
        Self.line(g_mime_content_type_get_parameter(type, name))?.lowercased() == value
      }
      if says("format", "flowed"), let written = plain {
        plain = FlowedText.joined(written, deletesBlanks: says("delsp", "yes"))
      }
    }
  }

  /// The text in its own character set, or what can be read of it.
  private static func text(of part: UnsafeMutablePointer<GMimeTextPart>) -> String? {
    guard let text = g_mime_text_part_get_text(part) else {
      return String(decoding: bytes(of: part), as: UTF8.self)
    }
    defer { g_free(text) }
    return String(cString: text)
  }

  private static func bytes(of part: UnsafeMutablePointer<GMimeTextPart>) -> [UInt8] {
    let content = part.withMemoryRebound(to: GMimePart.self, capacity: 1) {
      g_mime_part_get_content($0)
    }
    guard let content, let stream = g_mime_stream_mem_new() else { return [] }
    defer { g_object_unref(stream) }
    _ = g_mime_data_wrapper_write_to_stream(content, stream)
    let array = stream.withMemoryRebound(to: GMimeStreamMem.self, capacity: 1) {
      g_mime_stream_mem_get_byte_array($0)
    }
    guard let array, let data = array.pointee.data else { return [] }
    return Array(UnsafeBufferPointer(start: data, count: Int(array.pointee.len)))
  }

  /// An object as one of a certain type; `nil` where it is none.
  private static func cast<From, To>(
    _ object: UnsafeMutablePointer<From>, _ type: GType, _ to: To.Type
  ) -> UnsafeMutablePointer<To>? {
    let raw = UnsafeMutableRawPointer(object)
    guard g_type_check_instance_is_a(raw.assumingMemoryBound(to: GTypeInstance.self), type) != 0
    else { return nil }
    return raw.assumingMemoryBound(to: To.self)
  }
}
