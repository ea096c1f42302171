import Text

/// Text that XML can hold.
public enum XMLText {
  /// The text without the control characters that no XML file may contain, escaped or not.
  public static func legal(_ text: Bytes) -> Bytes {
    func isIllegal(_ byte: UInt8) -> Bool { byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D }
    return text.contains(where: isIllegal) ? text.filter { !isIllegal($0) } : text
  }
}
