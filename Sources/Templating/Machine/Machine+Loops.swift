extension Machine {
  /// Steps to the next value of the innermost loop.
  @inline(__always)
  func loopNext(_ frame: inout Frame, _ next: inout Int, exit: Int) throws(Failure) {
    let top = frame.loops.count - 1
    // The stack has room for one turn. What a turn left on it would lie beyond its end, after enough of them.
    guard frame.height == frame.loops[top].height else {
      throw Failure("this loop was compiled wrongly, which is a mistake of the program and not of the template")
    }
    let index = frame.loops[top].index + 1
    frame.loops[top].index = index
    if index < frame.loops[top].values.count {
      frame.push(frame.loops[top].values[index])
    } else {
      next = exit
    }
  }

  func loopStep(_ instruction: Instruction, _ frame: inout Frame, _ next: inout Int) throws(Failure) {
    let (a, b) = (Int(instruction.a), Int(instruction.b))
    switch instruction.operation {
    case .loopBegin:
      let value = frame.pop()
      guard let values = try value.elements(within: allowance) else {
        throw Failure("\(value.kind) has no elements to go through")
      }
      frame.loops.append(LoopState(values, depth: frame.depth, height: frame.height))
    case .loopIterated: frame.loops[frame.loops.count - 1].hasIterated = true
    case .loopEnd: if !frame.loops.removeLast().hasIterated { next = a }
    case .loopLeave: frame.loops.removeLast()
    case .loopPart:
      guard let part = LoopPart(rawValue: a) else { return }
      frame.push(frame.loops[frame.loops.count - 1 - b].part(part))
    case .loopState:
      try allowance.take(bytes: 500)
      let loop = frame.loops.count - 1 - b
      let watch = frame.loops[loop].sharedWatch()
      frame.push(.callable(LoopReference(frame.loops[loop].record, frame.function, a, watch)))
    case .loopCycle:
      guard case .tuple(let values) = frame.last.asTuple, !values.isEmpty else {
        throw Failure("`loop.cycle` needs at least one value")
      }
      frame.last = values[frame.loops[frame.loops.count - 1 - b].index % values.count]
    case .loopChanged:
      let watch = frame.loops[frame.loops.count - 1 - b].sharedWatch()
      frame.last = .bool(try watch.hasChanged(frame.last, within: allowance))
    case .loopRecursion:
      let values = frame.pop()
      frame.push(try runRecursively(into: frame.program.tables.loops[a], over: values, frame, isMarkup: b == 1))
    case .selectBegin: frame.selections.append([])
    case .select:
      if frame.pop().isTrue {
        try allowance.take(values: 1)
        frame.selections[frame.selections.count - 1].append(frame[a])
      }
    case .selectEnd: frame.push(.tuple(frame.selections.removeLast()))
    default: break
    }
  }

  /// Runs a loop over other values, as a loop inside the running one; the result is what it prints.
  func runRecursively(
    into loop: ProgramTables.RecursiveLoop, over values: Value, _ outer: Frame, isMarkup: Bool
  ) throws(Failure) -> Value {
    if outer.depth + 1 >= limits.depth {
      throw Failure("a loop calls itself more than \(limits.depth) levels deep", help: "does it ever end?")
    }
    let start = out.count
    let function = outer.function
    try allowance.turn(100 + 4 * function.slotCount)
    var failure: Failure?
    // Names that the turn sets must not be seen in the turn that called: it runs in a frame of its own, which
    // ends with the closure that lends it its memory.
    unsafe withUnsafeTemporaryAllocation(of: Value.self, capacity: function.slotCount + function.stackCount) { memory in
      guard let memory = memory.baseAddress else { return }
      var frame = unsafe Frame(
        function, of: outer.program, scope: outer.scope, chain: outer.chain, block: outer.block, memory: memory)
      defer { frame.end() }
      for slot in 0..<function.slotCount { frame[slot] = outer[slot] }
      frame.loops = outer.loops
      frame.depth = outer.depth + 1
      frame.push(values)
      do throws(Failure) {
        try run(&frame, from: loop.start, to: loop.end)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return try extract(from: start, isMarkup: isMarkup)
  }
}

extension Value {
  /// The elements of a list or tuple as a tuple.
  fileprivate var asTuple: Value {
    if case .list(let list) = self { .tuple(list) } else { self }
  }
}
