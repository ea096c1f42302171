import Glibc
import Text

/// Something wrong in the world, not in a text: a disk that is full, a folder that can't be written.
public struct EnvironmentError: Error, Sendable, CustomStringConvertible {
  /// What was tried, in the form “the folder can't be made”.
  public let attempt: String
  /// The path it was tried on.
  public let path: String
  /// The system's words.
  public let reason: String
  /// The system's number for it; 0 where the words are our own.
  private let code: Int32

  /// A failure that the system explained.
  public init(_ attempt: String, _ path: String, errno code: Int32 = errno) {
    self.attempt = attempt
    self.path = path
    reason = unsafe String(cString: strerror(code))
    self.code = code
  }

  /// A failure in words of our own.
  public init(_ attempt: String, _ path: String, because reason: String) {
    self.attempt = attempt
    self.path = path
    self.reason = reason
    code = 0
  }

  /// Whether nothing may be written there: the disk is read-only, or it is somebody else's.
  public var forbidsWriting: Bool { code == EROFS || code == EACCES || code == EPERM }

  /// One line: what, where and why.
  public var description: String { "\(path): \(attempt): \(reason)".printable }
}
