extension Sequence where Element == Language {
  /// The language whose months, and words behind a year, a line has more of than any other's; `nil` where no language, or
  /// more than one, has the most.
  public func best(for line: some StringProtocol) -> Language? {
    let words = line.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    var best: Language?
    var most = 0
    for language in self {
      let count = words.count { language.month(named: $0) != nil || language.yearSuffixes.contains($0) }
      if count == most { best = nil }
      if count > most { (best, most) = (language, count) }
    }
    return best
  }
}
