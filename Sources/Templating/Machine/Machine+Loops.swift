extension Machine {
  /// Steps to the next value of the innermost loop.
  @inline(__always)
  func loopNext(_ frame: inout Frame, _ next: inout Int, exit: Int) throws(Failure) {
    let top = frame.loops.count - 1
    frame.loops[top].index += 1
    let index = frame.loops[top].index
    if index < frame.loops[top].values.count {
      stack.append(frame.loops[top].values[index])
    } else {
      next = exit
    }
  }

  func loopStep(_ instruction: Instruction, _ frame: inout Frame, _ next: inout Int) throws(Failure) {
    let (a, b) = (Int(instruction.a), Int(instruction.b))
    switch instruction.operation {
    case .loopBegin:
      let value = pop()
      try demand(value)
      guard let values = value.elements else { throw Failure("\(value.kind) has no elements to go through") }
      frame.loops.append(LoopState(values: values, depth: 1))
    case .loopEnd:
      if frame.loops.removeLast().values.isEmpty { next = a }
    case .loopLeave: frame.loops.removeLast()
    case .loopPart:
      guard let part = LoopPart(rawValue: a) else { return }
      stack.append(frame.loops[frame.loops.count - 1 - b].part(part))
    case .loopState: stack.append(.record(frame.loops[frame.loops.count - 1 - b].record))
    case .loopChanged:
      let value = pop()
      let place = frame.loops.count - 1 - b
      stack.append(.bool(!(frame.loops[place].watched?.equals(value) ?? false)))
      frame.loops[place].watched = value
    case .loopRecursion: try recur(into: frame.program.tables.loops[a], &frame, isMarkup: b == 1)
    case .chooseBegin: frame.choices.append([])
    case .choose:
      if pop().isTrue { frame.choices[frame.choices.count - 1].append(frame.slots[a]) }
    case .chooseEnd: stack.append(.list(frame.choices.removeLast()))
    default: break
    }
  }

  /// Runs a loop's body over other values, as a loop inside the running one.
  private func recur(
    into loop: ProgramTables.LoopFrame, _ frame: inout Frame, isMarkup: Bool
  ) throws(Failure) {
    let value = pop()
    guard let values = value.elements else { throw Failure("\(value.kind) has no elements to go through") }
    let depth = (frame.loops.last?.depth ?? 0) + 1
    if depth > limits.depth { throw Failure("a loop calls itself more than \(limits.depth) levels deep") }
    let saved = Array(frame.slots[loop.slots])
    frame.loops.append(LoopState(values: values, depth: depth))
    beginCapture()
    try run(&frame, from: loop.start, to: loop.end)
    frame.loops.removeLast()
    frame.slots.replaceSubrange(loop.slots, with: saved)
    stack.append(endCapture(isMarkup: isMarkup))
  }
}

extension LoopState {
  func part(_ part: LoopPart) -> Value {
    switch part {
    case .index: .int(index + 1)
    case .index0: .int(index)
    case .revindex: .int(values.count - index)
    case .revindex0: .int(values.count - index - 1)
    case .first: .bool(index == 0)
    case .last: .bool(index == values.count - 1)
    case .length: .int(values.count)
    case .depth: .int(depth)
    case .depth0: .int(depth - 1)
    case .previtem: index > 0 ? values[index - 1] : .undefined
    case .nextitem: index + 1 < values.count ? values[index + 1] : .undefined
    }
  }

  /// The state as a value that can be kept or passed on.
  var record: Record { Record(LoopState.shape, LoopPart.allCases.map(part)) }

  private static let shape = Shape(
    "a loop", LoopPart.allCases.map { Shape.Field("\($0)", .any, "Part of a loop's state.") })
}
