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
  private(set) var copies: [CopiedFile] = []
  private(set) var files: [OutputFile] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var owners: [String: (origin: String, location: Location?)] = [:]

  var settings: SiteSettings { input.settings }

  init(_ input: SiteInput) {
    self.input = input
    let site = SiteValues(input)
    self.site = site
    series = input.archive.series.compactMap { site.series[$0.language] }
    owners.reserveCapacity(input.issueCount)
    pages.reserveCapacity(input.issueCount)
  }

  mutating func report(_ found: [Diagnostic]) { diagnostics += found }

  /// Adds a page; its address must be free.
  mutating func add(_ draft: PageDraft) {
    guard let address = claim(draft.path, draft.origin, draft.location) else { return }
    pages.append(draft.page(at: address))
  }

  /// Adds a page that every language has, also one without issues; pages of series link to each other.
  ///
  /// - Parameter path: The address below the root of the language.
  mutating func addForEachLanguage(_ template: PageTemplate<SeriesValues?>, at path: String) {
    let origin = "the page \(path.isEmpty ? "home" : path)"
    let links = series.sorted { $0.series.language < $1.series.language }.map {
      (language: $0.addresses.language, link: Translation(to: path, $0.addresses).record)
    }
    for series in series {
      let alternates = links.filter { $0.language != series.addresses.language }.map(\.link)
      add(
        PageDraft(
          template, .index, of: site, at: series.addresses.prefix + path, in: series.addresses.language, from: origin,
          date: series.newestDay, alternates: { _ in alternates }
        ) { _ in series })
    }
    for addresses in emptyLanguages {
      add(
        PageDraft(
          template, .index, of: site, at: addresses.prefix + path, in: addresses.language, from: origin
        ) { _ in nil })
    }
  }

  /// The languages of the site that have no issues.
  var emptyLanguages: [Addresses] {
    settings.languages.filter { site.series[$0] == nil }.map { Addresses(language: $0, settings: settings) }
  }

  /// Adds a file that no template makes; its address must be free.
  mutating func add(file path: String, _ bytes: Bytes) {
    guard let address = claim(path, "the program", nil) else { return }
    files.append(OutputFile(path: address.file, bytes: bytes))
  }

  /// Whether the site has a file, relative to the folder of the published site.
  func hasFile(_ file: String) -> Bool { owners[file] != nil }

  /// All files of the site, in no order.
  var filesOfSite: some Collection<String> { owners.keys }

  /// Copies the files that a text shows or links to.
  ///
  /// - Parameter page: The address of the page that shows the text.
  mutating func copy(attachmentsOf text: TextOutline, beside page: String) {
    for link in text.links {
      if let file = link.attachment { copy(.content, file.path, to: page + file.address) }
    }
  }

  /// Copies a file; of a file that is not there, somebody else speaks.
  mutating func copy(_ folder: CopiedFile.Folder, _ written: String, to path: String) {
    let source = input.attachedFiles.spellings[written] ?? written
    if folder == .content, input.attachedFiles.missing.contains(written) || owners[path]?.origin == source { return }
    guard let address = claim(path, source, nil) else { return }
    copies.append(CopiedFile(folder: folder, source: source, path: address))
  }

  private mutating func claim(_ path: String, _ origin: String, _ location: Location?) -> PagePath? {
    guard let address = PagePath(path) else {
      diagnostics.append(Diagnostic(.badFileName, "“\(path)” can't be an address", in: origin))
      return nil
    }
    if let owner = owners[address.file] {
      let notes = [Diagnostic.Note("\(owner.origin) gives the same address", at: owner.location)]
      let message = "the address /\(path) is taken by \(owner.origin)"
      diagnostics.append(
        location.map { Diagnostic(.addressTaken, message, at: $0, notes: notes, help: "change one of the two") }
          ?? Diagnostic(.addressTaken, message, in: origin, notes: notes, help: "change one of the two"))
      return nil
    }
    owners[address.file] = (origin, location)
    return address
  }
}

extension DiagnosticKind {
  static let addressTaken = DiagnosticKind(
    "address-taken", .error,
    "Two files give one address, so one of them would be lost. Correct a number, rename a file, or remove an alias.")
  /// A name that can be no address.
  public static let badFileName = DiagnosticKind(
    "bad-file-name", .error,
    "A file's name can't become an address: it is no UTF-8, too long, or has parts such as `..`.")
}
