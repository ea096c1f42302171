import Languages
import Testing
import Text

@testable import Bulletins

@Suite("Printed heads")
struct PrintedHeadTests {
  private func authors(_ byline: String) -> [Contributor] { read(issue(byline: byline)).issue?.lead.authors ?? [] }

  @Test(
    "the iD of a researcher behind a name belongs to that person, however it is written",
    arguments: [
      "Nora Quist, https://orcid.org/0000-0002-1825-0097, Ole Brandt",
      "Nora Quist (https://orcid.org/0000-0002-1825-0097), Ole Brandt",
      "Nora Quist https://orcid.org/0000-0002-1825-0097, Ole Brandt",
      "Nora Quist, <https://orcid.org/0000-0002-1825-0097>, Ole Brandt",
      "Nora Quist (ORCID: 0000-0002-1825-0097), Ole Brandt", "Nora Quist, 0000-0002-1825-0097, Ole Brandt",
    ])
  func iDs(byline: String) {
    let people = authors(byline)
    #expect(people.map(\.name) == ["Nora Quist", "Ole Brandt"] && people.allSatisfy(\.roles.isEmpty))
    #expect(people.map { $0.orcid?.description } == ["0000-0002-1825-0097", nil])
  }

  @Test(
    "what is said of somebody behind a degree is nobody's name, and neither is a degree that no list has",
    arguments: [
      ("Nora Quist, J.D., Professor", "en"), ("Nora Quist, Eng.D.", "en"), ("Nora Quist, Ph. D., lecturer", "en"),
      ("Нора Квист, к.и.н., доцент, МГУ", "ru"), ("Nora Quist, PhD, profesor UW", "pl"), ("Nora Quist, DiS.", "cs"),
      ("Nora Quist, Dipl.-Pol.", "de"), ("Dr. Nora Quist MdB", "de"), ("Nora Quist, Dr., Professorin", "de"),
      ("Prof. Doutora Nora Quist", "pt"), ("канд. ист. наук Нора Квист", "ru"), ("Professor Emeritus Nora Quist", "en"),
      ("Sen. Nora Quist", "en"), ("Aus dem Englischen von Nora Quist", "de"), ("Nora Quist a kolektiv", "cs"),
    ])
  func degrees(byline: String, language: String) {
    let options = ReadingOptions(languages: known(language))
    let names = read("---\nlang: \(language)\n---\n" + issue(byline: byline), options: options).issue?.lead.authors
      .map(\.name)
    #expect(names == [language == "ru" ? "Нора Квист" : "Nora Quist"], "\(byline): \(names ?? [])")
  }

  @Test(
    "what stands beside a name in Han characters is said of somebody, and is nobody's name",
    arguments: [
      ("本刊记者 李明", ["李明 (本刊记者)"], "zh"), ("北京 李明", ["李明 (北京)"], "zh"), ("李明教授", ["李明"], "zh"),
      ("王花，北京大学教授", ["王花 (北京大学教授)"], "zh"), ("李明副教授、陈雨博士", ["李明", "陈雨"], "zh"),
      ("文｜李明 图｜陈雨", ["李明", "陈雨 (图)"], "zh"), ("高级研究员", ["高级研究员"], "zh"),
      ("山口葉子・文、森太一・写真", ["山口葉子", "森太一 (写真)"], "ja"), ("山口葉子教授", ["山口葉子"], "ja"),
      ("山口葉子・森太一", ["山口葉子", "森太一"], "ja"), ("山口葉子 東京大学教授", ["山口葉子 (東京大学教授)"], "ja"),
      // Whose title it is decides who is named.
      ("李明 王记者", ["李明", "王记者"], "zh"), ("王教授 李明", ["王教授", "李明"], "zh"),
      ("高雄 李明", ["高雄", "李明"], "zh"),
    ])
  func hanOffices(byline: String, people: [String], language: String) {
    let read = Byline.read(byline, known(language).names)
    #expect(read.map { $0.name + ($0.roles.isEmpty ? "" : " (\($0.roles.joined(separator: "; ")))") } == people)
  }

  @Test(
    "a title of one letter is none where it may be an initial",
    arguments: [
      ("MM. Jean Roc et Luc Ferrand", ["Jean Roc", "Luc Ferrand"], "fr"), ("M. van Dam", ["M. van Dam"], "fr"),
      ("M. Garcia Lopez", ["M. Garcia Lopez"], "en"), ("RA Fisher", ["RA Fisher"], "de"),
      ("D. Juan Paz", ["Juan Paz"], "es"), ("D. Paz", ["D. Paz"], "es"), ("D. J. Paz", ["D. J. Paz"], "es"),
      ("pani Anna Lis", ["Anna Lis"], "pl"), ("Oprac. Jan Król", ["Jan Król"], "pl"),
    ])
  func shortTitles(byline: String, people: [String], language: String) {
    #expect(Byline.read(byline, known(language).names).map(\.name) == people)
  }

  @Test("a single word with a capital inside is a name, where it begins like one")
  func mixedNames() {
    #expect(authors("Nora Quist, Ole McCloud").map(\.name) == ["Nora Quist", "Ole McCloud"])
    #expect(authors("Nora Quist, LeBron, Ole Brandt").map(\.name).contains("LeBron"))
    #expect(authors("Sen Gupta, Ole Brandt").map(\.name) == ["Sen Gupta", "Ole Brandt"])
    #expect(authors("Ada Brink, B.Quist, J.Kent").map(\.name) == ["Ada Brink", "B.Quist", "J.Kent"])
    #expect(authors("Ada Brink, St.Clair and McX").map(\.name) == ["Ada Brink", "St.Clair", "McX"])
  }

  @Test(
    "blanks part names that begin with family names of Chinese, and no others",
    arguments: [
      ("李明 陈雨", ["李明", "陈雨"], "zh"), ("作者：李明　陈雨", ["李明", "陈雨"], "zh"), ("本刊记者 李明", ["李明"], "zh"),
      ("司马 相如", ["司马 相如"], "zh"), ("欧阳 江河", ["欧阳 江河"], "zh"), ("北京 李明", ["李明"], "zh"),
      ("李明 编译", ["李明 编译"], "zh"), ("山口葉子 東京大学教授", ["山口葉子"], "ja"), ("編集部 山口葉子", ["山口葉子"], "ja"),
      ("山口 葉子", ["山口 葉子"], "ja"), ("佐々木 美智子", ["佐々木 美智子"], "ja"), ("山口 葉子", ["山口 葉子"], "zh"),
    ])
  func hanBlanks(byline: String, names: [String], language: String) {
    #expect(Byline.read(byline, known(language).names).map(\.name) == names)
  }

  @Test("more authors than any text has are an error at the byline, also where several articles share them")
  func tooManyAuthors() {
    func names(_ count: Int, _ family: String) -> String {
      let letters = "abcdefghijklmnopqrstuvwxyz".map(String.init)
      let endings = letters.flatMap { a in letters.flatMap { b in letters.map { a + b + $0 } } }
      return endings.prefix(count).map { "Nora \(family)\($0)" }.joined(separator: ", ")
    }
    let most = read(issue(byline: names(1_900, "Quist")))
    #expect((most.issue?.lead.authors.count ?? 0) > 1_800)
    #expect(most.diagnostics.map(\.message).isEmpty)
    let second = "\n\n---\n\n## Another one\n\n\(names(1_100, "Brandt"))\n\n*In short.*\n\nMore.\n"
    for (text, line) in [
      (issue(byline: names(2_100, "Quist")), 11), (issue(byline: names(1_100, "Quist")) + second, nil),
    ] {
      let found = read(text).diagnostics
      #expect(found.map(\.kind) == [.tooManyValues], "\(found.map(\.message))")
      if let line { #expect(found.first?.location?.line == line) }
    }
  }

  @Test("another address behind a name stays what is said of the person, also where an iD stands with a house")
  func otherAddresses() {
    let people = authors("Nora Quist, https://nora.example/0000, Ole Brandt (Harbour Office, 0000-0002-1825-0097)")
    #expect(people.map(\.name) == ["Nora Quist", "Ole Brandt"] && people.map(\.orcid?.description).last != nil)
    #expect(people.map(\.roles) == [["https://nora.example/0000"], ["Harbour Office"]])
  }

  @Test(
    "raised marks between carets are no part of a name",
    arguments: [
      "Nora Quist^1^, Ole Brandt^2^", "Nora Quist^1,2^ and Ole Brandt^2^", "Nora Quist^a,\\*^, Ole Brandt ^b^",
    ])
  func raised(byline: String) {
    #expect(authors(byline).map(\.name) == ["Nora Quist", "Ole Brandt"])
  }

  @Test(
    "a word that says who wrote, with a slash or a middle dot behind it, is no part of a name",
    arguments: [
      ("文／李明", ["李明"]), ("文・林花", ["林花"]), ("文／林花、写真／谷一", ["林花", "谷一"]), ("取材・文／林花", ["林花"]),
      ("Text/Nora Quist", ["Nora Quist"]), ("Reuters/AFP", ["Reuters/AFP"]), ("ジョン・スミス", ["ジョン・スミス"]),
      ("Nora Quist/Ole Brandt", ["Nora Quist", "Ole Brandt"]),
    ])
  func labels(byline: String, names: [String]) {
    #expect(Byline.read(byline, KnownLanguages.ofProgram.names).map(\.name) == names)
  }

  @Test(
    "whoever makes an issue is read with what they do, in every language",
    arguments: [
      ("主编：李明\n编辑：陈雨、王芳", ["李明 主编", "陈雨", "王芳"], "zh"), ("编辑：陈雨\n责任编辑：李明", ["陈雨", "李明 责任编辑"], "zh"),
      ("編集長：林花\n編集委員：谷一、森太一", ["林花 編集長", "谷一", "森太一"], "ja"),
      (
        "Redakcja: Wanda Osicka (redaktor naczelna)\nSekretarz redakcji: Jan Kmita",
        ["Wanda Osicka redaktor naczelna", "Jan Kmita Sekretarz redakcji"], "pl"
      ),
      (
        "Редакция: Нора Квист\nОтветственный секретарь: Ольга Брандт",
        ["Нора Квист", "Ольга Брандт Ответственный секретарь"], "ru"
      ),
      ("Редакція: Нора Квіст\nКоректор: Ольга Брандт", ["Нора Квіст", "Ольга Брандт Коректор"], "uk"),
      (
        "Rédaction : Nora Quist\nDirecteur de la publication : Ole Brandt",
        ["Nora Quist", "Ole Brandt Directeur de la publication"], "fr"
      ),
      (
        "Editors: Nora Quist\nSecretary: Ole Brandt\nLayout: Ada Brink",
        ["Nora Quist", "Ole Brandt Secretary", "Ada Brink Layout"], "en"
      ),
      ("Redaktion: Nora Quist\nLektorat: Ole Brandt", ["Nora Quist", "Ole Brandt Lektorat"], "de"),
      ("Weather: Two Squalls\nEditors: Nora Quist", ["Nora Quist"], "en"),
    ])
  func roles(lines: String, people: [String], language: String) {
    let reading = read(issue(editors: lines), options: ReadingOptions(languages: known(language)))
    #expect(reading.issue?.editors.map { ([$0.name] + $0.roles).joined(separator: " ") } == people)
  }

  @Test(
    "what braces behind a title say is none of its words",
    arguments: ["## The Pier {#pier}", "## The Pier {#pier .wide}", "## The Pier"])
  func titles(title: String) {
    let reading = read(issue(title: title))
    #expect(reading.issue?.lead.title == "The Pier" && reading.issue?.lead.titleHTML.string == "The Pier")
    let named = read("---\ntitle: The Pier\ndate: 2024-03-05\n---\n\(title)\n\nText.\n")
    #expect(named.texts.first?.string == "<p>Text.</p>\n")
  }

  @Test("a later article has the id that its heading asks for, and other braces stay in a title")
  func laterTitles() {
    let two = read(issue(body: "Text.\n\n## The Pier {#quay}\n\nOle Brandt\n\n*A pier.*\n\nText."))
    #expect(two.issue?.articles.last?.title == "The Pier" && two.issue?.articles.last?.id == "quay")
    #expect(read(issue(title: "## The {Pier}")).issue?.lead.title == "The {Pier}")
  }
}

@Suite("Printed abstracts and subtitles")
struct PrintedAbstractTests {
  @Test(
    "below the byline, a word with a colon makes an abstract in plain type",
    arguments: ["Abstract: A pier was *built*.", "Summary: A pier was *built*."])
  func plain(abstract: String) {
    let article = read(issue(abstract: abstract)).issue?.lead
    #expect(article?.abstract == "A pier was built." && article?.abstractHTML.string == "A pier was <em>built</em>.")
  }

  @Test(
    "without the colon, or with nothing behind it, it is text",
    arguments: ["Abstract art came to Rowna.", "Summary. A pier.", "Abstract:", "Summaries: none."])
  func text(first: String) { #expect(read(issue(abstract: first)).issue?.lead.abstract == nil) }

  @Test("an abstract in italics may have a piece for each sentence, and words in italics are none")
  func pieces() {
    let article = read(issue(abstract: "*A pier was built.* *In winter.*")).issue?.lead
    #expect(article?.abstract == "A pier was built. In winter.")
    #expect(article?.abstractHTML.string == "A pier was built. In winter.")
    #expect(read(issue(abstract: "*De facto* *de jure*")).issue?.lead.abstract == nil)
  }

  @Test("a bold line of many words above the byline is the subtitle, and a bold name is the author")
  func bold() {
    let article = read(issue(byline: "**A Story of Nine Permits**\n\nLena Orzech")).issue?.lead
    #expect(article?.subtitleHTML.string == "A Story of Nine Permits")
    #expect(article?.authors.map(\.name) == ["Lena Orzech"] && article?.abstract == "An abstract.")
    let author = read(issue(byline: "**Lena Orzech**\n\nNew Rowna")).issue?.lead
    #expect(author?.authors.map(\.name) == ["Lena Orzech"] && author?.subtitleHTML.isEmpty == true)
  }

  @Test(
    "a line or a heading that says that an abstract follows is none of the text",
    arguments: ["**Abstract**", "*Abstract*", "**Abstract:**", "### Abstract", "## Summary"])
  func headed(label: String) {
    let reading = read(issue(abstract: "\(label)\n\nA pier was *built*.", body: "### Ice\n\nText."))
    #expect(reading.issue?.lead.abstract == "A pier was built." && reading.diagnostics.isEmpty)
    #expect(reading.issue?.lead.authors.map(\.name) == ["Lena Orzech"])
    #expect(reading.texts.first?.string == "<h3 id=\"ice\">Ice</h3>\n<p>Text.</p>\n")
    let alone = read("---\ntitle: A\ndate: 2024-05-01\n---\n\n## Summary\n\nOne.\n\n## More\n\nTwo.\n")
    #expect(alone.issue?.lead.abstract == nil)
  }

  @Test(
    "a heading of that name above more than an abstract is one of the text",
    arguments: [
      "### Summary\n\nThree things matter:\n\n- one\n- two\n\n### Next\n\nText.",
      "### Summary\n\nThree things matter:\n\n### Next\n\nText.",
      "### Summary\n\nOne.\n\nTwo.\n\nThree.\n\nFour.\n\n### Next\n\nText.",
      "### Summary\n\nOne.\n\nTwo.",
    ])
  func sections(body: String) {
    let reading = read(issue(abstract: body, body: "Ice."))
    #expect(reading.issue?.lead.abstract == nil)
    #expect(reading.texts.first?.string.hasPrefix("<h3 id=\"summary\">Summary</h3>") == true)
  }

  @Test(
    "keywords in italics are no part of the abstract above them, and stay text",
    arguments: [("*Keywords: ice, rope*", "en"), ("*Słowa kluczowe: lód, lina*", "pl"), ("***Keywords:** ice*", "en")])
  func keywords(line: String, language: String) {
    let options = ReadingOptions(languages: known(language))
    let reading = read(issue(abstract: "*An abstract.*\n\n\(line)"), options: options)
    #expect(reading.issue?.lead.abstract == "An abstract.")
    #expect(reading.texts.first?.string.contains("<em>") == true)
    #expect(read(issue(abstract: line), options: options).issue?.lead.abstract == nil)
    let sentence = "Topic: a buoy lies off Tarn, and all ships steer by it."
    #expect(read(issue(abstract: "*\(sentence)*")).issue?.lead.abstract == sentence)
  }

  @Test("authors in a heading below the title are those, where a word before them says so, and a subtitle is none")
  func headings() {
    for line in ["### by Lena Orzech", "#### Text: Lena Orzech"] {
      let article = read(issue(byline: line)).issue?.lead
      #expect(article?.authors.map(\.name) == ["Lena Orzech"] && article?.subtitleHTML.isEmpty == true, "\(line)")
    }
    let both = read(issue(byline: "### A Story\n\n### by Lena Orzech")).issue?.lead
    #expect(both?.authors.map(\.name) == ["Lena Orzech"] && both?.subtitleHTML.string == "A Story")
    #expect(read(issue(byline: "### By Night Train")).issue?.lead.authors.isEmpty == true)
  }

  @Test(
    "where and when a text was written is no author, and stays above the text",
    arguments: ["Rowna, April 2024", "Rowna, 5 April 2024", "April 2024"])
  func datelines(line: String) {
    let reading = read(issue(byline: line))
    #expect(reading.issue?.lead.authors.isEmpty == true && reading.issue?.lead.abstract == "An abstract.")
    #expect(reading.texts.first?.string.contains("<p>\(line)</p>") == true)
    #expect(read(issue(byline: "Lena Orzech\n\n\(line)")).issue?.lead.authors.map(\.name) == ["Lena Orzech"])
  }
}
