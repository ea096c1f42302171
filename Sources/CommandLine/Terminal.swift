import Foundation
import Synchronization
import Text

/// Where the program reads and prints.
public struct Terminal: Sendable {
  private let loss = Loss()

  /// The terminal of the process.
  public init() {}

  /// Whether messages are read by somebody as they come.
  var isInteractive: Bool { isatty(STDERR_FILENO) == 1 }

  /// Whether somebody can be asked something.
  var canAsk: Bool { isInteractive && isatty(STDIN_FILENO) == 1 }

  /// Why a part of the results could not be written; `nil` where all was.
  var lostOutput: String? {
    let code = loss.code.load(ordering: .relaxed)
    return code == 0 ? nil : unsafe String(cString: strerror(code))
  }

  /// Whether results are to be coloured: where somebody looks at them, unless the environment says otherwise, as
  /// <https://no-color.org> and <https://bixense.com/clicolors> describe it.
  var colorsResults: Bool { Terminal.wantsColor(isatty(STDOUT_FILENO) == 1, ProcessInfo.processInfo.environment) }

  /// The same of messages.
  var colorsMessages: Bool { Terminal.wantsColor(isInteractive, ProcessInfo.processInfo.environment) }

  static func wantsColor(_ isInteractive: Bool, _ environment: [String: String]) -> Bool {
    func given(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    if given("NO_COLOR") != nil { return false }
    if let force = given("CLICOLOR_FORCE"), force != "0" { return true }
    return isInteractive && given("CLICOLOR") != "0" && given("TERM") != "dumb"
  }

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
      if wrote <= 0 {
        // Of messages that can't be written, there is nobody to tell.
        // Whoever read and went away knows that there was more.
        if descriptor == STDOUT_FILENO, errno != EPIPE { loss.code.store(errno, ordering: .relaxed) }
        return
      }
      done += wrote
    }
  }

  /// What kept results from being written. A class, because all copies of a terminal write to the same place.
  private final class Loss: Sendable {
    let code = Atomic<Int32>(0)
  }
}
