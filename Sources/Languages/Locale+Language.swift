import Foundation

extension Locale {
  /// What Foundation knows of a language, or of none in particular where a text is no tag: names with other signs than tags
  /// have end the process there, and templates name languages, too.
  ///
  /// - Parameter extension: What is wanted beside it, as tags have it: `-u-nu-latn`.
  init(language tag: String, with extension: String = "") {
    self.init(identifier: LanguageTag(tag).map { $0.description + `extension` } ?? "")
  }
}
