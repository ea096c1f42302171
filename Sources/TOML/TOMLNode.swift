/// A value of a TOML document with the byte range it has in its file.
public struct TOMLNode: Sendable {
  /// What a node can be.
  public indirect enum Content: Sendable {
    /// Text.
    case string(String)
    /// A whole number.
    case integer(Int)
    /// A number with a fraction; also an infinite one, and what is no number.
    case float(Double)
    /// `true` or `false`.
    case boolean(Bool)
    /// A day, a time or both, of which what was written says all.
    case date
    /// Values in order.
    case array([TOMLNode])
    /// Keys with values, in the order of the file.
    case table([Member])
  }

  /// A key with its value.
  public struct Member: Sendable {
    /// The key; of one with dots, a part.
    public let key: String
    /// Where the key stands.
    public let keyRange: Range<Int>
    /// Its value.
    public let value: TOMLNode
  }

  /// The value itself.
  public let content: Content
  /// Where it stands.
  public let range: Range<Int>
  /// The characters that stand there.
  public let written: String
}

/// Why a text is no TOML document, in the words of toml++, and where.
public struct TOMLError: Error, Sendable {
  /// What is wrong.
  public let message: String
  /// Where, in bytes of the file.
  public let range: Range<Int>
  /// What to write instead, where that can be told.
  public let help: String?
}
