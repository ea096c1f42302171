import Text

/// A variable of the theme's style sheet that a site sets under `theme:`, declared once: its key, what may be written, and
/// what the guide says of it.
struct LookVariable: Sendable {
  /// What a value is. What is no such thing never reaches a page.
  enum Kind: Sendable {
    /// `#0a4d68`, or a colour's name in English.
    case color
    /// A number with a unit: `36rem`.
    case length
    /// A number: `1.6`.
    case number
    /// Names of type families, the wanted one first.
    case families
  }

  let name: String
  let kind: Kind
  let summary: String

  /// All variables, in the order in which messages and the guide name them.
  static let all: [LookVariable] = [
    .init(name: "paper", kind: .color, summary: "what everything stands on"),
    .init(name: "shade", kind: .color, summary: "the ground of code and of notes that are opened"),
    .init(name: "line", kind: .color, summary: "rules between parts"),
    .init(name: "ink", kind: .color, summary: "text and titles"),
    .init(name: "quiet", kind: .color, summary: "dates, names of authors, captions"),
    .init(name: "accent", kind: .color, summary: "the bar above the page and the rule beside the abstract"),
    .init(name: "link", kind: .color, summary: "links in texts"),
    .init(name: "visited", kind: .color, summary: "links that were followed"),
    .init(name: "text_font", kind: .families, summary: "the type of texts"),
    .init(name: "title_font", kind: .families, summary: "the type of titles"),
    .init(name: "code_font", kind: .families, summary: "the type of code"),
    .init(name: "text_size", kind: .length, summary: "the size of texts, of which all other sizes follow"),
    .init(name: "leading", kind: .number, summary: "the height of a line, in sizes of the text"),
    .init(name: "measure", kind: .length, summary: "the length of a line"),
  ]

  /// What the style sheet calls it.
  var property: String { "--" + name.replacing("_", with: "-") }

  /// Whether a value can be written into a style sheet, and ends there where it ends here.
  func accepts(_ value: String) -> Bool {
    let bytes = Array(value.utf8)
    if bytes.isEmpty || bytes.count > 200 { return false }
    switch kind {
    case .color:
      let isHexadecimal = bytes.dropFirst().allSatisfy { $0.isASCIIDigit || (97...102).contains($0 | 0x20) }
      if bytes[0] == UInt8(ascii: "#") { return [4, 7].contains(bytes.count) && isHexadecimal }
      return ColorName.isOne(value)
    case .number: return LookVariable.isNumber(bytes)
    case .length:
      let unit = Array(bytes.reversed().prefix { $0.isASCIILetter }.reversed()).string
      return LookVariable.units.contains(unit)
        && LookVariable.isNumber(bytes.dropLast(unit.utf8.count))
    case .families:
      return bytes.allSatisfy { $0 >= 0x80 || $0.isASCIILetter || $0.isASCIIDigit || " ,-_.'\"".utf8.contains($0) }
        && [UInt8(ascii: "'"), UInt8(ascii: "\"")].allSatisfy { mark in
          bytes.count { $0 == mark }.isMultiple(of: 2)
        }
    }
  }

  /// Units of lengths.
  static let units = "rem em px pt ch mm cm".split(separator: " ").map(String.init)

  /// What may be written.
  var help: String {
    switch kind {
    case .color: "write a colour such as `\"#0a4d68\"`, or two: `{light: \"#0a4d68\", dark: \"#8ecae6\"}`"
    case .length: "write a number with a unit, such as `36rem`"
    case .number: "write a number, such as `1.6`"
    case .families: "write names of type families, such as `Inter, sans-serif`"
    }
  }

  private static func isNumber(_ bytes: some Collection<UInt8>) -> Bool {
    let points = bytes.count { $0 == UInt8(ascii: ".") }
    return bytes.contains(where: \.isASCIIDigit) && points < 2
      && bytes.allSatisfy { $0.isASCIIDigit || $0 == UInt8(ascii: ".") }
  }
}
