import Testing

@testable import Languages

@Suite("Languages")
struct LanguageTests {
  /// Of a language that nobody speaks.
  private func invented(behindYear: [String] = []) throws -> DateWords {
    var forms = DateWords.Forms()
    forms.day = try [#require(DateForm("{day}. {month} anno {year} k.")), #require(DateForm("{year}/{number}/{day}"))]
    forms.month = try [#require(DateForm("{month} {year}"))]
    forms.months = try [
      #require(DateForm("{month}–{last} {year}")), #require(DateForm("{month} {year}–{last} {next}")),
    ]
    forms.quarter = try [#require(DateForm("{roman} kvar {year}")), #require(DateForm("{quarter}a kvar {year}"))]
    forms.season = try [#require(DateForm("{season} {year}"))]
    let names = ["Una", "Dua", "Tria", "Kvara", "Kvina", "Sesa", "Sepa", "Oka", "Naŭa", "Deka", "Undeka", "Dodeka"]
    return DateWords(
      months: names.map { DateWords.Month($0, inDates: $0 + "n", also: [String($0.prefix(2)).lowercased()]) },
      seasons: [["vesno"], ["leto", "somero"], ["oseno"], ["zimo"]], forms: forms, behindDay: ["a"],
      behindYear: ["k"] + behindYear)
  }

  @Test(
    "a number is parted as an example shows",
    arguments: [
      ("12,345,678", 4_321, "4321"), ("12,345,678", 54_321, "54,321"), ("12,345,678", -987_654_321, "-987,654,321"),
      ("1,23,45,678", 54_321, "54,321"), ("1,23,45,678", 987_654_321, "98,76,54,321"),
      ("1 234 567", 100_000, "100 000"),
      ("12345678", 7_654_321, "7654321"), ("1234,5678", 0, ""), ("12.345,678", 0, ""), (",123,456,789", 0, ""),
      ("12,345", 0, ""),
      ("1234,567,890", 0, ""), ("", 0, ""),
    ])
  func digits(example: String, number: Int, printed: String) {
    #expect(DigitGroups(example: example)?.printed(number) ?? "" == printed)
  }

  @Test("a date is read in every form of its language, and only in these")
  func dates() throws {
    let dates = try invented()
    func read(_ text: String) -> PrintedDate? { dates.read(text) }
    let day = PrintedDate(year: 2031, .day(month: 2, day: 7))
    for text in [
      "7. Duan anno 2031 k.", "7a dua, anno 2031", "7 DU. anno 2031 k", "2031/2/7", "2031-02-07", "7° Dua anno 2031",
    ] {
      #expect(read(text) == day, "\(text)")
    }
    #expect(read("Dua 2031") == PrintedDate(year: 2031, .month(2)))
    #expect(read("Dua–Tria 2031") == PrintedDate(year: 2031, .months(2, through: 3, of: 2031)))
    #expect(read("Dodeka 2031 - Una 2032") == PrintedDate(year: 2031, .months(12, through: 1, of: 2032)))
    for text in ["III kvar 2031", "iii kvar 2031", "3a kvar 2031", "3 kvar 2031"] {
      #expect(read(text) == PrintedDate(year: 2031, .quarter(3)), "\(text)")
    }
    #expect(read("Somero 2031") == PrintedDate(year: 2031, .season(2, untilNextYear: false)))
    for text in ["Zimo 2031/32", "Zimo 2031–2032"] {
      #expect(read(text) == PrintedDate(year: 2031, .season(4, untilNextYear: true)), "\(text)")
    }
    #expect(read("2031") == PrintedDate(year: 2031, .year))
    for text in [
      "7. Dua anno 2031 kaj pli", "Dua anno 2031", "7 Mai anno 2031", "7. Dua anno 31", "Zimo 2031/33", "V kvar 2031",
      "7: Dua anno 2031", "2031 Dua", "", "7/2/2031",
    ] {
      #expect(read(text) == nil, "\(text)")
    }
  }

  @Test("a date is written in the first form of its kind, and read back")
  func written() throws {
    let dates = try invented()
    for (span, text) in [
      (PrintedDate.Span.day(month: 2, day: 7), "7. Duan anno 2031 k."), (.month(9), "Naŭa 2031"),
      (.months(3, through: 4, of: 2031), "Tria–Kvara 2031"),
      (.months(12, through: 1, of: 2032), "Dodeka 2031–Una 2032"),
      (.quarter(4), "IV kvar 2031"), (.season(1, untilNextYear: false), "vesno 2031"),
      (.season(4, untilNextYear: true), "zimo 2031/2032"), (.year, "2031"),
    ] {
      let date = PrintedDate(year: 2031, span)
      #expect(dates.written(date) == text)
      #expect(dates.read(text) == date, "\(text)")
    }
    #expect(dates.written(PrintedDate(year: 2031, .month(13))) == nil)
    #expect(DateForm("{day} {moon}") == nil && DateForm("{day") == nil)
  }

  @Test("a language that nobody wrote down writes days and months as the Unicode consortium's tables have them")
  func unknown() {
    let welsh = Language(unknown: "cy")
    #expect(welsh.written(PrintedDate(year: 2024, .day(month: 5, day: 7))) == "7 Mai 2024")
    #expect(welsh.written(PrintedDate(year: 2024, .month(5))) == "Mai 2024")
    #expect(welsh.written(PrintedDate(year: 2024, .season(1, untilNextYear: false))) == "2024")
    #expect(LanguageTag.isRightToLeft("ar") && !LanguageTag.isRightToLeft("cy"))
    #expect(LanguageTag.isRightToLeft("az-Arab") && !LanguageTag.isRightToLeft("az"))
  }

  @Test("numbers want forms of words as the rules of the language say")
  func plurals() {
    var rules = PluralRules()
    for (form, rule) in [
      (PluralForm.one, "n = 1"), (.few, "n % 10 = 2..4 and n % 100 != 12..14"),
      (.many, "n = 0, 20..29 or n % 100 = 99"),
    ] {
      let isRule = rules.add(form, rule)
      #expect(isRule)
    }
    let forms = [0, 1, 2, 5, 12, 22, 25, 34, 112, 199].map { rules.form(of: $0).rawValue }
    #expect(forms == ["many", "one", "few", "other", "other", "few", "many", "few", "other", "many"])
    #expect(PluralRules().form(of: 1) == .other && rules.form(of: .min) == .other)
    for wrong in ["", "n", "n = ", "n = a", "m = 1", "n % 0 = 1", "n = 4..2", "n = 1..2..3", "n % 10 % 2 = 1"] {
      let isRule = rules.add(.two, wrong)
      #expect(!isRule, "\(wrong)")
    }
    let phrase = Phrase.counted([.one: "{} day", .other: "{} days"])
    #expect(phrase.text(for: .one) == "{} day" && phrase.text(for: .many) == "{} days")
  }

  @Test(
    "a sign is found in any case, and one letter alone is none",
    arguments: [
      ("No. 5", "5"), ("NO 5", "5"), ("no5", "5"), ("Č. 5", "5"), ("č 5", "5"), ("č5", nil), ("Číslo 5", "5"),
      ("ČÍSLO: 5", "5"), ("第5号", "5号"), ("November", "vember"), ("x", nil), ("", nil),
    ])
  func signs(text: String, rest: String?) {
    let signs = Signs(["No", "č", "Číslo", "第"])
    #expect(signs.match(text[...].utf8).map { String(Substring($0.rest)) } == rest)
  }

  @Test(
    "a tag has letters first, then subtags",
    arguments: [
      ("en", "en"), ("PT-BR", "pt-BR"), ("zh-Hant", "zh-Hant"), ("zh_tw", "zh-TW"), ("e", nil),
      ("en_", nil), ("zh_Hant_TW", "zh-Hant-TW"), ("en-", nil), ("12", nil),
    ])
  func tags(text: String, tag: String?) { #expect(LanguageTag(text)?.description == tag) }
}
