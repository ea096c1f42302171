import Bulletins
import Coding
import Search
import Site
import System
import Text

/// Makes the files of the search that would differ: what the last build left is changed where few issues are others, and
/// made anew where more are.
struct SearchRendering: Sendable {
  let staging: FileStaging
  let texts: TextStore
  let options: BuildOptions
  /// The first error that a thread met.
  private let failure = FirstError()

  init(_ staging: FileStaging, _ texts: TextStore, _ options: BuildOptions) {
    self.staging = staging
    self.texts = texts
    self.options = options
  }

  /// What the store says of published files.
  private var written: PublishedIndex.Written { { [known = staging.known] in known[$0]?.digest } }

  /// Adds all files of a search to a list.
  func make(_ series: [SearchedSeries], addingTo files: inout [MadeFile]) throws(EnvironmentError) {
    for series in series { try make(series, addingTo: &files) }
  }

  /// Issues with the texts that they have now.
  func read(_ issues: [SearchedText]) throws(EnvironmentError) -> [(issue: SearchedText, now: SearchDocument)] {
    let read = issues.map { ($0, document($0)) }
    if let error = failure.error { throw error }
    return read
  }

  /// Adds the files of the index of a language.
  private func make(_ series: SearchedSeries, addingTo files: inout [MadeFile]) throws(EnvironmentError) {
    let facts = self.facts(of: series)
    let made = patched(series, facts) ?? whole(series, facts)
    if let error = failure.error { throw error }
    guard let made else {
      throw EnvironmentError(
        "the site can't be built", options.site + "/.bulletin", because: "a file can't be read back")
    }
    // What an index was made of is as large as what is known of its files.
    FreeMemory.release()
    let first = files.count
    for case .some(let file) in made { files.append(file) }
    files.append(try staging.stage(versionOf: files[first...], of: series))
  }

  /// What is known of issues by their places: the digest of what the index has of each, and the published file, where that
  /// is of the same.
  private typealias Facts = (digests: [Fingerprint], published: [MadeFile?])

  private func facts(of series: SearchedSeries) -> Facts {
    let (count, part) = (series.texts.count, 256)
    let parts = concurrently((count + part - 1) / part, jobs: options.jobs) { number -> Facts in
      var facts: Facts = ([], [])
      for place in number * part..<min(count, (number + 1) * part) {
        let issue = series.texts[place]
        let digest = issue.fingerprint
        facts.digests.append(digest)
        let isSame = staging.known[issue.file].map {
          $0.dependencies == digest.bytes && $0.texts == (issue.name == nil ? [] : [issue.source])
            && $0.subject == issue.name?.name ?? ""
        }
        facts.published.append(isSame == true ? staging.kept(issue.file) : nil)
      }
      return facts
    }
    return (parts.flatMap(\.digests), parts.flatMap(\.published))
  }

  private func whole(_ series: SearchedSeries, _ facts: Facts) -> [MadeFile?]? {
    return IndexMaking.make(series, jobs: options.jobs, layingAsideIn: texts.spoolOfWords) { place in
      let issue = series.texts[place]
      if facts.published[place] != nil,
        let known = PublishedIndex.document(issue.line.address, series.folder, in: options.output, written)
      {
        return known
      }
      return document(issue)
    } issue: { place, file in
      facts.published[place] ?? asideOnceMade(stage(file, series.texts[place], facts.digests[place]))
    } part: { file in
      asideOnceMade(noting { () throws(EnvironmentError) in try staging.stage(part: file) })
    }
  }

  /// The files where the last build's index can be changed; `nil` where too much is another.
  private func patched(_ series: SearchedSeries, _ facts: Facts) -> [MadeFile?]? {
    guard let index = PublishedIndex(series.folder, in: options.output, written),
      index.isWhole(staging, jobs: options.jobs)
    else { return nil }
    let (old, new) = (index.list.lines, series.list.lines)
    guard zip(old, new).allSatisfy({ $0.address == $1.address }) else { return nil }
    let changed = (0..<max(old.count, new.count)).filter { $0 >= new.count || facts.published[$0] == nil }
    guard changed.count <= 20 + new.count / 20 else { return nil }
    var files = facts.published
    var issues: [(place: Int, old: SearchDocument?, new: SearchDocument?)] = []
    for place in changed {
      let before = place < old.count ? document(old[place].address, of: index) : nil
      if place < old.count, before == nil { return nil }
      let now = place < new.count ? document(series.texts[place]) : nil
      issues.append((place, before, now))
      guard let now else { continue }
      files[place] = stage(series.texts[place].file(of: now), series.texts[place], facts.digests[place])
    }
    guard let patch = PatchedIndex(index, jobs: options.jobs, issues) else { return nil }
    for path in patch.kept { files.append(staging.kept(path)) }
    for file in patch.files + IndexMaking.shared(series, patch.table) {
      files.append(noting { () throws(EnvironmentError) in try staging.stage(part: file) })
    }
    return files
  }

  private func document(_ address: String, of index: PublishedIndex) -> SearchDocument? {
    staging.kept(index.file(SearchedText.part(address))) == nil ? nil : index.document(address)
  }

  /// The issue with the text that it has now.
  private func document(_ issue: SearchedText) -> SearchDocument {
    issue.document { text in
      noting { () throws(EnvironmentError) in try texts.html(of: text) } ?? []
    }
  }

  /// A file of which only its name and its digest are wanted until the store is told of it.
  private func asideOnceMade(_ file: MadeFile?) -> MadeFile? {
    guard var file, file.isMade else { return file }
    file.layOutputAside(in: texts)
    return file
  }

  private func stage(_ file: OutputFile, _ issue: SearchedText, _ digest: Fingerprint) -> MadeFile? {
    noting { () throws(EnvironmentError) in try staging.stage(file, of: issue, digest.bytes) }
  }

  private func noting<Made>(_ work: () throws(EnvironmentError) -> Made) -> Made? {
    do throws(EnvironmentError) {
      return try work()
    } catch {
      failure.note(error)
      return nil
    }
  }
}
