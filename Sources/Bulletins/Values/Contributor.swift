import Coding

/// Somebody named in an issue, as it names them.
public struct Contributor: Hashable, Sendable {
  /// The name as printed.
  public var name: String
  /// The roles printed after the name, in order; none for an author.
  public var roles: [String]
  /// The ORCID iD that the issue gives, if any.
  public var orcid: ORCID?

  /// Somebody by name.
  public init(name: String, roles: [String] = [], orcid: ORCID? = nil) {
    self.name = name
    self.roles = roles
    self.orcid = orcid
  }
}

extension Contributor {
  func write(to writer: inout BinaryWriter) {
    writer.put(name)
    writer.put(roles)
    writer.put(orcid?.description)
  }

  init(from reader: inout BinaryReader) {
    self.init(name: reader.text(), roles: reader.texts(), orcid: reader.orcid())
  }
}
