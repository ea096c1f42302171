import Bulletins
import Site
import System

/// The issues whose pages earlier builds published, as the store remembers them.
struct PublishedIssues {
  /// The files of the pages of each issue in the published folder, by the path of its source.
  let files: [String: [String]]
  private let store: Store

  /// - Parameter output: The published folder.
  init(in store: Store, _ output: String) {
    self.store = store
    var files: [String: [String]] = [:]
    // A store that can't be read is as good as none.
    for (file, known) in (try? store.outputs()) ?? [:] {
      guard case .issue? = TextPage(name: known.subject),
        FileStamp(output + "/" + file)?.ofContents.bytes == known.stamp
      else { continue }
      for path in known.texts { files[path, default: []].append(file) }
    }
    self.files = files
  }

  /// The issue of a file as it last was published, without its texts; `nil` where it never was, or its page is gone.
  func issue(at path: String) -> Issue? {
    guard files[path] != nil else { return nil }
    let source = (try? store.publishedSource(at: path)).flatMap { $0 } ?? (try? store.source(at: path)).flatMap { $0 }
    return source.flatMap { ReadIssue($0) }?.reading.issue?.withoutTexts
  }
}
