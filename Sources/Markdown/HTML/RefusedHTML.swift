/// HTML that is shown as text, or published without a part of it.
public struct RefusedHTML: Sendable, Equatable {
  /// Why.
  public let refusal: HarmlessHTML.Refusal
  /// The line on which it stands.
  public let line: Int
  /// Its tag as written, as far as the line goes.
  public let text: String
}
