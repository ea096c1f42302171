import Bulletins
import Coding
import Diagnostics
import Site
import System
import Templating
import Text

extension LiveSite {
  /// What stands at an address.
  public enum Found: Sendable {
    /// A page or another file that is made, as a build would publish it but for the positions of its blocks; where its
    /// template fails, as it was before.
    case made(Bytes, path: String, failure: Diagnostic?)
    /// A file that is published as it is.
    case file(String, path: String)
    /// A folder's address without the slash at its end.
    case folder
    /// A page that can't be made, with what is wrong.
    case broken(Diagnostic)
    case nothing
  }

  /// What stands at an address below the site's root, without the slash at its start.
  ///
  /// - Parameter hasPositions: Whether blocks of text carry the lines that they come from.
  public func find(_ address: String, hasPositions: Bool) -> Found {
    guard let path = PagePath(address)?.file, let edition, let site = edition.site.value else { return .nothing }
    if let page = site.page(at: path) { return made(page, site, edition.reading, hasPositions: hasPositions) }
    if let file = site.file(at: path) { return .made(file.bytes, path: path, failure: nil) }
    if let copy = site.copy(at: path) { return file(copy, path) }
    if let picture = picture(path, site) { return picture }
    if site.hasPage(at: path + "/index.html") { return .folder }
    return searchFile(path, site, edition.reading).map { .made($0, path: path, failure: nil) } ?? .nothing
  }

  /// A file of the search. All of them are made when a reader searches: nobody does while they write.
  private func searchFile(_ path: String, _ site: PlannedSite, _ reading: ReadingOptions) -> Bytes? {
    guard path.hasSuffix(".js"), site.plan.search.contains(where: { path.hasPrefix($0.folder) }) else { return nil }
    return searchFiles.withLock { known in
      let texts = texts
      let files =
        known
        ?? Dictionary(
          site.plan.search.flatMap { series in
            IndexMaking.files(of: series, jobs: options.jobs) {
              texts.html(at: $0.path, article: $0.article, reading, hasPositions: false)
            }
          }.map { ($0.path, $0.bytes) }
        ) { first, _ in first }
      known = files
      return files[path]
    }
  }

  private func made(_ page: Page, _ site: PlannedSite, _ reading: ReadingOptions, hasPositions: Bool) -> Found {
    let path = page.path.file
    let isShown = hasPositions && (page.purpose == .issue || page.purpose == .standing)
    let texts = texts
    let source = TextSource { texts.html(at: $0.path, article: $0.article, reading, hasPositions: isShown) }
    do throws(Failure) {
      let file = try page.rendered(page.contents(from: source), with: site.materials.templates)
      lastGood.withLock { known in
        if known.count >= 200 { known = [:] }
        known[path] = file.bytes
      }
      return .made(file.bytes, path: path, failure: nil)
    } catch {
      let failure = page.diagnostic(of: error)
      guard let bytes = lastGood.withLock({ $0[path] }) else { return .broken(failure) }
      return .made(bytes, path: path, failure: failure)
    }
  }

  private func file(_ copy: CopiedFile, _ path: String) -> Found {
    file(copy.wholeSource, in: copy.folder == .content ? "/Content" : "/Templates", path)
  }

  /// A file of one of the folders of the site.
  func file(_ source: String, in folder: String, _ path: String) -> Found {
    // Looked at again: a link may have been put in its place since the plan was made.
    let whole = options.site + "/" + source
    let folder = options.site + folder
    guard let root = FileAccess.realPath(folder), let real = FileAccess.realPath(whole),
      FileAccess.isInside(real, root),
      FileAccess.kind(real) == .file
    else { return .nothing }
    return .file(real, path: path)
  }

  /// The size of a file, and a digest of its stamp, which is another one after a change.
  public static func stamp(of path: String) -> (size: Int, tag: String)? {
    guard let stamp = FileStamp(path), let size = try? FileAccess.size(path) else { return nil }
    return (size, Fingerprint(of: stamp.bytes).description)
  }
}
