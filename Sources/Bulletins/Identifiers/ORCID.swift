import Coding
import Text

/// The iD under which a researcher is found at orcid.org.
public struct ORCID: Hashable, Sendable, CustomStringConvertible {
  /// Sixteen digits in groups of four, of which the last may be an `X`: `0000-0002-1825-0097`.
  public let description: String

  /// Reads an iD in any usual form; `nil` for anything else.
  public init?(_ text: String) {
    guard case .success(let orcid) = ORCID.read(text) else { return nil }
    self = orcid
  }

  private init(digits: [UInt8]) {
    description = digits.enumerated().map { index, digit in
      (index > 0 && index % 4 == 0 ? "-" : "") + checkCharacter(Int(digit))
    }.joined()
  }

  /// Reads an iD: as digits, with or without hyphens, behind `orcid:`, or as an address.
  public static func read(_ text: String) -> Result<ORCID, IdentifierProblem> {
    let text = IdentifierText(
      text, without: ["https:", "http:", "//", "www.", "orcid.org/", "orcid", "id", ":"])
    guard let digits = text.digits(16) else {
      return .failure(
        .unreadable(
          help: "write sixteen digits, `0000-0002-1825-0097`, or the address https://orcid.org/0000-0002-1825-0097"))
    }
    // ISO 7064, MOD 11-2.
    let sum = digits.dropLast().reduce(0) { ($0 + Int($1)) * 2 % 11 }
    let right = (12 - sum) % 11
    guard let last = digits.last, Int(last) == right else {
      return .failure(.wrongCheckCharacter(right: checkCharacter(right)))
    }
    return .success(ORCID(digits: digits))
  }

  /// What messages call one.
  public static let kind = "an ORCID iD"

  /// The address that the iD is, by the rules of those who give it.
  public var address: String { "https://orcid.org/\(description)" }
}

extension BinaryReader {
  /// An iD that may be missing; any other text is damage.
  mutating func orcid() -> ORCID? {
    guard let text = optionalText() else { return nil }
    if let orcid = ORCID(text) { return orcid }
    markDamaged()
    return nil
  }
}
