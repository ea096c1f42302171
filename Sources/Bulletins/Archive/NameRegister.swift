import Diagnostics
import Text

/// The names of one kind that a series prints, each with the entry of the authority file whose it is.
struct NameRegister<Entry: AuthorityEntry> {
  /// What is said of a name that the authority file lacks.
  struct Unknown {
    let kind: DiagnosticKind
    let file: String
    let help: String
  }

  private(set) var table = NameTable()
  /// The entry of each subject, where it has one.
  private(set) var entries: [Entry?] = []
  private(set) var findings: [NameFinding] = []
  private let authority: AuthorityTable<Entry>?
  private let unknown: Unknown
  private var nearest: NearestWords?

  init(_ authority: AuthorityTable<Entry>?, unknown: Unknown) {
    self.authority = authority
    self.unknown = unknown
  }

  /// The index of a name in the table.
  ///
  /// - Parameters:
  ///   - other: The name in a longer form, which may be listed, too.
  ///   - isSaid: Whether something else is said of it already.
  mutating func name(
    _ written: String, or other: String? = nil, in issue: Issue, at place: NameFinding.Place, isSaid: Bool = false
  ) -> Int {
    if let known = table[written] { return known }
    let listed = authority?.entry(spelled: written) ?? other.flatMap { authority?.entry(spelled: $0) }
    // One subject has one address in all languages.
    let owner = listed ?? authority?.owner(of: Slug(naming: written))
    let name = table.add(written, entry: owner, isListed: listed != nil, in: issue, at: place)
    if table.slugs.count > entries.count { entries.append(owner) }
    if listed == nil, !isSaid, let authority, authority.isWhole {
      findUnknown(written, like: owner?.name, authority, in: issue, at: place)
    }
    return name
  }

  /// Whether the authority file has a name, in this or another spelling.
  func isListed(_ name: String) -> Bool { authority?.entry(spelled: name) != nil }

  /// Takes in what is to be said of a name.
  mutating func report(_ finding: NameFinding) { findings.append(finding) }

  /// Whose a name is.
  func subject(of name: Int) -> Int { table.names[name].subject }

  /// Enters what entries are part of, and what that is part of, though no issue prints the names.
  ///
  /// - Parameter wider: The name of what an entry is part of.
  mutating func addWider(_ wider: (Entry) -> String?) {
    var subject = 0
    while subject < entries.count {
      if let entry = entries[subject].flatMap(wider).flatMap({ authority?.entry(spelled: $0) }),
        table.subject(of: entry) == entries.count
      {
        entries.append(entry)
      }
      subject += 1
    }
  }

  /// Counts another issue that prints a name.
  mutating func use(_ name: Int) { table.use(name) }

  private mutating func findUnknown(
    _ name: String, like owner: String?, _ authority: AuthorityTable<Entry>, in issue: Issue,
    at place: NameFinding.Place
  ) {
    let words = nearest ?? NearestWords(authority.spellings)
    nearest = words
    let meant = owner ?? (words.nearest(to: name) ?? spelledOut(name, authority)).map { usual($0, authority) }
    findings.append(
      NameFinding(
        kind: unknown.kind, message: "“\(name)” is not in \(unknown.file)",
        help: meant.map { "did you mean “\($0)”?" } ?? unknown.help, meant: meant, name: name, issue: issue,
        place: place))
  }

  /// The only listed name of which a name has the last word, and before it initials: `N. Quist`.
  private func spelledOut(_ name: String, _ authority: AuthorityTable<Entry>) -> String? {
    guard name.utf8.contains(UInt8(ascii: ".")) else { return nil }
    let words = name.split(separator: " ")
    guard words.count > 1, let last = words.last, words.dropLast().allSatisfy({ $0.hasSuffix(".") && $0.count == 2 })
    else { return nil }
    let found = authority.spellings.filter { spelling in
      let whole = spelling.split(separator: " ")
      return whole.count > 1 && whole.last == last && whole[0].first == words[0].first && !whole[0].hasSuffix(".")
    }
    let entries = Set(found.compactMap { authority.entry(spelled: $0)?.name })
    return entries.count == 1 ? entries.first : nil
  }

  /// A spelling as its entry writes the name, where the two differ in marks alone.
  private func usual(_ spelling: String, _ authority: AuthorityTable<Entry>) -> String {
    guard let entry = authority.entry(spelled: spelling), Slug(naming: entry.name) == Slug(naming: spelling) else {
      return spelling
    }
    return entry.name
  }

  /// The name of each subject: the entry's, or else the usual one.
  ///
  /// - Parameters:
  ///   - folder: The folder of the addresses.
  ///   - nameOfEntry: The name of an entry.
  mutating func names(folder: String, nameOfEntry: (Entry) -> String) -> [String] {
    let usual = table.usual
    if authority == nil { findings += table.likeNames(usual, folder: folder, file: unknown.file) }
    return entries.indices.map { entries[$0].map(nameOfEntry) ?? usual[$0]?.text ?? "" }
  }

  /// The subjects in the order of words that they are sorted by, and the place of each among them.
  func order(by words: [String], _ ranks: [String: Int]) -> (subjects: [Int], places: [Int]) {
    let subjects = words.indices.sorted {
      (ranks[words[$0]] ?? 0, table.slugs[$0]) < (ranks[words[$1]] ?? 0, table.slugs[$1])
    }
    var places = [Int](repeating: 0, count: words.count)
    for (place, subject) in subjects.enumerated() { places[subject] = place }
    return (subjects, places)
  }
}
