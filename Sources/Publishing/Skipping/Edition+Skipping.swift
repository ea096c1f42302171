import Bulletins
import Diagnostics
import Site
import System

extension Edition {
  /// The edition without the files of Content that keep it from being published, where that is asked; itself where something
  /// else does, such as
  /// settings or a template, or where no issue would be left.
  ///
  /// What is left out can make others wrong, as whoever has an address then is another one: it is read until nothing is.
  func withoutBroken(_ store: Store, progress: Progress, notice: (String) -> Void) -> Edition {
    guard options.skipsBroken else { return self }
    let memory = PublishedIssues(in: store, options.output)
    var edition = self
    var leftOut = LeftOut()
    while true {
      let findings = options.strict ? edition.findings.all.map(\.strict) : edition.findings.all
      let errors = findings.filter { $0.severity == .error }
      guard errors.allSatisfy({ LeftOut.canHold($0.path) }) else { return self }
      let isFinished = !leftOut.take(errors, of: edition, memory)
      if isFinished {
        edition.leftOut = leftOut
        edition.findings.leave(out: leftOut)
        edition.stamps.merge(stamps) { new, _ in new }
        return edition.hasIssues ? edition : self
      }
      edition = Edition.read(
        options, folder, memory: .store(store), for: .publishing, leaving: leftOut, texts: texts, progress: progress,
        notice: notice)
    }
  }

  private var hasIssues: Bool { site.value?.materials.archive.series.contains { !$0.issues.isEmpty } ?? false }
}

extension LeftOut {
  /// Whether a file can be left out: a text, or a file that is published as it is.
  fileprivate static func canHold(_ path: String) -> Bool {
    (["Content/bulletins/", "Content/pages/"] + StaticFolders.all.map { $0.path + "/" }).contains {
      path.utf8.starts(with: $0.utf8)
    }
  }

  /// Takes in what is wrong with an edition that was read without the files so far.
  ///
  /// - Returns: Whether it has to be read again.
  fileprivate mutating func take(_ errors: [Diagnostic], of edition: Edition, _ memory: PublishedIssues) -> Bool {
    var hasMore = false
    for (path, found) in Dictionary(grouping: errors, by: \.path) {
      if let images = edition.images(missingIn: path, found), memory.files[path] == nil, !contains(path) {
        let known = self.images[path] ?? []
        add(images: images, of: path, found)
        if images.isSubset(of: known) { forget(path) }
      } else if !contains(path) {
        add(path, as: memory.issue(at: path), found)
      } else if issue(at: path) != nil {
        // What it was no longer fits what the others are.
        forget(path)
      } else {
        // The folder's own finding, which no reading takes away.
        continue
      }
      hasMore = true
    }
    if hasMore { return true }
    guard let plan = edition.site.value?.plan else { return false }
    // Others came to have its address: then there is no page that could stay.
    var astray = remembered
    for page in plan.pages where page.purpose == .issue && astray.contains(page.origin) {
      if memory.files[page.origin]?.contains(page.path.file) == true { astray.remove(page.origin) }
    }
    for path in astray { forget(path) }
    return !astray.isEmpty
  }
}

extension Edition {
  /// The images that a text shows and that are not there; `nil` where anything else is wrong with it.
  fileprivate func images(missingIn path: String, _ found: [Diagnostic]) -> Set<TextLink.Target>? {
    // Of what may lie outside of Content, nothing is published: to readers, it is not there.
    guard found.allSatisfy({ $0.kind == .missingAttachment || $0.kind == .outsideContent }), let site = site.value
    else { return nil }
    let issues = site.materials.archive.series.lazy.flatMap(\.issues).map(\.issue)
    guard let issue = issues.first(where: { $0.path == path }) else { return nil }
    let links = issue.articles.flatMap(\.text.links).filter(\.isImage)
    var images: Set<TextLink.Target> = []
    for finding in found {
      let link = links.first { $0.range.lowerBound == finding.location?.range.lowerBound }
      guard let link else { return nil }
      images.insert(link.target)
    }
    return images
  }
}
