import Bulletins
import Diagnostics
import Languages
import YAML

/// Settings with texts for some of the site's languages and not for others, of which pages show another language's text.
enum UntranslatedSettings {
  /// A finding for each such setting, at its key.
  static func findings(in root: YAMLNode, _ languages: [String], _ source: SourceFile) -> [Diagnostic] {
    guard languages.count > 1 else { return [] }
    return (root.members ?? []).compactMap { key, value in
      guard let name = key.text, let texts = value.members, !texts.isEmpty,
        SettingKey.all.contains(where: { $0.isPerLanguage && $0.name == name })
      else { return nil }
      let given = texts.compactMap(\.key.text).map { LanguageTag($0)?.description ?? $0 }
      let missing = languages.filter { !given.contains($0) && !given.contains(LanguageTag.primary(of: $0)) }
      guard let first = missing.first else { return nil }
      return Diagnostic(
        .untranslatedSetting, "`\(name)` has no text in \(missing.map { "`\($0)`" }.joined(separator: ", "))",
        at: source.location(key.range), help: "add `\(first): …` there, or write one text for all languages")
    }
  }
}

extension DiagnosticKind {
  static let untranslatedSetting = DiagnosticKind(
    "untranslated-setting", .warning,
    "A setting has texts in some of the site's languages and not in all. The pages of the others show a text in the wrong language. A tag may be misspelt."
  )
}
