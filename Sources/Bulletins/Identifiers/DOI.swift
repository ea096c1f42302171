import Coding
import Text

/// The name under which a text is found for ever, wherever its publisher moves.
public struct DOI: Hashable, Sendable, CustomStringConvertible {
  /// The name itself: `10.1000/182`.
  public let description: String

  /// Reads a name in any usual form; `nil` for anything else.
  public init?(_ text: String) {
    guard case .success(let doi) = DOI.read(text) else { return nil }
    self = doi
  }

  /// Reads a name: by itself, behind `doi:`, or as an address of doi.org.
  public static func read(_ text: String) -> Result<DOI, IdentifierProblem> {
    let stripped = IdentifierText(
      text, without: ["https:", "http:", "//", "www.", "dx.", "doi.org/", "doi", ":"])
    var name = Bytes(stripped.bytes)
    // In an address, what is unusual is encoded; a name by itself may have a percent sign.
    if text.lowercased().contains("doi.org/"), let decoded = PercentEncoding.decoded(name.string) {
      name = Bytes(decoded.utf8)
    }
    // A sentence may have ended behind it.
    while let last = name.last, last == UInt8(ascii: ".") || last == UInt8(ascii: ",") { name.removeLast() }
    guard isName(name) else {
      return .failure(
        .unreadable(help: "write the number of the publisher, a slash and the name: `10.1000/182`"))
    }
    return .success(DOI(name: name.string))
  }

  private init(name: String) { description = name }

  /// `10.`, the publisher's number, which may have parts, and a slash before at least one visible character.
  private static func isName(_ name: Bytes) -> Bool {
    guard name.starts(with: "10.".utf8), let slash = name.firstIndex(of: UInt8(ascii: "/")) else { return false }
    let publisher = name[3..<slash].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let suffix = name[(slash + 1)...]
    // The first part of it has four digits at least.
    guard let first = publisher.first, (4...9).contains(first.count) else { return false }
    return publisher.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isASCIIDigit) } && !suffix.isEmpty
      && suffix.allSatisfy { $0 > 0x20 && $0 != 0x7F }
  }

  /// What messages call one.
  public static let kind = "a DOI"

  /// The address that leads to the text.
  public var address: String { "https://doi.org/" + PercentEncoding.encoded(path: description) }
}
