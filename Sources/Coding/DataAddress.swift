import Text

/// An address that holds what lies there, after RFC 2397.
public enum DataAddress {
  /// What stands behind `data:` in the address of a file.
  ///
  /// - Parameter mediaType: What kind of file it is: `image/png`.
  public static func body(of file: Bytes, _ mediaType: String) -> Bytes {
    Bytes("\(mediaType);base64,".utf8) + letters(of: file)
  }

  /// Three bytes in four letters, as RFC 4648 has them.
  static func letters(of bytes: Bytes) -> Bytes {
    var result = Bytes()
    result.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let number = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        result.append(place <= group.count ? alphabet[number >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return result
  }

  private static let alphabet = Bytes("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
}
