import Bulletins
import Coding
import Diagnostics
import Languages
import Text
import YAML

extension SiteSettings {
  /// Reads `site.yaml`.
  public static func read(_ source: SourceFile) -> (SiteSettings?, [Diagnostic]) {
    let file = YAMLFile(source)
    guard let root = file.root else { return (nil, file.mistakes) }
    var fields = YAMLFields(root, in: source)
    var settings = SiteSettings()
    for key in SettingKey.all { key.read(&fields, &settings) }
    settings.languagesLocation = root.members?.first { $0.key.text?.hasPrefix("language") == true }.map {
      source.location($0.value.range)
    }
    let diagnostics = file.findings(
      fields.finish() + UntranslatedSettings.findings(in: root, settings.languages, source)
        + LostCharacters.find(in: source))
    return (diagnostics.containErrors ? nil : settings, diagnostics)
  }
}

extension YAMLFields {
  /// The address of a site.
  mutating func webAddress(_ key: String) -> SiteAddress? {
    guard let text = requiredText(key, help: "write `\(key): https://bulletin.example.org/`") else { return nil }
    switch SiteAddress.read(text) {
    case .success(let address): return address
    case .failure(let problem):
      wrong(valueOf: key, "`\(key)` \(problem.message)", help: problem.help)
      return nil
    }
  }

  /// The tags of different languages, under one key or, where there is one language, another.
  mutating func languages(_ key: String, or single: String) -> [String]? {
    let several = texts(key)
    let one = text(single)
    guard let written = several ?? one.map({ [$0] }) else { return nil }
    if written.count > mostLanguages {
      wrong(
        valueOf: key, "`\(key)` has \(written.count) languages; it may have \(mostLanguages)",
        help: "keep those that the site has texts in")
      return nil
    }
    let languages = written.map { language in
      if let tag = LanguageTag(language) { return tag.description }
      let tags = language.split { $0 == "," || $0 == " " || $0 == ";" }.map(String.init)
      let areTags = tags.count > 1 && tags.allSatisfy { LanguageTag($0) != nil }
      wrong(
        valueOf: key, "“\(language)” is no language tag",
        help: areTags
          ? "write a list: `\(key): [\(tags.joined(separator: ", "))]`" : "write tags such as `en` and `pl`")
      return language
    }
    if Set(languages).count != languages.count || languages.isEmpty {
      wrong(valueOf: key, "`\(key)` must be a list of different languages")
    }
    return languages
  }

  /// An ISSN, of which the last digit checks the others.
  mutating func issn(_ key: String) -> ISSN? {
    guard let text = text(key) else { return nil }
    switch ISSN.read(text) {
    case .success(let issn): return issn
    case .failure(let problem):
      wrong(valueOf: key, problem.message(about: text, kind: ISSN.kind), help: problem.help)
      return nil
    }
  }

  /// The name of a time zone.
  mutating func timeZone(_ key: String) -> String? {
    guard let text = text(key) else { return nil }
    if !SiteCalendar.knows(timeZone: text) {
      wrong(valueOf: key, "“\(text)” is no time zone", help: "write a name such as `Europe/Warsaw`")
    }
    return text
  }

  /// An address that opens a file in an editor, and runs nothing.
  mutating func editorAddress(_ key: String) -> String? {
    guard let text = text(key) else { return nil }
    guard text.contains("{path}"), WebAddress.scheme(of: text.utf8.span) != nil,
      WebAddress.risk(of: text) != .runsPrograms
    else {
      wrong(
        valueOf: key, "`\(key)` is no address that opens a file",
        help: "write it as your editor's manual has it: `vscode://file/{path}:{line}`")
      return nil
    }
    return text
  }
}

/// Each language has its pages, feeds and words.
private let mostLanguages = 200
