import Text

extension NameWords {
  /// Whether a text behind a name says what somebody is, and names nobody: `Senior Fellow`, `PhD candidate`, `Professor of
  /// Law`, `former Minister of Ports`.
  ///
  /// The word for it stands in small letters, which names do not have, or is the last one before the first word in small
  /// letters. Before a capital it is a title, `Professor Ada Brink`, and a name may end as one does.
  public func isProfession(_ text: String) -> Bool {
    guard !professions.isEmpty else { return false }
    let words = text.utf8.split(separator: 0x20, maxSplits: 10)
    guard words.count < 10 else { return false }
    var head: Substring.UTF8View?
    var isWhole = true
    for (place, word) in words.enumerated() {
      let isSmall = Substring(word).unicodeScalars.first?.properties.isLowercase == true
      if isSmall, isOne(word) { return true }
      if isSmall, place > 0 { isWhole = false }
      if isWhole { head = word }
    }
    return head.map(isOne) ?? false
  }

  /// What stands before the profession that words in Han characters end with, `本刊` of `本刊记者`; `nil` where they end with
  /// none.
  public func withoutProfession(inHan text: String) -> String? {
    professionsInHan.first(where: text.hasSuffix).map { String(text.dropLast($0.count)) }
  }

  private func isOne(_ word: Substring.UTF8View) -> Bool {
    if professionLengths.include(word.count), professions.contains(Substring(word).lowercased()) { return true }
    // `東京大学教授`: words that nothing parts.
    if let first = word.first, (0xE4...0xE9).contains(first) {
      let text = Substring(word)
      return professionsInHan.contains { text.hasSuffix($0) }
    }
    // `Editor-in-Chief`, `Vice-President`
    guard word.contains(UInt8(ascii: "-")) else { return false }
    return word.split(separator: UInt8(ascii: "-")).contains { isOne($0) }
  }
}
