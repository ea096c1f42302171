import Text

/// Bounds of the tags of other engines, and of lists of attributes: each is looked for among lines, blocks or
/// other tags, so that very many would take the square of their number.
enum EngineTagBounds {
  /// More than any text has that readers are meant to read.
  static let most = 2_000
  /// Lists of attributes with lines of the text: for each, the block is looked for that it belongs to.
  private static let mostSteps = 20_000_000

  /// Where a text begins to have too many.
  static func firstExcess(in text: Bytes) -> Int? {
    let bytes = text.span
    var (tags, lists, at) = (0, 0, 0)
    while let open = bytes.firstOffset(of: UInt8(ascii: "{"), from: at) {
      at = open + 1
      guard at < bytes.count else { break }
      switch bytes[at] {
      case UInt8(ascii: "{"), UInt8(ascii: "%"): tags += 1
      default:
        guard BraceList.opens(in: text, at: open) else { continue }
        lists += 1
      }
      if tags + lists > most { return open }
    }
    guard lists > 100, lists * text.count(where: { $0 == 0x0A }) > mostSteps else { return nil }
    return BraceList.firstOpening(in: text, from: 0)
  }
}
