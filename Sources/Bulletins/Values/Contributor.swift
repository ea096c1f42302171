import Coding

/// Somebody named in an issue, as it names them.
public struct Contributor: Hashable, Sendable {
  /// The name as printed, without titles.
  public var name: String
  /// The roles printed after the name, in order; of an author, what else is said of them there.
  public var roles: [String]
  /// The ORCID iD that the issue gives, if any.
  public var orcid: ORCID?
  /// The name with its titles and degrees, where it has some.
  public var titled: String?
  /// What stands between the name before and this one; `nil` for the first, and for a comma that parts two people.
  var joint: Joint?
  /// Whether the last of the roles stood behind a comma, and may be the name of a group that wrote, too.
  var affiliationMayBeAuthor = false

  /// What joins two names of a list, if not a comma.
  enum Joint: Hashable, Sendable {
    /// A word such as “and”.
    case word(String)
    /// Nothing but the end of a line or of a bracket.
    case space
    /// A comma behind a single word: both may be one person, with the family name in front.
    case familyComma
  }

  /// Somebody by name.
  public init(name: String, roles: [String] = [], orcid: ORCID? = nil) {
    self.name = name
    self.roles = roles
    self.orcid = orcid
  }

  /// The name as the issue prints it.
  public var printed: String { titled ?? name }

  /// The name as the issue prints it, and in brackets what is said of them.
  public var withRoles: String { roles.isEmpty ? printed : "\(printed) (\(roles.joined(separator: "; ")))" }
}

extension Contributor {
  func write(to writer: inout BinaryWriter) {
    writer.put(name)
    writer.put(roles)
    writer.put(orcid?.description)
    writer.put(titled)
    writer.put(affiliationMayBeAuthor)
    switch joint {
    case nil: writer.put(0)
    case .space: writer.put(1)
    case .word(let word):
      writer.put(2)
      writer.put(word)
    case .familyComma: writer.put(3)
    }
  }

  init(from reader: inout BinaryReader) {
    self.init(name: reader.text(), roles: reader.texts(), orcid: reader.orcid())
    titled = reader.optionalText()
    affiliationMayBeAuthor = reader.bool()
    switch reader.int() {
    case 0: joint = nil
    case 1: joint = .space
    case 2: joint = .word(reader.text())
    case 3: joint = .familyComma
    default: reader.markDamaged()
    }
  }
}
