import Diagnostics
import TestSupport
import Testing
import Text

@testable import Bulletins
@testable import Languages

/// All languages that the program brings.
private let all = KnownLanguages.ofProgram.own

@Suite("The data of languages")
struct LanguageDataTests {
  @Test("sixteen languages are there, and the data of each is read without a complaint")
  func complete() {
    let tags = ["cs", "de", "en", "es", "fr", "it", "ja", "lt", "nl", "pl", "pt", "ru", "sk", "sv", "uk", "zh"]
    #expect(all.map(\.tag).sorted() == tags)
    #expect(KnownLanguages.fallbackTag == "en")
    for file in EmbeddedFiles.languages {
      let source = SourceFile(path: file.path, bytes: Bytes(file.text.utf8))
      let (_, found) = LanguageFile.read(source, over: Language(unknown: "xx"))
      #expect(found.isEmpty, "\(found.map(\.printed).joined())")
    }
  }

  @Test("every language has all that a page and a masthead need", arguments: all)
  func data(language: Language) {
    let fallback = KnownLanguages.ofProgram.fallback
    #expect(language.dates.months.count == 12 && language.dates.seasons.count == 4)
    #expect(language.englishName != language.tag && !language.isUnknown)
    #expect(!language.masthead.editors.isEmpty && !language.names.conjunctions.isEmpty && !language.rubrics.isEmpty)
    #expect(!language.names.chiefEditor.isEmpty && language.typesetting.digitGroups != nil)
    for key in fallback.words.keys.sorted() {
      guard let phrase = language.words[key] else {
        Issue.record("\(language.tag) has no word for \(key)")
        continue
      }
      #expect(!phrase.text(for: .other).isEmpty)
      #expect(phrase.text(for: .other).contains("{}") == fallback.words[key]?.text(for: .other).contains("{}"))
    }
    for key in language.words.keys {
      #expect(fallback.words[key] != nil, "\(language.tag): \(key) is no word of the theme")
    }
    for (place, month) in language.dates.months.enumerated() {
      for form in month.forms {
        #expect(form == form.lowercased())
        // A name of digits is found by its number.
        if form.first?.isNumber == true { continue }
        #expect(language.dates.monthsByName[form] == place + 1, "“\(form)” is two months")
      }
    }
  }

  @Test(
    "no language's name of a field means another one in English already, so that none changes another's texts")
  func fieldNames() {
    for language in all {
      for (name, field) in language.keys {
        let english = Metadata.field(spelled: name)?.key
        #expect(english == nil || english == Metadata.field(spelled: field)?.key, "\(language.tag): \(name)")
      }
    }
  }

  @Test("what a language writes as a date it reads as that date", arguments: all)
  func dates(language: Language) throws {
    var random = SeededRandom(seed: 17)
    var wrong: Set<String> = []
    for _ in 0..<200 {
      let year = Int.random(in: 1850...2150, using: &random)
      let month = Int.random(in: 1...12, using: &random)
      let last = Int.random(in: 1...12, using: &random)
      for date in [
        PublicationDate(year: year, month: month, day: Int.random(in: 1...28, using: &random)),
        PublicationDate(year: year, month: month, .month), PublicationDate(year: year, .year),
        PublicationDate(year: year, month: month, .months(through: last)),
        PublicationDate(year: year, month: month, .quarter),
        PublicationDate(year: year, month: month, .season(untilNextYear: false)),
        PublicationDate(year: year, month: month, .season(untilNextYear: true)),
      ].compactMap(\.self) {
        let text = language.written(date)
        let read = PublicationDate.read(text, in: language, of: .ofProgram)
        if read != .success(date) || text.contains("{") { wrong.insert(text) }
      }
    }
    #expect(wrong.isEmpty)
  }

  @Test("every form of a day is read", arguments: all)
  func forms(language: Language) {
    for form in language.dates.examples(PrintedDate(year: 2024, .day(month: 10, day: 21))) {
      #expect(language.dates.read(form) == PrintedDate(year: 2024, .day(month: 10, day: 21)), "\(form)")
    }
  }

  @Test("a masthead that is printed in a language is read as what it says, also where other languages have its words")
  func mastheads() throws {
    var random = SeededRandom(seed: 5)
    for language in all {
      for own in [[language.tag], ["en", language.tag], [language.tag, "en"]] {
        let known = KnownLanguages.of(site: own.count == 2 && own[0] == own[1] ? [own[0]] : own, files: []).languages
        for _ in 0..<10 {
          let masthead = try PrintedMasthead(language, &random)
          let reading = read(masthead.text, options: ReadingOptions(languages: known))
          #expect(reading.diagnostics.isEmpty, "\(masthead.text)\n\(reading.diagnostics.map(\.printed).joined())")
          let issue = try #require(reading.issue)
          #expect(issue.language == language.tag, "\(own) \(masthead.text)")
          #expect(issue.number?.description == masthead.number && issue.cumulative?.description == masthead.cumulative)
          #expect(issue.volume == masthead.volume && issue.date == masthead.date, "\(masthead.text)")
          #expect(issue.editors.map(\.name) == masthead.editors, "\(masthead.text)")
          #expect(issue.lead.authors.map(\.name) == masthead.authors, "\(masthead.text)")
        }
      }
    }
  }

  /// A masthead in the words of a language's file.
  private struct PrintedMasthead {
    let number: String
    let cumulative: String?
    let volume: String?
    let date: PublicationDate
    let editors = ["Halina Brzeska", "Olgierd Tarnawa"]
    let authors = ["Lena Orzech", "Borys Kmita"]
    let text: String

    init(_ language: Language, _ random: inout SeededRandom) throws {
      let first = Int.random(in: 1...400, using: &random)
      let number = Bool.random(using: &random) ? "\(first)" : "\(first)–\(first + 1)"
      let cumulative = Bool.random(using: &random) ? "\(first + 900)" : nil
      let volume = Bool.random(using: &random) ? "\(Int.random(in: 1...99, using: &random))" : nil
      let year = Int.random(in: 1950...2026, using: &random)
      let day = PublicationDate(
        year: year, month: Int.random(in: 1...12, using: &random), day: Int.random(in: 1...28, using: &random))
      let date = try #require(day)
      func filled(_ key: String, _ value: String) -> String {
        language.words[key]?.text(for: .other).replacing("{}", with: value) ?? ""
      }
      let label = filled("editors_label", "")
      let conjunction = try #require(language.names.conjunctions.sorted().last { $0 != "&" })
      let line =
        (volume.map { filled("volume_sign", $0) + ", " } ?? "") + filled("number_sign", number)
        + (cumulative.map { " (\($0))" } ?? "") + " • " + language.written(date) + " • © VIIP"
      text =
        "# BULLETIN\n\n\(line)\n\n\(label) \(editors.joined(separator: ", "))\n\n---\n\n## A\n\n\(authors[0]) \(conjunction) \(authors[1])\n\n*S.*\n\nText.\n"
      (self.number, self.cumulative, self.volume, self.date) = (number, cumulative, volume, date)
    }
  }
}
