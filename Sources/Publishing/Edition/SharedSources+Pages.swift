import Bulletins
import Diagnostics

extension SharedSources {
  /// Reads the standing pages and the authority files.
  ///
  /// - Parameter leftOut: Files that are left out because they are wrong.
  mutating func readPagesAndAuthorities(leaving leftOut: LeftOut = LeftOut(), _ releases: inout Releases) {
    self.leftOut = leftOut
    for path in files.folder.pages where !leftOut.contains(path) {
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
    let name = FileName(of: source.path, languages: reading.languages.own.map(\.tag))
    guard let address = name.pageAddress else {
      problems.append(
        Diagnostic(
          .badFileName, "no address can be made of this name", in: source.path,
          help: "give the file, or the folder, a name with letters or digits"))
      return
    }
    let silenced = SilencedPlaces(in: source)
    if !silenced.isEmpty { filter.places[source.path] = silenced }
    let (page, html, found) = StandingPage.read(source, address: address, options: reading)
    if let page, !releases.admit(page) { return }
    problems += found
    guard let page else { return }
    files.note(page.uses)
    pages.append(page)
    texts.append((source.path, html))
  }
}
