import Text

/// The size of a drawing, from the tag that opens it: what it says in pixels, or else the proportions of its view box.
enum SVGSize {
  static func read(_ head: Bytes) -> ImageSize? {
    guard let start = head.firstOffset(of: Bytes("<svg".utf8)),
      let end = head[start...].firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    let tag = head[start..<end]
    if let width = value(of: "width", in: tag).flatMap(pixels),
      let height = value(of: "height", in: tag).flatMap(pixels)
    {
      return ImageSize(width: width, height: height)
    }
    let box = value(of: "viewBox", in: tag)?.split { $0.isASCIISpace || $0 == UInt8(ascii: ",") } ?? []
    guard box.count == 4, let width = pixels(Bytes(box[2])), let height = pixels(Bytes(box[3])) else { return nil }
    return ImageSize(width: width, height: height)
  }

  private static func value(of name: String, in tag: ArraySlice<UInt8>) -> Bytes? {
    var at = tag.startIndex
    while let equals = tag[at...].firstIndex(of: UInt8(ascii: "=")) {
      let before = tag[..<equals].reversed().drop { $0.isASCIISpace }
      let found = Array(before.prefix { !$0.isASCIISpace }.reversed())
      let rest = tag[(equals + 1)...].drop { $0.isASCIISpace }
      guard let mark = rest.first, mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'"),
        let close = rest.dropFirst().firstIndex(of: mark)
      else { return nil }
      if found == Bytes(name.utf8) { return Bytes(rest.dropFirst()[..<close]) }
      at = close + 1
    }
    return nil
  }

  /// A whole number of pixels; `nil` for a number with another unit, which has no size by itself.
  private static func pixels(_ text: Bytes) -> Int? {
    let number = text.prefix { $0.isASCIIDigit || $0 == UInt8(ascii: ".") }
    let unit = Bytes(text.dropFirst(number.count)).string
    guard unit.isEmpty || unit == "px", let value = Double(Bytes(number).string), value < 100_000 else { return nil }
    return Int(value.rounded())
  }
}
