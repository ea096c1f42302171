import Bulletins
import Coding
import Diagnostics
import Site
import Synchronization
import System
import Text

/// Where texts wait between reading and rendering. Three keepers have them: memory, a spool, and, for those that nobody
/// kept, the files that they come from, which are read again. A class, because reading fills it while all threads work.
final class TextStore: Sendable {
  private let files: SiteSources
  private let reading: ReadingOptions
  private let spool: Spool?
  private let kept = Mutex<[String: [Spool.Slot]]>([:])

  /// - Parameter spool: Where texts go that memory has no room for; without one, memory holds all of them.
  init(of files: SiteSources, reading: ReadingOptions, spool: Spool? = nil) {
    self.files = files
    self.reading = reading
    self.spool = spool
  }

  /// Where the words of texts can wait, too: where texts do, or in a place of their own; `nil` where there is none.
  var spoolOfWords: Spool? { spool ?? Spool(in: files.site + "/.bulletin") }

  /// Puts bytes away that are wanted again; `nil` where memory would have to hold them.
  func lay(aside bytes: Bytes) -> Spool.Aside? { Spool.lay(aside: bytes, spool) }

  /// Puts the texts of a file away, on the thread that read it; what comes of it is kept by `keep`.
  func put(_ texts: [Bytes]) -> [Spool.Slot] { texts.map { Spool.put($0, spool) } }

  /// Remembers where the texts of files lie.
  func keep(_ texts: some Sequence<(path: String, slots: [Spool.Slot])>) {
    kept.withLock { kept in
      for (path, slots) in texts { kept[path] = slots }
    }
  }

  /// A text.
  func html(of text: TextReference) throws(EnvironmentError) -> Bytes {
    let slots = kept.withLock { $0[text.path] }
    if let slots, slots.indices.contains(text.article), let html = Spool.bytes(in: slots[text.article], spool) {
      return html
    }
    return try madeAgain(text)
  }

  private func madeAgain(_ text: TextReference) throws(EnvironmentError) -> Bytes {
    let source = SourceFile(path: text.path, bytes: try files.read(text.path))
    let again = Issue.read(source, options: reading)
    guard let issue = again.issue, again.texts.indices.contains(text.article),
      issue.articles[text.article].text.digest == text.digest
    else { throw EnvironmentError("the site can't be built", text.path, because: "the file changed while it was read") }
    return again.texts[text.article]
  }
}
