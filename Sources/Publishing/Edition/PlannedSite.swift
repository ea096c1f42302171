import Bulletins
import Site

/// A site as it is going to be: what its pages are made of, and the pages, planned all at once or one by one when somebody
/// asks for them. A class, because everybody who asks shares what was planned.
final class PlannedSite: Sendable {
  /// What the pages are made of.
  let materials: SiteInput
  /// Whether lists say other things than those of the plan with the same addresses.
  let hasStaleLists: Bool
  private let planned: Lazy<SitePlan>
  private let index: Lazy<PlanIndex>
  /// The index of a plan with the same addresses, made of other words.
  private let earlier: Lazy<PlanIndex>?
  private let alone: Lazy<TextPages>

  /// A site.
  ///
  /// - Parameters:
  ///   - plan: Its pages, where they are planned already.
  ///   - earlier: A site with the same addresses, of which the index is good enough.
  ///   - hasStaleLists: Whether the lists of that site say other things than this one's.
  init(
    _ materials: SiteInput, plan: SitePlan? = nil, like earlier: PlannedSite? = nil,
    hasStaleLists: Bool = false
  ) {
    let planned = Lazy { plan ?? SitePlan.of(materials).0 }
    self.materials = materials
    self.planned = planned
    self.hasStaleLists = hasStaleLists || earlier?.hasStaleLists ?? false
    index = Lazy { PlanIndex(planned.value) }
    self.earlier = earlier.map { $0.earlier ?? $0.index }
    alone = Lazy { TextPages(materials) }
  }

  /// The site with other readings of some issues, which stand where they stood; `nil` where it would be another one.
  func replacing(_ issues: [Issue], onlyTextsDiffer: Bool) -> PlannedSite? {
    var archive = materials.archive
    for issue in issues {
      guard let changed = archive.replacing(issue) else { return nil }
      archive = changed
    }
    return PlannedSite(materials.with(archive), like: self, hasStaleLists: !onlyTextsDiffer)
  }

  /// The same site with all pages planned.
  var withPlannedLists: PlannedSite { hasStaleLists ? PlannedSite(materials, plan: plan) : self }

  /// All pages.
  var plan: SitePlan { planned.value }

  /// A page that shows texts, planned by itself; `nil` where the site has no such one.
  func page(_ subject: TextPage) -> Page? { alone.value.page(subject) }

  /// What the search has of an issue, planned by itself; `nil` where it does not find it.
  func searchedIssue(_ subject: TextPage) -> SearchedText? { alone.value.searchedIssue(subject) }

  /// The page in a file of the published folder.
  func page(at file: String) -> Page? {
    guard let earlier else { return index.value.pages[file] }
    guard let page = earlier.value.pages[file] else { return nil }
    if let subject = page.textPage { return self.page(subject) }
    return hasStaleLists ? index.value.pages[file] : page
  }

  /// Whether the site has a page in a file of the published folder.
  func hasPage(at file: String) -> Bool { addresses.pages[file] != nil }

  /// The file that no template makes, in a file of the published folder.
  func file(at file: String) -> OutputFile? { addresses.files[file] }

  /// The file that is copied to a file of the published folder.
  func copy(at file: String) -> CopiedFile? { addresses.copies[file] }

  /// The smaller copy of a picture, in a file of the published folder.
  func resizedImage(at file: String) -> ResizedImage? { addresses.resized[file] }

  /// The card in a file of the published folder.
  func card(at file: String) -> Page? { addresses.cards[file] }

  /// The address of the page that a source makes, below the site's root.
  func address(of source: String) -> String? { addresses.ofSources[source] }

  private var addresses: PlanIndex { (earlier ?? index).value }
}

/// A plan with its parts by the files they will be in.
private struct PlanIndex: Sendable {
  private(set) var pages: [String: Page] = [:]
  private(set) var copies: [String: CopiedFile] = [:]
  private(set) var files: [String: OutputFile] = [:]
  private(set) var resized: [String: ResizedImage] = [:]
  private(set) var cards: [String: Page] = [:]
  /// The address of the page of each source.
  private(set) var ofSources: [String: String] = [:]

  init(_ plan: SitePlan) {
    for page in plan.pages {
      pages[page.path.file] = page
      if page.purpose == .issue || page.purpose == .standing { ofSources[page.origin] = page.path.description }
    }
    for copy in plan.copies { copies[copy.path.file] = copy }
    for file in plan.files { files[file.path] = file }
    for card in plan.cards { cards[card.path.file] = card }
    for image in plan.resized { resized[image.path.file] = image }
  }
}
