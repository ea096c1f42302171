/// The issues that have any of several keys, each with the worth of its best place.
struct UnionOfPostings {
  /// The best worth of each issue; `none` for one that has no key.
  private var best: [UInt8]
  /// The issues that have a key, as they were met.
  private var met: [UInt32] = []
  private static let none = UInt8.max

  /// - Parameter issueCount: How many issues there are, at most.
  init(issueCount: Int) { best = [UInt8](repeating: UnionOfPostings.none, count: issueCount) }

  /// Adds the issues of a key, each `issue << 2 | worth`.
  mutating func add(_ postings: Span<UInt32>) {
    for index in postings.indices {
      let (issue, worth) = (Int(postings[index] >> 2), UInt8(postings[index] & 3))
      if best[issue] == UnionOfPostings.none { met.append(UInt32(issue)) }
      if worth < best[issue] { best[issue] = worth }
    }
  }

  /// All of them in order, for which it begins anew.
  mutating func take() -> [UInt32] {
    var all: [UInt32] = []
    all.reserveCapacity(met.count)
    // Many are quicker found in order than put into it.
    if met.count > best.count / 16 {
      for issue in best.indices where best[issue] != UnionOfPostings.none {
        all.append(UInt32(issue) << 2 | UInt32(best[issue]))
      }
    } else {
      for issue in met.sorted() { all.append(issue << 2 | UInt32(best[Int(issue)])) }
    }
    for issue in met { best[Int(issue)] = UnionOfPostings.none }
    met.removeAll(keepingCapacity: true)
    return all
  }
}
