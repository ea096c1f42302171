/// Many words, such as the names of all people of an archive, among which a misspelt one is looked for.
///
/// Words are filed under each three letters that follow each other in them. A word with a few mistakes still has most of
/// its own, so that only words filed under the rarest of those are compared.
public struct NearestWords: Sendable {
  private let words: [String]
  /// Each word in plain letters: a mark that was left out is no mistake that counts.
  private let letters: [Bytes]
  /// Which letters each word has, a bit for each.
  private let alphabets: [UInt64]
  private let files: [Triple: [Int]]

  /// Three letters in a row.
  private typealias Triple = UInt32

  /// The words to look among, in any order.
  public init(_ words: some Sequence<String>) {
    let words = words.sorted()
    let letters = words.map(NearestWords.plain)
    var files: [Triple: [Int]] = [:]
    for (place, word) in letters.enumerated() {
      for triple in NearestWords.triples(of: word) { files[triple, default: []].append(place) }
    }
    self.words = words
    self.letters = letters
    self.files = files
    alphabets = letters.map(NearestWords.alphabet)
  }

  /// The word that `typed` was probably meant to be, the first by its letters where two are equally close; `nil` when none
  /// is likely.
  public func nearest(to typed: String) -> String? {
    let wanted = NearestWords.plain(typed)
    let alphabet = NearestWords.alphabet(wanted)
    let rarest = places(sharedWith: wanted)
    // Most have one mistake, for which fewer words need be compared.
    for mistakes in 0...NearestWords.mistakes(in: wanted.count) {
      if let place = nearest(to: wanted, alphabet, among: rarest, within: mistakes) { return words[place] }
    }
    return nil
  }

  private func nearest(
    to wanted: Bytes, _ alphabet: UInt64, among rarest: [[Int]], within limit: Int
  ) -> Int? {
    var best: (distance: Int, place: Int)?
    for place in NearestWords.candidates(among: rarest, limit) {
      // A replaced letter is one that is gone and one that is new.
      guard (alphabets[place] ^ alphabet).nonzeroBitCount <= 2 * limit,
        let distance = editDistance(wanted, letters[place], limit: best?.distance ?? limit)
      else { continue }
      // Places are in the order of the words.
      if let best, (best.distance, best.place) < (distance, place) { continue }
      best = (distance, place)
    }
    return best?.place
  }

  /// The words that share some of the rarest triples.
  ///
  /// One mistake changes four triples at most, as a swap does; so one triple more than all mistakes can change is enough
  /// to find every word, as long as few words have it.
  private static func candidates(among rarest: [[Int]], _ limit: Int) -> Set<Int> {
    var found: Set<Int> = []
    for places in rarest.prefix(4 * limit + 1) {
      for place in places {
        if found.count == mostCompared { return found }
        found.insert(place)
      }
    }
    return found
  }

  /// The words that have a triple of a word, for each of those that may count, the rarest first.
  private func places(sharedWith wanted: Bytes) -> [[Int]] {
    NearestWords.triples(of: wanted).map { (triple: $0, places: files[$0] ?? []) }
      .sorted { ($0.places.count, $0.triple) < ($1.places.count, $1.triple) }
      .prefix(4 * NearestWords.mistakes(in: wanted.count) + 1).map(\.places)
  }

  private static let mostCompared = 200

  /// How many mistakes a word of so many letters may have; in a short one, each makes another word.
  private static func mistakes(in count: Int) -> Int {
    switch count {
    case ..<4: 0
    case ..<8: 1
    default: 2
    }
  }

  private static func plain(_ word: String) -> Bytes { Array(Slug(naming: word).description.utf8) }

  private static func alphabet(_ word: Bytes) -> UInt64 { word.reduce(0) { $0 | 1 << UInt64($1 & 0x3F) } }

  /// Every three letters in a row, with nothing before the first and after the last, each once.
  private static func triples(of word: Bytes) -> [Triple] {
    var triples: [Triple] = []
    triples.reserveCapacity(word.count + 2)
    var triple: Triple = 0
    for place in 0..<word.count + 2 {
      triple = (triple << 8 | (place < word.count ? Triple(word[place]) : 0)) & 0xFF_FFFF
      triples.append(triple)
    }
    triples.sort()
    var last: Triple?
    triples.removeAll { triple in
      defer { last = triple }
      return triple == last
    }
    return triples
  }
}
