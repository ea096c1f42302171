import Diagnostics
import Site
import Templating
import Text

/// Rendering all pages of a plan into the staging area of a folder.
enum Rendering {
  private enum Outcome: Sendable {
    case staged(PublicFolder.Staged)
    case failed(Diagnostic)
    case stopped(EnvironmentError)
  }

  /// The staged files, and what was wrong with templates.
  static func stage(
    _ plan: SitePlan, _ templates: Templates, in folder: PublicFolder, _ options: BuildOptions, _ progress: Progress
  ) throws(EnvironmentError) -> (files: [PublicFolder.Staged], diagnostics: [Diagnostic]) {
    let (pages, files, copies) = (plan.pages, plan.files, plan.copies)
    let count = pages.count + files.count + copies.count
    progress.begin(.rendering, count)
    let outcomes = concurrently(count, jobs: options.jobs) { number -> Outcome in
      defer { progress.step() }
      do throws(EnvironmentError) {
        if number < pages.count { return try render(pages[number], templates, in: folder, number) }
        if number < pages.count + files.count {
          return .staged(try folder.stage(files[number - pages.count], number: number))
        }
        let copy = copies[number - pages.count - files.count]
        let bytes = try FileAccess.read(options.site + "/" + copy.wholeSource)
        return .staged(try folder.stage(OutputFile(path: copy.path.file, bytes: bytes), number: number))
      } catch {
        return .stopped(error)
      }
    }
    var staged: [PublicFolder.Staged] = []
    var diagnostics: [Diagnostic] = []
    for outcome in outcomes {
      switch outcome {
      case .staged(let file): staged.append(file)
      case .failed(let diagnostic):
        // One mistake in a template fails on every page that it makes.
        if !diagnostics.contains(where: { $0.place == diagnostic.place && $0.message == diagnostic.message }) {
          diagnostics.append(diagnostic)
        }
      case .stopped(let error):
        folder.discard()
        throw error
      }
    }
    return (staged, diagnostics)
  }

  private static func render(
    _ page: Page, _ templates: Templates, in folder: PublicFolder, _ number: Int
  ) throws(EnvironmentError) -> Outcome {
    do throws(Failure) {
      let file = try page.rendered(with: templates)
      do throws(EnvironmentError) {
        return .staged(try folder.stage(file, number: number))
      } catch {
        return .stopped(error)
      }
    } catch {
      return .failed(page.diagnostic(of: error))
    }
  }
}

extension SitePlan.Copy {
  /// The path of the source in the site's folder.
  fileprivate var wholeSource: String { folder == .content ? source : "Templates/" + source }
}
