import Coding
import Diagnostics
import Text

/// What makes an address one that no browser opens, or none but the author's.
struct AddressMistake {
  let kind: DiagnosticKind
  /// What is so.
  let message: String
  /// What to write instead.
  let help: String
  /// The address that was meant, where that is sure.
  let meant: String?

  /// Whether it is one at which this program or another one shows a site before it is published.
  private var isOfPreview = false

  /// Whether it is one of a machine at hand that readers may be told to ask, rather than that of a page of a preview:
  /// `http://localhost:8080/setup`.
  var mayBeTold: Bool {
    guard kind == .localAddress, !isOfPreview else { return false }
    // The address of an issue begins with its year, perhaps behind its language.
    let isOfIssue = meant?.pathParts.prefix(2).contains { $0.utf8.count == 4 && $0.utf8.allSatisfy(\.isASCIIDigit) }
    return isOfIssue != true
  }

  private init(
    _ message: String, _ kind: DiagnosticKind = .unusableAddress, help: String, meant: String? = nil
  ) {
    self.kind = kind
    self.message = message
    self.help = help
    self.meant = meant
  }

  /// `nil` for an address with which nothing is wrong by itself.
  ///
  /// - Parameter web: Its parts, where it is an address of the web.
  init?(_ address: String, _ web: HostAndPath?, home: HomeAddress) {
    guard let scheme = WebAddress.scheme(of: address.utf8.span) else {
      let mistake =
        address.hasPrefix("//")
        ? AddressMistake.mistake(inWeb: web ?? HostAndPath(ofWeb: address), "https", home)
        : AddressMistake.without(schemeIn: address)
      guard let mistake else { return nil }
      self = mistake
      return
    }
    guard let mistake = AddressMistake.of(address, scheme, web, home) else { return nil }
    self = mistake
  }

  private static func of(
    _ address: String, _ scheme: String, _ web: HostAndPath?, _ home: HomeAddress
  ) -> AddressMistake? {
    switch scheme {
    case "http", "https": return mistake(inWeb: web, scheme, home)
    case "mailto":
      let rest = address.dropFirst(7)
      if rest.hasPrefix("?") || rest.contains("@") && !rest.hasPrefix("//") || rest.contains("%40") { return nil }
      return AddressMistake("this is no address to write to", help: "write `mailto:name@example.org`")
    case _ where scheme.utf8.count == 1:
      return AddressMistake(
        "this is a path on a disk, which readers do not have",
        help: "copy the file beside the issue, and write its path from there")
    case _ where WebAddress.isKnown(scheme): return nil
    case _ where scheme.contains(".") || scheme == "localhost": return missingScheme()
    default:
      guard let near = commonSchemes.nearest(to: scheme) else { return nil }
      let rest = String(decoding: address.utf8.dropFirst(scheme.utf8.count), as: UTF8.self)
      // Of `htt://…`, nobody knows whether the site is one of `https:`; it leads there.
      return AddressMistake(
        "no browser knows addresses that begin with `\(scheme):`", help: "did you mean `\(near):`?",
        meant: rest.hasPrefix("://") == near.hasPrefix("http") ? near + rest : nil)
    }
  }

  /// Whether a byte is a mark of sentences that no host has in its name.
  private static func isOfSentences(_ byte: UInt8) -> Bool {
    switch UnicodeScalar(byte) {
    case ",", ";", "'", "\"": true
    default: false
    }
  }

  private static func mistake(inWeb web: HostAndPath?, _ scheme: String, _ home: HomeAddress) -> AddressMistake? {
    guard let host = web?.host, !host.isEmpty, host != "http:", host != "https:" else {
      return AddressMistake(
        "this address of the web names no site", help: "write `\(scheme)://`, the site's name, and the path")
    }
    let name = host.hasPrefix("[") ? host : String(Substring(host.utf8.prefix { $0 != UInt8(ascii: ":") }))
    if host.utf8.contains(where: isOfSentences) || host.utf8.span.firstOffset(of: "..".utf8.span) != nil {
      return AddressMistake("no site has the name “\(host)”", help: "correct the part behind `\(scheme)://`")
    }
    let isOwn = name == "localhost" || name.hasPrefix("127.") || name == "0.0.0.0" || name.hasPrefix("[::1]")
    if !isOwn, isPrivate(name), !isPrivate(home.host) {
      return AddressMistake(
        "this address is one of a private network, where readers find nothing", .localAddress,
        help: "write the address under which the web has it")
    }
    guard isOwn, host != home.host else { return nil }
    let path = web.map { $0.path.isEmpty ? "/" : $0.path } ?? "/"
    var mistake = AddressMistake(
      "this address is that of the author's own machine", .localAddress,
      help: "write the path alone: `\(path)`", meant: path)
    mistake.isOfPreview = previewPorts.contains { host.hasSuffix(":\($0)") }
    return mistake
  }

  /// Where previews listen unless told otherwise: ours and Jekyll's, Hugo's, Zola's.
  private static let previewPorts = [4000, 4001, 1313, 1111]

  /// Whether a host is one of a network at home or in an office: `192.168.0.1`, `nas.local`.
  private static func isPrivate(_ host: String) -> Bool {
    if [".local", ".localhost", ".internal", ".lan"].contains(where: { host.hasSuffix($0) }) { return true }
    guard host.utf8.first?.isASCIIDigit == true else { return false }
    let parts = host.split(separator: ".").map { Int($0) }
    guard parts.count == 4, let first = parts[0], let second = parts[1] else { return false }
    return PrivateNetwork.has(first, second)
  }

  private static func without(schemeIn address: String) -> AddressMistake? {
    if address.utf8.contains(UInt8(ascii: "\\")) {
      // `\\server\share`: of a network, of which Markdown takes one stroke, readers have nothing.
      let isOfNetwork = address.utf8.first == UInt8(ascii: "\\")
      return AddressMistake(
        "the parts of an address stand between strokes that lean forwards",
        help: isOfNetwork ? "put the file beside the text, and link to it there" : "write `/` for `\\`",
        meant: isOfNetwork ? nil : address.replacing("\\", with: "/"))
    }
    if address.prefix(4).lowercased() == "www." { return missingScheme(meant: "https://" + address) }
    if isMail(address) {
      return AddressMistake(
        "this leads to a file, not to a mailbox", help: "write `mailto:\(address)`",
        meant: "mailto:" + address)
    }
    return nil
  }

  private static func missingScheme(meant: String? = nil) -> AddressMistake {
    AddressMistake(
      "without `https://`, this is the path of a file", help: "an address of the web begins with `https://`",
      meant: meant)
  }

  /// `name@example.org`, but not `icon@2x.png`.
  private static func isMail(_ address: String) -> Bool {
    guard address.utf8.contains(UInt8(ascii: "@")) else { return false }
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !address.contains("/"),
      let end = parts[1].split(separator: ".", omittingEmptySubsequences: false).last, parts[1].contains(".")
    else { return false }
    let isName = end.utf8.count > 1 && end.utf8.allSatisfy(\.isASCIILetter)
    return isName && !fileEndings.contains(end.lowercased())
  }

  private static let fileEndings: Set<String> = [
    "png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "pdf", "md", "markdown", "html", "txt", "csv", "zip",
  ]
  private static let commonSchemes = ["https", "http", "mailto", "tel", "ftp"]
}

extension DiagnosticKind {
  static let unusableAddress = DiagnosticKind(
    "unusable-address", .warning,
    "No browser opens this address: its scheme is misspelt or missing, it names no site, or it is a path of a disk. An address of the web begins with `https://`; a file of the site lies beside the issue, and its path has `/` between its parts. Of an address whose scheme nobody knows, the words alone are published."
  )
  static let localAddress = DiagnosticKind(
    "local-address", .warning,
    "A link leads to `localhost`, where only its author finds something: perhaps it was copied from the preview. Write the path alone, or the address under which the site is published."
  )
}
