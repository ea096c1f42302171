import Diagnostics
import Site
import System

/// Makes the files that a change reaches, those that would not differ left out, on all threads, and puts them into the
/// staging area of a folder.
struct Rendering: Sendable {
  private let pages: ReachedPages
  private let renderer: PageRenderer
  let files: FileStaging
  private let options: BuildOptions

  /// - Parameters:
  ///   - pages: What is looked at.
  ///   - folder: Where it is staged.
  init(
    site: PlannedSite, from sources: SiteSources, texts: TextStore, pages: ReachedPages, folder: PublishedFolder,
    options: BuildOptions
  ) {
    self.pages = pages
    self.options = options
    files = FileStaging(sources: sources, folder: folder, known: pages.known)
    renderer = PageRenderer(
      pages: pages, folder: folder, templates: site.materials.templates, texts: texts,
      siteAddress: site.materials.locationDigest, assets: site.materials.theme.assets,
      shared: SharedTexts { text in
        guard let aside = texts.lay(aside: text) else { return nil }
        return { aside.bytes }
      })
  }

  /// The files, and what was wrong with templates.
  ///
  /// - Parameter more: How many files may be added to the list: while one of hundreds of thousands grows, it is there twice.
  func make(roomFor more: Int, _ progress: Progress) throws(EnvironmentError) -> (
    files: [MadeFile], diagnostics: [Diagnostic]
  ) {
    let count = pages.pages.count + pages.files.count + pages.copies.count
    progress.begin(.rendering, count)
    // What comes next has the memory for itself, and need not wait until thousands of things are let go.
    defer { if !beside({ [shared = renderer.shared] in shared.empty() }) { renderer.shared.empty() } }
    let outcomes = concurrently(count, jobs: options.jobs) { number in
      defer { progress.step() }
      return outcome(number)
    }
    if let error = renderer.lost.error { throw error }
    var made: [MadeFile] = []
    made.reserveCapacity(count + more)
    var diagnostics: [Diagnostic] = []
    for outcome in outcomes {
      switch outcome {
      case .made(let file): made.append(file)
      case .failed(let diagnostic):
        // One mistake in a template fails on every page that it makes.
        if !diagnostics.contains(where: { $0.location == diagnostic.location && $0.message == diagnostic.message }) {
          diagnostics.append(diagnostic)
        }
      case .stopped(let error): throw error
      }
    }
    return (made, diagnostics)
  }

  /// Makes one thing: pages come first, then files that no template makes, then copies.
  private func outcome(_ number: Int) -> PageRenderer.Outcome {
    do throws(EnvironmentError) {
      if number < pages.pages.count {
        let page = pages.pages[number]
        return try options.isTimed ? renderer.timed(page) : renderer.render(page)
      }
      let rest = number - pages.pages.count
      if rest < pages.files.count { return .made(try files.stage(pages.files[rest])) }
      return .made(try files.copy(pages.copies[rest - pages.files.count]))
    } catch {
      return .stopped(error)
    }
  }
}
