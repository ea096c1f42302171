import Coding
import Text

/// Addresses of links that templates print.
enum LinkAddress {
  /// Refuses an address that a browser would run as a program.
  static func requireHarmless(_ address: Span<UInt8>) throws(Failure) {
    // A page may lead to a file of the machine that shows it: the preview's do.
    guard WebAddress.risk(of: address) == .runsPrograms, let scheme = WebAddress.scheme(of: address) else { return }
    throw Failure(
      "an address that begins with `\(scheme):` may run a program and is not printed in a link",
      help: "link to a page instead")
  }
}
