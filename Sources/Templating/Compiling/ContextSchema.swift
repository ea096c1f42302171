/// The variables that templates may read, declared once: the compiler checks names against them, and the documentation
/// lists them.
public struct ContextSchema: Sendable {
  /// A template that makes pages, with the variables that only its pages have.
  public typealias Page = (page: String, variables: [Shape.Field])

  /// The variables that every page has.
  public let shared: [Shape.Field]
  /// The templates that make pages, each with the variables that its pages have beside.
  public let own: [Page]
  private let types: [Symbol: Shape.FieldType]

  /// A schema from its variables.
  ///
  /// - Parameters:
  ///   - shared: The variables that every page has.
  ///   - own: The templates that make pages, with what their pages have beside; what they include or extend may read
  ///     only what all of the pages have of which it is a part.
  public init(_ shared: [Shape.Field], own: [Page] = []) {
    self.shared = shared
    self.own = own
    types = Dictionary(
      (shared + own.flatMap(\.variables)).map { (Symbol($0.name), $0.type) }, uniquingKeysWith: { first, _ in first })
  }

  func type(of name: Symbol) -> Shape.FieldType? { types[name] }

  /// All names, of whatever page.
  var names: [String] { types.keys.map(\.description) }

  /// The templates that make pages.
  var pages: [String] { own.map(\.page) }

  /// The names that the pages of a template have.
  func names(of page: String) -> Set<Symbol> {
    let beside = own.filter { $0.page == page }.flatMap(\.variables)
    return Set((shared + beside).map { Symbol($0.name) })
  }

  /// Which pages have a variable, as a message says it.
  func owners(of name: Symbol) -> String {
    let pages = own.filter { $0.variables.contains { $0.name == name.description } }.map { "`\($0.page)`" }
    return "only \(pages.joined(separator: " and ")) \(pages.count == 1 ? "has" : "have") it"
  }
}
