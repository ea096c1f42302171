extension Collection where Element == String {
  /// The word that `typed` was probably meant to be, or `nil` when none is close: at most one edit for every three
  /// letters, the first by its letters where two are equally close.
  ///
  /// It looks at all words, which are a few; `NearestWords` is for many.
  ///
  /// - Parameter most: No more edits than these, however long the word is.
  public func nearest(to typed: String, within most: Int = .max) -> String? {
    let letters = LetterCodes(typed.lowercased())
    let wanted = letters.codes
    let allowed = Swift.min(most, Swift.max(1, wanted.count / 3))
    var best: (word: String, distance: Int)?
    for word in self {
      // Small letters have as many bytes as capitals, but for a few; and few words are as long as the one that was typed.
      guard abs(word.utf8.count - letters.byteCount) <= 3 * allowed + 4 else { continue }
      let candidate = letters.codes(of: word.lowercased())
      // A word of one letter is near to every other of one letter.
      guard let distance = editDistance(wanted, candidate, limit: allowed), distance < wanted.count else { continue }
      // Words may come from a table that is in another order each time.
      if let best, (best.distance, best.word) < (distance, word) { continue }
      best = (word, distance)
    }
    return best?.word
  }
}

/// The letters of a word as numbers, so that a letter of any script is one step of a distance.
private struct LetterCodes {
  let codes: Bytes
  /// How many bytes the word has.
  let byteCount: Int
  /// The numbers of its letters, where one of them is not of ASCII.
  private var numbers: [Unicode.Scalar: UInt8] = [:]

  init(_ word: String) {
    byteCount = word.utf8.count
    if word.utf8.allSatisfy({ $0 < 0x80 }) {
      codes = Array(word.utf8)
      return
    }
    for letter in word.unicodeScalars where letter.value >= 0x80 && numbers[letter] == nil && numbers.count < 0x7F {
      numbers[letter] = 0x80 + UInt8(numbers.count)
    }
    codes = LetterCodes.codes(of: word, numbers)
  }

  /// The letters of another word; those that this one has not have one number, which it has not.
  func codes(of other: String) -> Bytes { LetterCodes.codes(of: other, numbers) }

  private static func codes(of word: String, _ numbers: [Unicode.Scalar: UInt8]) -> Bytes {
    word.unicodeScalars.map { $0.isASCII ? UInt8($0.value) : numbers[$0] ?? 0xFF }
  }
}
