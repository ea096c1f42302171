/// A value that can be called. A class, so that a value stays small.
///
/// Unchecked, because nobody changes the body but its own end, which lets go of what a method belongs to.
public final class Callable: @unchecked Sendable {
  private(set) var body: Body
  /// The macro, where it is one, which is what is called most.
  let macro: Macro?

  enum Body: Sendable {
    case macro(Macro)
    case function(Function)
    case joiner(Joiner)
    case cycler(Cycler)
    /// A method with the value to which it belongs.
    case method(Value, Symbol)
    /// A loop's state, kept under another name; one that is marked `recursive` can be called.
    case loop(LoopHandle)
  }

  init(_ body: Body) {
    self.body = body
    if case .macro(let macro) = body { self.macro = macro } else { macro = nil }
  }

  deinit {
    guard case .method(let receiver, let name) = body else { return }
    let held = [receiver]
    body = .method(.none, name)
    Release.later(consume held)
  }
}

/// Fields that a template sets and reads across scopes.
///
/// Unchecked, because one rendering makes it and uses it on its one thread; it never reaches another.
public final class Namespace: @unchecked Sendable {
  var fields: ValueMap

  init(_ fields: ValueMap) { self.fields = fields }

  deinit {
    let held = fields.values
    fields = ValueMap()
    Release.later(consume held)
  }
}
