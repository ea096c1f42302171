import Diagnostics
import Languages

extension KnownLanguages {
  /// A warning for each language of the site of which nothing is known.
  ///
  /// - Parameter location: Where the site names its languages.
  public func unknown(namedAt location: Location?) -> [Diagnostic] {
    own.filter(\.isUnknown).map { language in
      let tag = language.tag
      let message = "nothing is known of the language `\(tag)`: its pages say much in another one"
      let help = "write `Content/languages/\(tag).yaml`, with its months, its words and how its dates are printed"
      return location.map { Diagnostic(.languageWithoutData, message, at: $0, help: help) }
        ?? Diagnostic(.languageWithoutData, message, in: "Content/site.yaml", help: help)
    }
  }
}

extension DiagnosticKind {
  static let languageWithoutData = DiagnosticKind(
    "language-without-data", .warning,
    "The program has no data of a language: its mastheads can't be read, and its pages speak another language. Write a file `Content/languages/xx.yaml`, named by the language's tag, as the guide for editors tells."
  )
}
