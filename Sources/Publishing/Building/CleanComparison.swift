import Diagnostics
import Site
import System

/// Compares a published site with one that is built anew, in memory and without the store.
enum CleanComparison {
  /// The report, with an error for each file that is not what a clean build makes.
  static func checked(_ report: BuildReport, _ options: BuildOptions, _ progress: Progress) -> BuildReport {
    let edition = Edition.read(
      options, ContentFolder(site: options.site), memory: .none, for: .publishing, progress: progress)
    guard let anew = edition.site.value else { return report }
    let (plan, templates) = (anew.plan, anew.materials.templates)
    let texts = TextSource { [texts = edition.texts] in (try? texts.html(of: $0)) ?? [] }
    progress.begin(.verifying, plan.pages.count)
    let (output, site) = (options.output, options.site)
    let pages = concurrently(plan.pages.count, jobs: options.jobs) { index -> String? in
      defer { progress.step() }
      let page = plan.pages[index]
      guard let file = try? page.rendered(page.contents(from: texts), with: templates) else { return page.path.file }
      return (try? FileAccess.read(output + "/" + file.path)) == file.bytes ? nil : file.path
    }
    var wrong = pages.compactMap { $0 }
    for file in plan.files where (try? FileAccess.read(output + "/" + file.path)) != file.bytes {
      wrong.append(file.path)
    }
    let index = plan.search.flatMap { series in
      IndexMaking.files(of: series, jobs: options.jobs) { [texts = edition.texts] in (try? texts.html(of: $0)) ?? [] }
    }
    for file in index where (try? FileAccess.read(output + "/" + file.path)) != file.bytes { wrong.append(file.path) }
    for copy in plan.copies {
      let path = copy.path.file
      guard let bytes = try? FileAccess.read(site + "/" + copy.wholeSource),
        (try? FileAccess.read(output + "/" + path)) == bytes
      else {
        wrong.append(path)
        continue
      }
    }
    let planned = Set(
      plan.pages.map(\.path.file) + plan.files.map(\.path) + index.map(\.path) + plan.copies.map(\.path.file))
    let listed = Manifest(site: options.site, output: options.output).read()
    wrong += listed.symmetricDifference(planned).filter { !wrong.contains($0) }
    var verified = report
    verified.diagnostics += wrong.sorted().map { path in
      Diagnostic(
        .notVerified, "the published file is not what a clean build makes", in: path,
        help: "delete the folder `.bulletin` and build again; please report this, it must not happen")
    }
    verified.verification = wrong.isEmpty ? .same(planned.count) : .differs
    return verified
  }
}

extension DiagnosticKind {
  static let notVerified = DiagnosticKind(
    "not-verified", .error,
    "`build --verify` made the whole site anew and found a published file that differs. The build that wrote it was wrong; deleting `.bulletin` and building again makes it right."
  )
}
