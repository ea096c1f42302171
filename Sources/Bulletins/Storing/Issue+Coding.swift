import Coding
import Diagnostics
import Text

extension Issue {
  /// Writes the issue.
  ///
  /// - Returns: The digest of everything but the digests of its texts, and but the places that only messages name: what
  ///   differs between two readings of a file when more than a text changed.
  @discardableResult
  func write(to writer: inout BinaryWriter) -> Fingerprint {
    let start = writer.count
    writer.put(path)
    writer.put(language)
    date.write(to: &writer)
    release.write(to: &writer)
    writer.put(formerAddresses) { $0.write(to: &$1) }
    metadata.write(to: &writer)
    writer.put(articles) { $0.write(to: &$1) }
    let digest = writer.fingerprint(from: start)
    for article in articles {
      writer.put(article.text.digest)
      for link in article.text.links {
        writer.put(link.range.lowerBound)
        writer.put(link.range.count)
      }
    }
    location.write(to: &writer)
    namePlaces.write(to: &writer)
    return digest
  }

  /// Reads what was written; `nil` where it is damaged.
  static func read(from reader: inout BinaryReader) -> Issue? {
    let (path, language) = (reader.text(), reader.text())
    let date = PublicationDate(from: &reader)
    let release = Release(from: &reader)
    let formerAddresses = reader.list { WrittenFormerAddress(from: &$0) }
    let metadata = Metadata(from: &reader)
    var articles = reader.list { Article(from: &$0) }
    for index in articles.indices { articles[index] = Article(articles[index], completedFrom: &reader) }
    let location = Location(from: &reader)
    let places = NamePlaces(from: &reader)
    guard !reader.isDamaged, let date, let lead = articles.first else { return nil }
    return Issue(
      path: path, language: language, date: date, release: release, formerAddresses: formerAddresses,
      metadata: metadata, lead: lead, others: Array(articles.dropFirst()), location: location,
      namePlaces: places)
  }
}
