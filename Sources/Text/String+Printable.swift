extension String {
  /// The text as a line of a terminal or a log can show it: characters that steer a terminal, end the line, or turn the
  /// direction of writing are shown as `␀`. Names of files and folders may have any of them.
  public var printable: String { printable(keepingTabs: false) }

  /// The same for a line of a text, in which tabs stay.
  package func printable(keepingTabs: Bool) -> String {
    // Nearly every text is passed as it is: the steering characters beyond ASCII begin with these three bytes.
    if utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F && $0 != 0xC2 && $0 != 0xD8 && $0 != 0xE2 }) { return self }
    var shown = ""
    for scalar in unicodeScalars {
      shown.unicodeScalars.append(scalar.steersTerminal && !(keepingTabs && scalar == "\t") ? "␀" : scalar)
    }
    return shown
  }
}

extension Unicode.Scalar {
  /// Whether it is a control character of ASCII or Latin-1, ends a line, or turns the direction of writing.
  package var steersTerminal: Bool {
    switch value {
    case 0..<0x20, 0x7F...0x9F, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
