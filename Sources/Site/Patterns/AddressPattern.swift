import Bulletins
import Diagnostics
import Text

/// How another generator, or this site before, made the addresses of issues: `/:year/:month/:day/:title.html`, in the words
/// of Jekyll and Hugo, of Pelican (`/{date:%Y}/{slug}.html`) or of WordPress (`/%year%/%postname%/`).
public struct AddressPattern: Sendable {
  private enum Part: Sendable {
    case text(String)
    case token(AddressToken)
  }

  /// Where it is written.
  let location: Location
  private let parts: [Part]

  /// What stands in a pattern and means nothing, with the nearest word that does.
  struct Unknown: Error {
    let word: String
    let nearest: String?
  }

  /// Reads a pattern, or the name of one of Jekyll's.
  init(_ text: String, at location: Location) throws(Unknown) {
    self.location = location
    var parts: [Part] = []
    var rest = (AddressPattern.named[text] ?? text).unicodeScalars[...]
    while let mark = rest.first {
      if let (word, length) = AddressPattern.word(at: rest) {
        guard let token = AddressToken.named(word) else {
          throw Unknown(word: word, nearest: AddressToken.words.nearest(to: word))
        }
        parts.append(.token(token))
        rest = rest.dropFirst(length)
      } else {
        if case .text(let before)? = parts.last {
          parts[parts.count - 1] = .text(before + String(mark))
        } else {
          parts.append(.text(String(mark)))
        }
        rest = rest.dropFirst()
      }
    }
    self.parts = parts
  }

  /// Whether a text is a pattern, and not one address.
  static func hasTokens(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    return scalars.indices.contains { word(at: scalars[$0...]) != nil }
  }

  /// Whether a text is the name of one of Jekyll's patterns.
  static func isNamed(_ text: String) -> Bool { named[text] != nil }

  /// Whether it says where the language stands.
  var namesLanguage: Bool {
    parts.contains { part in if case .token(let token) = part { token.isLanguage } else { false } }
  }

  /// Whether it may be one of Hugo's whose words mean something else elsewhere.
  var mayBeOfHugo: Bool {
    func has(_ spelling: String) -> Bool {
      parts.contains { part in if case .token(let token) = part { token.spellings.contains(spelling) } else { false } }
    }
    return [":slug", ":filename", ":section", ":sections"].contains(where: has)
  }

  /// The former address of an issue; `nil` where the issue lacks what makes one.
  func address(of subject: AddressSubject) -> FormerAddress? {
    var path = ""
    for part in parts {
      switch part {
      case .text(let text): path += text
      case .token(let token):
        guard let value = token.value(subject) else {
          if token.isNeeded { return nil }
          continue
        }
        path += value
      }
    }
    return FormerAddress(path: path)
  }

  /// The token at the start of a text, as it is spelt there, and how long that is: `:year`, `%year%`, `{slug}`.
  private static func word(at text: Substring.UnicodeScalarView) -> (word: String, length: Int)? {
    guard let mark = text.first else { return nil }
    let rest = text.dropFirst()
    switch mark {
    case ":":
      let word = rest.prefix { ("a"..."z").contains($0) || $0 == "_" }
      // Behind a host, a port may stand: no word begins with a digit.
      return word.isEmpty ? nil : (":" + String(word), word.count + 1)
    case "%", "{":
      let end: Unicode.Scalar = mark == "%" ? "%" : "}"
      let word = rest.prefix { $0 != end && $0 != "/" }
      let isClosed = rest.dropFirst(word.count).first == end
      return isClosed && !word.isEmpty ? ("\(mark)\(String(word))\(end)", word.count + 2) : nil
    default: return nil
    }
  }

  /// What Jekyll calls its own patterns.
  private static let named = [
    "date": "/:categories/:year/:month/:day/:title.html", "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title.html", "weekdate": "/:categories/:year/W:week/:short_day/:title.html",
    "none": "/:categories/:title.html",
  ]
}

extension AddressPattern: Hashable {
  /// Two patterns are the same where they are written at one place.
  public static func == (a: AddressPattern, b: AddressPattern) -> Bool { a.location == b.location }

  /// By the place.
  public func hash(into hasher: inout Hasher) { hasher.combine(location.range) }
}
