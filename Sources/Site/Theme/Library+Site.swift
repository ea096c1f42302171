import Coding
import Templating
import Text

extension Library {
  /// The language's own library with what a site needs beside it.
  static func site(assets: [String: Fingerprint], settings: SiteSettings) -> Library {
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
      Filter("absolute", "An address of the site made whole, with scheme and host.") { (value, input) throws(Failure) in
        let url = try input.printed(value).string
        return Value(url.hasPrefix("/") ? settings.origin + url : url)
      }.example("{{ '/2010/23/'|absolute }}", prints: "https://x.org/2010/23/"))
    return library
  }
}
