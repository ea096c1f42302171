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

  /// The texts that are held back, and the next day on which a build would publish others.
  public internal(set) var held: [HeldText] = [], nextBuild: PublicationDate?
  /// Mistakes, warnings and advice in the fixed order.
  public internal(set) var diagnostics: [Diagnostic]
  /// What a build tells: advice is for who looks at one text.
  public var mistakesAndWarnings: [Diagnostic] { diagnostics.filter { $0.severity > .advice } }
  /// How many issues, pages and feeds there are.
  public internal(set) var issues = 0, pages = 0, feeds = 0
  /// Pages and files that were made, whether or not their bytes are other than before.
  public internal(set) var made: [Change] = []
  /// Files that were written, kept as they were, removed; and files that no build wrote.
  public internal(set) var written: [String] = [], kept = 0, removed: [String] = [], strangers: [String] = []
  /// The files that did not hold what earlier builds had written, and do so again.
  public internal(set) var repaired: [String] = []
  /// The written files that were not there before.
  public internal(set) var added: [String] = []
  /// What came of comparing the published site with a clean build.
  public enum Verification: Sendable, Equatable {
    /// So many files are what a clean build makes.
    case same(Int)
    /// Some are not; each is an error among the findings.
    case differs
  }

  /// How the published site compares with a clean build, where that was asked.
  public internal(set) var verification: Verification?
  /// How long each stage took, in order.
  public internal(set) var stages: [(name: String, took: Duration)] = []
  /// The pages that took longest, where that was asked.
  public internal(set) var slowestPages: [(path: String, took: Duration)] = []
  /// The templates with the number of their pages, the slowest first, where that was asked.
  public internal(set) var slowestTemplates: [(name: String, pages: Int, took: Duration)] = []
  /// Whether the site was published.
  public var isPublished: Bool { verification == .differs || !leftOut.isEmpty || !diagnostics.containErrors }
  /// Whether nothing was published before.
  public internal(set) var isFirst = false
  /// What the site could say of its numbers, where most issues say none.
  public internal(set) var offeredNumbers: NumberInName.Offer?
  /// The files that are wrong, without which everything else was published, where that was asked.
  public internal(set) var leftOut: [LeftOutFile] = []

  init(diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  /// The addresses of issues and standing pages that were there before this build and are gone.
  public internal(set) var vanished: [String] = []

  mutating func count(_ plan: SitePlan, _ changes: PublishedFolder.Changes) {
    issues = plan.issueCount
    feeds = plan.feedCount
    pages = plan.pages.count - feeds
    (written, added, kept, removed) = (changes.written, changes.added, changes.kept, changes.removed)
  }

  /// Says what the build before said of the files that nothing reached.
  mutating func add(_ changes: PublishedFolder.Changes, to last: BuildReport) {
    (issues, pages, feeds, strangers) = (last.issues, last.pages, last.feeds, last.strangers)
    (held, nextBuild) = (last.held, last.nextBuild)
    (written, added, removed) = (changes.written, changes.added, changes.removed)
    kept = last.kept + changes.added.count - changes.removed.count - changes.written.count
  }

  mutating func time(_ files: [MadeFile]) {
    let timed = files.compactMap { file in
      file.took.map { (path: file.file.path, template: $0.template, took: $0.time) }
    }
    slowestPages = timed.sorted { $0.took > $1.took }.prefix(10).map { ($0.path, $0.took) }
    slowestTemplates = Dictionary(grouping: timed, by: \.template).map { name, pages in
      (name, pages.count, pages.reduce(.zero) { $0 + $1.took })
    }.sorted { ($0.took, $1.name) > ($1.took, $0.name) }
  }
}
