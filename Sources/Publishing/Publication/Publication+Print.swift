import Site
import System
import Templating
import Text

extension Publication {
  /// The PDFs that go with pages that were made or found to be right; printed again where something that they are made of
  /// is another.
  func prints(
    of made: [MadeFile], _ site: PlannedSite, _ pages: ReachedPages, _ folder: PublishedFolder, _ files: FileStaging
  ) throws(EnvironmentError) -> [MadeFile] {
    let materials = site.materials
    guard let paper = materials.settings.paper else { return [] }
    let material = PrintMaterial(
      site: options.site, paper: paper, printer: try .installed(), assets: materials.theme.assets)
    let digests = Dictionary(made.map { ($0.file.path, $0.digest) }) { first, _ in first }
    var prints: [MadeFile] = []
    var jobs: [PrintJob] = []
    for page in pages.pages {
      guard let print = page.print, let digest = digests[page.path.file] else { continue }
      let (path, dependencies) = (print.path.file, material.dependencies(of: print, on: digest))
      let isSame = files.known[path]?.dependencies == dependencies || pages.standing.contains(page.origin)
      if isSame, let kept = files.kept(path) {
        prints.append(kept)
      } else {
        jobs.append(PrintJob(page: page, print: print, dependencies: dependencies))
      }
    }
    if jobs.isEmpty { return prints }
    let rendering = PrintRendering(
      material: material, settings: materials.settings, folder: folder, files: files, jobs: options.jobs
    ) { [texts = edition.texts] (page) throws(EnvironmentError) in
      try page.made(with: materials.templates, texts)
    }
    return prints + (try rendering.make(jobs, progress))
  }
}

extension Page {
  /// The page, made once more for a printer.
  fileprivate func made(with templates: Templates, _ texts: TextStore) throws(EnvironmentError) -> OutputFile {
    do throws(Failure) {
      return try rendered(contents(from: TextSource { (try? texts.html(of: $0)) ?? [] }), with: templates)
    } catch {
      throw EnvironmentError("the page can't be printed", path.file, because: error.message)
    }
  }
}
