import Languages
import Testing
import Text

@testable import Bulletins

@Suite("Names")
struct NameTests {
  @Test(
    "names without blanks and words between them, and lists of a thousand commas, are read in no time",
    .timeLimit(.minutes(1)))
  func longLists() {
    let names = String(repeating: "甲乙丙丁戊己庚和", count: 400)
    #expect(read("---\nlanguage: zh\ntitle: 潮\ndate: 2021-02-03\nauthors: \(names)\n---\nText.\n").issue != nil)
    _ = read(issue(number: "No. 1" + String(repeating: ", a", count: 20_000)))
    _ = read("---\ntitle: A\ndate:\(String(repeating: " a", count: 20_000))\n---\nText.\n")
  }

  private func names(_ byline: String) -> [String] { Byline.read(byline, words).map(\.name) }

  @Test("a name of four words may have a full stop, and a sentence that begins with an article is none")
  func namesWithStops() {
    #expect(Byline.authors(in: "Nora Aurelia Quist Brandt.", words)?.count == 1)
    #expect(Byline.authors(in: "The Ice Is Late.", words) == nil)
    for name in ["Ida in ’t Veld", "Nora Quist ret.", "Hildegard of Bingen", "K. D. lang", "Friends of Tarn"] {
      #expect(Byline.authors(in: name, words)?.count == 1, "\(name)")
    }
    #expect(Byline.authors(in: "Office for Tides and Currents", words)?.count == 1)
    let editors = NameList.people("Quist, Design; Brandt, Editor-in-chief", words) { [$0] }
    #expect(!editors.contains { $0.name.contains("Design Quist") })
  }

  @Test(
    "a byline names its authors, however it is printed",
    arguments: [
      ("By Nora Quist", ["Nora Quist"]), ("By Nora Quist and Ole Brandt", ["Nora Quist", "Ole Brandt"]),
      ("Text: Nora Quist; Photos: Ole Brandt", ["Nora Quist", "Ole Brandt"]),
      ("Words by Nora Quist, photos by Ole Brandt", ["Nora Quist", "Ole Brandt"]),
      ("Nora Quist / Ole Brandt", ["Nora Quist", "Ole Brandt"]),
      ("Nora Quist + Ole Brandt", ["Nora Quist", "Ole Brandt"]),
      ("Ole Brandt – Analyst", ["Ole Brandt"]), ("Nora Quist, Editor-in-Chief", ["Nora Quist"]),
      ("Joris Mehlfeld, S.J.", ["Joris Mehlfeld"]), ("Daniel Ash sen.", ["Daniel Ash sen."]),
      ("Gen. (ret.) Ada Brink", ["Ada Brink"]),
      ("Words: Nora Quist. Pictures: Ole Brandt.", ["Nora Quist", "Ole Brandt"]),
      ("Joris Mehlfeld, Dr. habil.", ["Joris Mehlfeld"]),
      ("Nora Quist ¹ ², Ole Brandt", ["Nora Quist", "Ole Brandt"]),
      ("Joris Mehlfeld, O.P., and Ada Brink, F.R.S.", ["Joris Mehlfeld", "Ada Brink"]),
      ("Nora Quist; translated from Polish by Ole Brandt", ["Nora Quist", "Ole Brandt"]),
      ("With Ole Brandt", ["Ole Brandt"]),
      ("Joris Mehlfeld, Ada Brink (https://orcid.org/0000-0002-1825-0097)", ["Joris Mehlfeld", "Ada Brink"]),
      ("Joris Mehlfeld 1, Ada Brink 2", ["Joris Mehlfeld", "Ada Brink"]),
      ("Ministry of Ports, Roads and Bridges", ["Ministry of Ports, Roads and Bridges"]),
      ("Nora Quist | Ole Brandt", ["Nora Quist", "Ole Brandt"]),
      ("Nora Quist • Ole Brandt · Ida Lund", ["Nora Quist", "Ole Brandt", "Ida Lund"]),
      ("Nora Quist & Ole Brandt and Ida Lund", ["Nora Quist", "Ole Brandt", "Ida Lund"]),
      ("Autor: Ewa Zając", ["Ewa Zając"]), ("山田花子、鈴木一郎", ["山田花子", "鈴木一郎"]),
      ("Nora Quist*, Ole Brandt†", ["Nora Quist", "Ole Brandt"]), ("Nora Quist.", ["Nora Quist"]),
      ("— Nora Quist", ["Nora Quist"]), ("Nora Quist, ed., Ole Brandt (eds.)", ["Nora Quist", "Ole Brandt"]),
      ("Josep Puig i Cadafalch", ["Josep Puig i Cadafalch"]),
      ("Nora Quist nora@tarn.example, Ole Brandt", ["Nora Quist", "Ole Brandt"]),
      ("Quist, Nora; Brandt, Ole B.", ["Nora Quist", "Ole B. Brandt"]),
      ("Nora Quist, Ole Brandt; Ida Lund, Ada Rill", ["Nora Quist", "Ole Brandt", "Ida Lund", "Ada Rill"]),
      ("Quist, PhD; Brandt, Ole", ["Quist", "Brandt", "Ole"]),
      ("van der Lund, Ida; Brandt, Ole", ["Ida van der Lund", "Ole Brandt"]),
      ("Nora Quist et al.", ["Nora Quist"]), ("李和平、陈永和", ["李和平", "陈永和"]), ("港口和航运研究所", ["港口和航运研究所"]),
      ("威廉·斯图尔特、李明", ["威廉·斯图尔特", "李明"]), ("Gal·la Puig, Nora Quist", ["Gal·la Puig", "Nora Quist"]),
      ("Nora Quist\nHarbour Office, Tarn\nOle Brandt", ["Nora Quist", "Ole Brandt"]),
      ("Dr. rer. nat. Eva Brandt", ["Eva Brandt"]),
      ("Prof. Dr. h. c. Eva Brandt, M. Sc.", ["Eva Brandt"]), ("к. т. н. Анна Лугова", ["Анна Лугова"]),
      ("Nora Quist, OBE, FRSC, and Ole Brandt", ["Nora Quist", "Ole Brandt"]),
      ("Nora Quist (Harbour Office, Tarn) and Ole Brandt (Port School)", ["Nora Quist", "Ole Brandt"]),
      ("NORA QUIST AND OLE BRANDT", ["NORA QUIST", "OLE BRANDT"]),
      ("Nora Quist with Ole Brandt", ["Nora Quist", "Ole Brandt"]),
      ("Nora Quist/Ole Brandt", ["Nora Quist", "Ole Brandt"]), ("Reuters/AFP", ["Reuters/AFP"]),
      ("山口葉子・森太一", ["山口葉子", "森太一"]), ("ジョン・スミス", ["ジョン・スミス"]),
      ("Nora Quist1, Ole Brandt2", ["Nora Quist", "Ole Brandt"]), ("Nora Quist[^1]", ["Nora Quist"]),
      ("nora@tarn.example (Nora Quist)", ["Nora Quist"]),
      ("dr hab. Ewa Zając, prof. UW, Jan Lis", ["Ewa Zając", "Jan Lis"]),
      ("Daniel Ash, Jr.\nOle Brandt", ["Daniel Ash, Jr.", "Ole Brandt"]),
      ("Nora Quist, PhD\nOle Brandt", ["Nora Quist", "Ole Brandt"]),
      ("Nora Quist of the Harbour Office", ["Nora Quist"]), ("Nora Quist | Harbour Office", ["Nora Quist"]),
      ("Nora Quist – Port Office, Rowna\nOle Brandt – Harbour School, Tarn", ["Nora Quist", "Ole Brandt"]),
      ("Nora Quist\nFreelance Journalist", ["Nora Quist"]), ("An essay by Nora Quist", ["Nora Quist"]),
      ("Jan Hendrik van de Groep, Nora Quist-Lund", ["Jan Hendrik van de Groep", "Nora Quist-Lund"]),
      ("Text: Nora Quist Photos: Ole Brandt", ["Nora Quist", "Ole Brandt"]),
    ])
  func bylines(byline: String, expected: [String]) { #expect(names(byline) == expected) }

  @Test(
    "a byline of another language is read with its own words",
    arguments: [
      ("de", "Karl von und zu Lerchen und Nora Quist", ["Karl von und zu Lerchen", "Nora Quist"]),
      ("de", "Eva Brandt\nHafenamt, Rowna", ["Eva Brandt"]), ("de", "Dr.-Ing. Eva Brandt", ["Eva Brandt"]),
      ("cs", "Eva Nová a Jan Malý, Univerzita Karlova", ["Eva Nová", "Jan Malý"]), ("cs", "a Příběh", nil),
      ("de", "Eva Brandt u. a.", ["Eva Brandt"]),
      ("de", "Dipl.-Ing. (FH) Eva Klee, Nora Quist", ["Eva Klee", "Nora Quist"]),
      ("ja", "林花と谷一、森太一ほか", ["林花", "谷一", "森太一"]), ("ja", "山本さと子", ["山本さと子"]), ("zh", "李明和陈雨", ["李明", "陈雨"]),
      ("zh", "交通和港口部", ["交通和港口部"]), ("cs", "Ústav pro řeky a jezera", ["Ústav pro řeky a jezera"]),
    ])
  func foreignBylines(tag: String, byline: String, expected: [String]?) {
    let words = KnownLanguages.ofProgram.tagged(tag).names
    #expect(Byline.authors(in: byline, words)?.map(\.name) == expected)
  }

  @Test(
    "titles and degrees are no part of a name",
    arguments: [
      ("Nora Quist, PhD, Ole Brandt, M.D.", ["Nora Quist", "Ole Brandt"]),
      ("Dr. Nora Quist and Prof. Ole Brandt", ["Nora Quist", "Ole Brandt"]),
      ("prof. dr hab. Ewa Zając, mgr inż. Jan Lis", ["Ewa Zając", "Jan Lis"]), ("Nora B. Quist MBA", ["Nora B. Quist"]),
      ("Jack Ma, Nora Quist", ["Jack Ma", "Nora Quist"]), ("Ole Brandt, Jr., PhD", ["Ole Brandt, Jr."]),
      ("Nora Quist, Ph.D. and Ole Brandt", ["Nora Quist", "Ole Brandt"]),
    ])
  func titles(byline: String, expected: [String]) { #expect(names(byline) == expected) }

  @Test("the issue prints a name with its titles, and says of an author what stands in brackets")
  func printedNames() {
    let authors = Byline.read("Dr. Nora Quist (Harbour Office, Tarn), Ole Brandt, PhD; Maps: Ida Lund", words)
    #expect(authors.map(\.printed) == ["Dr. Nora Quist", "Ole Brandt, PhD", "Ida Lund"])
    #expect(authors.map(\.roles) == [["Harbour Office, Tarn"], [], ["Maps"]])
  }

  @Test(
    "the name of a group is not taken apart",
    arguments: [
      ("Institute for Rivers and Lakes", ["Institute for Rivers and Lakes"]),
      ("The Tide and Current Team", ["The Tide and Current Team"]),
      ("Energy and Climate Team", ["Energy and Climate Team"]), ("Instytut Rzek i Jezior", ["Instytut Rzek i Jezior"]),
      ("Harbour Office and Nora Quist", ["Harbour Office", "Nora Quist"]),
      ("Institute for Rivers and Lakes; Nora Quist", ["Institute for Rivers and Lakes", "Nora Quist"]),
      ("Nora Quist and the Harbour Office", ["Nora Quist", "the Harbour Office"]),
      ("Nora Quist, the Editors", ["Nora Quist", "the Editors"]),
    ])
  func groups(byline: String, expected: [String]) { #expect(names(byline) == expected) }

  @Test(
    "where somebody works is no author, wherever it stands",
    arguments: [
      ("Nora Quist, Institute for Rivers and Lakes", ["Nora Quist (Institute for Rivers and Lakes)"]),
      (
        "Nora Quist, Polish Institute of Ports; Ole Brandt, University of Tarn",
        ["Nora Quist (Polish Institute of Ports)", "Ole Brandt (University of Tarn)"]
      ),
      (
        "Nora Quist, Harbour Office, and Ole Brandt, University of Tarn",
        ["Nora Quist (Harbour Office)", "Ole Brandt (University of Tarn)"]
      ),
      (
        "Nora Quist, Harbour Office and Ole Brandt, University of Tarn",
        ["Nora Quist (Harbour Office)", "Ole Brandt (University of Tarn)"]
      ),
      (
        "Nora Quist, Harbour Office\nOle Brandt, University of Tarn",
        ["Nora Quist (Harbour Office)", "Ole Brandt (University of Tarn)"]
      ),
      ("Nora Quist, University of Tarn, Poland", ["Nora Quist (University of Tarn, Poland)"]),
      ("Nora Quist, Director, Harbour Office", ["Nora Quist (Director, Harbour Office)"]),
      ("Nora Quist – University of Tarn", ["Nora Quist (University of Tarn)"]),
      (
        "Nora Quist, Ole Brandt\nUniversity of Tarn, Institute of Ports",
        ["Nora Quist", "Ole Brandt (University of Tarn, Institute of Ports)"]
      ),
      ("Nora Quist, Harbour Office, Ole Brandt", ["Nora Quist (Harbour Office)", "Ole Brandt"]),
      ("Nora Quist, Harbour Office, dr Ole Brandt", ["Nora Quist (Harbour Office)", "Ole Brandt"]),
      ("Nora Quist, 12 January 2024", ["Nora Quist (12 January 2024)"]),
      ("Nora Quist, nora@tarn.example", ["Nora Quist"]),
    ])
  func affiliations(byline: String, expected: [String]) {
    let read = Byline.read(byline, words).map { $0.name + ($0.roles.isEmpty ? "" : " (\($0.roles[0]))") }
    #expect(read == expected)
  }

  @Test(
    "a list with initials behind the family names is turned round",
    arguments: [
      ("Quist, N., Brandt, O.", ["N. Quist", "O. Brandt"]), ("Quist, N.", ["N. Quist"]),
      ("Quist, N. B. and Brandt, J.-P.", ["N. B. Quist", "J.-P. Brandt"]),
      ("Quist, N., van der Lund, I., & Brandt, O.", ["N. Quist", "I. van der Lund", "O. Brandt"]),
      ("Nora Quist, Ole B.", ["Nora Quist", "Ole B."]), ("N. Quist, O. Brandt", ["N. Quist", "O. Brandt"]),
      ("Nora Quist, PhD., Ole Brandt", ["Nora Quist", "Ole Brandt"]),
    ])
  func initialsBehind(byline: String, expected: [String]) { #expect(names(byline) == expected) }

  @Test(
    "what somebody is stands behind their name, and is no author",
    arguments: [
      ("Ole Brandt, Senior Fellow", "en", ["Ole Brandt (Senior Fellow)"]),
      ("Ole Brandt, PhD candidate", "en", ["Ole Brandt (PhD candidate)"]),
      ("Ole Brandt, Professor of Law", "en", ["Ole Brandt (Professor of Law)"]),
      ("Ole Brandt, former Minister of Ports", "en", ["Ole Brandt (former Minister of Ports)"]),
      (
        "Ole Brandt, Senior Fellow, and Nora Quist, Analyst", "en",
        ["Ole Brandt (Senior Fellow)", "Nora Quist (Analyst)"]
      ),
      (
        "Ole Brandt, Senior Fellow and Nora Quist, Analyst", "en",
        ["Ole Brandt (Senior Fellow)", "Nora Quist (Analyst)"]
      ),
      ("Ole Brandt, Analyst and Editor", "en", ["Ole Brandt (Analyst and Editor)"]),
      (
        "Ole Brandt, Director, Harbour Office, Nora Quist", "en",
        ["Ole Brandt (Director, Harbour Office)", "Nora Quist"]
      ),
      ("Nora Quist, Professor Ada Brink", "en", ["Nora Quist", "Ada Brink"]),
      ("Ada Brink, Tom Lehrer und Ole Brandt", "de", ["Ada Brink", "Tom Lehrer", "Ole Brandt"]),
      ("Ada Brink, Nico Schrijver", "nl", ["Ada Brink", "Nico Schrijver"]),
      ("Ada Brink, Director and Chief Executive", "en", ["Ada Brink (Director and Chief Executive)"]),
      ("Nora Quist, Ole Brandt", "en", ["Nora Quist", "Ole Brandt"]),
      ("Nora Quist, Dyrektor", "pl", ["Nora Quist (Dyrektor)"]),
      ("Nora Quist, Wissenschaftliche Mitarbeiterin", "de", ["Nora Quist (Wissenschaftliche Mitarbeiterin)"]),
      ("Nora Quist, Directrice de recherche", "fr", ["Nora Quist (Directrice de recherche)"]),
      ("Нора Квист, Старший научный сотрудник", "ru", ["Нора Квист (Старший научный сотрудник)"]),
    ])
  func whatPeopleAre(byline: String, language: String, expected: [String]) {
    let read = Byline.read(byline, known(language).tagged(language).names)
    #expect(read.map { $0.name + ($0.roles.isEmpty ? "" : " (\($0.roles[0]))") } == expected)
  }

  @Test(
    "what stands in small letters behind an author, or is an address, says what they are, and is no author",
    arguments: [
      ("Ole Brandt, lawyer", ["Ole Brandt"]), ("Ole Brandt, historian and writer", ["Ole Brandt"]),
      ("Ole Brandt, captain, Nora Quist", ["Ole Brandt", "Nora Quist"]),
      ("Wanda Osicka, adwokat", ["Wanda Osicka"]),
      ("Nora Quist, https://orcid.org/0000-0002-1825-0097", ["Nora Quist"]),
      ("Nora Quist, www.x.example", ["Nora Quist"]),
      ("Nora Quist, Jan van der Berg and el Hassan", ["Nora Quist", "Jan van der Berg", "el Hassan"]),
      ("Nora Quist, de la Cruz Maria", ["Nora Quist", "de la Cruz Maria"]), ("Ole Brandt, ed.", ["Ole Brandt"]),
      ("Ole Brandt and the Editors", ["Ole Brandt", "the Editors"]),
    ])
  func professions(byline: String, names: [String]) {
    #expect(read(issue(byline: byline)).issue?.lead.authors.map(\.name) == names)
  }

  @Test("a crew of editors is no house of the author before it")
  func editorsBesideAuthors() {
    #expect(names("By Nora Quist, Ole Brandt and the Editors") == ["Nora Quist", "Ole Brandt", "the Editors"])
  }

  @Test(
    "the end of a line parts whole names and nothing else",
    arguments: [
      ("Nora Quist\nOle Brandt", ["Nora Quist", "Ole Brandt"]),
      ("Nora Quist,\nOle Brandt", ["Nora Quist", "Ole Brandt"]),
      ("Nora\nQuist, Ole Brandt", ["Nora Quist", "Ole Brandt"]),
      ("Nora Quist and\nOle Brandt", ["Nora Quist", "Ole Brandt"]),
      ("Nora Quist\nand Ole Brandt", ["Nora Quist", "Ole Brandt"]), ("Ole Brandt\nJr.", ["Ole Brandt Jr."]),
      ("Nora Quist, Ole\nBrandt", ["Nora Quist", "Ole Brandt"]), ("Jan\nvan der Meer", ["Jan van der Meer"]),
      ("李明\n陈雨", ["李明", "陈雨"]), ("Nora Quist\nInstitute of Ports", ["Nora Quist"]),
    ])
  func lines(byline: String, expected: [String]) { #expect(names(byline) == expected) }

  @Test("an editor’s bracket ends a name, so that a comma forgotten behind it joins nobody")
  func brackets() throws {
    func editors(_ text: String) throws -> [Contributor] { try EditorList.read(text, words).get() }
    let two = try editors("Editors: Nora Quist (Editor; Web) Ole Brandt (Layout)")
    #expect(two.map(\.name) == ["Nora Quist", "Ole Brandt"] && two.map(\.roles) == [["Editor", "Web"], ["Layout"]])
    #expect(
      try editors("Nora Quist (Editor)\nOle Brandt, Ida Lund").map(\.name) == ["Nora Quist", "Ole Brandt", "Ida Lund"])
    #expect(try editors("Anna (Hanka) Lis, Ole Brandt").map(\.name) == ["Anna (Hanka) Lis", "Ole Brandt"])
    #expect(try editors("Nora Quist and Ole Brandt").map(\.name) == ["Nora Quist", "Ole Brandt"])
  }

  @Test(
    "what turns to readers, or is a sentence, is no byline",
    arguments: [
      "Dear readers,", "Dear Readers", "Drodzy Czytelnicy", "We are back.", "Text.", "It was a calm week in June.",
      "Nora Quist,", "and so the Story begins",
    ])
  func noByline(text: String) { #expect(Byline.authors(in: text, words) == nil) }

  @Test(
    "a name in metadata is what a reader would see of it",
    arguments: [
      ("[Nora Quist](https://example.org/nora)", "Nora Quist"), ("<b>Nora Quist</b>", "Nora Quist"),
      ("**Nora** _Quist_", "Nora Quist"), ("Nora Quist <nora@example.org>", "Nora Quist"),
      ("Nora&nbsp;Quist", "Nora Quist"),
      ("Nora Quist", "Nora Quist"),
    ])
  func markup(written: String, name: String) {
    let text = "---\nauthor: '\(written)'\ntitle: T\ndate: 2020-01-02\n---\nx\n"
    #expect(read(text).issue?.lead.authors.map(\.name) == [name])
  }

  @Test(
    "a list of metadata has one person in each element, unless several whole names stand there",
    arguments: [
      ("[Nora Quist, 'Tides and Currents']", ["Nora Quist", "Tides and Currents"]),
      ("['Nora Quist and Ole Brandt', Ida Lund]", ["Nora Quist", "Ole Brandt", "Ida Lund"]),
      ("[{name: 'Dr. Nora Quist'}, 'By Ole Brandt']", ["Nora Quist", "Ole Brandt"]),
    ])
  func elements(list: String, expected: [String]) {
    let text = "---\nauthors: \(list)\ntitle: T\ndate: 2020-01-02\n---\nx\n"
    #expect(read(text).issue?.lead.authors.map(\.name) == expected)
  }

  @Test(
    "a person stands by the family name, and a group as it is called",
    arguments: [
      ("Sławomir Dębski", "Dębski, Sławomir"), ("The Harbour Crew", "The Harbour Crew"),
      ("Institute of Ports", "Institute of Ports"), ("Ole Brandt, Jr.", "Brandt, Ole Jr."), ("李 明", "李 明"),
      ("Plato", "Plato"),
    ])
  func order(name: String, sorted: String) { #expect(PersonName.sortName(name, family: nil, words) == sorted) }

  @Test(
    "behind the family name stands the comma of its script",
    arguments: [("هدى النجّار", "النجّار، هدى"), ("Ole Brandt", "Brandt, Ole"), ("Πέτρος Ρήγας", "Ρήγας, Πέτρος")])
  func commas(name: String, sorted: String) {
    #expect(PersonName.sortName(name, family: nil, words, comma: "، ") == sorted)
    #expect(
      PersonName.sortName(name, family: name.split(separator: " ").last.map(String.init), words, comma: "، ") == sorted)
  }

  @Test(
    "an article of any language opens the name of a group",
    arguments: [
      ("de", "Die Hafengruppe"), ("fr", "Le Cercle"), ("fr", "L’Atelier bleu"), ("fr", "L'Atelier bleu"),
      ("es", "La Junta"), ("it", "Gli Amici"), ("nl", "De Werkgroep"), ("pt", "Os Amigos"),
    ])
  func articles(language: String, name: String) {
    #expect(PersonName.sortName(name, family: nil, known(language).names) == name)
  }

  @Test(
    "a sentence below the title is no author, whatever capitals it has",
    arguments: ["The Lock Is Shut.", "港は閉まった。", "亲爱的读者：", "Lieber Leser："])
  func sentences(text: String) {
    #expect(Byline.authors(in: text, known("en", "ja", "zh").names) == nil)
  }

  @Test("degrees and titles of other languages are no part of a name")
  func otherTitles() {
    #expect(
      Byline.read("Ирина Гай, к.э.н., Иван Лугов, д.и.н.", known("ru").names).map(\.name) == [
        "Ирина Гай", "Иван Лугов",
      ])
    #expect(
      Byline.read("Prof.ssa Pia Conti, Dott. Leo Serra", known("it").names).map(\.name) == ["Pia Conti", "Leo Serra"])
  }

  @Test("spellings are one but for capitals, hyphens, a stop at the end and the kind of apostrophe")
  func spellings() {
    #expect(Spelling("Code of Conduct") == Spelling("code-of-conduct."))
    #expect(Spelling("Poland’s  Choice") == Spelling("POLAND'S CHOICE") && Spelling("ΡΌΔΟΣ") == Spelling("Ρόδος"))
    #expect(Spelling("Cooperation") != Spelling("Co-operation") && Spelling("Łoś") != Spelling("Los"))
    #expect(Spelling("US–Russia") == Spelling("US-Russia") && Spelling(".") != Spelling(""))
  }
}

/// What names may hold on a site in English and Polish.
private let words = known("en", "pl").names
