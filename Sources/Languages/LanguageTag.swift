import Foundation
import Text

/// A BCP 47 language tag, in the form that addresses and attributes use.
public struct LanguageTag: Hashable, Sendable, CustomStringConvertible {
  /// The tag, such as `en` or `pt-BR`.
  public let description: String

  /// The language of a tag without its subtags: `pt` for `pt-BR`.
  public static func primary(of tag: String) -> String { String(tag.prefix { $0 != "-" }) }

  /// `nil` unless the text is two or three letters, and perhaps subtags of letters and digits behind hyphens; or behind the
  /// lines that systems write in their place, as in `zh_tw`.
  public init?(_ text: String) {
    let isOfSystem = text.utf8.contains(UInt8(ascii: "_"))
    let parts = text.split(separator: isOfSystem ? "_" : "-", omittingEmptySubsequences: false)
    guard let first = parts.first, (2...3).contains(first.utf8.count), first.utf8.allSatisfy(\.isASCIILetter),
      parts.dropFirst().allSatisfy({
        (2...8).contains($0.utf8.count) && $0.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit }
      })
    else { return nil }
    // Systems write countries in small letters or capitals; tags have capitals.
    let subtags = parts.dropFirst().map { isOfSystem && $0.utf8.count == 2 ? $0.uppercased() : String($0) }
    description = ([first.lowercased()] + subtags).joined(separator: "-")
  }

  /// The language that the end of a file's name tells, as `pl` does in `about.pl.md`: one of some tags, or any that begins
  /// with a registered code of two letters.
  public init?(ofFileNamed ending: some StringProtocol, among tags: [String]) {
    guard (2...11).contains(ending.utf8.count), let tag = LanguageTag(String(ending.map { $0 == "_" ? "-" : $0 }))
    else {
      return nil
    }
    if let listed = tags.first(where: { $0.lowercased() == tag.description.lowercased() }) {
      description = listed
    } else if LanguageTag.codes.contains(String(tag.description.prefix { $0 != "-" })),
      tag.description.split(separator: "-").dropFirst().allSatisfy({
        [2, 4].contains($0.utf8.count) || $0.utf8.count == 3 && $0.utf8.allSatisfy(\.isASCIIDigit)
      })
    {
      // A country, a part of the world or a script may stand behind it; `crates.io-incident.md` is a name.
      description = tag.description
    } else {
      return nil
    }
  }

  /// The codes of two letters that ISO 639 has registered. A name such as `notes.new.md` is far more often a word than one
  /// of the thousands of longer codes.
  private static let codes = Set(Locale.LanguageCode.isoLanguageCodes.map(\.identifier).filter { $0.utf8.count == 2 })
}
