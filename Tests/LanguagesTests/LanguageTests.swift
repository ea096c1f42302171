import Testing

@testable import Languages

@Suite("Languages")
struct LanguageTests {
  @Test("every language has its data", arguments: Language.all)
  func data(language: Language) {
    #expect(LanguageTag(language.tag)?.description == language.tag)
    #expect(language.months.count == 12 && !language.dateForms.isEmpty && !language.numberSigns.isEmpty)
    for (place, month) in language.months.enumerated() {
      for form in month.forms {
        #expect(form == form.lowercased())
        #expect(language.month(named: form) == place + 1, "“\(form)” is two months")
      }
    }
    let lower = language.numberSigns + language.nameSuffixes + language.abbreviations + language.ordinalSuffixes
    for word in lower { #expect(word == word.lowercased() && !word.hasSuffix(".")) }
  }

  @Test("dates are written as each language prints them")
  func dates() {
    #expect(Language.tagged("en-GB").written(year: 2010, month: 2, day: 11) == "February 11, 2010")
    #expect(Language.tagged("pl").written(year: 2010, month: 2, day: 11) == "11 lutego 2010")
    #expect(Language.tagged("plt") === Language.default)
    #expect(AnyLanguage.names == "English or Polish")
    #expect(AnyLanguage.dateExamples == ["`February 11, 2010`", "`11 February 2010`", "`11 lutego 2010`"])
  }

  @Test("months are found in any language, and the nearest one is written as its language writes it")
  func months() {
    #expect(AnyLanguage.month(named: "Września")?.month == 9)
    #expect(AnyLanguage.nearestMonth(to: "Febuary") == "February")
    #expect(AnyLanguage.nearestMonth(to: "Lutgo") == "lutego")
    #expect(AnyLanguage.nearestMonth(to: "Brumaire") == nil)
    // In Croatian, `listopad` is October.
    #expect(AnyLanguage.month(named: "listopad", first: other)?.month == 10)
    #expect(AnyLanguage.month(named: "listopad")?.month == 11)
  }

  @Test("of several languages with one number sign, the words of the line choose")
  func sharedSigns() throws {
    let languages = Language.all + [other]
    func language(_ line: String) throws -> Language? {
      try #require(Language.withNumberSign(of: line, among: languages)).languages.best(for: line)
    }
    #expect(try language("Nr 23 (99) • 11 lutego 2010 • © WIPM")?.tag == "pl")
    #expect(try language("Nr. 23 • 11. veljača 2010")?.tag == "hr")
    #expect(try language("Nr 23 • 3.02.2010 r.")?.tag == "pl")
    #expect(try language("Nr 23 • 2010-02-11 • © WIPM") == nil)
    #expect(Language.withNumberSign(of: "NR.\u{20}23", among: languages)?.languages.map(\.tag) == ["pl", "hr"])
    #expect(Language.withNumberSign(of: "No. 23", among: languages)?.languages.map(\.tag) == ["en"])
    #expect(Language.withNumberSign(of: "Nr wieczorny", among: languages) == nil)
  }

  @Test(
    "a tag has letters first, then subtags",
    arguments: [("en", "en"), ("PT-BR", "pt-BR"), ("zh-Hant", "zh-Hant"), ("e", nil), ("en-", nil), ("12", nil)])
  func tags(text: String, tag: String?) { #expect(LanguageTag(text)?.description == tag) }

  private let other = Language(
    tag: "hr", englishName: "Croatian", numberSigns: ["nr"],
    months: [
      "siječanj", "veljača", "ožujak", "travanj", "svibanj", "lipanj", "srpanj", "kolovoz", "rujan", "listopad",
      "studeni", "prosinac",
    ].map { Language.Month($0) }, dateForms: ["d. m y."], conjunctions: ["i"], nameSuffixes: [], abbreviations: [],
    backToText: "Natrag na tekst", rubrics: [])
}
