import Text

/// The number of a periodical.
public struct ISSN: Hashable, Sendable, CustomStringConvertible {
  /// Eight digits with a hyphen in the middle, of which the last may be an `X`: `0317-8471`.
  public let description: String

  /// Reads a number in any usual form; `nil` for anything else.
  public init?(_ text: String) {
    guard case .success(let issn) = ISSN.read(text) else { return nil }
    self = issn
  }

  private init(digits: [UInt8]) {
    let characters = digits.map { checkCharacter(Int($0)) }
    description = characters.prefix(4).joined() + "-" + characters.dropFirst(4).joined()
  }

  /// Reads a number: as digits, with or without the hyphen, behind `ISSN`, or as the address of the register.
  public static func read(_ text: String) -> Result<ISSN, IdentifierProblem> {
    let text = IdentifierText(
      text, without: ["https:", "http:", "//", "portal.issn.org/resource/", "urn:", "issn", "/", ":"])
    guard let digits = text.digits(8) else {
      return .failure(.unreadable(help: "write eight digits with a hyphen, as printed: `0317-8471`"))
    }
    let sum = digits.dropLast().enumerated().reduce(0) { $0 + (8 - $1.offset) * Int($1.element) }
    let right = (11 - sum % 11) % 11
    guard let last = digits.last, Int(last) == right else {
      return .failure(.wrongCheckCharacter(right: checkCharacter(right)))
    }
    return .success(ISSN(digits: digits))
  }

  /// What messages call one.
  public static let kind = "an ISSN"
}
