import Bulletins
import Coding
import Diagnostics
import Site
import Synchronization
import System
import Templating
import Text

/// Makes the files of a plan, those that would not differ left out, and puts them into the staging area of a folder.
struct Rendering: Sendable {
  /// A file of the site as a build leaves it.
  struct Made: Sendable {
    let file: PublicFolder.Staged
    let output: Store.Output
    /// Whether it was made now, and not only found to be right.
    let isMade: Bool
    /// Whether the store is to be told of it.
    var isNews = false
    /// How long it took, and the template that made it, where somebody asked.
    var took: (template: String, time: Duration)?
  }

  private enum Outcome: Sendable {
    case made(Made)
    case failed(Diagnostic)
    case stopped(EnvironmentError)
  }

  let pages: [Page]
  let files: [OutputFile]
  let copies: [CopiedFile]
  let templates: Templates
  let folder: PublicFolder
  let site: String
  let reading: ReadingOptions
  /// Where the texts lie that were read in this build.
  let texts: [String: TextSpool.Place]
  let spool: TextSpool?
  /// What the store knows of the published files.
  let known: [String: Store.Output]
  /// What every page depends on beside its context: where the site lies.
  let place: Fingerprint
  /// What tells the theme's assets from others, for templates that look for one by a name of their own making.
  let assets: Fingerprint
  /// The sources whose texts may have changed, where nothing else did; `nil` where anything may have.
  let changedTexts: Set<String>?
  /// Whether the time of each page is taken.
  var isTimed = false

  /// The files, and what was wrong with templates.
  func make(jobs: Int, _ progress: Progress) throws(EnvironmentError) -> (files: [Made], diagnostics: [Diagnostic]) {
    let count = pages.count + files.count + copies.count
    progress.begin(.rendering, count)
    let lost = Lost()
    let outcomes = concurrently(count, jobs: jobs) { number -> Outcome in
      defer { progress.step() }
      do throws(EnvironmentError) {
        if number < pages.count { return try isTimed ? timed(pages[number], lost) : render(pages[number], lost) }
        if number < pages.count + files.count {
          return .made(try stage(files[number - pages.count]))
        }
        return .made(try copy(copies[number - pages.count - files.count]))
      } catch {
        return .stopped(error)
      }
    }
    if let error = lost.error { throw error }
    var made: [Made] = []
    var diagnostics: [Diagnostic] = []
    for outcome in outcomes {
      switch outcome {
      case .made(let file): made.append(file)
      case .failed(let diagnostic):
        // One mistake in a template fails on every page that it makes.
        if !diagnostics.contains(where: { $0.place == diagnostic.place && $0.message == diagnostic.message }) {
          diagnostics.append(diagnostic)
        }
      case .stopped(let error): throw error
      }
    }
    return (made, diagnostics)
  }

  private func timed(_ page: Page, _ lost: Lost) throws(EnvironmentError) -> Outcome {
    let clock = ContinuousClock()
    let start = clock.now
    let outcome = try render(page, lost)
    guard case .made(var made) = outcome, made.isMade else { return outcome }
    made.took = (page.template, start.duration(to: clock.now))
    return .made(made)
  }

  private func render(_ page: Page, _ lost: Lost) throws(EnvironmentError) -> Outcome {
    let path = page.path.file
    if let changedTexts, let output = known[path], !output.texts.contains(where: changedTexts.contains),
      folder.has(path, output)
    {
      return .made(
        Made(file: PublicFolder.Staged(path: path, rank: page.rank, isWaiting: false), output: output, isMade: false))
    }
    let contents = page.contents(from: source(noting: lost))
    let texts = contents.texts
    let bytes = place.bytes + page.dependencies(of: contents, in: templates, assets: assets)
    if let output = known[path], output.dependencies == bytes, folder.has(path, output) {
      // A source that was renamed gives the same page, and is looked for under its new name from now on.
      let same = Store.Output(
        dependencies: bytes, hash: output.hash, stamp: output.stamp, texts: texts, subject: page.textPage?.name ?? "",
        reason: output.reason)
      return .made(
        Made(
          file: PublicFolder.Staged(path: path, rank: page.rank, isWaiting: false), output: same, isMade: false,
          isNews: same.texts != output.texts || same.subject != output.subject))
    }
    do throws(Failure) {
      return try page.withRendered(contents, with: templates) { file in
        do throws(EnvironmentError) {
          let staged = try folder.stage(file, at: path, rank: page.rank)
          let output = Store.Output(
            dependencies: bytes, hash: Fingerprint(of: file), stamp: staged.stamp, texts: texts,
            subject: page.textPage?.name ?? "", reason: reason(page, bytes, known[path]))
          return .made(Made(file: staged, output: output, isMade: true))
        } catch {
          return .stopped(error)
        }
      }
    } catch {
      return .failed(page.diagnostic(of: error))
    }
  }

  /// The texts that were read in this build, and those that are made again from their files.
  private func source(noting lost: Lost) -> TextSource {
    TextSource { [site, reading, texts, spool] text in
      if let place = texts[text.path], let text = TextSpool.text(at: place, spool) { return text }
      do throws(EnvironmentError) {
        return try Rendering.madeAgain(text, site, reading)
      } catch {
        // The page is never published: the build ends with this error before.
        lost.note(error)
        return []
      }
    }
  }

  /// A text, made again from its file.
  private static func madeAgain(
    _ text: TextReference, _ site: String, _ reading: ReadingOptions
  ) throws(EnvironmentError) -> Bytes {
    var again = Issue.read(
      SourceFile(path: text.path, bytes: try FileAccess.read(site + "/" + text.path)), options: reading)
    let texts = again.takeTexts()
    guard again.issue?.articles[text.article].text.digest == text.digest, texts.indices.contains(text.article) else {
      throw EnvironmentError("the site can't be built", text.path, because: "the file changed while it was read")
    }
    return texts[text.article]
  }

  private func stage(_ file: OutputFile) throws(EnvironmentError) -> Made {
    let hash = Fingerprint(of: file.bytes)
    if let output = known[file.path], output.hash == hash, folder.has(file.path, output) {
      let staged = PublicFolder.Staged(path: file.path, rank: .machine, isWaiting: false)
      return Made(file: staged, output: output, isMade: false)
    }
    let staged = try folder.stage(file.bytes, at: file.path, rank: .machine)
    let reason = known[file.path] == nil ? "new" : "the settings"
    return Made(
      file: staged, output: Store.Output(dependencies: [], hash: hash, stamp: staged.stamp, texts: [], reason: reason),
      isMade: true)
  }

  private func copy(_ copy: CopiedFile) throws(EnvironmentError) -> Made {
    let source = site + "/" + copy.wholeSource
    let path = copy.path.file
    let stamp = FileStamp(source)?.kept(at: FileStamp.now) ?? []
    if let output = known[path], !stamp.isEmpty, output.dependencies == stamp, folder.has(path, output) {
      let staged = PublicFolder.Staged(path: path, rank: .copy, isWaiting: false)
      return Made(file: staged, output: output, isMade: false)
    }
    let bytes = try FileAccess.read(source)
    let staged = try folder.stage(bytes, at: path, rank: .copy)
    let output = Store.Output(
      dependencies: stamp, hash: Fingerprint(of: bytes), stamp: staged.stamp, texts: [],
      reason: known[path] == nil ? "new" : copy.wholeSource)
    return Made(file: staged, output: output, isMade: true)
  }

  /// Why a page is made: it is new, or what of the things it reads is not as it was.
  private func reason(_ page: Page, _ dependencies: Bytes, _ earlier: Store.Output?) -> String {
    guard let earlier else { return "new" }
    if earlier.dependencies == dependencies { return "the published file is not as it was written" }
    let parts = templates.reads(of: page.template)?.parts ?? []
    let (old, new) = (earlier.dependencies, dependencies)
    // Three fingerprints of sixteen bytes, then the parts of the context.
    let names = ["the address of the site", "the templates", "the assets"]
    for (index, name) in names.enumerated()
    where old.dropFirst(16 * index).prefix(16) != new.dropFirst(16 * index).prefix(16) {
      return name
    }
    let width = TemplateReads.width
    guard old.count == new.count, new.count == 48 + width * parts.count else { return "the templates" }
    let changed = parts.indices.filter { index in
      let place = (48 + width * index)..<(48 + width * (index + 1))
      return old[place] != new[place]
    }
    return changed.map { parts[$0].name }.joined(separator: ", ")
  }
}

/// The first source that could not be read again. A class, because all threads of a rendering note theirs.
private final class Lost: Sendable {
  private let first = Mutex<EnvironmentError?>(nil)

  func note(_ error: EnvironmentError) { first.withLock { $0 = $0 ?? error } }

  var error: EnvironmentError? { first.withLock { $0 } }
}

extension Page {
  /// When it is published: what is linked to comes before what links.
  fileprivate var rank: PublicFolder.Rank {
    switch kind {
    case .issue, .standing: .page
    case .index, .redirect: .index
    case .feed, .machine: .machine
    }
  }
}

extension CopiedFile {
  /// The path of the source in the site's folder.
  var wholeSource: String { folder == .content ? "\(source)" : "Templates/" + source }
}
