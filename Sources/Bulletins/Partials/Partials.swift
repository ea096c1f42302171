import Coding
import Diagnostics
import Synchronization
import Text

/// The files that texts take in: those that others include, and the templates of a site's own shortcodes.
///
/// A class, because all texts share what was read of them, which is little. Which files there are is no part of how texts
/// are read: each text remembers what it took in (`UsedFile`).
public final class Partials: Sendable {
  /// None at all.
  public static let none = Partials(paths: [], load: { _ in nil })

  /// What the site's own shortcodes are made with.
  let shortcodes: ShortcodeTemplates?
  private let paths: Set<String>
  private let load: @Sendable (String) -> Bytes?
  private let folders = Mutex<[String: Fingerprint?]>([:])
  private let loaded = Mutex<[String: (source: SourceFile, digest: Fingerprint)]>([:])

  /// - Parameters:
  ///   - paths: Their paths, relative to the site: no other file is ever asked for.
  ///   - shortcodes: The templates of the site's own shortcodes.
  ///   - load: Reads one of them; `nil` where it can't be read.
  public init(
    paths: Set<String>, shortcodes: ShortcodeTemplates? = nil, load: @escaping @Sendable (String) -> Bytes?
  ) {
    self.paths = paths
    self.shortcodes = shortcodes
    self.load = load
  }

  /// Whether there is a file at a path.
  func has(_ path: String) -> Bool { paths.contains(path) }

  /// A file; `nil` where there is none, or it can't be read.
  public func source(at path: String) -> SourceFile? { entry(path)?.source }

  /// The files below a folder, whose name ends in a slash, in order.
  func paths(below folder: String) -> [String] { paths.filter { $0.utf8.starts(with: folder.utf8) }.sorted() }

  /// The digest of a file, or of all below a folder, whose name ends in a slash; `nil` where there is none.
  public func digest(of path: String) -> Fingerprint? {
    path.utf8.last == UInt8(ascii: "/") ? digest(ofFolder: path) : shortcodes?.digests[path] ?? entry(path)?.digest
  }

  private func digest(ofFolder folder: String) -> Fingerprint? {
    if let known = folders.withLock({ $0[folder] }) { return known }
    let paths = paths(below: folder)
    let digest =
      paths.isEmpty
      ? nil
      : Fingerprint(of: paths.reduce(into: Bytes()) { $0 += Bytes($1.utf8) + [0] + (entry($1)?.digest.bytes ?? []) })
    folders.withLock { $0[folder] = .some(digest) }
    return digest
  }

  private func entry(_ path: String) -> (source: SourceFile, digest: Fingerprint)? {
    guard paths.contains(path) else { return nil }
    if let known = loaded.withLock({ $0[path] }) { return known }
    guard let bytes = load(path), bytes.count <= Partials.largest else { return nil }
    let entry = (source: SourceFile(path: path, bytes: bytes), digest: Fingerprint(of: bytes))
    return loaded.withLock { loaded in
      loaded[path] = entry
      return entry
    }
  }

  private static let largest = 1 << 20
}

extension Partials: Hashable {
  /// Always: texts remember themselves what they took in.
  public static func == (a: Partials, b: Partials) -> Bool { true }

  /// Adds nothing.
  public func hash(into hasher: inout Hasher) {}
}
