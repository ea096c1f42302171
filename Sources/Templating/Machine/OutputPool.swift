import Synchronization

/// Buffers of renderings that ended, for those that begin.
final class OutputPool: Sendable {
  private let outputs = Mutex<[OutputBuffer]>([])

  /// A buffer of which nobody else knows.
  func acquire() -> OutputBuffer { outputs.withLock { $0.popLast() } ?? OutputBuffer(capacity: 1 << 14) }

  /// Keeps a buffer for the next rendering, unless it is one of very many or very large.
  func release(_ output: OutputBuffer) {
    guard output.clear() else { return }
    outputs.withLock { if $0.count < 64 { $0.append(output) } }
  }
}
