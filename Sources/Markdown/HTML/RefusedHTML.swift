import Text

/// HTML that is shown as text, or published without a part of it.
public struct RefusedHTML: Sendable, Equatable {
  /// Why.
  public let refusal: HarmlessHTML.Refusal
  /// The line on which it stands.
  public let line: Int
  /// Its tag as written, as far as the line goes.
  public let text: String
}

/// The places of HTML that is shown as text, or published without a part of it: the first of each element and attribute.
struct RefusedPlaces {
  private var places: [RefusedHTML] = []

  /// Keeps what is said, if nothing like it was; of what is no HTML at all, nobody need be told.
  mutating func note(
    _ refusal: HarmlessHTML.Refusal, at tag: Range<Int>, in html: @autoclosure () -> Bytes,
    from line: @autoclosure () -> Int
  ) {
    guard refusal != .noElement, places.count < RefusedPlaces.most, !places.contains(where: { $0.refusal == refusal })
    else { return }
    let html = html()
    let tag = tag.clamped(to: 0..<html.count)
    let text = html[tag].prefix { $0 != 0x0A }
    let line = line() + html[..<tag.lowerBound].count { $0 == 0x0A }
    places.append(RefusedHTML(refusal: refusal, line: line, text: Array(text).string))
  }

  /// In the order of their lines; on one line, what is not published goes before what is, but for a part.
  var inOrder: [RefusedHTML] {
    places.sorted { ($0.line, $0.refusal.isLoss ? 1 : 0) < ($1.line, $1.refusal.isLoss ? 1 : 0) }
  }

  /// So many mistakes of one text are looked at by nobody.
  private static let most = 10
}
