import Languages
import Testing

@testable import Bulletins

@Suite("Names of files")
struct FileNameTests {
  private func name(_ path: String, languages: [String] = ["en", "pl"]) -> FileName {
    FileName(of: path, languages: languages)
  }

  @Test(
    "a name is a day, a name and a language; a file called index has those of its folder",
    arguments: [
      ("a/2024-05-07-tide.md", "tide", nil), ("a/2024-05-07-tide/index.md", "tide", nil),
      ("a/2024-05-07-tide/_index.pl.md", "tide", "pl"), ("a/tide.pl.MD", "tide", "pl"),
      ("2024-05-07.markdown", "2024-05-07", nil), ("a/2024-05-07-.md", "2024-05-07-", nil),
      ("a/2024-05-075-tide.md", "2024-05-075-tide", nil), ("a/tide.v2.md", "tide.v2", nil),
      ("a/2024-5-7-tide.md", "tide", nil), ("a/2024_05_07_tide.md", "tide", nil),
      ("a/2024.05.07.md", "2024.05.07", nil),
      ("a/20240507-tide.md", "tide", nil), ("a/20240507tide.md", "20240507tide", nil),
      ("a/20240507-20240513.md", "20240507-20240513", nil), ("a/2024-05-07-2024-05-13-tide.md", "tide", nil),
      ("a/20241307-tide.md", "20241307-tide", nil), ("a/20240507.md", "20240507", nil),
      ("a/2024-05-2x-tide.md", "2024-05-2x-tide", nil), ("a/2024-05-07tide.md", "2024-05-07tide", nil),
      ("a/2024-05-07T1200-tide.md", "1200-tide", nil),
      ("a/2024-13-07-tide.md", "2024-13-07-tide", nil), ("a/24-05-07-tide.md", "24-05-07-tide", nil),
      ("a/2024-05-07-tide.html.md", "tide", nil), ("a/tide.html.pl.md", "tide.html", "pl"),
      ("a/tide.html", "tide", nil),
      ("a/.pl.md", ".pl", nil), ("tide", "tide", nil), ("index.md", "index", nil), ("a/łódź.md", "łódź", nil),
    ] as [(String, String, String?)])
  func parts(path: String, title: String, language: String?) {
    let name = name(path)
    #expect(name.title == title && name.language == language)
  }

  @Test("a day with a letter behind it is one where it has two figures")
  func lettersBehindDays() {
    #expect(name("a/2024-05-07tide.md").date?.description == "2024-05-07")
    #expect(name("a/2024-05-2x-tide.md").date == nil && name("a/2024-5-7-tide.md").date != nil)
  }

  @Test(
    "a day or a month stands anywhere in a name, where there is one alone; the rest may be a number",
    arguments: [
      ("078-2020-feb-18", "2020-02-18", "078"), ("001-2015-Dec", "2015-12", "001"),
      ("newsletter-2019-05", "2019-05", "newsletter"), ("issue-20190512", "2019-05-12", "issue"),
      ("weekly_12_2021_03_04_ice", "2021-03-04", "weekly-12-ice"), ("2019-maj", "2019-05", ""),
      ("letter-2019-13", nil, nil), ("2019-05-to-2019-06", nil, nil), ("season-2019", nil, nil),
      ("a-99999999", nil, nil), ("issue-2024-02-30", nil, nil), ("2019-05-45", "2019-05", "45"),
      ("release-1-2024", nil, nil),
    ] as [(String, String?, String?)])
  func dayWithin(name: String, day: String?, rest: String?) {
    let languages = KnownLanguages.of(site: ["en", "pl"], files: []).languages
    let found = DayInName(name[...], languages)
    #expect(found?.date.description == day && found?.rest == rest)
  }

  @Test("a file with a heading is an issue of the day that its name or its folders say")
  func headingAndDay() {
    let text = "# Ice\n\nText.\n"
    #expect(read(text, path: "Content/bulletins/078-2020-feb-18.md").issue?.date.description == "2020-02-18")
    #expect(read("#" + text, path: "Content/bulletins/078-2020-feb-18.md").issue?.title == "Ice")
    #expect(read(text, path: "Content/bulletins/20200218-20200224.md").issue?.date.description == "2020-02-18")
    #expect(read(text, path: "Content/bulletins/2020/02/18/ice.md").issue?.date.description == "2020-02-18")
    #expect(read(text, path: "Content/bulletins/ice.md").diagnostics.map(\.kind.name) == ["no-metadata"])
  }

  @Test("a language is one of the site's, or any registered code of two letters; a word is none")
  func languages() {
    #expect(name("about.de.md").language == "de")
    #expect(name("about.pt-br.md", languages: ["pt-BR"]).language == "pt-BR")
    #expect(name("about.pt_BR.md", languages: ["pt-BR"]).language == "pt-BR")
    #expect(name("about.gsw.md", languages: ["gsw"]).language == "gsw")
    // Newari has this code; far more often it is a word.
    #expect(name("about.new.md").language == nil && name("about.xx.md").language == nil)
    #expect(name("update-on-isles.io-incident.md").language == nil && name("a.zh-Hant.md").language == "zh-Hant")
    #expect(name("a.es-419.md").language == "es-419")
  }

  @Test("versions in several languages have their path in common")
  func counterparts() {
    #expect(name("a/tide/index.pl.md").counterpart == "a/tide/index" && name("a/tide/index.md").isIndex)
    #expect(name("a/tide.pl.md").counterpart == name("a/tide.md").counterpart)
  }

  @Test("the folder is the one in which the text lies, whatever the file is called")
  func folders() {
    #expect(
      name("a/b/tide.md").folder == "b" && name("a/b/tide/index.md").folder == "b" && name("tide.md").folder == "")
  }

  @Test("a letter that joins with a full stop does not hide where a name ends")
  func combiningLetters() {
    #expect(name("a/tide.\u{301}md").title == "tide" && name("a/\u{301}tide.md").folder == "a")
  }

  @Test("the language in a name is stronger than the masthead's number sign, and the difference is said")
  func mastheads() {
    let reading = read(issue(number: "Nr 3 (40) • 7 maja 2024 • © V"), path: "a/3.de.md")
    #expect(reading.issue?.language == "de")
    #expect(reading.diagnostics.map(\.message) == ["file name and masthead differ in language"])
    #expect(read("---\nlang: pl\ntitle: x\ndate: 2024-05-07\n---\nx\n", path: "a/3.de.md").issue?.language == "pl")
  }
}
