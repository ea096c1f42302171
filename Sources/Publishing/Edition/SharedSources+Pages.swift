import Bulletins
import Diagnostics
import Text

extension SharedSources {
  /// Reads the standing pages and the authority files.
  mutating func readPagesAndAuthorities(_ releases: inout Releases) {
    for path in files.folder.pages {
      if let source = files.read(path) { read(source, &releases) }
    }
    let (people, topics) = (files.readIfThere("Content/people.yaml"), files.readIfThere("Content/topics.yaml"))
    let (authorities, found) = Authorities.read(people: people, topics: topics)
    self.authorities = authorities
    self.authorities.readsRunIns = settings?.runInTopics ?? true
    problems += found
  }

  private mutating func read(_ source: SourceFile, _ releases: inout Releases) {
    // `about.pl.md` is the Polish version of `about.md`.
    var name = String(source.path.dropFirst("Content/pages/".count))
    name = String(name.dropLast(name.utf8.suffix(3).first == UInt8(ascii: ".") ? 3 : ".markdown".count))
    var options = reading
    if let language = settings?.languages.first(where: { name.hasSuffix("." + $0) }) {
      options.language = language
      name = String(name.dropLast(language.count + 1))
    }
    let address = name.split(separator: "/").compactMap { Slug(of: String($0))?.description }.joined(separator: "/")
    let (page, html, found) = StandingPage.read(source, address: address, options: options)
    if let page, !releases.admit(page.release, of: source.path, titled: page.title) { return }
    problems += found
    guard let page else { return }
    pages.append(page)
    texts.append((source.path, html))
  }
}
