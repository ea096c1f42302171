import Synchronization
import System

/// The first error that any thread met. A class, because all threads note theirs.
final class FirstError: Sendable {
  private let first = Mutex<EnvironmentError?>(nil)

  func note(_ error: EnvironmentError) { first.withLock { $0 = $0 ?? error } }

  var error: EnvironmentError? { first.withLock { $0 } }
}
