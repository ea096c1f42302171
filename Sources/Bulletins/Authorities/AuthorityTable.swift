import Diagnostics
import Text

/// An entry of an authority file.
protocol AuthorityEntry: Sendable {
  /// The name under which it is listed.
  var name: String { get }
  /// The part of its address.
  var slug: Slug { get }
  /// Where the entry stands.
  var location: Location { get }
}

/// The entries of an authority file, found by any of their spellings.
public struct AuthorityTable<Entry: Sendable>: Sendable {
  /// The entries in the order of the file.
  public private(set) var entries: [Entry] = []
  /// Whether all of the file could be read: of one that could not, nobody knows which names it lacks.
  var isWhole = true
  /// The places of entries by their spellings as written, by those with what may differ left out, and by addresses.
  private var written: [String: Int] = [:]
  private var spelled: [Spelling: Int] = [:]
  private var owners: [Slug: Int] = [:]
  /// Addresses that other spellings of several entries would have.
  private var shared: Set<Slug> = []

  /// The entry that has exactly this spelling.
  public subscript(_ name: String) -> Entry? { written[name].map { entries[$0] } }

  /// The entry with this spelling, whatever its capitals and hyphens are.
  func entry(spelled name: String) -> Entry? { (written[name] ?? spelled[Spelling(name)]).map { entries[$0] } }

  /// The entry whose address this is: that of its name, or else what one of its other spellings would give.
  func owner(of slug: Slug) -> Entry? { owners[slug].map { entries[$0] } }

  /// All spellings, for suggestions.
  var spellings: some Collection<String> { written.keys }

  /// Changes each entry.
  mutating func update(_ change: (inout Entry) -> Void) { for index in entries.indices { change(&entries[index]) } }
}

extension AuthorityTable where Entry: AuthorityEntry {
  /// Adds an entry with all its spellings; the result is the earlier entry that has one of them, or the address, already.
  mutating func add(_ entry: Entry, spellings: [String]) -> [Clash<Entry>] {
    let index = entries.count
    entries.append(entry)
    var clashes: [Clash<Entry>] = []
    for text in spellings {
      let spelling = Spelling(text)
      if let other = spelled[spelling] {
        if other != index { clashes.append(.spelling(text, of: entries[other])) }
        if other != index || written[text] != nil { continue }
      }
      written[text] = index
      spelled[spelling] = index
    }
    if let other = owners[entry.slug], entries[other].slug == entry.slug {
      if clashes.isEmpty { clashes.append(.address(of: entries[other])) }
    } else {
      owners[entry.slug] = index
    }
    return clashes
  }

  /// Gives entries the addresses of their other spellings, where those are nobody's by name.
  mutating func claimOtherAddresses() {
    for (text, index) in written.sorted(by: { $0.key < $1.key }) {
      let slug = Slug(naming: text)
      if shared.contains(slug) { continue }
      guard let owner = owners[slug] else {
        owners[slug] = index
        continue
      }
      // What several would have is nobody's.
      if owner != index, entries[owner].slug != slug {
        owners[slug] = nil
        shared.insert(slug)
      }
    }
  }
}

/// What an entry can't have because an earlier one has it.
enum Clash<Entry> {
  case spelling(String, of: Entry)
  case address(of: Entry)
}
