import Diagnostics
import Text

/// A character that is written by a name or a number which HTML does not have, or without its semicolon: `&nbps;`.
enum UnknownEntity {
  /// Whether HTML has one that readers see as it is typed.
  static func mayBe(in html: Bytes) -> Bool {
    var at = 0
    while let sign = html.firstOffset(of: printed, from: at) {
      at = sign + printed.count
      if at < html.count, html[at].isASCIILetter || html[at] == UInt8(ascii: "#") { return true }
    }
    return false
  }

  static func find(in text: VisibleText) -> [Diagnostic] {
    var places = SignPlaces(text, from: "&") { Written($0, at: $1)?.bytes }
    var known: [Bytes: Meant?] = [:]
    return text.pieces.flatMap { piece -> [Diagnostic] in
      var found: [Diagnostic] = []
      var at = 0
      while let sign = piece.text.firstOffset(of: UInt8(ascii: "&"), from: at) {
        at = sign + 1
        guard let entity = Written(piece.text, at: sign), let meant = entity.meant(&known),
          let place = places.place(of: entity.bytes, in: piece, at: sign), !isInAddress(place, of: text.source)
        else { continue }
        found.append(
          Diagnostic(
            .unknownEntity, meant.message, at: text.source.location(place), help: meant.help,
            mend: meant.replacement.flatMap { replacement in
              Mend(
                "write `\(replacement)`", [text.source.edit(place, replacement.utf8)], isSafe: !entity.isClosed)
            }))
      }
      return found
    }
  }

  /// Whether it stands in an address, of which Markdown may have made a link up to there.
  private static func isInAddress(_ place: Range<Int>, of source: SourceFile) -> Bool {
    let before = source.bytes[max(0, place.lowerBound - 500)..<place.lowerBound]
    let word = Array(before[(before.lastIndex(where: \.isASCIISpace).map { $0 + 1 } ?? before.startIndex)...])
    return ["://", "www."].contains { word.firstOffset(of: Bytes($0.utf8)) != nil }
  }

  /// What is said of a character that HTML does not have.
  private typealias Meant = (message: String, help: String, replacement: String?)

  /// What stands behind an ampersand.
  private struct Written {
    let name: Bytes
    let isClosed: Bool
    private let next: UInt8?

    init?(_ text: Bytes, at sign: Int) {
      let rest = text[(sign + 1)...]
      name = Array(rest.prefix { $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "#") }.prefix(40))
      if name.isEmpty { return nil }
      next = rest.dropFirst(name.count).first
      isClosed = next == UInt8(ascii: ";")
    }

    var bytes: Bytes { Bytes("&".utf8) + name + (isClosed ? [UInt8(ascii: ";")] : []) }

    /// - Parameter known: What was said of those before it: to look for the nearest name takes time.
    func meant(_ known: inout [Bytes: Meant?]) -> Meant? {
      // `&copy=1` is a part of an address.
      if !isClosed, name.first != UInt8(ascii: "#"), next == UInt8(ascii: "=") || next == UInt8(ascii: "&") {
        return nil
      }
      if let meant = known[bytes] { return meant }
      let meant = explanation
      known[bytes] = .some(meant)
      return meant
    }

    private var explanation: Meant? {
      let word = name.string
      if name.first == UInt8(ascii: "#") {
        guard !isClosed, name.count > 2, name.dropFirst().allSatisfy(\.isASCIIDigit) else { return nil }
        return missingSemicolon("&\(word);")
      }
      if !isClosed {
        return UnknownEntity.names.contains(word) ? missingSemicolon("&\(word);") : nil
      }
      // What is right is printed so where an address is shown.
      if UnknownEntity.names.contains(word) { return nil }
      guard name.count > 3 || word.count > 1 && UnknownEntity.names.contains(word.lowercased()) else { return nil }
      // “Research&Development;” and “salt&pepper;” are no names of characters.
      return UnknownEntity.name(near: word).map { nearest in
        (
          "HTML has no character “&\(word);”, and it is printed as it is typed", "did you mean `&\(nearest);`?",
          "&\(nearest);"
        )
      }
    }

    private func missingSemicolon(_ whole: String) -> Meant {
      ("without its semicolon, “\(bytes.string)” is printed as it is typed", "write `\(whole)`", whole)
    }
  }

  /// Those that texts are written with.
  private static let names = """
    nbsp amp lt gt quot apos copy reg trade euro pound sect para deg middot bull hellip ndash mdash lsquo
    rsquo ldquo rdquo sbquo bdquo laquo raquo shy thinsp ensp emsp times minus plusmn frac12 frac14 frac34
    sup2 sup3 iexcl iquest aacute agrave acirc atilde auml aring aelig ccedil eacute egrave ecirc euml iacute
    igrave icirc iuml ntilde oacute ograve ocirc otilde ouml oslash oelig uacute ugrave ucirc uuml yacute
    szlig scaron zcaron Aacute Agrave Auml Aring AElig Ccedil Eacute Egrave Iacute Ntilde Oacute Ouml Oslash
    Uacute Uuml Scaron Zcaron rarr larr dagger permil
    """.split { $0 == " " || $0 == "\n" }.map(String.init)

  /// The name that was probably meant, of two that differ in their first letter the one that begins as it was typed.
  private static func name(near word: String) -> String? {
    names.nearest(to: word).map { nearest in
      let small = nearest.lowercased()
      return word.first?.isLowercase == true && names.contains(small) ? small : nearest
    }
  }

  private static let printed = Bytes("&amp;".utf8)
}

extension DiagnosticKind {
  static let unknownEntity = DiagnosticKind(
    "unknown-entity", .warning,
    "A character was written by its name in HTML, which is misspelt or has no semicolon, so that readers see `&nbps;`. Write the character itself, or the name as HTML has it. `&amp;nbsp;` shows a name to readers."
  )
}
