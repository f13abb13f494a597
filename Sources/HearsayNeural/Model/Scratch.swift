import CKernels

/// Room for one window's arithmetic, used again for the next.
final class Scratch {
  let tokens: Int
  let states: UnsafeMutablePointer<Float>  // (tokens, hidden)
  let queryKeyValue: UnsafeMutablePointer<Float>  // (tokens, 3 · hidden)
  let mixed: UnsafeMutablePointer<Float>  // (tokens, hidden)
  let change: UnsafeMutablePointer<Float>  // (tokens, hidden)
  let feed: UnsafeMutablePointer<Float>  // (tokens, feed)
  let attention: UnsafeMutablePointer<Float>
  let rounded: hk_activations  // (tokens, feed)

  /// Room for windows of at most `tokens` pieces.
  init(_ settings: Settings, tokens: Int) {
    self.tokens = tokens
    states = .allocate(capacity: tokens * settings.hidden)
    queryKeyValue = .allocate(capacity: tokens * 3 * settings.hidden)
    mixed = .allocate(capacity: tokens * settings.hidden)
    change = .allocate(capacity: tokens * settings.hidden)
    feed = .allocate(capacity: tokens * settings.feed)
    attention = .allocate(
      capacity: hk_attention_scratch(Int32(tokens), Int32(settings.hidden / settings.heads)))
    rounded = hk_activations(
      values: .allocate(capacity: tokens * max(settings.feed, settings.hidden)),
      scale: .allocate(capacity: tokens), low: .allocate(capacity: tokens))
  }

  deinit {
    for buffer in [states, queryKeyValue, mixed, change, feed, attention] { buffer.deallocate() }
    rounded.values.deallocate()
    rounded.scale.deallocate()
    rounded.low.deallocate()
  }
}
