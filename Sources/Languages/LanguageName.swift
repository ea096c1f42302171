import Foundation

/// What a language calls itself.
public enum LanguageName {
  /// `polski` for `pl`; the tag itself where the name is unknown.
  public static func of(_ tag: String) -> String {
    let locale = Locale(language: tag)
    guard LanguageTag(tag) != nil, let name = locale.localizedString(forIdentifier: tag) else { return tag }
    return name.prefix(1).uppercased(with: locale) + name.dropFirst()
  }
}

extension LanguageTag {
  private static let scriptsFromTheRight: Set<String> = [
    "adlm", "arab", "aran", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa",
  ]

  /// Whether a language is written from right to left, as the Unicode consortium's tables have it.
  public static func isRightToLeft(_ tag: String) -> Bool {
    let language = Locale.Language(identifier: tag)
    // ICU knows the scripts of languages, and not every language in every script.
    return language.characterDirection == .rightToLeft
      || language.script.map { scriptsFromTheRight.contains($0.identifier.lowercased()) } ?? false
  }
}
