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
    let file: PublishedFolder.Staged
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

  private let pages: Publication.Pages
  private let folder: PublishedFolder
  private let options: BuildOptions
  private let templates: Templates
  private let texts: TextStore
  /// The digest of what every page depends on beside its context: where the site lies.
  private let place: Fingerprint
  /// The digest of the theme's assets, for templates that look for one by a name of their own making.
  private let assets: Fingerprint

  /// - Parameters:
  ///   - pages: What is looked at.
  ///   - folder: Where it is staged.
  init(
    site: PlannedSite, edition: Edition, pages: Publication.Pages, folder: PublishedFolder, options: BuildOptions
  ) {
    self.pages = pages
    self.folder = folder
    self.options = options
    templates = site.materials.templates
    texts = edition.texts
    place = site.materials.place
    assets = site.materials.theme.assets
  }

  /// The files, and what was wrong with templates.
  func make(_ progress: Progress) throws(EnvironmentError) -> (files: [Made], diagnostics: [Diagnostic]) {
    let (pages, files, copies) = (pages.pages, pages.files, pages.copies)
    let count = pages.count + files.count + copies.count
    progress.begin(.rendering, count)
    let failure = FirstFailure()
    let outcomes = concurrently(count, jobs: options.jobs) { number -> Outcome in
      defer { progress.step() }
      do throws(EnvironmentError) {
        if number < pages.count {
          return try options.isTimed ? timed(pages[number], failure) : render(pages[number], failure)
        }
        if number < pages.count + files.count {
          return .made(try stage(files[number - pages.count]))
        }
        return .made(try copy(copies[number - pages.count - files.count]))
      } catch {
        return .stopped(error)
      }
    }
    if let error = failure.error { throw error }
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

  private func timed(_ page: Page, _ failure: FirstFailure) throws(EnvironmentError) -> Outcome {
    let clock = ContinuousClock()
    let start = clock.now
    let outcome = try render(page, failure)
    guard case .made(var made) = outcome, made.isMade else { return outcome }
    made.took = (page.template, start.duration(to: clock.now))
    return .made(made)
  }

  private func render(_ page: Page, _ failure: FirstFailure) throws(EnvironmentError) -> Outcome {
    let path = page.path.file
    if let changedTexts = pages.changedTexts, let output = pages.known[path],
      !output.texts.contains(where: changedTexts.contains),
      folder.has(path, output)
    {
      return .made(
        Made(file: PublishedFolder.Staged(path: path, rank: page.rank, isWaiting: false), output: output, isMade: false)
      )
    }
    let contents = page.contents(from: source(noting: failure))
    let texts = contents.texts
    let bytes = place.bytes + page.dependencies(of: contents, in: templates, assets: assets)
    if let output = pages.known[path], output.dependencies == bytes, folder.has(path, output) {
      // A source that was renamed gives the same page, and is looked for under its new name from now on.
      let same = Store.Output(
        dependencies: bytes, digest: output.digest, stamp: output.stamp, texts: texts,
        subject: page.subject?.name ?? "",
        reason: output.reason)
      return .made(
        Made(
          file: PublishedFolder.Staged(path: path, rank: page.rank, isWaiting: false), output: same, isMade: false,
          isNews: same.texts != output.texts || same.subject != output.subject))
    }
    do throws(Failure) {
      return try page.withRendered(contents, with: templates) { file in
        do throws(EnvironmentError) {
          let staged = try folder.stage(file, at: path, rank: page.rank)
          let output = Store.Output(
            dependencies: bytes, digest: Fingerprint(of: file), stamp: staged.stamp, texts: texts,
            subject: page.subject?.name ?? "", reason: RenderingReason.of(page, bytes, pages.known[path], templates))
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
  private func source(noting failure: FirstFailure) -> TextSource {
    TextSource { [texts] text in
      do throws(EnvironmentError) {
        return try texts.html(of: text)
      } catch {
        // The page is never published: the build ends with this error before.
        failure.note(error)
        return []
      }
    }
  }

  private func stage(_ file: OutputFile) throws(EnvironmentError) -> Made {
    let digest = Fingerprint(of: file.bytes)
    if let output = pages.known[file.path], output.digest == digest, folder.has(file.path, output) {
      let staged = PublishedFolder.Staged(path: file.path, rank: .machine, isWaiting: false)
      return Made(file: staged, output: output, isMade: false)
    }
    let staged = try folder.stage(file.bytes, at: file.path, rank: .machine)
    let reason = pages.known[file.path] == nil ? "new" : "the settings"
    return Made(
      file: staged,
      output: Store.Output(dependencies: [], digest: digest, stamp: staged.stamp, texts: [], reason: reason),
      isMade: true)
  }

  private func copy(_ copy: SitePlan.Copy) throws(EnvironmentError) -> Made {
    let source = options.site + "/" + copy.wholeSource
    let path = copy.path.file
    let stamp = FileStamp(source)?.kept(at: FileStamp.now) ?? []
    if let output = pages.known[path], !stamp.isEmpty, output.dependencies == stamp, folder.has(path, output) {
      let staged = PublishedFolder.Staged(path: path, rank: .copy, isWaiting: false)
      return Made(file: staged, output: output, isMade: false)
    }
    let bytes = try FileAccess.read(source)
    let staged = try folder.stage(bytes, at: path, rank: .copy)
    let output = Store.Output(
      dependencies: stamp, digest: Fingerprint(of: bytes), stamp: staged.stamp, texts: [],
      reason: pages.known[path] == nil ? "new" : copy.wholeSource)
    return Made(file: staged, output: output, isMade: true)
  }
}

/// The first source that could not be read again. A class, because all threads of a rendering note theirs.
private final class FirstFailure: Sendable {
  private let first = Mutex<EnvironmentError?>(nil)

  func note(_ error: EnvironmentError) { first.withLock { $0 = $0 ?? error } }

  var error: EnvironmentError? { first.withLock { $0 } }
}

extension Page {
  /// When it is published: what is linked to comes before what links.
  fileprivate var rank: PublishedFolder.Rank {
    switch kind {
    case .issue, .standing: .page
    case .index, .redirect: .index
    case .feed, .machine: .machine
    }
  }
}

extension SitePlan.Copy {
  /// The path of the source in the site's folder.
  var wholeSource: String { folder == .content ? "\(source)" : "Templates/" + source }
}
