import Text

/// What Pelican makes of a title for an address.
enum PelicanSlug {
  /// A text in small Latin letters, with hyphens in the place of blanks and dashes, low lines, and no other sign; `nil`
  /// where nothing is left.
  static func of(_ text: String) -> String? {
    var slug = ""
    var word = ""
    var isBetween = false
    func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .spacingMark, .enclosingMark: true
      default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      }
    }
    // What is written apart from another word is so by a blank, and not by signs that go.
    func endWord() {
      if isBetween, !slug.isEmpty { slug += "-" }
      slug += Slug(of: word)?.description ?? ""
      (word, isBetween) = ("", false)
    }
    for scalar in text.unicodeScalars {
      if isOfWord(scalar) {
        word.unicodeScalars.append(scalar)
        continue
      }
      if !word.isEmpty { endWord() }
      if scalar == "_" {
        endWord()
        slug += "_"
      } else if scalar.properties.isWhitespace || scalar.properties.isDash {
        isBetween = true
      }
    }
    if !word.isEmpty { endWord() }
    return slug.isEmpty ? nil : slug
  }
}
