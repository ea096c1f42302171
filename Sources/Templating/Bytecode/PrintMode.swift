/// How a value is printed, by where in the markup it stands.
enum PrintMode: Int {
  /// As it is.
  case raw
  /// Text is escaped.
  case markup
  /// Text is escaped, and an address that would run a script is refused.
  case url
  /// Text becomes a literal of JavaScript.
  case script
}
