import Bulletins
import Coding
import Search
import Text

/// A standing page as a search finds it: by its title and its text.
struct SearchedPage: SearchSubject {
  let page: StandingPage

  /// It shows no text of an issue.
  var name: TextPage? { nil }

  var source: String { page.path }

  /// No day: it is behind all issues of the same worth.
  var line: IndexedIssues.Line { IndexedIssues.Line(address: page.address, day: 0) }

  var fingerprint: Fingerprint {
    var writer = BinaryWriter()
    writer.put(page.address)
    writer.put(page.title)
    writer.put(page.text.digest)
    return writer.fingerprint
  }

  func document(from texts: (TextReference) -> Bytes) -> SearchDocument {
    let html = texts(TextReference(path: page.path, article: 0, digest: page.text.digest))
    return SearchDocument(titles: [page.title], passages: Passages.of(html, under: ""))
  }
}
