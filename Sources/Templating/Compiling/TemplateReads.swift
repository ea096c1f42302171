import Coding
import Text

/// What a page's rendering can read: the templates that take part in it, and the parts of the context that they name.
public struct TemplateReads: Sendable {
  /// What templates read of a variable.
  public enum Part: Sendable, Hashable {
    /// The variable itself.
    case whole(Symbol)
    /// A field of it.
    case field(Symbol, Symbol)

    /// The name as a template writes it.
    public var name: String {
      switch self {
      case .whole(let name): "\(name)"
      case .field(let name, let field): "\(name).\(field)"
      }
    }
  }

  /// The names of the templates.
  public let templates: [String]
  /// What tells these templates, with what was computed of them when they were compiled, from others.
  public let fingerprint: Fingerprint
  /// What they read, in the order of the names.
  public let parts: [Part]
  /// Whether they use filters that depend on more than what they are given.
  public let readsWorld: Bool

  /// How many bytes tell what a context has for one part.
  public static let width = 8

  /// Writes what tells what a context has for each part from what another has, `width` bytes for each.
  public func write(_ context: [Symbol: Value], to bytes: inout Bytes) {
    bytes.reserveCapacity(bytes.count + parts.count * TemplateReads.width)
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
      let word: UInt64
      if case .field(let name, let field) = part, case .record(let record) = value(of: name) {
        word = record.word(of: field, using: &writer)
      } else {
        writer.clear()
        switch part {
        case .whole(let name): value(of: name).write(to: &writer)
        case .field(let name, let field): value(of: name)["\(field)"].write(to: &writer)
        }
        word = writer.fingerprint.words.low
      }
      withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
    }
  }
}

/// The variables that a template reads from its context: wholly, or the fields that it names.
struct VariableReads {
  private(set) var whole: Set<Symbol> = []
  private(set) var fields: [Symbol: Set<Symbol>] = [:]
  /// Whether a template is named by a value, so that any may take part.
  var isOpen = false
  /// Whether a filter is used that depends on more than what it is given.
  var readsWorld = false

  mutating func add(_ name: Symbol, _ field: Symbol?) {
    if let field { fields[name, default: []].insert(field) } else { whole.insert(name) }
  }

  mutating func add(_ other: VariableReads) {
    whole.formUnion(other.whole)
    fields.merge(other.fields) { $0.union($1) }
    isOpen = isOpen || other.isOpen
    readsWorld = readsWorld || other.readsWorld
  }

  /// The parts in a fixed order.
  var parts: [TemplateReads.Part] {
    let some = fields.filter { !whole.contains($0.key) }.flatMap { name, fields in
      fields.map { TemplateReads.Part.field(name, $0) }
    }
    return (whole.map { .whole($0) } + some).sorted { $0.name < $1.name }
  }
}
