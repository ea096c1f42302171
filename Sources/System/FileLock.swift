import Glibc

/// Keeps two processes apart that would change the same files. The system gives the lock back when its holder ends,
/// however that happens. A class, because it owns a descriptor.
public final class FileLock: Sendable {
  private let descriptor: Int32
  /// Whether the file system has locks, so that others wait for this one.
  public let isHeld: Bool

  /// Waits for the lock; `waiting` is called when another process has it. On a file system that has no locks, as some on
  /// other machines have none, nobody is kept apart.
  public init(_ path: String, waiting: () -> Void) throws(EnvironmentError) {
    try FileAccess.makeFolders(above: path)
    descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard descriptor >= 0 else { throw EnvironmentError("the lock can't be made", path) }
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
      isHeld = true
      return
    }
    if FileLock.isUnknownToSystem(errno) {
      isHeld = false
      return
    }
    waiting()
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else {
        let failure = EnvironmentError("the lock can't be taken", path)
        close(descriptor)
        throw failure
      }
    }
    isHeld = true
  }

  /// Whether somebody has the lock, or that can't be told; a lock that nobody made is free.
  public static func isTaken(_ path: String) -> Bool {
    let descriptor = unsafe open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return errno != ENOENT }
    // With the descriptor goes the lock.
    defer { close(descriptor) }
    return flock(descriptor, LOCK_EX | LOCK_NB) != 0
  }

  private static func isUnknownToSystem(_ code: Int32) -> Bool {
    code == ENOLCK || code == EOPNOTSUPP || code == ENOSYS || code == EINVAL
  }

  deinit { close(descriptor) }
}
