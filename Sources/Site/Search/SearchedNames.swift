import Bulletins
import Coding
import Search
import Text

/// The people and topics of a series as a search finds them. A class, because every issue asks it for those that it names.
final class SearchedNames: Sendable {
  /// A name with the digest of all that a search has of it.
  typealias Known = (name: SearchDocument.Name, digest: Fingerprint)

  // In the order of the series.
  let people, topics: LazyList<Known>

  init(of series: SeriesValues) {
    let language = series.addresses.language
    people = series.people.mapped { SearchedNames.known(SearchDocument.Name($0)) }
    topics = series.topics.mapped { SearchedNames.known(SearchDocument.Name($0, in: language)) }
  }

  private static func known(_ name: SearchDocument.Name) -> Known {
    var writer = BinaryWriter()
    writer.put(name.slug)
    writer.put(name.spellings)
    return (name, writer.fingerprint)
  }
}

extension SearchDocument.Name {
  /// A person by all spellings.
  fileprivate init(_ person: Person) {
    self.init(
      slug: person.slug.description, spellings: SearchDocument.Name.each([person.name] + (person.authority?.also ?? []))
    )
  }

  /// A topic by the words of all languages, the page's first.
  fileprivate init(_ topic: Topic, in language: String) {
    var words = [topic.name]
    if let entry = topic.authority { words += [entry.name] + entry.names.values.sorted() + entry.also }
    self.init(slug: topic.slug.description, spellings: SearchDocument.Name.each(words))
  }

  private static func each(_ spellings: [String]) -> [String] {
    var known: Set<String> = []
    return spellings.map(\.plain).filter { known.insert($0).inserted }
  }
}
