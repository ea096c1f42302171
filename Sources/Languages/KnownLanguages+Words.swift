import Text

// What messages say of the languages of a site.

extension KnownLanguages {
  /// The names of the site's languages, as a message lists them: `English or Polish`.
  public var listedNames: String {
    let names = own.map(\.englishName)
    guard names.count > 1, let last = names.last else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " or " + last
  }

  /// One date in the forms of the site's languages, as a message lists them.
  public var dateExamples: String {
    var forms: [String] = []
    for language in own.contains(where: { !$0.dates.forms.day.isEmpty }) ? own : [fallback] {
      for form in language.dates.examples(PrintedDate(year: 2010, .day(month: 2, day: 11))) where !forms.contains(form)
      {
        forms.append(form)
      }
    }
    return forms.map { "`\($0)`, " }.joined()
  }

  /// The month that is probably meant by a misspelt name, as its language writes it.
  public func nearestMonth(to name: String) -> String? {
    let months = own.flatMap { $0.dates.months.map { ($0, $0.name.first?.isUppercase ?? false) } }
    guard let form = months.flatMap({ $0.0.forms }).nearest(to: name) else { return nil }
    let isCapitalized = months.first { $0.0.forms.contains(form) }?.1 ?? false
    return isCapitalized ? form.prefix(1).uppercased() + form.dropFirst() : form
  }
}

extension KnownLanguages {
  /// Whether a word means yes in whichever language.
  public func affirm(_ word: String) -> Bool {
    let word = word.lowercased()
    return (own + others).contains { $0.yes.contains(word) }
  }

  /// Whether a word says that a text is not to be out, in whichever language: `entwurf`. Publishing can't be taken back.
  public func callUnpublished(_ word: String) -> Bool {
    let word = word.lowercased()
    return (own + others).contains { $0.masthead.unpublished.contains(word) }
  }

  /// The field that a key of front matter names in one of the site's languages; `nil` where it names none.
  ///
  /// - Parameter key: In small letters, with low lines between its words.
  public func field(named key: String) -> String? {
    own.lazy.compactMap { $0.keys[key] }.first
  }

  /// The same in a language that is none of the site's.
  public func foreignField(named key: String) -> String? {
    others.lazy.compactMap { $0.keys[key] }.first
  }

  /// Whether words in small letters may stand between a title and its byline, in one of the site's languages.
  public func haveKicker(_ words: String) -> Bool {
    (own + [fallback]).contains { $0.masthead.kickers.contains(words) }
  }
}

extension DateWords {
  /// A day in every form that the language has for it.
  func examples(_ date: PrintedDate) -> [String] {
    guard case .day(let month, let day) = date.span else { return [] }
    // What is only read, with the month in Roman digits, need not be learned.
    return forms.day.filter { !$0.hasRomanMonth }.compactMap { write($0, date, month: month, day: day) }
  }
}
