import Diagnostics
import Text

/// The names that a series prints, and whose they are.
///
/// A name is the entry's that lists it, or that has its address; names that no entry has are one as far as they give one
/// address. So whose address a name has depends on the name and on the authority file alone, and adding an issue changes
/// nobody's.
struct NameTable {
  /// A name as it is printed.
  struct Written {
    let text: String
    let spelling: Spelling
    /// Whose it is.
    let subject: Int
    /// Whether an authority file lists it, in this or another spelling.
    let isListed: Bool
    /// The issue that printed it first, and where.
    let issue: Issue
    let place: NameFinding.Place
    /// How many issues print it.
    var uses = 0
  }

  private(set) var names: [Written] = []
  private var byText: [String: Int] = [:]
  /// Subjects by the names of entries, and those without one by their addresses.
  private var byEntry: [String: Int] = [:]
  private var bySlug: [Slug: Int] = [:]
  /// The part of the address of each subject.
  private(set) var slugs: [Slug] = []

  /// A name that was met before.
  subscript(_ text: String) -> Int? { byText[text] }

  /// Counts another issue that prints a name.
  mutating func use(_ name: Int) { names[name].uses += 1 }

  /// Enters a name that is met for the first time; the result is its index.
  mutating func add<Entry: AuthorityEntry>(
    _ text: String, entry: Entry?, isListed: Bool, in issue: Issue, at place: NameFinding.Place
  ) -> Int {
    let subject = entry.map { self.subject(of: $0) } ?? self.subject(at: Slug(naming: text))
    names.append(
      Written(
        text: text, spelling: Spelling(text), subject: subject, isListed: isListed, issue: issue, place: place))
    byText[text] = names.count - 1
    return names.count - 1
  }

  /// The subject of an entry, whether or not an issue prints its name.
  mutating func subject(of entry: some AuthorityEntry) -> Int {
    if let known = byEntry[entry.name] { return known }
    slugs.append(entry.slug)
    byEntry[entry.name] = slugs.count - 1
    return slugs.count - 1
  }

  private mutating func subject(at slug: Slug) -> Int {
    if let known = bySlug[slug] { return known }
    slugs.append(slug)
    bySlug[slug] = slugs.count - 1
    return slugs.count - 1
  }

  /// The name of each subject without an entry: what most issues print, the oldest of equals.
  var usual: [Int: Written] {
    var usual: [Int: Written] = [:]
    for name in names where name.uses > usual[name.subject]?.uses ?? -1 { usual[name.subject] = name }
    return usual
  }

  /// What is to be said of names that no entry has and that give the address of another one.
  ///
  /// - Parameters:
  ///   - folder: The folder of the addresses.
  ///   - file: The authority file.
  func likeNames(_ usual: [Int: Written], folder: String, file: String) -> [NameFinding] {
    var said: [Int: Set<Spelling>] = [:]
    return names.compactMap { name in
      guard !name.isListed, let other = usual[name.subject], other.spelling != name.spelling,
        said[name.subject, default: []].insert(name.spelling).inserted
      else { return nil }
      return NameFinding(
        kind: .sameSlug,
        message: "“\(name.text)” and “\(other.text)” have one address and one page, /\(folder)/\(slugs[name.subject])/",
        help: "write the name as “\(other.text)”; if the two are not the same, list both in \(file)",
        meant: other.text, name: name.text, issue: name.issue, place: name.place)
    }
  }
}

extension DiagnosticKind {
  static let sameSlug = DiagnosticKind(
    "same-slug", .warning,
    "Two names give one address when they are written in plain letters, so they share a page. If they are one person or topic, write them alike, or list both spellings in `people.yaml` or `topics.yaml`; if they are not, list both there, one of them with a `slug:` of its own."
  )
}
