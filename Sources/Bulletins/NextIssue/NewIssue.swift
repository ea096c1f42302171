import Diagnostics
import Languages
import Text

/// The file of an issue that somebody is about to write: numbered, dated, and with the masthead of the one before.
public struct NewIssue: Sendable {
  /// What its author says of it.
  public struct Wishes: Sendable {
    /// The title, if it has one already.
    public var title: String?
    /// The authors as a byline names them.
    public var authors: String?
    /// The subjects that it will be about.
    public var topics: [String] = []
    /// Whether it has two numbers.
    public var isDouble = false

    /// Nothing in particular.
    public init() {}
  }

  /// What holds for the site in which it will stand.
  public struct House: Sendable {
    /// How its files are read.
    public let reading: ReadingOptions
    /// What the series is called, and who publishes it, where no issue says it yet.
    public let series: String?, publisher: String?
    /// Whether run-in headings name topics.
    public let readsRunIns: Bool

    /// - Parameters:
    ///   - reading: How files are read.
    ///   - series: The name of the series in the issue's language.
    ///   - publisher: Who publishes it.
    ///   - readsRunIns: Whether run-in headings name topics.
    public init(reading: ReadingOptions, series: String?, publisher: String?, readsRunIns: Bool) {
      self.reading = reading
      self.series = series
      self.publisher = publisher
      self.readsRunIns = readsRunIns
    }
  }

  /// The number and, in brackets, the cumulative one; `nil` in a series without numbers.
  public let label: String?
  /// The date.
  public let date: PublicationDate
  /// The path of the file, relative to the site.
  public let path: String
  /// What the file holds.
  public private(set) var text = Bytes()

  let language: Language
  let numbers: NextNumbers
  let wishes: Wishes
  let house: House
  /// The file of the last issue as it reads now, and what it says.
  let last: (source: SourceFile, issue: Issue)?

  /// What stands where nobody has written anything yet.
  static let placeholder = "TODO"

  /// The issue that follows others.
  ///
  /// - Parameters:
  ///   - issues: The issues of its language in order of publication; they may be none.
  ///   - day: The day on which it comes out.
  ///   - tag: Its language.
  ///   - source: Gives a file by its path.
  public init(
    after issues: [Issue], on day: PublicationDate, in tag: String, _ wishes: Wishes, _ house: House,
    source: (_ path: String) -> SourceFile?
  ) {
    self.wishes = wishes
    self.house = house
    language = house.reading.languages.tagged(tag)
    last = issues.last.flatMap { issue in
      source(issue.path).flatMap { file in Issue.read(file, options: house.reading).issue.map { (file, $0) } }
    }
    date = issues.last.map { day.widened(like: $0.date) } ?? day
    let numbers = NextNumbers(after: issues, on: date, isDouble: wishes.isDouble)
    self.numbers = numbers
    label = numbers.number.map { number in "\(number)" + (numbers.cumulative.map { " (\($0))" } ?? "") }
    path =
      NewIssuePath(
        after: issues.last, numbers, on: date, titled: wishes.title, in: tag, of: house.reading.languages.main.tag
      ).path
    // The first form that reads back as what was meant.
    let forms = [last == nil ? firstMasthead : mastheadOfLast.map { $0 + below }, frontMatter].compactMap { $0 }
    text = forms.first(where: readsBack) ?? forms.last ?? []
    if let ending = last?.source.lineEnd, ending.count > 1 {
      text = Bytes(text.flatMap { $0 == 0x0A ? ending : [$0] })
    }
  }

  /// What stands under the masthead: title, byline, and the places where the rest will stand.
  private var below: Bytes {
    var parts = ["## " + (wishes.title ?? NewIssue.placeholder)]
    if let authors = wishes.authors { parts.append(authors) }
    if last?.issue.lead.abstract != nil || last == nil { parts.append("*\(NewIssue.placeholder)*") }
    return Bytes((parts + paragraphs).joined(separator: "\n\n").utf8) + [0x0A]
  }

  /// The text: a paragraph for each topic, or one.
  var paragraphs: [String] {
    guard house.readsRunIns, !wishes.topics.isEmpty else { return [NewIssue.placeholder] }
    return wishes.topics.map { "**\($0).** \(NewIssue.placeholder)" }
  }

  /// The masthead of a series that begins.
  private var firstMasthead: Bytes? {
    guard case .text(let sign)? = language.words["number_sign"], let number = numbers.number else { return nil }
    let line = [
      sign.replacing("{}", with: "\(number)") + (numbers.cumulative.map { " (\($0))" } ?? ""), language.written(date),
      house.publisher.map { "© " + $0 },
    ]
    let head =
      "# \(house.series ?? NewIssue.placeholder)\n\n\(line.compactMap { $0 }.joined(separator: " • "))\n\n---\n\n"
    return Bytes(head.utf8) + below
  }

  /// Whether a text is read as what it was made of.
  private func readsBack(_ text: Bytes) -> Bool {
    let reading = Issue.read(SourceFile(path: path, bytes: text), options: house.reading)
    guard let issue = reading.issue, reading.diagnostics.allSatisfy({ NewIssue.expected.contains($0.kind) }) else {
      return false
    }
    let before = last?.issue
    return issue.number?.address == numbers.number?.address && issue.cumulative?.address == numbers.cumulative?.address
      && issue.volume == numbers.volume && issue.date == date && issue.title == wishes.title ?? NewIssue.placeholder
      && (issue.language == language.tag || LanguageTag(issue.language)?.description.hasPrefix(language.tag) == true)
      && issue.editors == before?.editors ?? [] && (before == nil || issue.series == before?.series)
      && (before == nil || issue.publisher == before?.publisher)
      && (wishes.authors == nil || !issue.lead.authors.isEmpty)
  }

  /// What is said of a text that nobody has written yet.
  private static let expected: Set<DiagnosticKind> = [.missingAuthors, .missingText, .placeholder]
}
