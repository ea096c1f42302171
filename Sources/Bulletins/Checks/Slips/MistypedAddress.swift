import Diagnostics
import Text

/// An address of the web that was mistyped and is no link therefore: `htps://`, `http//`, `https:/`.
enum MistypedAddress {
  static func find(_ check: ProofText) -> [Diagnostic] {
    check.prose.flatMap { prose in
      let text = prose.text
      return prose.signs.compactMap { at -> Diagnostic? in
        guard text[at] == UInt8(ascii: ":") || text[at] == UInt8(ascii: "/"), at > 0, text[at - 1].isASCIILetter else {
          return nil
        }
        let start = text[..<at].lastIndex { !$0.isASCIILetter }.map { $0 + 1 } ?? 0
        let marks = text[at...].prefix { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "/") }
        guard marks.endIndex < text.count, text[marks.endIndex].isASCIILetter || text[marks.endIndex].isASCIIDigit,
          let meant = meant(Array(text[start..<at]).string, Array(marks).string)
        else { return nil }
        return check.finding(
          .mistypedAddress, "this is no address of the web, and printed as text", start..<marks.endIndex, of: prose,
          help: "did you mean `\(meant)`?",
          mend: .init(text: Bytes(meant.utf8), summary: "write `\(meant)`", isSafe: false))
      }
    }
  }

  /// What an address begins with that was to be one of the web; `nil` for one that is, and for any other text.
  private static func meant(_ scheme: String, _ marks: String) -> String? {
    let name = scheme.lowercased()
    if name == "http" || name == "https" {
      // `HTTP::Tiny` is a name of programs.
      return ["//", ":/", ":///", "::/"].contains(marks) ? "\(name)://" : nil
    }
    guard marks == "://", name.utf8.count > 2, let near = ["http", "https"].nearest(to: name, within: 1) else {
      return nil
    }
    return near + "://"
  }
}

extension DiagnosticKind {
  static let mistypedAddress = DiagnosticKind(
    "mistyped-address", .warning,
    "An address of the web is mistyped, so that it is no link: a letter of `https` is missing, or one of the signs behind it. Addresses begin with `https://`."
  )
}
