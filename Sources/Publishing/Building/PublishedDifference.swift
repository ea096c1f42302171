import Site
import System

/// How a published folder differs from what an edition would publish: everything is made in memory, and nothing written.
public struct PublishedDifference: Sendable {
  /// Files that are not there yet, in the order of their paths.
  public private(set) var added: [String] = []
  /// Files that would have other bytes.
  public private(set) var changed: [String] = []
  /// Files of an earlier build that would go.
  public private(set) var removed: [String] = []
  /// How many files there would be.
  public private(set) var count = 0

  private var paths: Set<String> = []

  /// The files that a list of published ones lacks.
  func unlisted(in listed: Set<String>) -> [String] { paths.filter { !listed.contains($0) } }

  /// All files that differ.
  var all: [String] { (added + changed + removed).sorted() }

  /// Makes every file of a site, and compares it with the published one; a page that can't be made has changed.
  ///
  /// - Parameter making: Makes the pictures that other programs make.
  init(
    _ site: PlannedSite, _ texts: TextStore, _ options: BuildOptions, _ making: PictureMaking? = nil,
    progress: Progress = Progress()
  ) {
    let (plan, templates) = (site.plan, site.materials.templates)
    let source = TextSource { [texts] in (try? texts.html(of: $0)) ?? [] }
    progress.begin(.verifying, plan.pages.count)
    let (output, folder) = (options.output, options.site)
    let pages = concurrently(plan.pages.count, jobs: options.jobs) { index -> Comparison in
      defer { progress.step() }
      let page = plan.pages[index]
      guard let file = try? page.rendered(page.contents(from: source), with: templates) else {
        return Comparison(path: page.path.file, isSame: false, in: output)
      }
      return Comparison(
        path: file.path, isSame: (try? FileAccess.read(output + "/" + file.path)) == file.bytes, in: output)
    }
    let files = plan.files.map { file in
      Comparison(
        path: file.path, isSame: (try? FileAccess.read(output + "/" + file.path)) == file.bytes, in: output)
    }
    let copies = plan.copies.map { copy in
      let (path, bytes) = (copy.path.file, try? FileAccess.read(folder + "/" + copy.wholeSource))
      let isSame = bytes != nil && (try? FileAccess.read(output + "/" + path)) == bytes
      return Comparison(path: path, isSame: isSame, in: output)
    }
    let index = plan.search.flatMap { series in
      IndexMaking.files(of: series, jobs: options.jobs) { [texts] in (try? texts.html(of: $0)) ?? [] }
    }.map { file in
      Comparison(
        path: file.path, isSame: (try? FileAccess.read(output + "/" + file.path)) == file.bytes, in: output)
    }
    // What is printed takes a browser; its page tells whether it is right.
    let prints = plan.pages.compactMap(\.print?.path.file).map { path in
      Comparison(path: path, isSame: FileAccess.kindWithoutFollowing(output + "/" + path) == .file, in: output)
    }
    // Without somebody who makes them, pictures count for right that are there.
    let pictures = concurrently(plan.resized.count + plan.cards.count, jobs: options.jobs) { index -> Comparison in
      let card = index < plan.resized.count ? nil : plan.cards[index - plan.resized.count]
      let path = card?.path.file ?? plan.resized[index].path.file
      let published = output + "/" + path
      guard let making else {
        return Comparison(path: path, isSame: FileAccess.kindWithoutFollowing(published) == .file, in: output)
      }
      let bytes = card.map(making.card) ?? making.copy(of: plan.resized[index])
      return Comparison(path: path, isSame: bytes != nil && (try? FileAccess.read(published)) == bytes, in: output)
    }
    let all = pages + files + index + copies + pictures + prints
    count = all.count
    paths = Set(all.map(\.path))
    added = all.filter { $0.state == .missing }.map(\.path).sorted()
    changed = all.filter { $0.state == .other }.map(\.path).sorted()
    removed = Manifest(site: folder, output: output).known.subtracting(all.map(\.path)).sorted()
  }

  private struct Comparison: Sendable {
    enum State { case same, other, missing }

    let path: String
    let state: State

    init(path: String, isSame: Bool, in output: String) {
      self.path = path
      let isThere = isSame || FileAccess.kindWithoutFollowing(output + "/" + path) != .nothing
      state = isSame ? .same : isThere ? .other : .missing
    }
  }
}
