import Coding
import Site
import System
import Text

/// The list of files that builds have written into a published folder: what may be deleted there.
struct Manifest: Sendable {
  private let path: String

  /// The list for an output folder, kept in `.bulletin` beside Content.
  init(site: String, output: String) {
    path = StoreFiles(site: site, output: output).manifest
  }

  /// Whether a build wrote one.
  var isThere: Bool { FileAccess.kindWithoutFollowing(path) != .nothing }

  /// The paths of an earlier build; none where there was no build.
  ///
  /// A list that is there and can't be read is an error: pages that are no more would stay in the published folder.
  func read() throws(EnvironmentError) -> Set<String> {
    guard isThere else { return [] }
    let bytes = try FileAccess.read(path)
    // On bytes: a line end before a combining letter is none for whoever compares characters.
    return Set(bytes.split(separator: 0x0A).map { Bytes($0).string }.filter { isInside($0) })
  }

  /// The paths of an earlier build as far as they can be told, for those who publish nothing.
  var known: Set<String> { (try? read()) ?? [] }

  /// Replaces the list.
  func write(_ paths: Set<String>) throws(EnvironmentError) {
    try FileAccess.makeFolders(above: path)
    // Before any file has its name: one that is not in the list would be taken for somebody else's.
    var list: Bytes = []
    // By itself, it would grow to twice what is in it.
    list.reserveCapacity(paths.reduce(0) { $0 + $1.utf8.count + 1 })
    for path in paths.sorted() {
      list += path.utf8
      list.append(0x0A)
    }
    try FileAccess.writeDurably(list, to: path)
  }

  /// A list that somebody edited must not delete what lies elsewhere, or hidden files that no build writes.
  private func isInside(_ path: String) -> Bool {
    // On bytes: a combining letter behind a slash would hide it.
    path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy {
      !$0.isEmpty && ($0.first != UInt8(ascii: ".") || StaticFolders.takes(String(Substring($0))))
    }
  }
}
