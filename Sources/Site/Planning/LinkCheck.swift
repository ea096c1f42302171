import Bulletins
import Diagnostics
import Text

/// Looks where the links of all texts lead, once every address of the site is known.
struct LinkCheck {
  private let plan: PlanBuilder
  private let held: Set<String>
  private(set) var diagnostics: [Diagnostic] = []
  /// The texts by the files of their pages, once somebody asks for a place in another text.
  private var texts: [String: TextOutline]?
  /// The names of the places of pages that have very many, by the page or its source.
  private var places: [String: Set<String>] = [:]
  /// The files of the lists, once a link leads to a place in one.
  private var lists: Set<String>?
  /// The files of the site by their paths in small letters, once a link leads to none.
  private var spellings: [String: String]?
  /// The texts of which it is said already that a figure has no image.
  private var lacking: Set<String> = []
  /// The source at hand.
  private var source: (path: String, file: SourceFile?)?
  /// What was probably meant by paths that are no sources: an archive links to one of them again and again.
  private var near: [String: String?] = [:]
  /// How many names of places are still compared with names that are not there.
  private var comparisons = 100_000

  /// What is wrong with the links of a site.
  static func findings(in plan: PlanBuilder) -> [Diagnostic] {
    var check = LinkCheck(plan: plan, held: plan.input.files.withheld)
    for series in plan.series {
      for issue in series.issues {
        for article in issue.issue.articles where !article.text.links.isEmpty {
          check.look(
            at: article.text, of: issue.issue.path, on: series.addresses.prefix + issue.pagePath,
            with: issue.issue.places)
        }
      }
    }
    for page in plan.input.standingPages where !page.text.links.isEmpty {
      check.look(at: page.text, of: page.path, on: check.path(of: page), with: page.text)
    }
    return check.diagnostics
  }

  private init(plan: PlanBuilder, held: Set<String>) {
    self.plan = plan
    self.held = held
  }

  private func path(of page: StandingPage) -> String {
    Addresses(language: page.language, settings: plan.settings).prefix + page.pagePath
  }

  /// - Parameter places: What the page has that links can lead to.
  private mutating func look(at text: TextOutline, of path: String, on page: String, with places: TextOutline) {
    for link in text.links {
      switch link.target {
      case .attachment(let file, _) where link.isLikePage && plan.input.files.attached.file(at: file) == nil:
        look(at: link, toMissing: file, in: path)
      case .attachment: break
      case .source(let other): look(at: link, to: other, in: path)
      case .site(let address) where link.isOutsideRoot: look(at: link, outsideRoot: address, in: path)
      case .site(let address):
        // At a former address stands a page that leads on, and has no places.
        if look(at: link, counting: "/" + address, in: path) { continue }
        look(at: link, to: address, written: "/" + address, in: path)
      case .page(""):
        if !hasAnchor(places, link.fragment, on: page) { reportAnchor(link, "this page", places, in: path) }
      case .page(let relative):
        if look(at: link, counting: relative, in: path) { continue }
        look(at: link, to: LinkCheck.resolved(relative, from: page), written: relative, in: path)
      }
    }
  }

  /// Looks at a link from the root of the host on, which leads to a page of the site only where that is put in its place.
  private mutating func look(at link: TextLink, outsideRoot address: String, in path: String) {
    if let new = plan.site.sourceLinks.newAddress(of: link, in: path) {
      return look(at: link, to: String(new.dropFirst(plan.settings.root.count)), written: "/" + address, in: path)
    }
    if let held = plan.site.sourceLinks.heldText(of: link, in: path) { return reportHeld(link, held, in: path) }
    guard file(at: address) != nil else { return }
    let meant = plan.settings.root + address
    report(
      .brokenLink, "this address lies outside of the site, whose addresses begin with \(plan.settings.root)", link,
      in: path, help: "write `\(meant)`", mend: { $0.replacing("/" + address, at: link.range, with: meant) })
  }

  /// Looks where a link leads that may count from a former address of its text; `false` where it does not.
  private mutating func look(at link: TextLink, counting written: String, in path: String) -> Bool {
    guard let address = plan.site.sourceLinks.newAddress(of: link, in: path) else { return false }
    look(at: link, to: String(address.dropFirst(plan.settings.root.count)), written: written, in: path)
    return true
  }

  /// A link to a file that is not there, and that may have been a page.
  private mutating func look(at link: TextLink, toMissing file: String, in path: String) {
    if look(at: link, counting: file.asPath(besides: path), in: path) { return }
    report(
      .brokenLink, "there is no file \(file)", link, in: path, help: "an address of the web begins with https://")
  }

  private mutating func look(at link: TextLink, to other: String, in path: String) {
    if plan.site.sourceLinks.address(of: other) != nil {
      if !link.fragment.isEmpty, let text = text(of: other), !hasPlace(text, link, on: other, in: path) {
        reportAnchor(link, other, text, in: path)
      }
    } else if held.contains(other) {
      reportHeld(link, other, in: path)
    } else {
      let near = nearestSource(to: other)
      let name = other.hasPrefix(TextLink.named) ? String(other.dropFirst(TextLink.named.count)) : other
      report(
        .brokenLink, "this link leads to \(name), which is no issue or page", link, in: path,
        help: near.map { "did you mean \($0)?" } ?? "the path is relative to this file",
        mend: near.flatMap { near in { $0.retargeted(link.range, to: near.asPath(besides: path)) } })
    }
  }

  /// A link to an address of the site; `nil` for one that leaves it.
  private mutating func look(at link: TextLink, to address: String?, written: String, in path: String) {
    if let address, let file = file(at: address) {
      if link.isImage, file.hasSuffix(".html") { return reportPage(link, written, in: path) }
      if !link.fragment.isEmpty, let text = text(at: file) ?? list(at: file), !hasPlace(text, link, on: file, in: path)
      {
        reportAnchor(link, written, text, in: path)
      }
      return
    }
    if let held = plan.site.sourceLinks.heldText(of: link, in: path) { return reportHeld(link, held, in: path) }
    if link.isImage, link.isOfTag {
      guard lacking.insert(path).inserted else { return }
      return report(
        .missingFigure, "nothing is published at \(written), where this figure has its image", link, in: path,
        help: DiagnosticKind.missingFigureHelp)
    }
    if plan.input.files.lostImages.contain(link) || isElsewhere(address, link) { return }
    let meant = address.flatMap { nearest(to: $0) }
    let near = meant.map { "did you mean \($0)?" }
    let mend: ((SourceFile) -> Mend?)? = meant.flatMap { meant in
      written.hasPrefix("/") ? { $0.replacing(written, at: link.range, with: meant) } : nil
    }
    if link.isImage {
      report(
        .missingAttachment, "nothing is published at \(written), where this image should be", link, in: path,
        help: near ?? "put the image beside the issue, and write its path from there", mend: mend)
    } else {
      report(
        .brokenLink, "nothing is published at \(written)", link, in: path,
        help: near ?? "link to the file of the other issue: its address is put in the place of the path", mend: mend)
    }
  }

  // MARK: What there is

  /// Whether another program publishes what a link leads to.
  private func isElsewhere(_ address: String?, _ link: TextLink) -> Bool {
    guard !link.isImage, let address else { return false }
    return plan.settings.elsewhere.contains { (address + "/").hasPrefix($0) }
  }

  /// The file that a server gives for an address below the site's root.
  private func file(at address: String) -> String? {
    let whole = address.isEmpty || address.hasSuffix("/") ? address + "index.html" : address
    if plan.hasFile(whole) { return whole }
    let folder = whole + "/index.html"
    return plan.hasFile(folder) ? folder : nil
  }

  /// An address that differs only in capitals, or in the language before it.
  private mutating func nearest(to address: String) -> String? {
    let known = spellings ?? Dictionary(plan.filesOfSite.map { ($0.lowercased(), $0) }) { min($0, $1) }
    spellings = known
    let small = address.lowercased()
    for file in [small, small + "index.html", small + "/index.html"] {
      if let found = known[file] { return "/" + (found.hasSuffix("index.html") ? String(found.dropLast(10)) : found) }
    }
    return nil
  }

  private mutating func text(at file: String) -> TextOutline? {
    if let texts { return texts[file] }
    var made: [String: TextOutline] = [:]
    for series in plan.series {
      for issue in series.issues {
        made[series.addresses.prefix + issue.pagePath + "index.html"] = issue.issue.places
      }
    }
    for page in plan.input.standingPages { made[path(of: page) + "index.html"] = page.text }
    texts = made
    return made[file]
  }

  /// What a list has, beside the places that its template gives it: headings of years and letters, which are known by how
  /// they begin.
  private mutating func list(at file: String) -> TextOutline? {
    if plan.input.theme.hasOwnPlaces { return nil }
    let known = lists ?? Set(plan.pages.filter { $0.purpose == .index }.map(\.path.file))
    lists = known
    return known.contains(file) ? TextOutline.none : nil
  }

  /// The text that a source gives.
  private mutating func text(of source: String) -> TextOutline? {
    guard let address = plan.site.sourceLinks.address(of: source) else { return nil }
    return text(at: String(address.dropFirst(plan.settings.root.count)) + "index.html")
  }

  /// Whether a page has a place of a name; the top has one everywhere.
  private mutating func hasAnchor(_ text: TextOutline, _ name: String, on page: String) -> Bool {
    if name.isEmpty || name == "top" || name.hasPrefix(":~:") || plan.input.theme.ids.contains(name) { return true }
    if lists?.contains(page) == true { return name == "most" || name.hasPrefix("in-") }
    // Of a page with thousands of places, each link would be compared with each.
    guard text.sections.count + text.anchors.count > LinkCheck.fewPlaces else { return text.hasAnchor(name) }
    let known = places[page] ?? Set(text.sections.map(\.id) + text.anchors)
    places[page] = known
    return known.contains(name)
  }

  /// Whether another page has the place to which a link leads, under this name or one of another engine.
  private mutating func hasPlace(_ text: TextOutline, _ link: TextLink, on page: String, in path: String) -> Bool {
    hasAnchor(text, link.fragment, on: page) || plan.site.sourceLinks.newFragment(of: link, in: path) != nil
  }

  private static let fewPlaces = 64

  /// An address relative to a page; `nil` where it climbs out of the site.
  private static func resolved(_ relative: String, from page: String) -> String? {
    page.parts(following: relative).map { parts in parts.isEmpty ? "" : parts.joined(separator: "/") + "/" }
  }

  private mutating func nearestSource(to path: String) -> String? {
    if let known = near[path] { return known }
    let found = plan.site.sourceLinks.nearest(to: path)
    near[path] = .some(found)
    return found
  }

  // MARK: What is said

  private mutating func reportHeld(_ link: TextLink, _ other: String, in path: String) {
    report(
      .linkToHeldText, "this link leads to \(other), which is held back", link, in: path,
      help: "its words are published without the link until the other text is out")
  }

  private mutating func reportPage(_ link: TextLink, _ page: String, in path: String) {
    report(
      .missingAttachment, "\(page) is a page, and no image", link, in: path,
      help: "write the path of a picture, or take away the “!” for a link")
  }

  private mutating func reportAnchor(_ link: TextLink, _ page: String, _ text: TextOutline, in path: String) {
    comparisons -= text.sections.count + text.anchors.count
    let near = comparisons < 0 ? nil : (text.sections.map(\.id) + text.anchors).nearest(to: link.fragment)
    report(
      .missingAnchor, "\(page) has no place “#\(link.fragment)”", link, in: path,
      help: near.map { "did you mean `#\($0)`?" }
        ?? "the addresses of headings are their words, in small letters, with hyphens between",
      mend: near.flatMap { near in { $0.replacing("#" + link.fragment, at: link.range, with: "#" + near) } })
  }

  private mutating func report(
    _ kind: DiagnosticKind, _ message: String, _ link: TextLink, in path: String, help: String,
    mend: ((SourceFile) -> Mend?)? = nil
  ) {
    if source?.path != path { source = (path, plan.input.files.source(path)) }
    if let file = source?.file {
      diagnostics.append(
        Diagnostic(kind, message, at: file.location(link.range), help: help, mend: mend.flatMap { $0(file) }))
    } else {
      diagnostics.append(Diagnostic(kind, message, in: path, help: help))
    }
  }
}

extension SourceFile {
  /// A guess at the path of a link, whose fragment stays.
  fileprivate func retargeted(_ range: Range<Int>, to path: String) -> Mend? {
    let written = Array(bytes[range].prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }).string
    return guess("write `\(path)`", range, of: written, path)
  }

  /// A guess at a part of the address of a link.
  fileprivate func replacing(_ part: String, at range: Range<Int>, with meant: String) -> Mend? {
    offset(of: part, in: range).flatMap {
      guess("write `\(meant)`", $0..<$0 + part.utf8.count, of: part, meant)
    }
  }
}
