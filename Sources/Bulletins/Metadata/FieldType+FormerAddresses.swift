import Coding
import Diagnostics
import Text

extension FieldType where Value == [WrittenFormerAddress] {
  /// Addresses under which a text was found before.
  static var formerAddresses: FieldType {
    FieldType(
      read: { $0.formerAddresses() }, write: { $1.put($0) { $0.write(to: &$1) } },
      decode: { $0.list { WrittenFormerAddress(from: &$0) } },
      text: { $0.map(\.address.description).joined(separator: ", ") },
      members: { name, addresses in [(name, .strings((addresses ?? []).map(\.address.description)))] })
  }
}

extension WrittenEntry {
  /// The value as former addresses, one or a list of them; those that can be none are reported.
  mutating func formerAddresses() -> [WrittenFormerAddress]? {
    guard let texts = expect("a list of addresses", value.texts) else { return nil }
    guard let elements = value.elements else { return texts.compactMap { formerAddress($0, in: value) } }
    return elements.compactMap { element in element.text.flatMap { $0.isEmpty ? nil : formerAddress($0, in: element) } }
  }

  /// The value as the one address that other generators published the text under. Words such as `pretty`, `false` for
  /// none, whole addresses of other pages, and formulas that only another generator can work out, are none.
  mutating func publishedAddress() -> [WrittenFormerAddress]? {
    guard var text = value.text else { return nil }
    if text.utf8.contains(UInt8(ascii: "{")) {
      guard let pattern = PermalinkTemplate.pattern(text) else { return nil }
      text = pattern
    }
    guard text.utf8.contains(UInt8(ascii: "/")) else { return nil }
    return [formerAddress(text, in: value)].compactMap { $0 }
  }

  /// The value as an address under a key that other programs use for paths of files, too: of those, nothing is said.
  func addressOfPath() -> WrittenFormerAddress? {
    guard let text = value.text, text.utf8.contains(UInt8(ascii: "/")), !text.utf8.contains(UInt8(ascii: "{")),
      text.utf8.first != UInt8(ascii: "."), let address = FormerAddress(text)
    else { return nil }
    // `releases/1.87.0` is an address, `images/pier.png` is none.
    let name = text.utf8.split(separator: UInt8(ascii: "/")).last ?? text.utf8[...]
    let ending = name.lastIndex(of: UInt8(ascii: ".")).map { name[name.index(after: $0)...] }
    if let ending, ending.allSatisfy(\.isASCIILetter), !ending.elementsEqual("html".utf8) { return nil }
    return WrittenFormerAddress(address: address, location: source.location(value.range), isGuess: true)
  }

  /// An address that stands in a part of the value; `nil` where it can be none, which is reported.
  private mutating func formerAddress(_ text: String, in part: WrittenValue) -> WrittenFormerAddress? {
    let start = source.offset(of: text, in: part.range)
    let place = source.location(start.map { $0..<$0 + text.utf8.count } ?? part.range)
    if let address = FormerAddress(text) { return WrittenFormerAddress(address: address, location: place) }
    report(
      Diagnostic(
        .badAddress, "“\(text)” is no address inside the site", at: place,
        help: "write a path from the site's root: `/old/page/`"))
    return nil
  }
}

/// The keys under which other generators keep one.
extension Metadata {
  /// Takes a path, and keeps it as it is, too.
  mutating func read(path entry: inout WrittenEntry) {
    if let address = entry.addressOfPath() { add(formerAddresses: [address], at: entry.range) }
    extra.append((entry.key, entry.value.extra))
  }

  /// Takes a path; a whole address is somebody else's, and only kept.
  mutating func read(url entry: inout WrittenEntry) {
    guard WebAddress.scheme(of: (entry.value.text ?? "").utf8.span) == nil else {
      extra.append((entry.key, entry.value.extra))
      return
    }
    add(formerAddresses: entry.publishedAddress() ?? [], at: entry.range)
  }
}

extension DiagnosticKind {
  static let badAddress = DiagnosticKind(
    "bad-address", .error,
    "A former address must be a path inside the site, such as `/old/page/`, without `..` and hidden folders.")
}
