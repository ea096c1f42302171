import Bulletins
import Coding
import Diagnostics
import System
import Text

/// What is known of the file of an issue.
struct ReadIssue: Sendable {
  /// The stamp that the file had when it was read; nothing where it can't count.
  let stamp: Bytes
  /// The digest of its bytes; `nil` where it can't be read.
  let digest: Fingerprint?
  /// The digest of everything that was read but texts.
  let metadata: Fingerprint
  let reading: Reading
  /// The issue as it last was right.
  var good: Issue?

  /// The same after the file was found to be as it was, at another time.
  func stamped(_ stamp: Bytes) -> ReadIssue {
    ReadIssue(stamp: stamp, digest: digest, metadata: metadata, reading: reading, good: good)
  }
}

/// Reads the files of issues, and takes what was read before where a file did not change.
struct IssueFileReader: Sendable {
  let folder: ContentFolder
  let options: ReadingOptions

  /// What was read before from a file: as the store has it, or as it is held.
  enum Before: Sendable {
    case nothing
    case stored(Store.Source)
    case held(ReadIssue)
  }

  /// A file that was read.
  struct Result: Sendable {
    var issue: ReadIssue
    /// The texts, where the file was parsed now.
    var texts: [Bytes] = []
    /// What the store is to keep; `nil` where it has it already, or the file can't be read.
    var news: Store.Source?
  }

  /// Reads the file of an issue.
  func read(_ path: String, before: Before) -> Result {
    let whole = folder.path(path)
    let source = before.source
    if let source, let stamp = FileStamp(whole), source.stamp == stamp.bytes, let known = before.issue, isCurrent(known)
    {
      return Result(issue: known)
    }
    do throws(EnvironmentError) {
      let file = try folder.sources.open(path)
      // A huge file is refused unread.
      let bytes =
        file.size > Issue.largestSource
        ? Bytes(repeating: 0x20, count: Issue.largestSource + 1) : try file.contents()
      let digest = Fingerprint(of: bytes)
      let stamp = file.stamp.kept(at: FileStamp.now)
      if let source, source.digest == digest, let known = before.issue, isCurrent(known) {
        return Result(issue: known.stamped(stamp), news: before.stored?.stamped(stamp))
      }
      return parse(SourceFile(path: path, bytes: bytes), digest, stamp)
    } catch {
      let problem = Diagnostic(.notAFile, "the file can't be read: \(error.reason)", in: path)
      let reading = Reading(diagnostics: [problem])
      return Result(issue: ReadIssue(stamp: [], digest: nil, metadata: Fingerprint(of: []), reading: reading))
    }
  }

  /// Whether what the text took in is as it was.
  private func isCurrent(_ issue: ReadIssue) -> Bool { issue.reading.uses.areCurrent(in: options.partials) }

  private func parse(_ source: SourceFile, _ digest: Fingerprint, _ stamp: Bytes) -> Result {
    var reading = Issue.read(source, options: options)
    let texts = reading.takeTexts()
    var writer = BinaryWriter()
    let metadata = reading.write(to: &writer)
    return Result(
      issue: ReadIssue(stamp: stamp, digest: digest, metadata: metadata, reading: reading, good: reading.issue),
      texts: texts,
      news: Store.Source(stamp: stamp, digest: digest, metadata: metadata, reading: writer.bytes))
  }

  /// What decides how a file is read, beside its bytes; as the store names it.
  static func key(of options: ReadingOptions) -> String { options.key }
}

extension IssueFileReader.Before {
  fileprivate var stored: Store.Source? {
    if case .stored(let source) = self { source } else { nil }
  }

  /// The stamp and the digest that the file had.
  fileprivate var source: (stamp: Bytes, digest: Fingerprint?)? {
    switch self {
    case .nothing: nil
    case .stored(let source): (source.stamp, source.digest)
    case .held(let issue): (issue.stamp, issue.digest)
    }
  }

  /// What was read from it; `nil` where the store's bytes are damaged.
  fileprivate var issue: ReadIssue? {
    switch self {
    case .nothing: nil
    case .stored(let source): ReadIssue(source)
    case .held(let issue): issue
    }
  }
}

extension ReadIssue {
  /// What the store is to keep of it; `nil` where the file could not be read.
  var stored: Store.Source? {
    guard let digest else { return nil }
    var writer = BinaryWriter()
    _ = reading.write(to: &writer)
    return Store.Source(stamp: stamp, digest: digest, metadata: metadata, reading: writer.bytes)
  }

  /// What the store has of a file; `nil` where its bytes are damaged.
  init?(_ source: Store.Source) {
    guard let reading = Reading.read(from: source.reading) else { return nil }
    self.init(
      stamp: source.stamp, digest: source.digest, metadata: source.metadata, reading: reading, good: reading.issue)
  }
}
