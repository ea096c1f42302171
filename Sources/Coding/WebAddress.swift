import Text

/// What following an address would do, judged by its scheme as the URL standard reads one: on bytes, since a letter may
/// hide a colon by being joined with it.
public enum WebAddress {
  /// What an address may do to whoever follows it.
  public enum Risk: Sendable {
    /// It leads to a page, to a file beside the page, or to another program, which asks by itself.
    case none
    /// It reads a file of the reader's own machine.
    case readsFiles
    /// It runs a program inside the page.
    case runsPrograms
    /// Nobody knows what it does: its scheme is none that addresses for readers have.
    case unknown
  }

  /// The scheme in lower case; `nil` for an address that is relative to its page.
  ///
  /// As in a browser, blanks and control characters before it are skipped, and tabs and line ends everywhere in it.
  public static func scheme(of address: Span<UInt8>) -> String? {
    end(ofSchemeIn: address).map { end in
      var scheme = Bytes()
      for at in 0..<end where address[at] > 0x20 {
        scheme.append(address[at].isASCIILetter ? address[at] | 0x20 : address[at])
      }
      return scheme.string
    }
  }

  /// What following an address may do.
  public static func risk(of address: Span<UInt8>) -> Risk {
    if beginsAsMostDo(address) { return .none }
    guard let end = end(ofSchemeIn: address), let scheme = scheme(of: address) else { return .none }
    switch scheme {
    case "javascript", "vbscript": return .runsPrograms
    case "data": return isPicture(address, from: end + 1) ? .none : .runsPrograms
    case "file": return .readsFiles
    default:
      return known.contains(scheme) || scheme.hasPrefix("web+") || scheme == ofSources ? .none : .unknown
    }
  }

  /// The scheme of links to the sources of a site, until it is known where these are published.
  public static let ofSources = "bulletin-source"

  /// Whether a scheme is one that addresses have, harmless or not.
  public static func isKnown(_ scheme: String) -> Bool { known.contains(scheme) || browsersOwn.contains(scheme) }

  /// The schemes that lead readers to a page, a person, a place, a work, or to a program of their own that asks by itself.
  private static let known: Set<String> = [
    "acct", "ark", "bitcoin", "callto", "cid", "dav", "doi", "ed2k", "ethereum", "facetime", "facetime-audio", "ftp",
    "ftps",
    "gemini", "geo", "git", "gopher", "hdl", "http", "https", "im", "imap", "info", "ipfs", "ipns", "irc", "ircs",
    "isbn",
    "issn", "ldap", "lightning", "magnet", "mailto", "maps", "matrix", "mid", "mms", "msteams", "news", "nntp",
    "openpgp4fpr", "payto", "rtsp", "sftp", "sgnl", "signal", "sip", "sips", "skype", "sms", "smtp", "spotify", "ssh",
    "svn",
    "tag", "tel", "tg", "urn", "webcal", "whatsapp", "ws", "wss", "xmpp", "zoommtg", "zotero",
  ]

  /// Those that stay inside of a browser.
  private static let browsersOwn: Set<String> = [
    "about", "blob", "data", "feed", "file", "filesystem", "javascript", "vbscript", "view-source",
  ]

  /// The same of text.
  public static func risk(of address: String) -> Risk { risk(of: address.utf8.span) }

  /// Where the colon stands that ends a scheme.
  private static func end(ofSchemeIn address: Span<UInt8>) -> Int? {
    var hasBegun = false
    for at in address.indices {
      switch address[at] {
      case let byte where byte.isASCIILetter: hasBegun = true
      case UInt8(ascii: ":"): return hasBegun ? at : nil
      case 0x09, 0x0A, 0x0D: continue
      case let byte where !hasBegun && byte <= 0x20: continue
      case let byte where hasBegun && (byte.isASCIIDigit || byte == 0x2B || byte == 0x2D || byte == 0x2E): continue
      default: return nil
      }
    }
    return nil
  }

  /// Whether an address is one of the web, as nearly all are.
  private static func beginsAsMostDo(_ address: Span<UInt8>) -> Bool {
    address.has("https:".utf8.span, at: 0) || address.has("http:".utf8.span, at: 0)
  }

  /// Whether what follows the scheme `data` is a picture made of nothing but pixels: drawings are documents, and may hold
  /// scripts.
  private static func isPicture(_ address: Span<UInt8>, from start: Int) -> Bool {
    var type = Bytes()
    for at in start..<address.count where address[at] > 0x20 {
      let byte = address[at]
      if byte == UInt8(ascii: ";") || byte == UInt8(ascii: ",") || type.count > 64 { break }
      type.append(byte.isASCIILetter ? byte | 0x20 : byte)
    }
    let name = type.dropFirst(6)
    return type.starts(with: "image/".utf8) && !name.isEmpty && !name.starts(with: "svg".utf8)
      && name.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == 0x2D || $0 == 0x2E }
  }
}
