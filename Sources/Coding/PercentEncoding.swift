import Text

/// Addresses whose unusual bytes are written as `%` and two hexadecimal digits, after RFC 3986.
public enum PercentEncoding {
  /// Bytes as a part of an address: all but ASCII letters, digits and `-._~` are encoded.
  ///
  /// - Parameter keepingSlashes: Whether the bytes are a path, whose slashes stay as they are.
  public static func encoded(_ bytes: some Sequence<UInt8>, keepingSlashes: Bool) -> Bytes {
    var result = Bytes()
    for byte in bytes {
      if byte.isASCIILetter || byte.isASCIIDigit || isMark(byte) || keepingSlashes && byte == UInt8(ascii: "/") {
        result.append(byte)
      } else {
        result.append(UInt8(ascii: "%"))
        result.append(digit(byte >> 4))
        result.append(digit(byte & 15))
      }
    }
    return result
  }

  /// A path as a part of an address.
  public static func encoded(path: String) -> String { encoded(path.utf8, keepingSlashes: true).string }

  /// The text that an address stands for; `nil` where a `%` has no two digits behind it, or where the bytes are no UTF-8.
  public static func decoded(_ text: String) -> String? {
    let encoded = text.utf8
    guard encoded.contains(UInt8(ascii: "%")) else { return text }
    var bytes = Bytes()
    bytes.reserveCapacity(encoded.count)
    var rest = encoded.makeIterator()
    while let byte = rest.next() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.next().flatMap(value), let low = rest.next().flatMap(value) else { return nil }
      bytes.append(high << 4 | low)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "~")
  }

  private static func digit(_ half: UInt8) -> UInt8 {
    half < 10 ? UInt8(ascii: "0") + half : UInt8(ascii: "A") + half - 10
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    if digit.isASCIIDigit { return digit - UInt8(ascii: "0") }
    let letter = digit | 0x20
    return letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "f") ? letter - UInt8(ascii: "a") + 10 : nil
  }
}
