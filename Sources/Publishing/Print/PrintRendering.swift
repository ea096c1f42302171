import Site
import System
import Text

/// Prints pages on all threads, and puts the prints aside until all files are finished.
struct PrintRendering: Sendable {
  let material: PrintMaterial
  let settings: SiteSettings
  let folder: PublishedFolder
  let files: FileStaging
  /// How many pages are printed at once.
  let jobs: Int
  /// Makes a page once more.
  let html: @Sendable (Page) throws(EnvironmentError) -> OutputFile

  /// The prints of pages.
  func make(_ jobs: [PrintJob], _ progress: Progress) throws(EnvironmentError) -> [MadeFile] {
    let work = try PrintingFolder(in: material.site, folder)
    progress.begin(.printing, jobs.count)
    let outcomes = concurrently(jobs.count, jobs: self.jobs) { number in
      defer { progress.step() }
      return Result { () throws(EnvironmentError) in try print(jobs[number], number, in: work) }
    }
    var made: [MadeFile] = []
    for outcome in outcomes { made.append(try outcome.get()) }
    return made
  }

  private func print(_ job: PrintJob, _ number: Int, in work: PrintingFolder) throws(EnvironmentError) -> MadeFile {
    let page = PrintablePage(try html(job.page).bytes, at: job.page.path, of: settings, on: material.paper)
    let source = try work.add(page, at: job.page.path)
    let pdf = source + ".pdf"
    defer {
      try? FileAccess.removeIfThere(source)
      try? FileAccess.removeIfThere(pdf)
    }
    // Browsers that run at once do not share what they remember.
    let profile = "\(work.path)/.profile-\(number)"
    try material.printer.print(source, to: pdf, profile: profile)
    FileAccess.removeTree(profile)
    let bytes = PDFDates.set(in: try FileAccess.read(pdf), to: job.page.date)
    return try files.stage(
      OutputFile(path: job.print.path.file, bytes: bytes), .copy, dependencies: job.dependencies,
      reason: job.page.origin)
  }
}
