import Diagnostics

/// Why a text is no YAML document, and where.
public struct YAMLError: Error, Sendable {
  /// What is wrong.
  public let message: String
  /// Where, in bytes of the file.
  public let range: Range<Int>
  /// What to write instead, where that is known.
  public let help: String?
  /// What a program can write instead.
  public let mend: Mend?
  /// What can't be read because of it: a value, or a line; of that, nothing else is said.
  public let unread: Range<Int>

  init(message: String, range: Range<Int>, help: String? = nil, mend: Mend? = nil, unread: Range<Int>? = nil) {
    self.message = message
    self.range = range
    self.help = help
    self.mend = mend
    self.unread = unread ?? range
  }
}
