import Coding
import Text

/// Where the text of a licence is found, which machines know it by.
public enum LicenseAddress {
  /// The address of a licence by its name, as the licences of Creative Commons are written: `CC BY 4.0`, `CC-BY-SA-3.0`,
  /// `CC0 1.0`; an address is its own. `nil` for other licences, of which only the name is known.
  public static func of(_ name: String) -> String? {
    if let scheme = WebAddress.scheme(of: name.utf8.span) { return ["https", "http"].contains(scheme) ? name : nil }
    let letters = name.utf8.map { $0.isASCIILetter ? $0 | 0x20 : $0 }
    var words = letters.split { " -_".utf8.contains($0) }.map { Bytes($0).string }
    guard let first = words.first, let version = words.last, isVersion(version) else { return nil }
    words = Array(words.dropFirst().dropLast())
    switch first {
    case "cc0": return words.isEmpty ? "https://creativecommons.org/publicdomain/zero/\(version)/" : nil
    case "cc":
      guard conditions.contains(words) else { return nil }
      return "https://creativecommons.org/licenses/\(words.joined(separator: "-"))/\(version)/"
    default: return nil
    }
  }

  /// What a licence of Creative Commons asks for, in the order in which it is written.
  private static let conditions: Set<[String]> = [
    ["by"], ["by", "sa"], ["by", "nd"], ["by", "nc"], ["by", "nc", "sa"], ["by", "nc", "nd"],
  ]

  private static func isVersion(_ word: String) -> Bool { ["1.0", "2.0", "2.5", "3.0", "4.0"].contains(word) }
}
