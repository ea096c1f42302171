import Bulletins
import Diagnostics
import Templating
import Text

/// Gathers pages and files, and watches over their addresses.
struct PlanBuilder {
  let input: SiteInput
  let site: SiteValues
  /// The series, in the order of the archive.
  let series: [SeriesValues]
  private(set) var pages: [Page] = []
  private(set) var cards: [Page] = []
  var copies = PlannedCopies()
  private(set) var files: [OutputFile] = []
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var claims = AddressClaims()
  /// What a search finds, language by language; nothing where there is none.
  var search: [SearchedSeries] = []

  var settings: SiteSettings { input.settings }

  init(_ input: SiteInput) {
    self.input = input
    let site = SiteValues(input)
    self.site = site
    series = input.archive.series.compactMap { site.series[$0.language] }
    redirects = Redirect.all(of: series.map(\.published), input.standingPages, input.settings)
    claims.reserve(input.pageCount)
    pages.reserveCapacity(input.pageCount)
  }

  /// Puts the pages in order.
  mutating func sort() { pages.sort { $0.path < $1.path } }

  /// The former addresses of the site.
  let redirects: [Redirect]

  /// Who has an address.
  func owner(of path: String) -> AddressClaims.Owner? { claims.owner(of: path) }

  mutating func report(_ found: [Diagnostic]) { diagnostics += found }

  /// Adds a page; its address must be free.
  mutating func add(_ draft: PageDraft, as kind: AddressClaims.Kind = .own) {
    guard let address = claim(draft.place.path, draft.origin, draft.location, kind) else { return }
    pages.append(draft.page(at: address))
    if let print = draft.print { _ = claim(print.path.description, draft.origin, draft.location) }
  }

  /// Adds a drawing that is published as a picture of points.
  mutating func add(card draft: PageDraft) {
    guard let address = claim(draft.place.path, draft.origin, draft.location) else { return }
    cards.append(draft.page(at: address))
  }

  /// Tells a page of its versions in other languages.
  ///
  /// - Parameter index: Its place among the pages.
  mutating func relate(_ index: Int, to versions: [PageVersion]) { pages[index].versions = versions }

  /// Adds a file that no template makes; its address must be free.
  mutating func add(file path: String, _ bytes: Bytes) {
    guard let address = claim(path, "the program") else { return }
    files.append(OutputFile(path: address.file, bytes: bytes))
  }

  /// Whether the site has a file, relative to the folder of the published site.
  func hasFile(_ file: String) -> Bool { claims.has(file: file) }

  /// All files of the site, in no order.
  var filesOfSite: some Collection<String> { claims.files }

  /// Takes an address; of one that is taken, it is said who has it.
  mutating func claim(
    _ path: String, _ origin: String, _ location: Location? = nil, _ kind: AddressClaims.Kind = .own
  ) -> PagePath? {
    switch claims.claim(path, for: AddressClaims.Owner(origin: origin, location: location, kind: kind)) {
    case .granted(let address): return address
    case .repeated: return nil
    case .refused(let problem):
      diagnostics.append(problem)
      return nil
    }
  }
}
