import Testing
import Text

@Suite("Texts on a terminal")
struct PrintableTests {
  @Test(
    "what steers a terminal, ends a line or turns the direction of writing is shown as a sign",
    arguments: [
      ("a\u{1B}]0;t\u{07}b", "a␀]0;t␀b"), ("a\nerror: forged", "a␀error: forged"), ("a\r\nb", "a␀␀b"),
      ("a\u{9B}31m", "a␀31m"), ("a\u{7F}", "a␀"), ("a\u{202E}gpj.exe", "a␀gpj.exe"), ("a\u{2028}b", "a␀b"),
      ("a\tb", "a␀b"), ("\u{2066}a", "␀a"), ("a\u{061C}b\u{200F}", "a␀b␀"),
    ])
  func shown(text: String, shown: String) { #expect(text.printable == shown) }

  @Test("other texts stay", arguments: ["plain", "Łódź – “quoted” … 李明", "©", "€ 5", "مرحبا", ""])
  func stays(text: String) { #expect(text.printable == text) }
}
