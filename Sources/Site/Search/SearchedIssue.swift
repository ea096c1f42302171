import Bulletins
import Coding
import Search
import Text

/// An issue as a search finds it.
public struct SearchedIssue: Sendable {
  private let index: Int
  private let series: SeriesValues

  /// - Parameter index: Its place in the series.
  init(_ index: Int, of series: SeriesValues) {
    self.index = index
    self.series = series
  }

  private var placed: PlacedIssue { series.issues[index] }

  /// Its name among the pages that show texts.
  public var name: TextPage { .searched(series.addresses.language, index) }

  /// The path of the source.
  public var source: String { placed.issue.path }

  /// How lists of issues name it.
  public var line: IndexedIssues.Line {
    IndexedIssues.Line(address: placed.address, day: placed.issue.date.daysSince1970)
  }

  /// The folder of the index, with a slash at its end.
  public var folder: String { SearchedSeries.folder(series.addresses) }

  /// The name of its part of the index.
  public var part: String { SearchedIssue.part(placed.address) }

  /// The path of its file, below the folder of the published site.
  public var file: String { "\(folder)\(part).js" }

  /// Its file by itself, which is the same as among others.
  ///
  /// - Parameter document: What the index has of it.
  public func file(of document: SearchDocument) -> OutputFile {
    var builder = IndexBlockBuilder(first: 0)
    return OutputFile(path: file, bytes: IndexFile.bytes(folder + part, builder.add(document)))
  }

  /// The name of the part of an issue with an address.
  public static func part(_ address: String) -> String { "issues/" + address }

  /// The digest of everything that the index has of it.
  public var fingerprint: Fingerprint {
    let document = described
    var writer = BinaryWriter()
    writer.put(line.address)
    for texts in [document.titles, [document.number, document.date.machine, document.date.printed]] {
      writer.put(texts)
    }
    for names in [document.people, document.topics] {
      writer.put(names.count)
      for name in names {
        writer.put(name.slug)
        writer.put(name.spellings)
      }
    }
    writer.put(document.abstracts) { $1.put($0) }
    for article in shownArticles {
      writer.put(article.subtitleHTML)
      writer.put(article.text.digest)
      writer.put(article.id ?? "")
    }
    return writer.fingerprint
  }

  /// The issue with its text.
  ///
  /// - Parameter texts: Gives the texts of articles.
  public func document(from texts: (TextReference) -> Bytes) -> SearchDocument {
    var document = described
    for (place, article) in placed.issue.articles.enumerated() where isShown {
      let html = texts(TextReference(path: source, article: place, digest: article.text.digest))
      let passages =
        Passages.of(article.subtitleHTML, under: article.id ?? "") + Passages.of(html, under: article.id ?? "")
      document.passages += passages
    }
    return document
  }

  /// Whether readers see more of it than its title.
  private var isShown: Bool { !placed.issue.isWithdrawn }

  private var shownArticles: [Article] { isShown ? placed.issue.articles : [] }

  /// The issue without its text.
  private var described: SearchDocument {
    let file = placed.issue
    var people: [Int] = []
    for credit in placed.authors + placed.otherAuthors.joined() where !people.contains(credit.person) {
      people.append(credit.person)
    }
    var topics: [Int] = []
    for topic in placed.topics where !topics.contains(topic.topic) { topics.append(topic.topic) }
    return SearchDocument(
      titles: (isShown ? file.articles : [file.lead]).map(\.title.plain), number: file.number?.description ?? "",
      date: (file.date.machineText, file.dateText(in: series.language).plain),
      people: people.map { SearchDocument.Name(series.people[$0]) },
      topics: topics.map { SearchDocument.Name(series.topics[$0], in: series.addresses.language) },
      abstracts: shownArticles.compactMap { $0.abstract.map { Bytes($0.plain.utf8) } })
  }
}
