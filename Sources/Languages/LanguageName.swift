import Foundation

/// What a language calls itself.
public enum LanguageName {
  /// `polski` for `pl`; the tag itself where the name is unknown.
  public static func of(_ tag: String) -> String {
    let locale = Locale(identifier: tag)
    guard let name = locale.localizedString(forIdentifier: tag) else { return tag }
    return name.prefix(1).uppercased(with: locale) + name.dropFirst()
  }
}
