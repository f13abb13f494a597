import CKernels

/// A trained network that finds attributions in text: who said what, as spans and how they belong together.
///
/// A network keeps nothing between calls and may be used from many threads; what it learned stays in the file,
/// mapped into memory.
public final class Network: Sendable {
  /// Its name and version, as the model file states them.
  public let name: String
  /// The checksums of the model file, which are others when anything in it is.
  public let checksums: [UInt8]
  let encoder: Encoder
  let vocabulary: Vocabulary
  private let file: ModelFileHolder

  /// The network in the file at `path`; throws ``ModelFileError`` where it holds none that can be used.
  ///
  /// The kernels are the fastest that this processor can run.
  public convenience init(path: String) throws {
    try self.init(path: path, processor: hk_this_processor())
  }

  init(path: String, processor: hk_processor) throws {
    let file = try ModelFile(path: path)
    let settings = try Settings(file)
    let vocabulary = try Vocabulary(file, settings)
    name = "\(file.facts["name"] ?? "unnamed") \(file.facts["version"] ?? "0")"
    checksums = file.checksums
    encoder = Encoder(
      settings: settings, weights: try Weights(file, settings), processor: processor)
    self.vocabulary = vocabulary
    self.file = ModelFileHolder(file: file)
  }

  /// Whether the model file is still what was opened; where somebody has cut it short since, all answers are worthless.
  public var isWhole: Bool { file.file.isWhole }
}

/// Keeps the mapping alive as long as the network points into it.
private struct ModelFileHolder: @unchecked Sendable {
  let file: ModelFile
}

extension Vocabulary {
  fileprivate init(_ file: ModelFile, _ settings: Settings) throws {
    letters = try file.table("vocabulary.letters", of: UInt8.self)
    offsets = try file.table("vocabulary.offsets", 1, settings.vocabulary + 1, of: UInt32.self)
    slots = try file.table("vocabulary.slots", of: UInt16.self)
    // The hash table is searched with a mask, and must have room to stop at.
    guard slots.count > settings.vocabulary, slots.count & (slots.count - 1) == 0 else {
      throw ModelFileError.unexpected(part: "vocabulary.slots", path: file.path)
    }
  }
}

// MARK: - Reading

/// An attribution as the network sees it, in bytes of the text.
public struct FoundAttribution: Hashable, Sendable {
  /// The words that name the source.
  public var source: Range<Int>?
  /// What kind of thing the source is.
  public var kind: FoundKind.Guess?
  /// The words that hand the content to the source.
  public var cue: Range<Int>
  /// What is attributed, in order of reading; never empty.
  public var content: [Range<Int>]
  /// How likely it is right, from 0 to 1.
  public var confidence: Double
  package var evidence: Evidence
}

extension Network {
  /// The attributions whose cue stands in the `wanted` ones of these paragraphs.
  ///
  /// - Parameters:
  ///   - bytes: a text in UTF-8.
  ///   - paragraphs: the paragraphs of the text, in order; those beside the wanted ones are read for context.
  ///   - workers: who shares the windows among themselves.
  ///   - isStopped: is asked before every window whether the answer is still wanted; where it is not, it is worthless.
  ///   - step: how many windows are read before what is known by then is shown.
  ///   - showing: is handed what is known of the first paragraphs while the others are read.
  public func attributions(
    in bytes: [UInt8], paragraphs: [Range<Int>], wanted: Range<Int>,
    workers: Workers = .all, isStopped: @Sendable () -> Bool = { false },
    step: Int = .max, showing: (_ read: Range<Int>, [FoundAttribution]) -> Void = { _, _ in }
  ) -> [FoundAttribution] {
    let text = TextBlocks(bytes, paragraphs, around: wanted, vocabulary)
    let windows = ReadingWindow.windows(over: text.wanted, costs: text.blocks.map(\.cost))
    var readings: [WindowReading] = []
    while readings.count < windows.count {
      let next = readings.count
      readings += workers.perform(min(step, windows.count - next)) {
        Scratch(encoder.settings, tokens: ReadingWindow.longest)
      } _: { scratch, window in
        isStopped() ? WindowReading() : read(windows[next + window], text.blocks, scratch)
      }
      if readings.count < windows.count, !isStopped() {
        let end = text.blocks[windows[readings.count].kept.lowerBound].paragraph
        showing(wanted.lowerBound..<end, attributions(of: text, windows, readings))
      }
    }
    return attributions(of: text, windows, readings)
  }

  /// What was found in the first windows, or in all of them.
  private func attributions(
    of text: TextBlocks, _ windows: [ReadingWindow], _ readings: [WindowReading]
  ) -> [FoundAttribution] {
    AttributionAssembly(text, Array(windows.prefix(readings.count)), readings)
      .attributions(encoder.weights.confidence)
  }
}

/// The blocks of the paragraphs that were asked for, and of as many around them as give context.
struct TextBlocks {
  var blocks: [TextBlock] = []
  /// The blocks of the paragraphs that were asked for.
  var wanted: Range<Int> = 0..<0

  init(
    _ bytes: [UInt8], _ paragraphs: [Range<Int>], around wanted: Range<Int>,
    _ vocabulary: Vocabulary
  ) {
    let read = { (paragraph: Int) in
      TextBlock.blocks(
        of: bytes, paragraphs[paragraph], paragraph: paragraph, vocabulary: vocabulary)
    }
    var before: [TextBlock] = []
    var cost = 0
    for paragraph in stride(from: wanted.lowerBound - 1, through: 0, by: -1)
    where cost <= ReadingWindow.context {
      let found = read(paragraph)
      cost += found.reduce(0) { $0 + $1.cost }
      before = found + before
    }
    blocks = before
    for paragraph in wanted { blocks += read(paragraph) }
    self.wanted = before.count..<blocks.count
    cost = 0
    for paragraph in wanted.upperBound..<max(wanted.upperBound, paragraphs.count)
    where cost <= ReadingWindow.room {
      let found = read(paragraph)
      cost += found.reduce(0) { $0 + $1.cost }
      blocks += found
    }
  }
}
