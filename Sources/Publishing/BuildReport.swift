import Bulletins
import Coding
import Diagnostics
import Site
import Text

/// What came of a build.
public struct BuildReport: Sendable {
  /// A file that was made, and why.
  public struct Change: Sendable, Equatable {
    /// The path in the published folder.
    public let path: String
    /// What was not as before.
    public let reason: String
  }

  /// A text that was not published.
  public struct HeldText: Sendable, Equatable {
    /// The path of its file, relative to the site.
    public let path: String
    /// Its title, where it can be read.
    public let title: String?
    /// Why.
    public let reason: Withholding
  }

  /// The texts that are held back, and the next day on which a build would publish others.
  public internal(set) var held: [HeldText] = [], nextBuild: PublicationDate?
  /// Mistakes and warnings in the fixed order.
  public internal(set) var diagnostics: [Diagnostic]
  /// How many issues, pages and feeds there are.
  public internal(set) var issues = 0, pages = 0, feeds = 0
  /// Pages and files that were made, whether or not their bytes are other than before.
  public internal(set) var made: [Change] = []
  /// Files that were written, kept as they were, removed; and files that no build wrote.
  public internal(set) var written: [String] = [], kept = 0, removed: [String] = [], strangers: [String] = []
  /// The written files that were not there before.
  public internal(set) var added: [String] = []
  /// How many files were found to be what a clean build makes, where that was asked.
  public internal(set) var verified: Int?
  /// How long each stage took, in order.
  public internal(set) var stages: [(name: String, took: Duration)] = []
  /// The pages that took longest, where that was asked.
  public internal(set) var slowestPages: [(path: String, took: Duration)] = []
  /// The templates with the number of their pages, the slowest first, where that was asked.
  public internal(set) var slowestTemplates: [(name: String, pages: Int, took: Duration)] = []
  /// Whether the site was published.
  public var isPublished: Bool { !diagnostics.containErrors }

  init(diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  /// The addresses of issues and standing pages that were there before this build and are gone.
  public internal(set) var vanished: [String] = []

  mutating func count(_ plan: SitePlan, _ changes: PublicFolder.Changes, _ files: [Rendering.Made]) {
    issues = plan.issueCount
    feeds = plan.feedCount
    pages = plan.pages.count - feeds
    made = files.filter(\.isMade).map { Change(path: $0.file.path, reason: $0.output.reason) }
    (written, added, kept, removed) = (changes.written, changes.added, changes.kept, changes.removed)
  }

  mutating func time(_ files: [Rendering.Made]) {
    let timed = files.compactMap { file in
      file.took.map { (path: file.file.path, template: $0.template, took: $0.time) }
    }
    slowestPages = timed.sorted { $0.took > $1.took }.prefix(10).map { ($0.path, $0.took) }
    slowestTemplates = Dictionary(grouping: timed, by: \.template).map { name, pages in
      (name, pages.count, pages.reduce(.zero) { $0 + $1.took })
    }.sorted { ($0.took, $1.name) > ($1.took, $0.name) }
  }

  /// What a build that finds nothing changed has to say again.
  var bytes: Bytes {
    var writer = BinaryWriter()
    for number in [issues, pages, feeds, kept + written.count] { writer.put(number) }
    writer.put(strangers)
    writer.put(held) { $0.write(to: &$1) }
    writer.put(nextBuild.map { String($0.daysSince1970) })
    writer.put(diagnostics) { $0.write(to: &$1) }
    return writer.bytes
  }

  /// The report of a build that changed nothing; `nil` for other bytes.
  init?(unchanged bytes: Bytes) {
    var reader = BinaryReader(bytes)
    let (issues, pages, feeds, kept) = (reader.int(), reader.int(), reader.int(), reader.int())
    let strangers = reader.texts()
    let held = reader.list { HeldText(from: &$0) }
    let nextBuild = reader.optionalText().flatMap { Int($0) }.flatMap { PublicationDate(daysSince1970: $0) }
    let diagnostics = reader.list { Diagnostic(from: &$0) }
    guard reader.isComplete, held.allSatisfy({ $0 != nil }) else { return nil }
    self.init(diagnostics: diagnostics)
    (self.issues, self.pages, self.feeds, self.kept, self.strangers) = (issues, pages, feeds, kept, strangers)
    (self.held, self.nextBuild) = (held.compactMap { $0 }, nextBuild)
  }
}

extension BuildReport.HeldText {
  fileprivate func write(to writer: inout BinaryWriter) {
    writer.put(path)
    writer.put(title)
    switch reason {
    case .draft: writer.put(0)
    case .scheduled(let day): for number in [1, day.daysSince1970] { writer.put(number) }
    case .expired(let day): for number in [2, day.daysSince1970] { writer.put(number) }
    }
  }

  fileprivate init?(from reader: inout BinaryReader) {
    (path, title) = (reader.text(), reader.optionalText())
    let kind = reader.int()
    if kind == 0 {
      reason = .draft
    } else if let day = PublicationDate(daysSince1970: reader.int()) {
      reason = kind == 1 ? .scheduled(day) : .expired(day)
    } else {
      return nil
    }
  }
}
