/// The names that a template, block or macro sees from outside. A class, because a template's own names become visible
/// to its blocks and macros as they are set.
final class Scope {
  /// The names in the order in which they came, and their values: there are few, so that looking along them costs less
  /// than hashing one.
  private(set) var names: [Symbol] = []
  private var values: [Value] = []
  private let parent: Scope?
  private let isContext: Bool

  init(in parent: Scope? = nil, isContext: Bool = false) {
    self.parent = parent
    self.isContext = isContext
  }

  deinit { empty() }

  /// Lets go of all values: a macro refers to the scope that holds it, so that neither would ever end by itself.
  func empty() {
    if values.isEmpty { return }
    let held = values
    names = []
    values = []
    Value.release(consume held)
  }

  /// The value of a name, here or further out.
  func value(of name: Symbol) -> Value? {
    var scope: Scope? = self
    while let here = scope {
      if let index = here.names.firstIndex(of: name) { return here.values[index] }
      scope = here.parent
    }
    return nil
  }

  func set(_ name: Symbol, _ value: Value) {
    if let index = names.firstIndex(of: name) {
      values[index] = value
    } else {
      names.append(name)
      values.append(value)
    }
  }

  /// Whether the page's own values can be seen from here.
  var seesContext: Bool { isContext || parent?.seesContext == true }

  /// All names that can be seen from here.
  var visibleNames: [Symbol] { names + (parent?.visibleNames ?? []) }
}
