extension Collection where Element == String {
  /// The word that `typed` was probably meant to be, or `nil` when none is close: at most one edit for every three
  /// letters, the first by its letters where two are equally close.
  ///
  /// It looks at all words, which are a few; `NearestWords` is for many.
  ///
  /// - Parameter most: No more edits than these, however long the word is.
  public func nearest(to typed: String, within most: Int = .max) -> String? {
    let wanted = Array(typed.lowercased().utf8)
    let allowed = Swift.min(most, Swift.max(1, wanted.count / 3))
    var best: (word: String, distance: Int)?
    for word in self {
      // Small letters have as many bytes as capitals, but for a few; and few words are as long as the one that was typed.
      guard abs(word.utf8.count - wanted.count) <= 2 * allowed + 4 else { continue }
      let candidate = Array(word.lowercased().utf8)
      // A word of one letter is near to every other of one letter.
      guard let distance = editDistance(wanted, candidate, limit: allowed), distance < wanted.count else { continue }
      // Words may come from a table that is in another order each time.
      if let best, (best.distance, best.word) < (distance, word) { continue }
      best = (word, distance)
    }
    return best?.word
  }
}
