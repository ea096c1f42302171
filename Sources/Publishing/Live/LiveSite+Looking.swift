import Coding
import System

extension LiveSite {
  /// Whether any file is not as it was when this was asked last; for machines that can't tell of changes.
  public func hasChanged() -> Bool {
    let folder = ContentFolder(site: options.site)
    let paths = folder.files + InputRecord.fixed + (edition?.attachments.sorted() ?? [])
    let stamps = concurrently(paths.count, jobs: options.jobs) { FileStamp(folder.path(paths[$0]))?.bytes ?? [] }
    var writer = BinaryWriter()
    writer.put(paths)
    writer.put(stamps) { $1.put($0) }
    let now = writer.fingerprint
    return looked.withLock { last in
      defer { last = now }
      return last != nil && last != now
    }
  }
}
