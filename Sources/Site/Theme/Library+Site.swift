import Coding
import Languages
import Templating
import Text

extension Library {
  /// The language's own library with what a site needs beside it.
  static func site(assets: [String: Fingerprint], settings: SiteSettings, languages: KnownLanguages) -> Library {
    var library = Library.standard
    library.add(
      Filter(
        "asset", isPure: false,
        "The address of a file below `assets/`, with its contents' fingerprint, so that browsers may keep it."
      ) {
        (value, _) throws(Failure) in
        let path = value.printed.string
        guard let fingerprint = assets[path] else {
          throw Failure(
            "there is no file assets/\(path)",
            help: assets.keys.nearest(to: path).map { "did you mean `\($0)`?" })
        }
        return Value("\(settings.root)assets/\(path)?v=\(fingerprint.description.prefix(12))")
      }.example("{{ 'style.css'|asset }}", prints: "/assets/style.css?v=99aa06d30147"))
    library.add(
      Filter("absolute", "An address of the site made whole, with scheme and host.") { (value, _) throws(Failure) in
        let url = value.printed.string
        return Value(url.hasPrefix("/") ? settings.origin + url : url)
      }.example("{{ '/2010/23/'|absolute }}", prints: "https://x.org/2010/23/"))
    library.add(
      Filter(
        "counted", taking: [Parameter("number")],
        "A word of the theme in the form that a number wants in its language, with the number in the place of `{}`."
      ) { (value, input) throws(Failure) in
        guard case .int(let number) = input[0] else {
          throw Failure("`\(input[0].printed.string)` is no whole number", help: "count with `|length`")
        }
        let word = CountedPhrase.text(value, for: number, languages).printed.string
        return Value(word.replacing("{}", with: String(number)))
      }.example("{{ '{} issues'|counted(12) }}", prints: "12 issues"))
    return library
  }
}
