import Bulletins
import Diagnostics
import Languages
import Site
import Synchronization
import System
import Templating
import Text

/// Reads the files that texts take in when one of them asks, and remembers the stamps that they had. A class, because all
/// threads that read texts share it.
final class PartialFiles: Sendable {
  private let folder: ContentFolder
  private let known = Mutex<[String: Bytes]>([:])

  init(_ folder: ContentFolder) { self.folder = folder }

  /// The stamps of the files that were read.
  var stamps: [String: Bytes] { known.withLock { $0 } }

  /// The files as readers of texts ask for them, and what is wrong with the templates of shortcodes.
  func partials(_ settings: SiteSettings, _ languages: KnownLanguages) -> (Partials, [Diagnostic]) {
    let sources = folder.shortcodes.compactMap { path in
      bytes(path).map { SourceFile(path: path, bytes: $0) }
    }
    let limits = Limits(deadline: Deadline { ThreadClock.seconds })
    let (shortcodes, mistakes) =
      sources.isEmpty
      ? (nil, [])
      : ShortcodeTemplates.compiled(sources, settings: settings, languages: languages, limits: limits)
    let paths = Set(folder.partials + folder.issues + folder.pages)
    return (Partials(paths: paths, shortcodes: shortcodes) { [self] in bytes($0) }, mistakes)
  }

  private func bytes(_ path: String) -> Bytes? {
    guard let file = try? folder.sources.open(path), file.size <= PartialFiles.largest else { return nil }
    known.withLock { $0[path] = file.stamp.kept(at: FileStamp.now) }
    return try? file.contents()
  }

  private static let largest = 1 << 20
}
