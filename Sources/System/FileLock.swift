import Glibc

/// Keeps two processes apart that would change the same files. The system gives the lock back when its holder ends,
/// however that happens. A class, because it owns a descriptor.
public final class FileLock {
  private let descriptor: Int32

  /// Waits for the lock; `waiting` is called when another process has it.
  public init(_ path: String, waiting: () -> Void) throws(EnvironmentError) {
    try FileAccess.makeFolders(above: path)
    descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw EnvironmentError("the lock can't be made", path) }
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return }
    waiting()
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else { throw EnvironmentError("the lock can't be taken", path) }
    }
  }

  deinit { close(descriptor) }
}
