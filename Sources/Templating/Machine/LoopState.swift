/// Where a loop is in its values.
struct LoopState {
  let values: [Value]
  /// How many loops that call themselves are around it.
  let depth: Int
  var index = -1
  /// Whether a turn came to its end.
  var hasIterated = false
  /// What `loop.changed` was given last.
  var watched: Value?

  init(_ values: [Value], depth: Int) {
    self.values = values
    self.depth = depth
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

  /// The state as a value that can be kept or passed on.
  var record: Record { Record(LoopState.shape, LoopPart.allCases.map(part)) }

  private static let shape = Shape(
    "a loop", LoopPart.allCases.map { Shape.Field("\($0)", .any, "Part of a loop's state.") })
}

/// A loop's state under another name: what it was, and how to call the loop.
///
/// Unchecked as all callables are; nothing in it changes.
final class LoopReference: Callable, AttributedCallable, @unchecked Sendable {
  private let state: Record
  let function: CompiledFunction
  /// The entry of the loop in the tables; negative for one that can't be called.
  let loop: Int

  init(_ state: Record, _ function: CompiledFunction, _ loop: Int) {
    self.state = state
    self.function = function
    self.loop = loop
  }

  func attribute(_ name: Symbol) -> Value { state[name] ?? .undefined }
}
