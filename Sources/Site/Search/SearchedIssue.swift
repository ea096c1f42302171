import Bulletins
import Coding
import Search
import Text

/// An issue as a search finds it.
struct SearchedIssue: SearchSubject {
  private let index: Int
  private let series: SeriesValues
  private let names: SearchedNames

  /// - Parameters:
  ///   - index: Its place in the series.
  ///   - names: The people and topics of the series.
  init(_ index: Int, of series: SeriesValues, _ names: SearchedNames) {
    self.index = index
    self.series = series
    self.names = names
  }

  private var placed: PlacedIssue { series.issues[index] }

  var name: TextPage? { .searched(series.addresses.language, index) }

  var source: String { placed.issue.path }

  var line: IndexedIssues.Line {
    IndexedIssues.Line(address: placed.address, day: placed.issue.date.daysSince1970)
  }

  var fingerprint: Fingerprint {
    // Of what the document is made of, and not of the document: in most builds nobody asks for that.
    let file = placed.issue
    var writer = BinaryWriter()
    writer.put(line.address)
    writer.put(titled.map(\.title))
    for text in [file.number?.description ?? "", file.date.machineText, file.dateText(in: series.language)] {
      writer.put(text)
    }
    for digests in [people.map { names.people[$0].digest }, topics.map { names.topics[$0].digest }] {
      writer.put(digests) { $1.put($0) }
    }
    for article in shownArticles {
      writer.put(article.abstractText) { $1.put($0) }
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

  /// The articles of which readers see the title.
  private var titled: [Article] { isShown ? placed.issue.articles : [placed.issue.lead] }

  /// Who wrote it, each once.
  private var people: [Int] {
    var people: [Int] = []
    for credit in placed.authors + placed.otherAuthors.joined() where !people.contains(credit.person) {
      people.append(credit.person)
    }
    return people
  }

  /// What it is about, each once.
  private var topics: [Int] {
    var topics: [Int] = []
    for topic in placed.topics where !topics.contains(topic.topic) { topics.append(topic.topic) }
    return topics
  }

  /// The issue without its text.
  private var described: SearchDocument {
    let file = placed.issue
    return SearchDocument(
      titles: titled.map(\.title.plain), number: file.number?.description ?? "",
      date: (file.date.machineText, file.dateText(in: series.language).plain),
      people: people.map { names.people[$0].name }, topics: topics.map { names.topics[$0].name },
      abstracts: shownArticles.compactMap { $0.abstract.map { Bytes($0.plain.utf8) } })
  }
}
