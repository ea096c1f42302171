import Text

extension Language {
  /// The languages whose mastheads are understood. Each stands in a file of its own.
  public static let all = [english, polish]

  /// The language of a site, and of an issue, that does not say.
  public static let `default` = english

  /// The data of a language; a language that is not in the table is read as the default one is.
  public static func tagged(_ tag: String) -> Language {
    all.first { tag == $0.tag || tag.hasPrefix($0.tag + "-") } ?? .default
  }

  /// The languages whose sign begins a number line, with what follows the sign, its full stop and blanks.
  ///
  /// Several languages may have one sign, as many have `Nr`.
  public static func withNumberSign(of line: String) -> (languages: [Language], rest: Substring)? {
    withNumberSign(of: line, among: all)
  }

  static func withNumberSign(
    of line: String, among languages: [Language]
  ) -> (languages: [Language], rest: Substring)? {
    var found: (languages: [Language], rest: Substring)?
    for language in languages {
      guard let rest = language.withoutNumberSign(line) else { continue }
      // The number begins at one place, whichever sign stands before it.
      if found == nil { found = ([language], rest) } else { found?.languages.append(language) }
    }
    return found
  }

  private func withoutNumberSign(_ line: String) -> Substring? {
    let bytes = line.utf8
    for sign in numberSigns
    where bytes.prefix(sign.utf8.count).elementsEqual(
      sign.utf8, by: { $0 == $1 || $0.isASCIILetter && $0 | 0x20 == $1 })
    {
      let rest = bytes.dropFirst(sign.utf8.count).drop { $0 == UInt8(ascii: ".") || $0 == 0x20 }
      if rest.first?.isASCIIDigit == true || Substring(rest).first?.isNumber == true { return Substring(rest) }
    }
    return nil
  }
}
