import Languages
import Markdown
import Testing

@testable import Bulletins

@Suite("Forms of number lines in several languages")
struct PrintedFormTests {
  private func read(_ line: String, in language: String) -> Reading {
    reading(of: issue(number: line + " • © VIIP", editors: ""), ReadingOptions(languages: known(language)))
  }

  @Test(
    "an issue out of the row needs no number, whatever it is called",
    arguments: [
      ("en", "Extra • March 5, 2024", "Extra"), ("de", "Spezial • 5. März 2024", "Spezial"),
      ("fr", "Hors série • 5 mars 2024", "Hors série"), ("es", "Número extra • 5 de marzo de 2024", "Número extra"),
      ("pl", "Numer świąteczny • 5 marca 2024", "Numer świąteczny"),
      ("ru", "Спецномер • 5 марта 2024 г.", "Спецномер"), ("nl", "Bijzonder nummer • 5 maart 2024", "Bijzonder nummer"),
      ("zh", "纪念特刊 • 2024年3月5日", "纪念特刊"),
    ])
  func outOfTheRow(language: String, line: String, name: String) {
    let reading = read(line, in: language)
    #expect(reading.issue?.special == name, "\(reading.diagnostics.map(\.message))")
    #expect(reading.issue?.number == nil)
  }

  @Test(
    "a number, its volume and its date are told apart in whichever order and with whichever marks they are printed",
    arguments: [
      ("en", "Vol. 12:3 • March 5, 2024", "12"), ("en", "Vol. 12: No. 3 • March 5, 2024", "12"),
      ("en", "Volume 12 – Number 3 • March 5, 2024", "12"), ("en", "Vol. 12 / No. 3 • March 5, 2024", "12"),
      ("en", "No. 3, Vol. 12 • March 5, 2024", "12"), ("fr", "n° 3, vol. 12 • 5 mars 2024", "12"),
      ("de", "Nr. 3, 12. Jahrgang • 5. März 2024", "12"), ("cs", "XII. ročník, č. 3 • 5. března 2024", "XII"),
      ("ja", "第12巻3号 • 2024年3月5日", "12"), ("zh", "12卷3期 • 2024年3月5日", "12"),
      ("en", "No. 3 (March 5, 2024)", nil), ("pl", "Nr 3 (5 marca 2024)", nil),
      ("en", "Vol. 12, No. 3 (March 5, 2024) • © V", "12"),
      ("ja", "第3号（2024年3月5日）", nil), ("zh", "第3期　2024年3月5日", nil), ("en", "March 5, 2024 • No. 3 • © V", nil),
      ("de", "5. März 2024 | Nr. 3 (99)", nil),
    ] as [(String, String, String?)])
  func orders(language: String, line: String, volume: String?) {
    let reading = read(line, in: language)
    #expect(reading.issue?.number?.description == "3", "\(reading.diagnostics.map(\.message))")
    #expect(reading.issue?.date.description == "2024-03-05" && reading.issue?.volume == volume)
  }

  @Test("what may be a number or a day is neither, and a day that there is not is told once")
  func doubtfulOrders() {
    #expect(read("MILD Jahrgang 3 • 5. März 2024", in: "de").issue?.volume == nil)
    #expect(read("Nr 3 marca 2024", in: "pl").issue == nil && read("Vol. 2 3 April 2024", in: "en").issue == nil)
    #expect(kinds("# B\n\nNo. 3 (February 30, 2024)\n\n---\n\n## T\n\nLena Orzech\n\nText.\n") == ["impossible-date:3"])
  }

  @Test(
    "the volume stands before its word or behind it",
    arguments: [
      ("lt", "12 tomas, Nr. 3 • 2024 m. kovo 5 d."), ("ru", "Год 12, № 3 • 5 марта 2024 г."),
      ("uk", "Рік 12, № 3 • 5 березня 2024 р."),
    ])
  func volumes(language: String, line: String) {
    let reading = read(line, in: language)
    #expect(reading.issue?.number?.description == "3", "\(reading.diagnostics.map(\.message))")
    #expect(reading.issue?.volume == "12")
  }

  @Test(
    "short months, ordinals, tildes and seasons without their sign are read",
    arguments: [
      ("de", "Nr. 3 • 5. Mrz. 2024", "2024-03-05"), ("es", "N.º 3 • 1.er trimestre de 2024", "2024-01"),
      ("ja", "第3号 • 2024年3月～4月", "2024-03"), ("lt", "Nr. 3 • 2024 ruduo", "2024-09"),
    ])
  func dates(language: String, line: String, beginning: String) {
    let reading = read(line, in: language)
    #expect(
      reading.issue?.date.firstDay.description.hasPrefix(beginning) == true,
      "\(reading.diagnostics.map(\.message)) \(String(describing: reading.issue?.date))")
  }

  @Test(
    "the year, the volume or what the number is may stand behind it",
    arguments: [
      ("en", "No. 3, 2024 • April 5, 2024", nil, nil, nil),
      ("en", "No. 3 (Special Issue) • April 5, 2024", nil, nil, "Special Issue"),
      ("en", "No. 3 (53rd issue) • April 5, 2024", "53", nil, nil),
      ("pl", "Nr 3 (53), rok XII • 5 kwietnia 2024", "53", "XII", nil),
      ("pl", "Nr 3 (wydanie specjalne) • 5 kwietnia 2024", nil, nil, "wydanie specjalne"),
      ("ru", "№ 3 (112) / 2024 • 5 апреля 2024 г.", "112", nil, nil),
      ("cs", "Č. 3 (53. číslo) • 5. dubna 2024", "53", nil, nil),
      ("ja", "第3号 • 2024年4月5日発行", nil, nil, nil), ("zh", "第3期 • 2024年4月5日出版", nil, nil, nil),
      ("ja", "2024年4月5日発行　第3号", nil, nil, nil),
      ("en", "No. 3, 2024 (53) • April 5, 2024", "53", nil, nil),
      ("en", "No. 3 (53), 2024 • April 5, 2024", "53", nil, nil),
    ])
  func behindNumbers(language: String, line: String, cumulative: String?, volume: String?, special: String?) {
    let reading = read(line, in: language)
    #expect(reading.issue?.number?.description == "3" && reading.diagnostics.isEmpty, "\(reading.diagnostics)")
    #expect(reading.issue?.cumulative?.description == cumulative && reading.issue?.volume == volume)
    #expect(reading.issue?.special == special && reading.issue?.date.description == "2024-04-05")
  }

  @Test("a day that the calendar does not have is one mistake, also with nothing but a blank before it")
  func impossibleBehindBlank() {
    #expect(read("第3期 2024年4月31日", in: "zh").diagnostics.map(\.kind.name) == ["impossible-date"])
  }
}

@Suite("Smart punctuation of what stands in front matter")
struct SmartFrontMatterTests {
  private func read(_ title: String, in language: String, summary: String = "") -> Bulletins.Issue? {
    let text =
      "---\ntitle: '\(title.replacing("'", with: "''"))'\nnumber: 1\ndate: 2024-05-01\nsummary: '\(summary)'\n---\n\nText.\n"
    let options = ReadingOptions(languages: known(language), markdown: MarkdownOptions(smartPunctuation: true))
    return reading(of: text, options).issue
  }

  @Test(
    "titles have the marks of their language",
    arguments: [
      ("en", "The \"Plan\"", "The “Plan”"), ("de", "Der \"Plan\"", "Der „Plan“"), ("ru", "О \"плане\"", "О «плане»"),
      ("en", "It's the '90s -- or not...", "It’s the ’90s – or not…"), ("en", "The pilots' 'No'", "The pilots’ ‘No’"),
      ("en", "\"'No' it is\"", "“‘No’ it is”"), ("en", "A 5-inch pipe", "A 5-inch pipe"),
    ])
  func titles(language: String, typed: String, printed: String) {
    #expect(read(typed, in: language)?.title == printed)
  }

  @Test("a summary has them, too, and nothing does without the setting")
  func summaries() {
    #expect(read("A", in: "de", summary: "Der \"Kai\" bleibt.")?.lead.abstract == "Der „Kai“ bleibt.")
    let plain = reading(of: "---\ntitle: The \"Plan\"\nnumber: 1\ndate: 2024-05-01\n---\n\nText.\n", ReadingOptions())
    #expect(plain.issue?.title == "The \"Plan\"")
  }

  @Test("what lists show of a heading has the marks, too, and its id does not depend on them")
  func headings() {
    let text = "---\ntitle: T\nnumber: 1\ndate: 2024-05-01\n---\n\n## Der \"Plan\"\n\nText.\n"
    let options = ReadingOptions(languages: known("de"), markdown: MarkdownOptions(smartPunctuation: true))
    let sections = reading(of: text, options).issue?.lead.text.sections
    #expect(sections?.map(\.text) == ["Der „Plan“"] && sections?.map(\.id) == ["der-plan"])
  }

  @Test("a heading that repeats the title is the same one")
  func sameTitle() {
    let text = "---\ntitle: The \"Plan\"\nnumber: 1\ndate: 2024-05-01\n---\n\n# The \"Plan\"\n\nText.\n"
    let options = ReadingOptions(languages: known("de"), markdown: MarkdownOptions(smartPunctuation: true))
    let reading = reading(of: text, options)
    #expect(reading.issue?.title == "The „Plan“" && reading.texts[0].string == "<p>Text.</p>\n")
    #expect(reading.diagnostics.isEmpty)
  }
}

private func reading(of text: String, _ options: ReadingOptions) -> Reading {
  read(text, options: options)
}
