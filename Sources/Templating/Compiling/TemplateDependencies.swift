import Coding
import Text

/// What a page's rendering can read: the templates that take part in it, and the parts of the context that they name.
public struct TemplateDependencies: Sendable {
  /// What templates read of a variable.
  public enum Part: Sendable, Hashable {
    /// The variable itself.
    case variable(Symbol)
    /// A field of it.
    case field(Symbol, Symbol)

    /// The name as a template writes it.
    public var name: String {
      switch self {
      case .variable(let name): "\(name)"
      case .field(let name, let field): "\(name).\(field)"
      }
    }
  }

  /// The names of the templates.
  public let templates: [String]
  /// The fingerprint of these templates and of what was computed of them when they were compiled.
  public let fingerprint: Fingerprint
  /// What they read, in the order of the names.
  public let parts: [Part]
  /// Whether all filters that they use depend on nothing but what they are given.
  public let isPure: Bool

  /// The size of one part's digest in bytes.
  public static let digestSize = 8

  /// Appends a digest of what a context has for each part, `digestSize` bytes for each.
  public func appendDigests(of context: [Symbol: Value], to bytes: inout Bytes) {
    bytes.reserveCapacity(bytes.count + parts.count * TemplateDependencies.digestSize)
    var writer = BinaryWriter()
    // Parts of one variable stand side by side.
    var last: (name: Symbol, value: Value)?
    func value(of name: Symbol) -> Value {
      if let last, last.name == name { return last.value }
      let value = context[name] ?? .undefined
      last = (name, value)
      return value
    }
    for part in parts {
      let digest: UInt64
      if case .field(let name, let field) = part, case .record(let record) = value(of: name) {
        digest = record.digest(of: field, using: &writer)
      } else {
        writer.clear()
        switch part {
        case .variable(let name): value(of: name).encode(to: &writer)
        case .field(let name, let field): value(of: name)["\(field)"].encode(to: &writer)
        }
        digest = writer.fingerprint.words.low
      }
      unsafe withUnsafeBytes(of: digest.littleEndian) { unsafe bytes.append(contentsOf: $0) }
    }
  }
}
