import Diagnostics
import Testing
import Text

@testable import Templating

@Suite("JSON")
struct JSONTests {
  @Test(
    "what JSON is, is read",
    arguments: [
      ("null", "None"), (" true\t\r\n", "True"), ("0", "0"), ("-0", "0"), ("-12", "-12"), ("1.50", "1.5"),
      ("1e2", "100.0"), ("2E-1", "0.2"), ("1e+2", "100.0"), ("18446744073709551616", "18446744073709551616"),
      ("[]", "[]"), ("[1, [2], {}]", "[1, [2], {}]"), (#"{"b": 1, "a": {"c": null}}"#, "{'b': 1, 'a': {'c': None}}"),
      (#"{"a": 1, "a": 2}"#, "{'a': 2}"), (#""""#, ""), (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
      (#""\u0142\u00D3 \ud83d\ude00""#, "łÓ 😀"), ("\"ł\u{7F}\u{2028}\"", "ł\u{7F}\u{2028}"),
    ])
  func read(json: String, printed: String) throws {
    #expect(try Value(json: Bytes(json.utf8)).printed(within: Allowance(Limits())).string == printed)
  }

  @Test(
    "what JSON is not, is refused at its place",
    arguments: [
      ("", "a value is expected here", ""), ("nan", "`nan` is no value of JSON", "nan"),
      ("[NaN]", "`NaN` is no value of JSON", "NaN"), ("Infinity", "`Infinity` is no value of JSON", "Infinity"),
      ("-Infinity", "`-Infinity` is no number of JSON", "-Infinity"), ("True", "`True` is no value of JSON", "True"),
      ("+1", "`+1` is no value of JSON", "+1"), ("01", "a number does not begin with a needless `0`", "01"),
      ("[-012]", "a number does not begin with a needless `0`", "-012"), ("1.", "`1.` is no number of JSON", "1."),
      (".5", "`.5` is no value of JSON", ".5"), ("-", "`-` is no number of JSON", "-"),
      ("1e", "`1e` is no number of JSON", "1e"), ("0x1F", "`0x1F` is no number of JSON", "0x1F"),
      ("1_000", "`1_000` is no number of JSON", "1_000"), ("1 2", "nothing can follow the value", "2"),
      ("{} x", "nothing can follow the value", "x"), ("[1,]", "a value is expected after `,`", "]"),
      ("[1 2]", "`,` or `]` is expected here", "2"), ("[1", "`,` or `]` is expected here", ""),
      (#"{"a" 1}"#, "`:` is expected after the name", "1"), (#"{"a": }"#, "a value is expected after `:`", "}"),
      (#"{"a": 1,}"#, "a name in quotation marks is expected here", "}"),
      ("{a: 1}", "a name in quotation marks is expected here", "a"),
      ("{'a': 1}", "a name in quotation marks is expected here", "'"), (#"{"a": 1"#, "`,` or `}` is expected here", ""),
      ("\u{B}1", "a value is expected here", "\u{B}"), ("\u{A0}1", "a value is expected here", "\u{A0}"),
      ("\u{FEFF}1", "a value is expected here", "\u{FEFF}"), (#"["a"#, "this text is never closed", "\""),
      (#""\q""#, #"`\q` is no escape of JSON"#, #"\q"#), (#""\ł""#, #"`\ł` is no escape of JSON"#, #"\ł"#),
      ("\"a\nb\"", "a line feed can't stand in a text", "\n"), ("\"\t\"", "a tab can't stand in a text", "\t"),
      ("\"\u{1}\"", "a control character can't stand in a text", "\u{1}"),
      (#""\u12""#, #"four hexadecimal digits follow `\u`"#, #"\u12"#),
      (#""\u+123""#, #"four hexadecimal digits follow `\u`"#, #"\u"#),
      (#""\ud800""#, #"`\ud800` is half of a character"#, #"\ud800"#),
      (#""\udc00\ud800""#, #"`\udc00` is half of a character"#, #"\udc00"#),
      (#""\ud800\u0041""#, #"`\ud800` is half of a character"#, #"\ud800"#),
    ])
  func refused(json: String, message: String, part: String) {
    let bytes = Bytes(json.utf8)
    do throws(JSONError) {
      let value = try Value(json: bytes)
      Issue.record("read as \(value.kind)")
    } catch {
      #expect(error.message == message)
      #expect(Array(bytes[error.range]).string == part)
    }
  }

  @Test("bytes that are no UTF-8, and more levels than a reader can follow, are refused")
  func bytes() {
    #expect(throws: JSONError("this is no UTF-8", at: 2..<3)) { try Value(json: [0x22, 0x61, 0xFF, 0x22]) }
    #expect(throws: JSONError("this is nested more than 512 levels deep", at: 512..<513)) {
      try Value(json: Bytes(String(repeating: "[", count: 100_000).utf8))
    }
  }

  @Test("a finding shows the line and what to write")
  func finding() throws {
    let source = SourceFile(path: "data.json", bytes: Bytes("{\n  \"a\": \"x\ny\"\n}\n".utf8))
    do throws(JSONError) {
      _ = try Value(json: source.bytes)
      Issue.record("nothing was refused")
    } catch {
      let printed = error.diagnostic(in: source).printed
      #expect(printed.contains("error: a line feed can't stand in a text [malformed-json]"))
      #expect(printed.contains("data.json:2:") && printed.contains(#"help: write `\n`"#))
    }
  }
}
