import Diagnostics
import Text

/// Looks at the versions of one text in several languages side by side.
struct TranslationCheck {
  let series: [Series]
  let places: IssuePlaces
  /// Where advice stands.
  let ofAdvice: IssuePlaces

  var findings: [Diagnostic] {
    if series.count < 2 { return repeatedKeys }
    let pairs = pairs
    let agreement = TranslationAgreement(pairs: pairs, places: ofAdvice)
    let isHabit = !TranslationCheck.nameAuthorsInAll(pairs)
    return pairs.compactMap { difference($0.first, $0.second, mayLackAuthors: isHabit) } + agreement.findings
      + misspeltKeys + repeatedKeys
  }

  /// The versions of each text, those of an earlier language first.
  private var pairs: [TranslationAgreement.Pair] {
    series.indices.flatMap { index in
      series[index].issues.flatMap { placed -> [TranslationAgreement.Pair] in
        placed.translations.compactMap { translation in
          guard let other = series.firstIndex(where: { $0.language == translation.language }), other > index else {
            return nil
          }
          return TranslationAgreement.Pair(
            first: placed.issue, second: series[other].issues[translation.issue].issue)
        }
      }
    }
  }

  /// Where one version has other authors than another, somebody loses an article.
  private func difference(_ first: Issue, _ second: Issue, mayLackAuthors: Bool) -> Diagnostic? {
    let (a, b) = (first.lead.authors, second.lead.authors)
    if a.isEmpty || b.isEmpty, mayLackAuthors || a.isEmpty == b.isEmpty { return nil }
    if a.count == b.count, zip(a, b).allSatisfy({ $0.name == $1.name }) { return nil }
    let (fewer, more) = a.count <= b.count ? (first, second) : (second, first)
    let names = Set(fewer.lead.authors.map(\.name))
    var missing = more.lead.authors.map(\.name).filter { !names.contains($0) }
    // Of as many, each may be written in another way: in other letters, in another order, with another ending.
    if a.count == b.count {
      missing.removeAll { name in names.contains { TranslationCheck.mayBeOne(name, $0) } }
      if missing.isEmpty { return nil }
    }
    // In another script, nobody has the same name.
    let whom = missing.count < more.lead.authors.count ? missing.joined(separator: ", ") : "an author"
    return Diagnostic(
      .translationDiffers, "\(whom) of \(more.path) is not among the authors here",
      at: ofAdvice.place(of: { $0.authors?.range }, in: fewer),
      notes: [.init("the other version", at: ofAdvice.place(of: { $0.authors?.range }, in: more))],
      help: "name the same authors in both, if it is one text")
  }

  /// Whether nearly all texts with authors name some in every version; where versions have none as a rule, that is a habit.
  private static func nameAuthorsInAll(_ pairs: [TranslationAgreement.Pair]) -> Bool {
    4 * pairs.count { $0.first.lead.authors.isEmpty != $0.second.lead.authors.isEmpty } <= max(4, pairs.count)
  }

  /// Whether two names begin alike in one of their words.
  private static func mayBeOne(_ a: String, _ b: String) -> Bool {
    func beginnings(_ name: String) -> [Substring] {
      Slug(naming: name).description.split(separator: "-").map { $0.prefix(3) }
    }
    return !Set(beginnings(a)).isDisjoint(with: beginnings(b))
  }

  /// Keys that several texts in one language have: one of them was copied, and only the first is linked.
  private var repeatedKeys: [Diagnostic] {
    func place(in issue: Issue) -> Location { places.place(of: { $0.translationKey?.range }, in: issue) }
    return series.flatMap { one -> [Diagnostic] in
      var first: [String: Issue] = [:]
      return one.issues.compactMap { placed in
        guard let key = placed.issue.translationKey else { return nil }
        guard let other = first[key] else {
          first[key] = placed.issue
          return nil
        }
        return Diagnostic(
          .ambiguousTranslation, "the translation key “\(key)” is used twice in one language",
          at: place(in: placed.issue), notes: [.init("it is used first here", at: place(in: other))],
          help: "give each text a key of its own")
      }
    }
  }

  /// Keys that one text alone has, and that are nearly those of texts in other languages.
  private var misspeltKeys: [Diagnostic] {
    var keys: [String: [(series: Int, issue: Issue)]] = [:]
    for (index, one) in series.enumerated() {
      for placed in one.issues {
        if let key = placed.issue.translationKey { keys[key, default: []].append((index, placed.issue)) }
      }
    }
    let alone = keys.compactMap { key, texts in texts.count == 1 ? (key: key, text: texts[0]) : nil }
      .sorted { $0.key < $1.key }
    // Where most have no other version yet, none is misspelt because it is alone.
    guard alone.count <= 200 else { return [] }
    // Of two that are alone, the later one is told; those that others share lack a version in this language.
    func isCandidate(_ texts: [(series: Int, issue: Issue)], in series: Int) -> Bool {
      texts.allSatisfy { $0.series != series } && (texts.count > 1 || texts[0].series < series)
    }
    let candidates = Dictionary(
      uniqueKeysWithValues: Set(alone.map(\.text.series)).map { series in
        (series, NearestWords(keys.filter { isCandidate($0.value, in: series) }.keys))
      })
    return alone.compactMap { key, text in
      guard let near = candidates[text.series]?.nearest(to: key),
        key.utf8.filter(\.isASCIIDigit) == near.utf8.filter(\.isASCIIDigit), let other = keys[near]?.first?.issue
      else { return nil }
      let place = places.place(of: { $0.translationKey?.range }, in: text.issue)
      return Diagnostic(
        .misspeltTranslationKey, "no other text has the key “\(key)”, and \(other.path) has nearly the same",
        at: place,
        notes: [.init("the other key", at: places.place(of: { $0.translationKey?.range }, in: other))],
        help: "did you mean “\(near)”?", mend: places.guess(key, near, at: place, in: text.issue))
    }
  }
}

extension DiagnosticKind {
  static let translationDiffers = DiagnosticKind(
    "translation-differs", .advice,
    "Two versions of one text have different numbers of authors: whoever is not named in one loses the article in that language. Or their dates are more than half a year apart, or they differ in their numbers or in the count of their parts where nearly all others agree."
  )
  static let ambiguousTranslation = DiagnosticKind(
    "ambiguous-translation", .warning, "Two issues in one language have the same `translation_key`.")
  static let misspeltTranslationKey = DiagnosticKind(
    "misspelt-translation-key", .warning,
    "A `translation_key` that one text alone has is nearly that of a text in another language: the two are not linked to each other."
  )
}
