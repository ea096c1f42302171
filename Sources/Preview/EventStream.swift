import Synchronization
import Text

/// Events on their way to one browser, as `text/event-stream` has them. A class, because who sends and the connection
/// share it.
public final class EventStream: Sendable {
  private struct State {
    var waiting = Bytes()
    var isEnded = false
    /// Wakes the connection; there while it sleeps.
    var wake: (@Sendable () -> Void)?
  }

  private let state: Mutex<State>

  /// A stream that asks browsers to come back soon after the connection broke.
  public init() { state = Mutex(State(waiting: Bytes("retry: 200\n\n".utf8))) }

  /// Sends an event.
  ///
  /// - Parameter data: Text; each line of it becomes a line of the event.
  public func send(_ name: String, _ data: Bytes) {
    var event = Bytes("event: \(name)\n".utf8)
    for line in data.split(separator: 0x0A, omittingEmptySubsequences: false) {
      event += Bytes("data: ".utf8) + line + [0x0A]
    }
    put(event + [0x0A])
  }

  /// Sends what no page sees, so that a connection whose browser has gone is noticed.
  public func keepAlive() { put(Bytes(":\n\n".utf8)) }

  /// Whether nobody listens any more.
  public var isEnded: Bool { state.withLock { $0.isEnded } }

  /// Ends the stream after what waits.
  func end() {
    let wake = state.withLock { state -> (@Sendable () -> Void)? in
      state.isEnded = true
      defer { state.wake = nil }
      return state.wake
    }
    wake?()
  }

  private func put(_ bytes: Bytes) {
    let wake = state.withLock { state -> (@Sendable () -> Void)? in
      // A browser that does not read must not fill the memory.
      if state.waiting.count > 1 << 22 { state.isEnded = true } else { state.waiting += bytes }
      defer { state.wake = nil }
      return state.wake
    }
    wake?()
  }

  /// What the connection does next.
  enum Next {
    case sent(Int)
    case sleep
    case end
  }

  /// Moves waiting bytes into a buffer. Where there are none, `sleep` is called before anybody can send more.
  func next(into buffer: UnsafeMutableRawBufferPointer, sleep: () -> Void, wake: @escaping @Sendable () -> Void) -> Next
  {
    state.withLock { state in
      if state.waiting.isEmpty {
        if state.isEnded { return .end }
        sleep()
        state.wake = wake
        return .sleep
      }
      let count = min(buffer.count, state.waiting.count)
      unsafe buffer.copyBytes(from: state.waiting[..<count])
      state.waiting.removeFirst(count)
      return .sent(count)
    }
  }
}
