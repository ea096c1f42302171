import Bulletins
import Coding
import Diagnostics
import Site
import System
import Text
import YAML

/// Reads issues, and takes what was read before from the store where a file did not change.
struct ReadingCache: Sendable {
  let known: [String: Store.Source]
  let options: ReadingOptions
  /// Where texts go until pages need them; without one, issues hold their own.
  let spool: TextSpool?

  /// An issue with what the store is to keep of its file.
  struct Result: Sendable {
    let reading: Reading
    /// What to keep; `nil` where the file can't be read.
    let source: Store.Source?
    /// Whether the store has it already.
    let isKept: Bool
    /// Where the text of the body lies.
    var text: TextSpool.Place?
  }

  /// Reads an issue, from the file or from the store.
  func read(_ path: String, at whole: String) -> Result {
    let source = known[path]
    if let source, let stamp = FileStamp(whole), source.stamp == stamp.bytes,
      let reading = Reading.read(from: source.reading)
    {
      return Result(reading: reading, source: source, isKept: true)
    }
    do throws(EnvironmentError) {
      let file = try FileAccess.open(whole)
      // A huge file is refused unread.
      let bytes =
        file.size > Issue.largestSource
        ? Bytes(repeating: 0x20, count: Issue.largestSource + 1) : try file.contents()
      let hash = Fingerprint(of: bytes)
      let keptStamp = file.stamp.kept(at: FileStamp.now)
      if let source, source.hash == hash, let reading = Reading.read(from: source.reading) {
        let same = Store.Source(stamp: keptStamp, hash: hash, metadata: source.metadata, reading: source.reading)
        return Result(reading: reading, source: same, isKept: false)
      }
      var reading = Issue.read(SourceFile(path: path, bytes: bytes), options: options)
      let text = reading.takeTexts().first.map { spool?.put($0) ?? .memory($0) }
      var writer = BinaryWriter()
      let metadata = reading.write(to: &writer)
      return Result(
        reading: reading,
        source: Store.Source(
          stamp: keptStamp, hash: hash,
          metadata: metadata, reading: writer.bytes),
        isKept: false, text: text)
    } catch {
      return missing(path, error.reason)
    }
  }

  private func missing(_ path: String, _ reason: String) -> Result {
    let problem = Diagnostic(.notAFile, "the file can't be read: \(reason)", in: path)
    return Result(reading: Reading(diagnostics: [problem]), source: nil, isKept: false)
  }

  /// What decides how a file is read, beside its bytes.
  static func key(of options: ReadingOptions) -> String {
    "\(options.language) \(options.markdown.smartPunctuation) \(options.markdown.rawHTML)"
  }
}
