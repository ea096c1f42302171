import Text

/// Which names of a register are perhaps those of one person or topic.
struct SimilarNames {
  private let entries: [RegisterEntry]
  private let subject: Register.Subject
  /// The words of each name in plain letters.
  private let words: [[String]]
  private var found: [Int: Set<Int>] = [:]

  init(_ entries: [RegisterEntry], _ subject: Register.Subject) {
    self.entries = entries
    self.subject = subject
    words = entries.map { $0.slug.description.split(separator: "-").map(String.init) }
    switch subject {
    case .people: found = people
    case .topics: found = topics
    }
  }

  /// The names like that of an entry, the most used first.
  func names(like index: Int) -> [String] {
    (found[index] ?? []).sorted { ($1 != $0) && (-entries[$0].uses, $0) < (-entries[$1].uses, $1) }.map {
      entries[$0].name
    }
  }

  /// The pairs, each once: the rarer name and the one that is probably meant.
  var pairs: [(rare: Int, usual: Int)] {
    found.sorted { $0.key < $1.key }.flatMap { index, others in
      others.sorted().compactMap { other in
        let isRare = (entries[index].uses, other) < (entries[other].uses, index)
        return isRare ? (index, other) : nil
      }
    }
  }

  // MARK: People

  /// Names of one family name, or with the same words, are compared: nobody has hundreds of those.
  private var people: [Int: Set<Int>] {
    var groups: [String: [Int]] = [:]
    for (index, words) in words.enumerated() where words.count > 1 {
      groups["= " + words.sorted().joined(separator: " "), default: []].append(index)
      groups["f " + words[words.count - 1], default: []].append(index)
      groups["g " + words.dropLast().joined(separator: " "), default: []].append(index)
    }
    return compared(groups) { a, b in
      let (first, second) = (words[a], words[b])
      if first.sorted() == second.sorted() { return true }
      if first.last == second.last, SimilarNames.areInitials(first.dropLast(), second.dropLast()) { return true }
      if areTurned(first, second, a, b) { return true }
      return isSlip(first[first.count - 1], second[second.count - 1], a, b)
        && first.dropLast().elementsEqual(second.dropLast())
    }
  }

  /// Whether given names differ in nothing but letters that stand for them, or one that only one of the two has.
  private static func areInitials(_ a: ArraySlice<String>, _ b: ArraySlice<String>) -> Bool {
    let (short, long) = a.count <= b.count ? (a, b) : (b, a)
    guard let first = short.first, let other = long.first else { return false }
    let areSame = zip(short, long).allSatisfy { x, y in
      x == y || (x.utf8.count == 1 && y.hasPrefix(x)) || (y.utf8.count == 1 && x.hasPrefix(y))
    }
    // Two full names, of which one has a second one more, may be two people's.
    let areInitials = first.utf8.count == 1 || other.utf8.count == 1
    return areSame && (areInitials || long.dropFirst(short.count).allSatisfy { $0.utf8.count == 1 })
  }

  /// Whether a word that is used once differs in one letter from one that is used often.
  private func isSlip(_ a: String, _ b: String, _ first: Int, _ second: Int) -> Bool {
    guard isRareBesideUsual(first, second), min(a.utf8.count, b.utf8.count) >= 5 else { return false }
    return editDistance(Bytes(a.utf8), Bytes(b.utf8), limit: 1) != nil
  }

  /// Whether a name that is used once has two neighbouring letters of one word in the other order: “Kalra” for “Klara”.
  private func areTurned(_ a: [String], _ b: [String], _ first: Int, _ second: Int) -> Bool {
    guard isRareBesideUsual(first, second), a.count == b.count else { return false }
    let others = a.indices.filter { a[$0] != b[$0] }
    guard others.count == 1, let word = others.first, a[word].utf8.count > 3 else { return false }
    return a[word].utf8.sorted() == b[word].utf8.sorted()
      && editDistance(Bytes(a[word].utf8), Bytes(b[word].utf8), limit: 1) != nil
  }

  /// Whether one of two names is used once, and the other often.
  private func isRareBesideUsual(_ first: Int, _ second: Int) -> Bool {
    let uses = [entries[first].uses, entries[second].uses]
    return uses.min() == 1 && uses.max() ?? 0 >= 3
  }

  // MARK: Topics

  private var topics: [Int: Set<Int>] {
    var groups: [String: [Int]] = [:]
    for (index, entry) in entries.enumerated() {
      groups["= " + words[index].sorted().joined(separator: " "), default: []].append(index)
      groups["s " + entry.slug.description.prefix(4), default: []].append(index)
      if let stem = WordForms.stem(of: entry.slug.description) { groups["f " + stem, default: []].append(index) }
    }
    return compared(groups) { a, b in
      let (first, second) = (entries[a].slug.description, entries[b].slug.description)
      // A word and its translation are no slip.
      if entries[a].languages.isDisjoint(with: entries[b].languages) { return false }
      if words[a].sorted() == words[b].sorted() { return true }
      if WordForms.are(first, second) { return true }
      let hasDigits = (first + second).utf8.contains(where: \.isASCIIDigit)
      return !hasDigits && min(first.utf8.count, second.utf8.count) >= 8 && isSlip(first, second, a, b)
    }
  }

  private func compared(_ groups: [String: [Int]], _ areAlike: (Int, Int) -> Bool) -> [Int: Set<Int>] {
    var found: [Int: Set<Int>] = [:]
    for group in groups.values where group.count > 1 && group.count <= SimilarNames.most {
      for (place, a) in group.enumerated() {
        // What an authority file lists twice is two.
        for b in group[(place + 1)...] where a != b && !(entries[a].isListed && entries[b].isListed) && areAlike(a, b) {
          found[a, default: []].insert(b)
          found[b, default: []].insert(a)
        }
      }
    }
    return found
  }

  /// In larger groups, likeness tells nothing.
  private static let most = 200
}
