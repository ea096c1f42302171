/// Whether a camera was held upright, as Exif data in a JPEG file say: browsers turn such pictures.
enum ExifTurn {
  /// - Parameter start: Where the data begin.
  static func isTurned(_ bytes: ImageHead, from start: Int) -> Bool {
    let isLittle = bytes.has("II".utf8, at: start)
    func number(_ count: Int, at place: Int) -> Int? {
      isLittle ? bytes.little(count, at: place) : bytes.big(count, at: place)
    }
    guard isLittle || bytes.has("MM".utf8, at: start), let offset = number(4, at: start + 4),
      let count = number(2, at: start + offset)
    else { return false }
    // Twelve bytes for each entry: its tag, its type, how many values, and the value.
    for entry in 0..<min(count, 200) where number(2, at: start + offset + 2 + entry * 12) == 0x0112 {
      let orientation = number(2, at: start + offset + 10 + entry * 12) ?? 1
      return (5...8).contains(orientation)
    }
    return false
  }
}
