import Glibc
import Text

/// Where the program reads and prints.
public struct Terminal: Sendable {
  /// The terminal of the process.
  public init() {}

  /// Whether messages are read by somebody as they come.
  var isInteractive: Bool { isatty(STDERR_FILENO) == 1 }

  /// Results, for people or programs.
  func print(_ text: String) { write(Bytes(text.utf8), to: STDOUT_FILENO) }

  /// Results as bytes.
  func print(_ bytes: Bytes) { write(bytes, to: STDOUT_FILENO) }

  /// Messages, for people.
  func note(_ text: String) { note(Bytes(text.utf8)) }

  /// The same as UTF-8.
  func note(_ bytes: Bytes) { write(bytes, to: STDERR_FILENO) }

  /// The next line of standard input without its ending; `nil` at the end.
  func readLine() -> String? { Swift.readLine(strippingNewline: true) }

  private func write(_ bytes: Bytes, to descriptor: Int32) {
    var done = 0
    while done < bytes.count {
      let wrote = unsafe bytes[done...].withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if wrote < 0, errno == EINTR { continue }
      // Whoever read has gone; there is nobody to tell.
      if wrote <= 0 { return }
      done += wrote
    }
  }
}
