import Text

/// A set of templates, compiled together: what one names must exist in the set.
///
/// Compile once, render as often as needed, from any number of threads.
public struct Templates: Sendable {
  private let set: TemplateSet
  private let outputs = OutputPool()
  private let allDependencies: [String: TemplateDependencies]
  private let limits: Limits

  init(_ set: TemplateSet, dependencies: [String: TemplateDependencies], limits: Limits) {
    self.set = set
    allDependencies = dependencies
    self.limits = limits
  }

  /// Whether there is a template of a name.
  public func contain(_ name: String) -> Bool { set.programs[name] != nil }

  /// The names of the templates, in their order.
  public var names: [String] { self.set.programs.keys.sorted() }

  /// What a template's pages can read; known for sets that were compiled with a declared context.
  public func dependencies(of name: String) -> TemplateDependencies? { allDependencies[name] }

  /// Appends what a template makes of a context.
  ///
  /// - Throws: `Failure` when the template fails; what it printed until then is appended nonetheless.
  public func render(_ name: String, _ context: [Symbol: Value], to out: inout Bytes) throws(Failure) {
    let output = outputs.acquire()
    defer {
      unsafe output.withBytes { unsafe out.append(contentsOf: $0) }
      outputs.release(output)
    }
    try render(name, context, on: output)
  }

  /// Calls `use` with what a template makes of a context; the memory is valid inside of it only.
  ///
  /// - Throws: `Failure` when the template fails, and `use` is not called.
  public func withRendered<Result>(
    _ name: String, _ context: [Symbol: Value], _ use: (UnsafeRawBufferPointer) -> Result
  ) throws(Failure) -> Result {
    let output = outputs.acquire()
    defer { outputs.release(output) }
    try render(name, context, on: output)
    return unsafe output.withBytes(use)
  }

  private func render(_ name: String, _ context: [Symbol: Value], on output: OutputBuffer) throws(Failure) {
    let machine = Machine(set, limits: limits, out: output)
    guard let program = try machine.program(name) else {
      throw Failure("there is no template `\(name)`", help: .suggestion(set.programs.keys.nearest(to: name)))
    }
    defer { machine.end() }
    let scope = try machine.newScope(isContext: true)
    for (name, value) in context { scope.set(name, value) }
    try machine.render(program, in: scope)
  }
}
