import Bulletins
import Coding
import Diagnostics
import Site
import System
import Text

extension Edition {
  /// Where an edition takes from what was read before, and leaves what it reads.
  enum Memory: Sendable {
    /// Nothing is known, and nothing is kept.
    case none
    /// A build's store.
    case store(Store)
    /// The edition before, which is held; issues that are wrong now stay as they last were right.
    case edition(Edition)
  }

  /// What an edition is read for.
  enum Use {
    /// All pages are made, once: texts wait for them, and what was read of each file is not asked for again.
    case publishing
    /// Pages are made one by one, and the edition advances: what was read of each file is held, texts are fetched.
    case holding
  }

  /// Reads what changed, and orders and plans everything.
  ///
  /// - Parameters:
  ///   - settings: What `site.yaml` says, where that was just read.
  ///   - leftOut: Files that are left out because they are wrong.
  ///   - texts: Where texts lie that were read just before.
  static func read(
    _ options: BuildOptions, _ folder: ContentFolder, _ settings: SharedSources? = nil, memory: Memory, for use: Use,
    leaving leftOut: LeftOut = LeftOut(), texts known: TextStore? = nil, progress: Progress = Progress(),
    notice: (String) -> Void = { _ in }
  ) -> Edition {
    var shared = settings ?? SharedSources(settingsIn: folder, for: options, last: memory.edition?.reading)
    let theme = shared.readThemeFiles()
    progress.begin(.reading, folder.issues.count)
    let spool =
      memory.store == nil || use == .holding || known != nil
      ? nil : Spool(in: options.site + "/.bulletin")
    let texts = known ?? TextStore(of: folder.sources, reading: shared.reading, spool: spool)
    let reader = IssueFileReader(folder: folder, options: shared.reading)
    let sources = memory.store.map { SourceWriter($0, readingKey: IssueFileReader.key(of: shared.reading)) }
    // A theme is compiled while others work: that and what is known from before are what can't be read piece by piece.
    let (compiled, (before, results)) = both(jobs: options.jobs) {
      theme.map { $0.compiled() }
    } _: { [reading = shared.reading] in
      let before = memory.known(reading)
      let results = concurrently(folder.issues.count, jobs: options.jobs) { index in
        defer { progress.step() }
        let path = folder.issues[index]
        var result = progress.reading(path) { reader.read(path, before: before.before(path)) }
        // Handed on at once: all texts together would double the memory.
        let slots = use == .publishing ? texts.put(result.texts) : []
        let isChanged = result.news != nil
        if let source = result.news { sources?.put(source, of: path) }
        (result.texts, result.news) = ([], nil)
        return GatheredIssues.Part(result: result, slots: slots, isChanged: isChanged)
      }
      return (before, results)
    }
    shared.set(compiled)
    var releases = Releases(options, timeZone: shared.settings?.timeZone)
    let gathered = GatheredIssues(
      results, of: folder.issues, before, leaving: leftOut, last: memory.edition,
      isHeld: use == .holding, &releases)
    texts.keep(zip(folder.issues, results).lazy.filter { !$1.slots.isEmpty }.map { ($0, $1.slots) })
    shared.readPagesAndAuthorities(leaving: leftOut, &releases)
    texts.keep(leftOut.emptyTexts)
    texts.keep(shared.texts.lazy.map { ($0.path, [.memory($0.html)]) })
    return ordered(gathered, shared, releases, texts, options, memory: memory, sources, for: use, notice)
  }
}

extension Edition.Memory {
  var store: Store? {
    if case .store(let store) = self { store } else { nil }
  }

  /// The edition before, where it is held.
  var edition: Edition? {
    if case .edition(let edition) = self { edition } else { nil }
  }

  /// What is known of files that were read in the same way.
  fileprivate func known(_ reading: ReadingOptions) -> KnownIssues {
    switch self {
    case .none: return KnownIssues()
    case .store(let store):
      // A store that can't be read is as good as none; it knows itself that it is damaged.
      return KnownIssues(stored: (try? store.sources(readAs: IssueFileReader.key(of: reading))) ?? [:])
    case .edition(let edition): return KnownIssues(held: edition.reading == reading ? edition.issues : nil)
    }
  }
}

/// What is known of the files of issues before they are read.
struct KnownIssues: Sendable {
  var stored: [String: Store.Source] = [:]
  var held: IssueTable?

  /// What is known of a file.
  func before(_ path: String) -> IssueFileReader.Before {
    if let source = stored[path] { return .stored(source) }
    return held?[path].map { .held($0) } ?? .nothing
  }
}
