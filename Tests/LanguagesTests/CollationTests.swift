import Languages
import Testing

@Suite("Collation")
struct CollationTests {
  @Test("a list is in the order of its language")
  func collation() {
    let words = ["Zając", "Łęcki", "Lis", "Ćwik", "Czapla", "Źrebiec", "Żuk", "lato"]
    func ordered(_ language: String) -> [String] {
      let ranks = Collation(language: language).ranks(of: words)
      return words.sorted { (ranks[$0] ?? 0) < (ranks[$1] ?? 0) }
    }
    #expect(ordered("pl") == ["Czapla", "Ćwik", "lato", "Lis", "Łęcki", "Zając", "Źrebiec", "Żuk"])
    #expect(ordered("en") == ["Ćwik", "Czapla", "lato", "Łęcki", "Lis", "Zając", "Źrebiec", "Żuk"])
  }

  @Test("a letter of its own heads its words, and an accent does not")
  func letters() {
    #expect(Collation(language: "pl").heading(of: "Łęcki, Kazimierz") == "Ł")
    #expect(Collation(language: "en").heading(of: "Łęcki, Kazimierz") == "L")
    #expect(Collation(language: "pl").heading(of: "École") == "E")
    #expect(Collation(language: "en").heading(of: "2010") == "#")
    for (text, heading) in [("Chalupa", "Ch"), ("CHALUPA", "Ch"), ("Cihlář", "C"), ("Čapek", "Č"), ("Havel", "H")] {
      #expect(Collation(language: "cs").heading(of: text) == heading, "\(text)")
    }
    for text in ["Chopin", "Zzyzx", "Zz", "Cz", "de Vries"] {
      #expect(Collation(language: "pl").heading(of: text).count == 1, "\(text)")
    }
  }

  @Test("words of another script stand under letters of that script, in whichever language")
  func scripts() {
    for language in ["ru", "uk", "en", "el", "ar", "he", "ja"] {
      let collation = Collation(language: language)
      #expect(collation.heading(of: "Борисова") == "Б" && collation.heading(of: "щука") == "Щ", "\(language)")
      #expect(collation.heading(of: "Γιώργος") == "Γ" && collation.heading(of: "Άγγελος") == "Α", "\(language)")
      #expect(collation.heading(of: "حداد") == "ح" && collation.heading(of: "רות") == "ר", "\(language)")
      #expect(collation.heading(of: "Zając") == "Z", "\(language)")
    }
  }
}
