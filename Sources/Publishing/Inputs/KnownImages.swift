import Coding
import Site
import Synchronization
import System
import Text

/// What is known of the files of pictures: each version of a file is read once. Their digests, for which all of a file is
/// read, are kept from one build to the next. A class, because all threads that make pages ask it.
final class KnownImages: Sendable {
  private struct Entry {
    let stamp: Bytes
    var file: ImageFile??
    var digest: Fingerprint?
  }

  private let sources: SiteSources
  private let known = Mutex<[String: Entry]>([:])
  private let kept: Lazy<[String: (stamp: Bytes, digest: Fingerprint)]>

  init(of sources: SiteSources) {
    self.sources = sources
    kept = Lazy { KnownImages.read(KeptFolder.images(of: sources.site)) }
  }

  /// What pages ask.
  var files: ImageFiles {
    ImageFiles {
      self.file($0)
    } digest: {
      self.digest(of: $0)
    } contents: { [sources] in
      try? sources.read($0, largest: KnownImages.largestLogo)
    }
  }

  /// Nobody draws a larger one.
  private static let largestLogo = 4 << 20

  /// What the first bytes of a file say; `nil` where it can't be read, or is no picture.
  private func file(_ path: String) -> ImageFile? {
    ask(path, \.file) {
      guard let head = try? sources.open(path).head(ImageSize.head) else { return .some(nil) }
      return .some(ImageFile.read(head))
    }.flatMap { $0 }
  }

  /// The digest of a file as it is now; `nil` where it can't be read.
  func digest(of path: String) -> Fingerprint? {
    ask(path, \.digest) {
      if let kept = kept.value[path], !kept.stamp.isEmpty, kept.stamp == stamp(of: path)?.bytes {
        return kept.digest
      }
      return (try? sources.read(path)).map { Fingerprint(of: $0) }
    }
  }

  private func stamp(of path: String) -> FileStamp? { FileStamp("\(sources.site)/\(path)") }

  /// What is known, or what reading gives now.
  private func ask<Value>(
    _ path: String, _ part: WritableKeyPath<Entry, Value?>, _ read: () -> Value?
  ) -> Value? {
    guard let stamp = stamp(of: path)?.kept(at: FileStamp.now) else { return nil }
    let entry = known.withLock { $0[path] }
    if let entry, !stamp.isEmpty, entry.stamp == stamp, let value = entry[keyPath: part] { return value }
    guard let value = read() else { return nil }
    known.withLock { known in
      var entry = known[path] ?? Entry(stamp: stamp)
      if entry.stamp != stamp { entry = Entry(stamp: stamp) }
      entry[keyPath: part] = value
      known[path] = entry
    }
    return value
  }

  /// Keeps the digests of files that are still there for the next build, and gives them all.
  func keep() -> Set<Fingerprint> {
    var digests = kept.value.filter { stamp(of: $0.key) != nil }
    for (path, entry) in known.withLock({ $0 }) {
      if let digest = entry.digest { digests[path] = (entry.stamp, digest) }
    }
    var writer = BinaryWriter()
    writer.put(digests.sorted { $0.key < $1.key }.map { $0 }) { entry, writer in
      writer.put(entry.key)
      writer.put(entry.value.stamp)
      writer.put(entry.value.digest)
    }
    let (folder, now) = (KeptFolder.images(of: sources.site), writer.bytes)
    // Where it can't be written, the next build reads all pictures again.
    if folder.read(KeptFolder.imageList) != now { folder.write(now, as: KeptFolder.imageList) }
    return Set(digests.values.map(\.digest))
  }

  /// Nothing, where the list is damaged.
  private static func read(_ folder: KeptFolder) -> [String: (stamp: Bytes, digest: Fingerprint)] {
    guard let bytes = folder.read(KeptFolder.imageList) else { return [:] }
    var reader = BinaryReader(bytes)
    let entries = reader.list { (path: $0.text(), value: (stamp: $0.data(), digest: $0.fingerprint())) }
    return reader.isComplete ? Dictionary(entries.map { ($0.path, $0.value) }) { first, _ in first } : [:]
  }
}
