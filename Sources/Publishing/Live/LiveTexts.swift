import Bulletins
import Diagnostics
import Markdown
import Site
import Synchronization
import System
import Text

/// The texts of issues and pages that a preview shows, read from their files when somebody looks, and kept as they last
/// were right. A class, because all requests share it.
final class LiveTexts: Sendable {
  private struct Key: Hashable {
    let path: String
    let hasPositions: Bool
  }

  private struct Entry {
    let stamp: Bytes
    let options: ReadingOptions
    let texts: [Bytes]
    /// What they took in.
    let uses: [UsedFile]
  }

  private let site: String
  private let known = Mutex<[Key: Entry]>([:])
  /// The files of which a text was shown, as they were then.
  private let sources = Mutex<[String: Bytes]>([:])

  /// How many texts are kept.
  private static let most = 2_000

  init(site: String) { self.site = site }

  /// The text of a body as its file has it now; while the file is wrong, as it was before.
  ///
  /// - Parameters:
  ///   - article: Its place among the articles of the file.
  ///   - hasPositions: Whether blocks carry the lines of the file that they come from.
  func html(at path: String, article: Int = 0, _ options: ReadingOptions, hasPositions: Bool) -> Bytes {
    let texts = texts(at: path, options, hasPositions: hasPositions)
    return texts.indices.contains(article) ? texts[article] : []
  }

  /// The texts of all articles of a file.
  func texts(at path: String, _ options: ReadingOptions, hasPositions: Bool) -> [Bytes] {
    let key = Key(path: path, hasPositions: hasPositions)
    let stamp = FileStamp("\(site)/\(path)")?.bytes ?? [0]
    let entry = known.withLock { $0[key] }
    var options = options
    options.markdown.sourcePositions = hasPositions
    if let entry, entry.stamp == stamp, entry.options == options, entry.uses.areCurrent(in: options.partials) {
      return entry.texts
    }
    guard let bytes = try? SiteSources(of: site).read(path) else { return entry?.texts ?? [] }
    let source = SourceFile(path: path, bytes: bytes)
    let (texts, uses) =
      path.hasPrefix("Content/pages/") ? LiveTexts.page(source, options) : LiveTexts.issue(source, options)
    guard !texts.isEmpty else { return entry?.texts ?? [] }
    known.withLock { known in
      if known.count >= LiveTexts.most { known = [:] }
      known[key] = Entry(stamp: stamp, options: options, texts: texts, uses: uses)
    }
    sources.withLock { sources in
      if sources.count >= LiveTexts.most { sources = [:] }
      sources[path] = bytes
    }
    return texts
  }

  private static func page(_ source: SourceFile, _ options: ReadingOptions) -> ([Bytes], [UsedFile]) {
    let (page, html, _) = StandingPage.read(source, address: "x", options: options)
    return page.map { ([html], $0.uses) } ?? ([], [])
  }

  private static func issue(_ source: SourceFile, _ options: ReadingOptions) -> ([Bytes], [UsedFile]) {
    let reading = Issue.read(source, options: options)
    return (reading.texts, reading.uses)
  }

  /// Lets texts be read again, whatever the stamps of their files say: two saves may follow each other within one tick of
  /// the file system's clock.
  func expire(_ paths: some Sequence<String>) {
    known.withLock { known in
      for path in paths {
        for hasPositions in [false, true] {
          let key = Key(path: path, hasPositions: hasPositions)
          if let entry = known[key] {
            known[key] = Entry(stamp: [], options: entry.options, texts: entry.texts, uses: entry.uses)
          }
        }
      }
    }
  }

  /// The first line in which a file differs from what was last shown of it; `nil` where none does, or nobody looked.
  func changedLine(of path: String) -> Int? {
    guard let old = sources.withLock({ $0[path] }), let new = try? SiteSources(of: site).read(path) else {
      return nil
    }
    let same = zip(old, new).prefix { $0 == $1 }.count
    if same == old.count, same == new.count { return nil }
    return new[..<min(same, new.count)].count { $0 == 0x0A } + 1
  }
}
