import Templating

/// What search engines read about an issue and the people in it, in the words of schema.org.
enum SchemaOrg {
  /// An issue.
  static let report = Kind(
    "Report",
    ["@context", "headline", "inLanguage", "datePublished", "url", "author", "editor", "about", "isPartOf"],
    optional: ["reportNumber", "publisher", "abstract", "license"])
  /// What issues belong to.
  static let periodical = Kind("Periodical", ["name"], optional: ["issn"])
  /// A publisher.
  static let organization = Kind("Organization", ["name"])
  /// An author or an editor.
  static let person = Kind("Person", ["name"], optional: ["identifier"])

  static let context = Value("https://schema.org")

  /// A kind of object, whose members are known: ten thousand reports are records of a few shapes.
  struct Kind: Sendable {
    private let type: Value
    /// A shape for each choice of optional members; the first of them is the lowest bit.
    private let shapes: [Shape]

    init(_ type: String, _ members: [String], optional: [String] = []) {
      self.type = Value(type)
      shapes = (0..<(1 << optional.count)).map { choice in
        let given = optional.enumerated().filter { choice >> $0.offset & 1 == 1 }.map(\.element)
        return Shape(
          "an object of schema.org", isClosed: false,
          (["@type"] + members + given).map { Shape.Field($0, .any, "A member of the object.") })
      }
    }

    /// An object, with a value or none for each optional member.
    func object(_ members: Value..., optional: [Value?] = []) -> Value {
      var values = [type]
      values.reserveCapacity(1 + members.count + optional.count)
      values += members
      var choice = 0
      for (place, value) in optional.enumerated() {
        guard let value else { continue }
        choice |= 1 << place
        values.append(value)
      }
      return .record(Record(shapes[choice], values))
    }
  }
}
