import Coding
import Text

/// The digest of everything that pages can read but texts, in a fixed order: with the same one, only texts can differ.
struct EditionDigest {
  private var parts: [(path: String, digest: Fingerprint)] = []

  /// Adds what was read of a file.
  mutating func add(_ path: String, _ digest: Fingerprint) { parts.append((path, digest)) }

  /// The digest, with what all pages share.
  func finished(
    _ shared: SharedSources, _ releases: Releases, _ check: AttachmentCheck, _ options: BuildOptions
  ) -> Bytes {
    var writer = BinaryWriter()
    for (path, part) in parts + shared.files.digests {
      writer.put(path)
      writer.put(part)
    }
    writer.put(shared.settings?.paper?.rawValue)
    writer.put("exceptions \(options.exceptions.rawValue) \(IssueFileReader.key(of: shared.reading))")
    writer.put(releases.held.map(\.path))
    for text in releases.held { writer.put(text.place?.parts ?? []) }
    check.files.write(to: &writer)
    for (path, stamp) in check.pictures.sorted(by: { $0.key < $1.key }) {
      writer.put(path)
      writer.put(stamp)
    }
    return writer.fingerprint.bytes
  }
}
