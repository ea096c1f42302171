import Text

/// A BCP 47 language tag, in the form that addresses and attributes use.
public struct LanguageTag: Hashable, Sendable, CustomStringConvertible {
  /// The tag, such as `en` or `pt-BR`.
  public let description: String

  /// The language of a tag without its subtags: `pt` for `pt-BR`.
  public static func primary(of tag: String) -> String { String(tag.prefix { $0 != "-" }) }

  /// `nil` unless the text is two or three letters, and perhaps subtags of letters and digits behind hyphens.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, (2...3).contains(first.utf8.count), first.utf8.allSatisfy(\.isASCIILetter),
      parts.dropFirst().allSatisfy({
        (2...8).contains($0.utf8.count) && $0.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit }
      })
    else { return nil }
    description = ([first.lowercased()] + parts.dropFirst().map(String.init)).joined(separator: "-")
  }
}
