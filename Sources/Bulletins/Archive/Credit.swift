/// Somebody's part in an issue.
public struct Credit: Sendable, Hashable {
  /// The place of the person in the series.
  public var person: Int
  /// The roles printed behind the name, in order.
  public var roles: [String]
  /// The name with its titles, where the issue prints some.
  public var titled: String?
}
