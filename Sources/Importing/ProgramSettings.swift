import Text

/// Settings that are a program's text: `SITENAME = 'Tides'` of Pelican, `title: 'Tides',` of Docusaurus. Only names with a
/// plain text behind them are read; what the program would compute is not known.
enum ProgramSettings {
  /// Each name that is given a text in quotation marks, once, at the start of a line.
  static func assignments(in bytes: Bytes) -> [(name: String, text: String)] {
    var found: [(name: String, text: String)] = []
    for line in bytes.split(separator: 0x0A) {
      let words = line.drop(while: \.isASCIISpace)
      let name = words.prefix { $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "_") }
      var rest = words.dropFirst(name.count).drop(while: \.isASCIISpace)
      guard !name.isEmpty, let sign = rest.popFirst(), sign == UInt8(ascii: "=") || sign == UInt8(ascii: ":") else {
        continue
      }
      rest = rest.drop(while: \.isASCIISpace)
      guard let quote = rest.popFirst(), "'\"".utf8.contains(quote), let end = rest.firstIndex(of: quote) else {
        continue
      }
      let key = Array(name).string
      if !found.contains(where: { $0.name == key }) { found.append((key, Array(rest[..<end]).string)) }
    }
    return found
  }
}
