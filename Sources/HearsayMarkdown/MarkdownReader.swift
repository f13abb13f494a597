import CCmark
import Foundation
public import HearsayFetching
public import HearsayPages

/// Reads Markdown: paragraphs, headings, lists, block quotations and links, without the marks.
public struct MarkdownReader: Sendable {
  private let pages: PageReader

  /// A reader that has the pages read that Markdown stands for.
  public init(pages: PageReader) { self.pages = pages }

  /// What a text in Markdown says; `nil` where there is nothing to read in it.
  ///
  /// - Parameters:
  ///   - bytes: the text, in UTF-8.
  ///   - address: where it is from, for links that are told from there.
  public func read(_ bytes: [UInt8], from address: String? = nil) -> Page? {
    let written = bytes.withUnsafeBytes { buffer in
      cmark_markdown_to_html(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count, CMARK_OPT_UNSAFE)
    }
    guard let written else { return nil }
    defer { free(written) }
    let page = pages.whole(
      Array(UnsafeRawBufferPointer(start: written, count: strlen(written))), from: address)
    return page.paragraphs.isEmpty ? nil : page
  }
}
