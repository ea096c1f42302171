import Bulletins
import Coding
import Search
import Text

/// An issue as a search finds it.
struct SearchedIssue: SearchSubject {
  private let index: Int
  private let series: SeriesValues

  /// - Parameter index: Its place in the series.
  init(_ index: Int, of series: SeriesValues) {
    self.index = index
    self.series = series
  }

  private var placed: PlacedIssue { series.issues[index] }

  var name: TextPage? { .searched(series.addresses.language, index) }

  var source: String { placed.issue.path }

  var line: IndexedIssues.Line {
    IndexedIssues.Line(address: placed.address, day: placed.issue.date.daysSince1970)
  }

  var fingerprint: Fingerprint {
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

  func document(from texts: (TextReference) -> Bytes) -> SearchDocument {
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
