/// A value of a YAML document with the byte range it has in its file.
public struct YAMLNode: Sendable {
  /// What a node can be.
  public indirect enum Content: Sendable {
    /// Text; `plain` when it was written without quotation marks, so that `null`, `true` and `12` mean more than text.
    case scalar(String, plain: Bool)
    /// A list.
    case sequence([YAMLNode])
    /// Keys with values, in the order of the file.
    case mapping([(key: YAMLNode, value: YAMLNode)])
  }

  /// The value itself.
  public let content: Content
  /// Where it stands.
  public let range: Range<Int>

  /// A node from its parts.
  public init(_ content: Content, range: Range<Int>) {
    self.content = content
    self.range = range
  }

  /// The text of a scalar; `nil` for null, lists and mappings.
  public var text: String? {
    if case .scalar(let text, _) = content, !isNull { return text }
    return nil
  }

  /// The elements of a list.
  public var elements: [YAMLNode]? {
    if case .sequence(let nodes) = content { return nodes }
    return nil
  }

  /// The members of a mapping.
  public var members: [(key: YAMLNode, value: YAMLNode)]? {
    if case .mapping(let members) = content { return members }
    return nil
  }

  /// What the node is, as a message names it.
  public var description: String {
    switch content {
    case .scalar:
      switch scalar {
      case .null: "nothing"
      case .bool: "true or false"
      case .int, .double: "a number"
      default: "text"
      }
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}
