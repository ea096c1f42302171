import Foundation
import Testing

@testable import Text

@Suite("Transliteration")
struct TransliterationTests {
  /// Addresses never change: a new version of ICU must give these, too.
  @Test(
    "every script is written in plain letters, the same for ever",
    arguments: [
      ("Αθηνά Ελλάδα", "athina-ellada"), ("ΑΘΗΝΑ ΕΛΛΑΔΑ", "athina-ellada"), ("Ωκεανός", "okeanos"), ("Ήλιος", "ilios"),
      ("Χρήστος Ευαγγέλου", "christos-evangelou"), ("Μπάμπης", "bampis"), ("Ολγα", "olga"), ("Ψαράς", "psaras"),
      ("Ольга Объездова", "olga-obezdova"), ("Обь", "ob"), ("Соль", "sol"), ("Жуков", "zukov"), ("Щукин", "sukin"),
      ("Київ", "kiiv"), ("Наталя Їжак", "natala-izak"), ("Ґалаґан", "galagan"), ("Ўладзімір", "uladzimir"),
      ("Ђорђе Љубић", "dorde-lubic"), ("Џон", "don"), ("Қазақ Өмүр", "kazak-omur"), ("България", "blgaria"),
      ("и\u{306}од", "jod"), ("李明", "li-ming"), ("陈雨", "chen-yu"), ("北京大学", "bei-jing-da-xue"), ("東京", "dong-jing"),
      ("カタカナ ひらがな", "katakana-hiragana"), ("김철수", "gimcheolsu"), ("서울", "seoul"), ("محمد", "mhmd"),
      ("שלום", "slwm"), ("ไทย", "thiy"), ("हिन्दी", "hindi"), ("Հայկ", "hayk"), ("Արամ Սարգսյան", "aram-sargsyan"),
      ("თბილისი", "tbilisi"),
      ("Nguyễn Văn Đạt", "nguyen-van-dat"), ("Hawaiʻi", "hawaii"), ("O‘zbek", "ozbek"), ("Əliyev", "eliyev"),
      ("Þór Ægir", "thor-aegir"), ("ŀl", "ll"), ("ﬁ Ａ x² № 5", "fi-a-x2-no-5"), ("Covid疫情 2020", "covidyi-qing-2020"),
      ("湾、港・船", "wan-gang-chuan"), ("€ – ™ 5", "tm-5"), ("ខ្មែរ", "u1781u1798u17c2u179a"),
      ("a\u{AD}b\u{200D}c\u{FEFF}d", "abcd"),
    ])
  func scripts(text: String, slug: String) {
    #expect(Slug(of: text)?.description == slug)
  }

  @Test("the table of Latin letters is ICU’s")
  func latinLetters() throws {
    let exceptions: [Unicode.Scalar: String] = ["ə": "e", "Ə": "e", "ǝ": "e", "Ǝ": "e", "ŀ": "l", "Ŀ": "l"]
    for value in 0xC0...0x24F as ClosedRange<UInt32> {
      let scalar = try #require(Unicode.Scalar(value))
      let letter = String(scalar)
      let bytes = Array(letter.utf8)
      let given = LatinLetters.plain(bytes[0], bytes[1]).map { Array($0).string }
      let latin = Transliteration.Script.latin.latin(letter).lowercased()
      let isPlain = !latin.isEmpty && latin.utf8.allSatisfy(\.isASCIILetter)
      #expect(given == exceptions[scalar] ?? (isPlain ? latin : nil), "\(letter)")
    }
  }

  @Test("the slug of a name ends with a whole word before it is too long for a file")
  func longNames() {
    let name = String(repeating: "Northernmost Lighthouses ", count: 12)
    #expect(Slug(naming: name).description.utf8.count == 99 && Slug(naming: name).description.hasSuffix("-lighthouses"))
    #expect(Slug(naming: String(repeating: "x", count: 300)).description == String(repeating: "x", count: 100))
    #expect(Slug(naming: "Nora Quist").description == "nora-quist")
  }

  @Test("a long run of letters is written like a short one")
  func longRuns() {
    let letters = String(repeating: "山", count: 5_000)
    #expect(Slug(of: letters)?.description == String(repeating: "shan-", count: 4_999) + "shan")
  }

  @Test(
    "a name without letters has an address of its own all the same",
    arguments: [("…", "u2026"), ("🜁 !", "u1f701-21"), ("", "u")])
  func noLetters(name: String, slug: String) { #expect(Slug(naming: name).description == slug) }
}
