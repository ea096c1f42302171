extension Collection where Element == String {
  /// The word that `typed` was probably meant to be, or `nil` when none is close: at most one edit for every three
  /// letters, the first by its letters where two are equally close.
  public func nearest(to typed: String) -> String? {
    let wanted = Array(typed.lowercased().utf8)
    let allowed = Swift.max(1, wanted.count / 3)
    var best: (word: String, distance: Int)?
    for word in self {
      let candidate = Array(word.lowercased().utf8)
      guard abs(candidate.count - wanted.count) <= allowed else { continue }
      let distance = editDistance(wanted, candidate)
      // A word of one letter is near to every other of one letter.
      guard distance <= allowed, distance < wanted.count else { continue }
      // Words may come from a table that is in another order each time.
      if let best, (best.distance, best.word) < (distance, word) { continue }
      best = (word, distance)
    }
    return best?.word
  }
}

/// Insertions, deletions, replacements and swaps of neighbours that turn one text into the other.
private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
  if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
  var beforeLast = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  for i in 1...a.count {
    var row = [i] + [Int](repeating: 0, count: b.count)
    for j in 1...b.count {
      let cost = a[i - 1] == b[j - 1] ? 0 : 1
      row[j] = Swift.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost)
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
        row[j] = Swift.min(row[j], beforeLast[j - 2] + 1)
      }
    }
    (beforeLast, last) = (last, row)
  }
  return last[b.count]
}
