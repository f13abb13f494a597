import Dispatch

/// Something that calls back from the background until it is cancelled.
///
/// Dispatch's sources may be cancelled from any thread, which is all that is done with one here; Dispatch does not say
/// so to the compiler.
struct CancellableSource: @unchecked Sendable {
  private let source: any DispatchSourceProtocol

  init(_ source: any DispatchSourceProtocol) { self.source = source }

  /// Begins.
  func resume() { source.resume() }

  /// Ends.
  func cancel() { source.cancel() }
}
