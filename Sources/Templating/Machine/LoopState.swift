/// Where a loop is in its values.
struct LoopState {
  let values: [Value]
  /// How many loops that call themselves are around it.
  let depth: Int
  /// How many values lie on the stack before each turn.
  let height: Int
  var index = -1
  /// Whether a turn came to its end.
  var hasIterated = false
  /// What `loop.changed` was given last, once it was asked.
  private var watch: LoopWatch?

  init(_ values: [Value], depth: Int, height: Int) {
    self.values = values
    self.depth = depth
    self.height = height
  }

  func part(_ part: LoopPart) -> Value {
    switch part {
    case .index: .int(index + 1)
    case .index0: .int(index)
    case .revindex: .int(values.count - index)
    case .revindex0: .int(values.count - index - 1)
    case .first: .bool(index == 0)
    case .last: .bool(index == values.count - 1)
    case .length: .int(values.count)
    case .depth: .int(depth + 1)
    case .depth0: .int(depth)
    case .previtem: index > 0 ? values[index - 1] : .undefined
    case .nextitem: index + 1 < values.count ? values[index + 1] : .undefined
    }
  }

  /// What `loop.changed` was given last, for all who know the loop.
  mutating func sharedWatch() -> LoopWatch {
    if let watch { return watch }
    let new = LoopWatch()
    watch = new
    return new
  }

  /// The state as a value that can be kept or passed on.
  var record: Record { Record(LoopState.shape, LoopPart.allCases.map(part)) }

  private static let shape = Shape(
    "a loop", LoopPart.allCases.map { Shape.Field("\($0)", .any, "Part of a loop's state.") })
}

/// What `loop.changed` was given last. A class, because an included template that asks is told of the same loop.
///
/// Unchecked, because one rendering makes it and uses it on its one thread.
final class LoopWatch: @unchecked Sendable {
  private var last: Value?

  deinit { if let last { Value.release([last]) } }

  /// Whether a value differs from what it was when somebody asked last.
  func hasChanged(_ value: Value, within allowance: Allowance) throws(Failure) -> Bool {
    defer { last = value }
    guard let last else { return true }
    return try !last.equals(value, within: allowance)
  }
}

/// A loop's state under another name: what it was, and how to call the loop.
///
/// Unchecked as all callables are; nothing in it changes.
final class LoopReference: Callable, AttributedCallable, MethodOwner, @unchecked Sendable {
  private let state: Record
  let function: CompiledFunction
  /// The entry of the loop in the tables; negative for one that can't be called.
  let loop: Int
  private let watch: LoopWatch

  init(_ state: Record, _ function: CompiledFunction, _ loop: Int, _ watch: LoopWatch) {
    self.state = state
    self.function = function
    self.loop = loop
    self.watch = watch
  }

  override var written: String {
    "<LoopContext \(part(.index))/\(part(.length))>"
  }

  private func part(_ part: LoopPart) -> Int { state.value(at: part.rawValue).integer ?? 0 }

  func callMethod(_ name: String, _ input: Input) throws(Failure) -> Value? {
    switch name {
    case "changed":
      try input.allowance.take(values: input.values.count + 6)
      return .bool(try watch.hasChanged(.tuple(input.values), within: input.allowance))
    case "cycle":
      guard !input.values.isEmpty else { throw Failure("`loop.cycle` needs at least one value") }
      return input.values[part(.index0) % input.values.count]
    default: return nil
    }
  }

  func attribute(_ name: Symbol) -> Value { state[name] ?? .undefined }
}
