import Synchronization

/// Buffers of renderings that ended, for those that begin.
final class OutputPool: Sendable {
  private let outputs = Mutex<[Output]>([])

  /// A buffer of which nobody else knows.
  func acquire() -> Output { outputs.withLock { $0.popLast() } ?? Output(capacity: 1 << 14) }

  /// Keeps a buffer for the next rendering, unless it is one of very many or very large.
  func release(_ output: Output) {
    guard output.clear() else { return }
    outputs.withLock { if $0.count < 64 { $0.append(output) } }
  }
}
