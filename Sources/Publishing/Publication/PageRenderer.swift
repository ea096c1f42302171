import Coding
import Diagnostics
import Site
import System
import Templating
import Text

/// Makes one page after another, on any thread, where it would differ from what is published.
struct PageRenderer: Sendable {
  /// What came of a page.
  enum Outcome: Sendable {
    case made(MadeFile)
    case failed(Diagnostic)
    case stopped(EnvironmentError)
  }

  let pages: ReachedPages
  let folder: PublishedFolder
  let templates: Templates
  let texts: TextStore
  /// The digest of what every page depends on beside its context: where the site lies.
  let siteAddress: Fingerprint
  /// The digest of the theme's assets, for templates that look for one by a name of their own making.
  let assets: Fingerprint
  /// What several feeds carry.
  let shared: SharedTexts
  /// The first text that could not be fetched any more: with it, no page is published.
  let lost = FirstError()

  /// Makes a page, and takes the time.
  func timed(_ page: Page) throws(EnvironmentError) -> Outcome {
    let clock = ContinuousClock()
    let start = clock.now
    let outcome = try render(page)
    guard case .made(var made) = outcome, made.isMade else { return outcome }
    made.took = MadeFile.Took(start.duration(to: clock.now), template: page.template)
    return .made(made)
  }

  /// Makes a page, or finds it to be right.
  func render(_ page: Page) throws(EnvironmentError) -> Outcome {
    let path = page.path.file
    let output = pages.known[path]
    if page.purpose == .issue, pages.standing.contains(page.origin), let output {
      return .made(MadeFile(file: asPublished(page), output: output, isMade: false))
    }
    if let changed = pages.changedTexts, let output, !output.texts.contains(where: changed.contains),
      folder.has(path, output)
    {
      return .made(MadeFile(file: asPublished(page), output: output, isMade: false))
    }
    let contents = page.contents(from: source)
    let dependencies = siteAddress.bytes + page.dependencies(of: contents, in: templates, assets: assets)
    if let output, output.dependencies == dependencies, folder.has(path, output) {
      // A source that was renamed gives the same page, and is looked for under its new name from now on.
      let same = made(page, contents, dependencies, output.digest, output.stamp, output.reason)
      return .made(
        MadeFile(
          file: asPublished(page), output: same, isMade: false,
          isNews: same.texts != output.texts || same.subject != output.subject))
    }
    do throws(Failure) {
      // The bytes are written and digested before the closure ends, and not kept.
      return try unsafe page.withRendered(contents, with: templates) { bytes in
        do throws(EnvironmentError) {
          let staged = try unsafe folder.stage(bytes, at: path, rank: page.rank)
          let reason = RenderingReason.of(page, dependencies, output, templates)
          let output = unsafe made(page, contents, dependencies, Fingerprint(of: bytes), staged.stamp, reason)
          var file = MadeFile(file: staged, output: output, isMade: true)
          file.layOutputAside(in: texts)
          return .made(file)
        } catch {
          return .stopped(error)
        }
      }
    } catch {
      return .failed(page.diagnostic(of: error))
    }
  }

  private func asPublished(_ page: Page) -> PublishedFolder.Staged {
    PublishedFolder.Staged(path: page.path.file, rank: page.rank, isWaiting: false)
  }

  private func made(
    _ page: Page, _ contents: Page.Contents, _ dependencies: Bytes, _ digest: Fingerprint, _ stamp: Bytes,
    _ reason: String
  ) -> Store.Output {
    Store.Output(
      dependencies: dependencies, digest: digest, stamp: stamp, texts: contents.texts,
      subject: page.textPage?.name ?? "", reason: reason)
  }

  private var source: TextSource {
    TextSource(sharing: shared) { [texts, lost] text in
      do throws(EnvironmentError) {
        return try texts.html(of: text)
      } catch {
        lost.note(error)
        return []
      }
    }
  }
}

extension Page {
  /// When it is published: what is linked to comes before what links.
  fileprivate var rank: PublishedFolder.Rank {
    switch purpose {
    case .issue, .standing: .page
    case .index, .redirect: .index
    case .feed, .machine: .machine
    }
  }
}
