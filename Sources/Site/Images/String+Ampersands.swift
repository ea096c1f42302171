import Text

extension String {
  /// An address that stands in an attribute of HTML, with its ampersands as they are. Most have none.
  var withPlainAmpersands: String {
    utf8.contains(UInt8(ascii: "&")) ? replacing("&amp;", with: "&") : self
  }
}
