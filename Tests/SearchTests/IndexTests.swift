import TestSupport
import Testing
import Text

@testable import Search

/// Issues of random words, and the index of them.
struct RandomIssues {
  var random: SeededRandom

  init(seed: Int) { random = SeededRandom(seed: seed) }

  private static let words = [
    "gas", "gasworks", "Łódź", "transit", "treaty", "treaties", "of", "the", "Lisbon", "中央銀行", "l’énergie", "Straße",
    "naïve", "1989", "Москва", "Ελλάδα", "co-operation", "rail", "railway", "railways", "harbour", "zebra",
  ]

  mutating func sentence() -> String {
    (0...random.roll(9)).map { _ in random.roll(9) == 0 ? "word\(random.roll(400))" : random.pick(Self.words) }
      .joined(separator: " ")
  }

  mutating func document() -> SearchDocument {
    SearchDocument(
      titles: [sentence()], number: "7", date: ("2010-02-11", "February 11, 2010"),
      people: [.init(slug: "jan-kos", spellings: ["Jan Kos", "J. Kos"])],
      topics: random.roll(2) == 0 ? [.init(slug: "gas", spellings: ["Gas", "Natural gas"])] : [],
      abstracts: [Bytes(sentence().utf8)],
      passages: [
        .init(anchor: "", text: Bytes(sentence().utf8)),
        .init(anchor: "gas", text: Bytes((sentence() + " " + sentence()).utf8)),
      ])
  }

  mutating func documents(_ count: Int) -> [SearchDocument] { (0..<count).map { _ in document() } }
}

/// An index as a whole.
struct WholeIndex {
  let shards: [Shard]
  let files: [Bytes]

  init(of documents: [SearchDocument]) {
    var blocks: [IndexBlock] = []
    var files: [Bytes] = []
    for first in stride(from: 0, to: documents.count, by: IndexBlock.size) {
      var builder = IndexBlockBuilder(first: first)
      for document in documents[first..<min(first + IndexBlock.size, documents.count)] {
        files.append(builder.add(document))
      }
      blocks.append(builder.finished())
    }
    let groups = Set(blocks.flatMap { $0.places.map(\.group) }).sorted()
    shards = groups.flatMap { group in
      group.shards(of: blocks.flatMap { block in block.parts.filter { $0.group == group }.map(\.part) })
    }
    self.files = files
  }

  /// The issues that have a key, by their places, with the worth.
  func issues(_ key: String) -> [Int: Worth] {
    let key = Bytes(key.utf8)
    let table = IndexTable(shards.map(\.line))
    guard let place = table.place(of: key), let entry = shards[place].entries.first(where: { $0.key == key }) else {
      return [:]
    }
    let postings = Postings.read(entry.postings) ?? []
    return Dictionary(
      uniqueKeysWithValues: postings.map { (Int($0 >> 2), Worth(rawValue: $0 & 3) ?? .text) })
  }
}

@Suite("The index of a search")
struct IndexTests {
  private func document(_ title: String, _ text: String = "") -> SearchDocument {
    SearchDocument(titles: [title], passages: [.init(anchor: "", text: Bytes(text.utf8))])
  }

  @Test("words are found without their marks, by their beginning, in the place that counts most")
  func words() {
    let index = WholeIndex(of: [
      document("Łódź and its gasworks", "Łódź"), document("Nothing", "the GASWORKS of lodz"), document("Gas", "Straße"),
    ])
    #expect(index.issues("lodz") == [0: .title, 1: .text])
    #expect(index.issues("gas") == [2: .title])
    #expect(index.issues("gas*") == [0: .title, 1: .text, 2: .title])
    #expect(index.issues("strasse") == [2: .text])
    #expect(index.issues("łódź").isEmpty)
  }

  @Test("scripts without spaces are found by each two characters, and by one")
  func unspaced() {
    let index = WholeIndex(of: [document("中央銀行の独立性"), document("銀行"), document("ธนาคาร bank")])
    #expect(index.issues("銀行").keys.sorted() == [0, 1])
    #expect(index.issues("央銀").keys.sorted() == [0])
    #expect(index.issues("性*").keys.sorted() == [0])
    #expect(index.issues("bank").keys.sorted() == [2])
  }

  @Test("neighbours are found as pairs, within one passage")
  func pairs() {
    func key(_ first: String, _ second: String) -> String {
      WordPair.key(WordPair.number(Interned.hash(first.utf8.span), Interned.hash(second.utf8.span))).string
    }
    let index = WholeIndex(of: [document("Treaty", "of Lisbon"), document("x", "the Treaty of, Lisbon"), document("y")])
    #expect(index.issues(key("treaty", "of")).keys.sorted() == [1])
    #expect(index.issues(key("of", "lisbon")).keys.sorted() == [0, 1])
    #expect(index.issues(key("lisbon", "of")).isEmpty)
  }

  @Test("pairs that are put in order some at a time are those that are put in order at once", arguments: [1, 20, 300])
  func rounds(most: Int) {
    var issues = RandomIssues(seed: 8)
    var blocks: [IndexBlock] = []
    for first in [0, IndexBlock.size] {
      var builder = IndexBlockBuilder(first: first)
      for document in issues.documents(IndexBlock.size) { _ = builder.add(document) }
      blocks.append(builder.finished())
    }
    for digit in [0, 17, 63] {
      let parts = blocks.flatMap { block in block.parts.filter { $0.group == .pairs(digit) }.map(\.part) }
      let whole = GroupedPairs(parts).shards
      #expect(!whole.isEmpty && GroupedPairs(parts, atOnce: most).shards == whole)
    }
  }

  @Test("sets of issues are read as they were written, few and many", arguments: [1, 3, 70, 5_000])
  func postings(count: Int) throws {
    var random = SeededRandom(seed: count)
    let postings = (0..<count).filter { _ in random.roll(3) > 0 || count < 4 }.map {
      UInt32($0 * (count < 100 ? 977 : 1)) << 2 | UInt32(random.roll(4))
    }
    var bytes: Bytes = []
    Postings.append(postings.span, to: &bytes)
    #expect(Postings.read(bytes) == postings)
    #expect(bytes.count <= 4 * (2 + 5_000 / 6) || count < 100)
    #expect(Postings.read(Bytes("é".utf8)) == nil && Postings.read(Bytes("|||||".utf8)) == nil)
  }

  @Test("the file of an issue is read as it was written, and makes the same index")
  func files() throws {
    var issues = RandomIssues(seed: 5)
    let documents = issues.documents(70)
    let index = WholeIndex(of: documents)
    let read = try index.files.map { payload in
      let file = IndexFile.bytes("search/issues/2010/7", payload)
      let payload = try #require(IndexFile.payload(file))
      return try #require(SearchDocument(payload: payload))
    }
    #expect(read == documents)
    #expect(WholeIndex(of: read).shards == index.shards)
  }

  @Test("shards and tables are read as they were written, and none is too long")
  func shards() throws {
    var issues = RandomIssues(seed: 6)
    let index = WholeIndex(of: issues.documents(500))
    for shard in index.shards {
      #expect(Shard(payload: shard.payload) == shard)
      #expect(shard.payload.firstIllFormedOffset == nil, "a character is cut")
      #expect(shard.payload.count <= Shard.most || shard.entries.count == 1)
    }
    let table = IndexTable(index.shards.map(\.line))
    #expect(IndexTable(payload: table.payload) == table)
    #expect(Set(table.parts).count == index.shards.count && index.shards.count > 40)
    #expect(Shard(payload: Bytes("zz".utf8)) == nil)
  }

  @Test("a list of issues is read as it was written, in about two bytes for each")
  func list() {
    let lines = (1...200).map { IndexedIssues.Line(address: "2010/\($0)", day: 14_610 + $0) }
    let odd = [("2010/201-202", 14_999), ("2011/1", 14_990), ("2011/5/6/ice", 15_100), ("2011/5/7", 15_101)].map {
      IndexedIssues.Line(address: $0.0, day: $0.1)
    }
    let list = IndexedIssues(lines + odd)
    #expect(IndexedIssues(payload: list.payload) == list && list.payload.count < 500)
    #expect(IndexedIssues(payload: IndexedIssues([]).payload) == IndexedIssues([]))
    #expect(IndexedIssues(payload: Bytes("x".utf8)) == nil)
    let pages = IndexedIssues([IndexedIssues.Line(address: "about", day: 0)] + lines, undated: 1)
    #expect(IndexedIssues(payload: pages.payload) == pages && pages != IndexedIssues(pages.lines))
    #expect(IndexedIssues(payload: pages.payload + Bytes("999".utf8)) == nil, "more pages than there are lines")
  }
}

@Suite("Changes of an index")
struct IndexPatchTests {
  @Test("after each change, the index is what all issues give", arguments: 0..<6)
  func patches(seed: Int) throws {
    var issues = RandomIssues(seed: seed)
    var documents = issues.documents(30 + 60 * seed)
    var shards = WholeIndex(of: documents).shards
    for step in 0..<25 {
      var changes: [(place: Int, old: SearchDocument?, new: SearchDocument?)] = []
      for _ in 0...issues.random.roll(3) {
        let place = issues.random.roll(documents.count)
        if changes.contains(where: { $0.place == place }) { continue }
        changes.append((place, documents[place], issues.document()))
      }
      if issues.random.roll(3) == 0 { changes.append((documents.count, nil, issues.document())) }
      let table = IndexTable(shards.map(\.line))
      let patch = IndexPatch(changes)
      var outcomes: [IndexPatch.Outcome] = []
      for group in patch.groups {
        outcomes += try #require(patch.outcomes(in: group, table) { shards[$0] })
      }
      for change in changes {
        guard let new = change.new else { continue }
        if change.place == documents.count { documents.append(new) } else { documents[change.place] = new }
      }
      let next = table.replacing(outcomes)
      var known = Dictionary(uniqueKeysWithValues: shards.map { ($0.first, $0) })
      for shard in outcomes.flatMap(\.shards) { known[shard.first] = shard }
      shards = next.firsts.compactMap { known[$0] }
      let whole = WholeIndex(of: documents).shards
      #expect(shards == whole, "seed \(seed), step \(step)")
      if shards != whole { return }
    }
  }
}
