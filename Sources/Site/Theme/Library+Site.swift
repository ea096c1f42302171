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
        (value, input) throws(Failure) in
        let path = try input.printed(value).string
        guard let fingerprint = assets[path] else {
          throw Failure(
            "there is no file assets/\(path)",
            help: assets.keys.nearest(to: path).map { "did you mean `\($0)`?" })
        }
        return Value("\(settings.root)assets/\(path)?v=\(fingerprint.description.prefix(12))")
      }.example("{{ 'style.css'|asset }}", prints: "/assets/style.css?v=99aa06d30147"))
    library.add(
      Test("asset", "There is a file of this path below `assets/`.") { (value, input) throws(Failure) in
        assets[try input.printed(value).string] != nil
      }.example("{{ 'style.css' is asset }}", prints: "True"))
    library.add(
      Filter("css", "A text as style sheets write one, in quotation marks.") { (value, input) throws(Failure) in
        let text = try input.printed(value)
        try input.allowance.take(bytes: text.count * 4)
        return .safe(CSSText.quoted(text))
      }.example("{{ 'No. 23 \"A\"'|css }}", prints: "\"No. 23 \\22 A\\22 \""))
    library.add(
      Filter("absolute", "An address of the site made whole, with scheme and host.") { (value, input) throws(Failure) in
        let url = try input.printed(value).string
        return Value(url.hasPrefix("/") ? settings.origin + url : url)
      }.example("{{ '/2010/23/'|absolute }}", prints: "https://x.org/2010/23/"))
    library.add(
      Filter(
        "counted", taking: [Parameter("number")],
        "A word of the theme in the form that a number wants in its language, with the number in the place of `{}`."
      ) { (value, input) throws(Failure) in
        guard case .int(let number) = input[0] else {
          throw Failure("`\(try input.printed(input[0]).string)` is no whole number", help: "count with `|length`")
        }
        let language = CountedPhrase.language(of: value, languages)
        let word = try input.printed(language.map { CountedPhrase.text(value, for: number, in: $0) } ?? value)
        let digits = language?.printed(number) ?? String(number)
        // At most every second byte is the beginning of a `{}`.
        try input.allowance.take(bytes: word.count / 2 * digits.utf8.count)
        return Value(word.string.replacing("{}", with: digits))
      }.example("{{ '{} issues'|counted(12) }}", prints: "12 issues"))
    library.add(
      Filter(
        "digits", taking: [Parameter("language", default: .none)],
        "A whole number as a language, given by its tag, prints it: its digits in groups if there are more than four. Without a language, and what is no whole number, stays as it is."
      ) { (value, input) throws(Failure) in
        guard case .int(let number) = value, DigitGroups.part(number), let tag = input[0].bytes?.string else {
          return value
        }
        let digits = languages.tagged(tag).printed(number)
        try input.allowance.take(bytes: digits.utf8.count)
        return Value(digits)
      }.example("{{ 12345678|digits('de') }}", prints: "12.345.678"))
    library.add(.typeset)
    return library
  }
}
