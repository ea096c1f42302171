import Languages
import Text

/// What opens a list of names, or a part of it, and is no name: `By`, `Text:`, `Photos by`.
struct NameLabel: Equatable {
  /// What the people behind it did; `nil` where they are simply the authors.
  let credit: String?

  /// A text without the label that it begins with; `nil` where it has none.
  static func split(_ text: String, _ known: NameWords) -> (label: NameLabel, rest: String)? {
    if let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) {
      let label = String(text[..<colon])
      let rest = String(text[text.utf8.index(after: colon)...]).trimmed
      // `https:` is none, and nobody is called `10.1234`.
      guard !label.isEmpty, rest.unicodeScalars.first?.properties.isAlphabetic == true,
        !label.utf8.contains(where: { "(),".utf8.contains($0) }), label.utf8.split(separator: 0x20).count <= 4
      else { return nil }
      return (NameLabel(credit: isAuthorship(label, known) ? nil : label), rest)
    }
    if let parted = splitAtMark(text, known) { return parted }
    // `By Mirela Tonk`, `Photos by Mirela Tonk`, `A cura di Mirela Tonk`
    let words = text.utf8.split(separator: 0x20, maxSplits: 3)
    for count in [3, 2, 1] where words.count > count {
      guard let end = words[..<count].last?.endIndex else { continue }
      let printed = String(text[..<end])
      // `Oprac. Jan Król`
      let label = printed.utf8.last == UInt8(ascii: ".") ? String(printed.dropLast()) : printed
      if isKnown(label, known) {
        return (NameLabel(credit: isAuthorship(label, known) ? nil : label), String(text[end...]).trimmed)
      }
    }
    return longLabel(of: text, known)
  }

  /// `Translated from Polish by Mirela Tonk`: a label of two words with others between.
  private static func longLabel(of text: String, _ known: NameWords) -> (label: NameLabel, rest: String)? {
    guard text.utf8.count(where: { $0 == 0x20 }) > 3 else { return nil }
    let words = text.utf8.split(separator: 0x20, maxSplits: 6)
    for count in [4, 5] where words.count > count {
      let (first, last) = (String(Substring(words[0])), String(Substring(words[count - 1])))
      guard known.label("\(first) \(last)") == true, let end = words[..<count].last?.endIndex else { continue }
      return (NameLabel(credit: String(text[..<end])), String(text[end...]).trimmed)
    }
    return nil
  }

  /// `文/李明`, `文・林花`: a mark that names have, too, so that only a known word is a label before it.
  private static func splitAtMark(_ text: String, _ known: NameWords) -> (label: NameLabel, rest: String)? {
    // In what is longer than any list of names, each mark would be tried.
    guard text.utf8.count < 1_000, text.utf8.contains(where: { $0 == UInt8(ascii: "/") || $0 == 0xE3 }) else {
      return nil
    }
    let scalars = text.unicodeScalars
    for mark in scalars.indices where scalars[mark] == "/" || scalars[mark] == "・" {
      let label = String(scalars[..<mark]).trimmed
      let rest = String(scalars[scalars.index(after: mark)...]).trimmed
      // `取材・文/林花`: of several words, the last one tells.
      let word = label.split(separator: "・").last.map(String.init) ?? label
      guard isKnown(word, known), rest.unicodeScalars.first?.properties.isAlphabetic == true, !isKnown(rest, known)
      else { continue }
      return (NameLabel(credit: isAuthorship(word, known) ? nil : label), rest)
    }
    return nil
  }

  /// A list with semicolons for the full stops before labels: `Words: Nora Quist. Pictures: Ole Brandt.`, `Nora Quist.
  /// Traducción de Juan Paz`.
  static func parted(_ text: String, _ known: NameWords) -> String {
    let text = partedAtColons(withColons(text, known), known)
    let stop = Bytes(". ".utf8)
    guard text.utf8.count < 1_000, text.utf8.span.firstOffset(of: stop.span) != nil else { return text }
    let parts = text.split(separator: ". ", omittingEmptySubsequences: false).map(String.init)
    var parted = parts[0]
    for (before, part) in zip(parts, parts.dropFirst()) {
      // Behind a whole name, and no initial or title: `W. von Braun`, `Dr. Von Weber`.
      let words = before.utf8.split(separator: 0x20)
      guard words.count > 1, let last = words.last, last.count > 3 else {
        parted += ". " + part
        continue
      }
      let word = part.utf8.prefix { $0 != UInt8(ascii: ":") }
      let label = String(Substring(word))
      let begins =
        isKnown(label, known) || isKnown(label + " by", known)
        || split(part, known).map { isLabel($0.label, known) } ?? false
      parted += (begins ? "; " : ". ") + part
    }
    return parted
  }

  /// A list with colons for the strokes behind labels: `文｜李明 图｜陈雨`.
  private static func withColons(_ text: String, _ known: NameWords) -> String {
    guard text.utf8.count < 1_000, text.has(ascii: "|") else { return text }
    return text.split(separator: " ", omittingEmptySubsequences: false).map { word in
      guard let stroke = word.firstIndex(of: "|"), stroke > word.startIndex else { return String(word) }
      let label = String(word[..<stroke])
      return isKnown(label, known) || known.areCredits([label])
        ? "\(label):\(word[stroke...].dropFirst())" : String(word)
    }.joined(separator: " ")
  }

  /// The same with semicolons before labels that have a colon behind them, and nothing between them and the name before:
  /// `文：林花 写真：谷一`.
  private static func partedAtColons(_ text: String, _ known: NameWords) -> String {
    guard text.utf8.count < 1_000, text.unicodeScalars.count(where: { $0 == ":" || $0 == "：" }) > 1 else { return text }
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count > 1 else { return text }
    var parted = String(words[0])
    for (before, word) in zip(words, words.dropFirst()) {
      let label = word.prefix { $0 != ":" && $0 != "：" }
      let isLabel = isKnown(String(label), known) || known.areCredits([String(label)])
      let begins = label.endIndex < word.endIndex && isLabel && !";,:：".contains(before.last ?? ";")
      parted += (begins ? "; " : " ") + word
    }
    return parted
  }

  private static func isLabel(_ label: NameLabel, _ known: NameWords) -> Bool {
    label.credit.map { isKnown($0, known) } ?? true
  }

  /// Whether a text is a label and nothing else.
  static func isKnown(_ text: String, _ known: NameWords) -> Bool {
    known.label(text) != nil
  }

  private static func isAuthorship(_ label: String, _ known: NameWords) -> Bool {
    known.label(label) == false
  }
}

extension String {
  /// Lines, each as metadata holds it; what has one line is as `plain`.
  var plainLines: String {
    guard utf8.contains(0x0A) else { return plain }
    return utf8.split(separator: 0x0A).map { String(Substring($0)).plain }.filter { !$0.isEmpty }.joined(
      separator: "\n")
  }
}
