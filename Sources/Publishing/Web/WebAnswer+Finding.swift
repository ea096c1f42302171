import Bulletins
import Diagnostics
import Text

extension WebAnswer {
  /// What is to be said of a link that has this answer; nothing where readers find something.
  func finding(at link: WebLink, in source: SourceFile) -> Diagnostic? {
    let place = source.location(link.range)
    switch self {
    case .found: return nil
    case .gone(let words):
      return Diagnostic(
        .deadLink, "this link leads nowhere: \(words)", at: place,
        help: "link to where it is now or to an archived copy, or take the link away")
    case .unasked(let words):
      return Diagnostic(
        .unaskedLink, "nobody could ask whether this link leads somewhere: \(words)", at: place,
        help: "open it in a browser")
    case .avoided(let host):
      return Diagnostic(
        .unaskedLink, "\(host) is no machine of the Internet, and was not asked", at: place,
        help: "readers elsewhere can't reach it; where they can, set BULLETIN_ASK_PRIVATE=1")
    case .moved(let address):
      let fragment = link.address.utf8.firstIndex(of: UInt8(ascii: "#")).map { String(link.address[$0...]) } ?? ""
      let new = address.utf8.contains(UInt8(ascii: "#")) ? address : address + fragment
      let isAsWritten = source.bytes[link.range].elementsEqual(link.address.utf8)
      let isSame = WebAnswer.withoutScheme(new) == WebAnswer.withoutScheme(link.address)
      return Diagnostic(
        .movedLink, "what this link leads to has moved for good", at: place, help: "write \(new)",
        mend: isAsWritten
          ? Mend("write \(new)", [source.edit(link.range, new.utf8)], isSafe: isSame) : nil)
    }
  }

  private static func withoutScheme(_ address: String) -> Substring {
    let parts = address.split(separator: ":", maxSplits: 1)
    return parts.count == 2 ? parts[1] : Substring(address)
  }
}

extension DiagnosticKind {
  static let deadLink = DiagnosticKind(
    "dead-link", .warning,
    "With `check --external`: a server says that nothing is at this address, or no such server exists. What could not be asked for is `unasked-link`."
  )
  static let movedLink = DiagnosticKind(
    "moved-link", .advice,
    "With `check --external`: the server says that this address is another one for good. The old one still leads there, as long as somebody keeps it."
  )
  static let unaskedLink = DiagnosticKind(
    "unasked-link", .advice,
    "With `check --external`: nobody could find out whether something is there. Many servers refuse programs and welcome readers; others were busy, slow or not to be trusted. Machines of one's own network are not asked at all."
  )
}
