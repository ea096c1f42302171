import Text

/// Takes the words out of a text, folded: `Łódź’s` gives `lodz` and `s`. Of scripts without spaces, it gives each two
/// neighbours, and the last character alone.
struct WordReader {
  private var letters = FoldedLetters()

  /// Longer words are cut: who looks for one finds it by its beginning.
  static let longest = 48

  /// The words in order.
  mutating func words(of text: Span<UInt8>) -> [Bytes] {
    WordReader.asciiWords(of: text) ?? foldedWords(of: text)
  }

  /// The words of a text in ASCII, which need no table; `nil` for another text.
  private static func asciiWords(of text: Span<UInt8>) -> [Bytes]? {
    var words: [Bytes] = []
    var word: Bytes = []
    for index in text.indices {
      let byte = text[index]
      if byte.isASCIILetter {
        word.append(byte | 0x20)
      } else if byte.isASCIIDigit {
        word.append(byte)
      } else if byte < 0x80, byte >= 0x20 {
        end(&word, &words)
      } else {
        return nil
      }
    }
    end(&word, &words)
    return words
  }

  private mutating func foldedWords(of text: Span<UInt8>) -> [Bytes] {
    var words: [Bytes] = []
    var word: Bytes = []
    var run: [String] = []
    for scalar in text.string.unicodeScalars {
      let (kind, folded) = letters.fold(scalar)
      switch kind {
      case .joining: break
      case .letter(isUnspaced: true):
        WordReader.end(&word, &words)
        run.append(folded)
      case .letter(isUnspaced: false):
        WordReader.end(&run, &words)
        word += folded.utf8
      case .separating:
        WordReader.end(&word, &words)
        WordReader.end(&run, &words)
      }
    }
    WordReader.end(&word, &words)
    WordReader.end(&run, &words)
    return words
  }

  private static func end(_ word: inout Bytes, _ words: inout [Bytes]) {
    if word.isEmpty { return }
    if word.count > longest {
      let end = (1...longest).last { !word[$0].isUTF8Continuation } ?? longest
      word.removeSubrange(end...)
    }
    words.append(word)
    word = []
  }

  private static func end(_ run: inout [String], _ words: inout [Bytes]) {
    for (place, letter) in run.enumerated() {
      words.append(Bytes((place + 1 < run.count ? letter + run[place + 1] : letter).utf8))
    }
    run = []
  }
}
