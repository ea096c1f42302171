import Bulletins
import Diagnostics
import Site
import Synchronization
import System
import Text

/// Asks the web whether the links of a site's texts still lead somewhere.
public struct ExternalCheck {
  private let options: BuildOptions
  private let manners: WebManners
  private let progress: Progress
  private let folder: ContentFolder
  private let shared: SharedSources

  /// What texts lead to, by the addresses that servers are asked for.
  private struct Place: Sendable {
    let link: WebLink
    let source: SourceFile
  }

  /// After so many answers, they are kept: somebody may lose patience.
  private static let answersAtOnce = 50

  /// What is to be said of the links of a site, or of some of its files.
  ///
  /// - Parameter files: The only files that are looked at; all where there are none.
  public static func findings(
    _ options: BuildOptions, in files: Set<String> = [], _ manners: WebManners, progress: Progress = Progress()
  ) throws(EnvironmentError) -> [Diagnostic] {
    try ExternalCheck(options, manners, progress).findings(in: files)
  }

  private init(_ options: BuildOptions, _ manners: WebManners, _ progress: Progress) {
    self.options = Check.options(options)
    self.progress = progress
    folder = ContentFolder(site: options.site)
    shared = SharedSources(settingsIn: folder, keepsAccepted: true)
    var manners = manners
    manners.home = WebTarget(shared.reading.home)?.host ?? ""
    self.manners = manners
  }

  private func findings(in files: Set<String>) throws(EnvironmentError) -> [Diagnostic] {
    let paths = (folder.issues + folder.pages).filter { files.isEmpty || files.contains($0) }
    let (folder, reading) = (folder, shared.reading)
    let read = concurrently(paths.count, jobs: options.jobs) { index -> (SilencedPlaces, [Place]) in
      guard let source = folder.source(paths[index]) else { return (SilencedPlaces(), []) }
      let links = source.webLinks(reading)
      return (
        links.isEmpty ? SilencedPlaces() : SilencedPlaces(in: source), links.map { Place(link: $0, source: source) }
      )
    }
    var places: [WebTarget: [Place]] = [:]
    for place in read.lazy.flatMap(\.1) {
      if let target = WebTarget(place.link.address) { places[target, default: []].append(place) }
    }
    let answers = try answers(for: places.keys.sorted { $0.address < $1.address }, all: files.isEmpty)
    var filter = shared.filter
    for (path, silenced) in zip(paths, read.lazy.map(\.0)) where !silenced.isEmpty { filter.places[path] = silenced }
    let found = places.flatMap { target, places in
      places.compactMap { place in answers[target]?.finding(at: place.link, in: place.source) }
    }
    return filter.said(found).inOrder
  }

  private func answers(for targets: [WebTarget], all: Bool) throws(EnvironmentError) -> [WebTarget: WebAnswer] {
    let (options, progress) = (options, progress)
    var known = try remembered()
    if all { known.keep(only: Set(targets.map(\.address))) }
    var answers: [WebTarget: WebAnswer] = [:]
    for target in targets { answers[target] = known.answer(for: target.address, at: options.now) }
    let open = targets.filter { answers[$0] == nil }
    progress.begin(.asking, open.count)
    let state = Mutex((answers: answers, known: known, count: 0))
    let round = WebRound(manners: manners) { target, answer in
      progress.step()
      state.withLock { state in
        state.answers[target] = answer
        state.known.add(answer, for: target.address, at: options.now)
        state.count += 1
        if state.count % ExternalCheck.answersAtOnce == 0 { ExternalCheck.keep(state.known, options) }
      }
    }
    try round.ask(open)
    return state.withLock { state in
      ExternalCheck.keep(state.known, options)
      return state.answers
    }
  }

  private func remembered() throws(EnvironmentError) -> RememberedAnswers {
    let bytes = try OpenStore.forLooking(at: options).use { store in (try? store.answers()).flatMap { $0 } }
    return bytes.map(RememberedAnswers.init(stored:)) ?? RememberedAnswers()
  }

  /// The store is not held while the web is asked: builds go on meanwhile.
  private static func keep(_ answers: RememberedAnswers, _ options: BuildOptions) {
    // Answers that can't be kept are asked for again.
    try? OpenStore(of: options).use { store in try? store.keep(answers: answers.bytes) }
  }
}
