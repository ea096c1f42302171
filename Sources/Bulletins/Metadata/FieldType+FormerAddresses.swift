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
    guard let written = expect("a list of addresses", value.texts) else { return nil }
    return formerAddresses(written)
  }

  /// The value as the one address that other generators published the text under. Words such as `pretty`, `false` for
  /// none, whole addresses of other pages, and formulas that only another generator can work out, are none.
  mutating func publishedAddress() -> [WrittenFormerAddress]? {
    guard let text = value.text, text.utf8.contains(UInt8(ascii: "/")), !text.utf8.contains(UInt8(ascii: "{")) else {
      return nil
    }
    return formerAddresses([text])
  }

  private mutating func formerAddresses(_ written: [String]) -> [WrittenFormerAddress] {
    written.compactMap { text in
      let start = source.offset(of: text, in: range)
      let place = source.location(start.map { $0..<$0 + text.utf8.count } ?? range)
      if let address = FormerAddress(text) { return WrittenFormerAddress(address: address, location: place) }
      report(
        .badAddress, "“\(text)” is no address inside the site", at: place,
        help: "write a path from the site's root: `/old/page/`")
      return nil
    }
  }
}

extension DiagnosticKind {
  static let badAddress = DiagnosticKind(
    "bad-address", .error,
    "A former address must be a path inside the site, such as `/old/page/`, without `..` and hidden folders.")
}
