import Text

extension Machine {
  /// Does one instruction.
  @inline(__always)
  func step(_ instruction: Instruction, _ frame: inout Frame, _ next: inout Int) throws(Failure) {
    let (a, b) = (Int(instruction.a), Int(instruction.b))
    switch instruction.operation {
    case .printText:
      unsafe out.append(frame.memory.text(a, b).span)
      if out.isFull { throw tooMuch }
    case .print:
      let value = frame.pop()
      try print(value, instruction.b)
    case .printSlot: try unsafe printLent(frame.address(ofSlot: a), instruction.b)
    case .printPath:
      if let field = unsafe field(of: frame.memory.path(a), frame) {
        try unsafe printLent(field, instruction.b)
      } else {
        try print(try value(of: frame.memory.path(a), frame), instruction.b)
      }
    case .constant: frame.push(frame.memory.constant(a))
    case .slot: frame.push(frame[a])
    case .path:
      if let field = unsafe field(of: frame.memory.path(a), frame) {
        unsafe frame.push(field.pointee)
      } else {
        frame.push(try value(of: frame.memory.path(a), frame))
      }
    case .store: frame[a] = frame.pop()
    case .storeExported:
      let value = frame.pop()
      frame[a] = value
      frame.scope.set(Symbol(id: instruction.b), value)
    case .copy: frame[b] = frame[a]
    case .attribute:
      if let field = unsafe Value.field(frame.memory.attribute(a), of: frame.addressOfLast) {
        frame.last = unsafe field.pointee
        return
      }
      frame.last = try attribute(frame.program.tables.attributes[a], of: frame.last, base: b)
    case .requireDefined: if frame.last.isUndefined { throw Failure(.undefined) }
    case .jump:
      // The way back is as long as what the turn did at most.
      if a < next { try allowance.turn(4 * (next - a)) }
      next = a
    case .jumpIfFalse:
      if unsafe !Value.isTrue(at: frame.addressOfLast) { next = a }
      frame.drop()
    case .jumpIfPathFalse:
      if let field = unsafe field(of: frame.memory.path(b), frame) {
        if unsafe !Value.isTrue(at: field) { next = a }
      } else if try !value(of: frame.memory.path(b), frame).isTrue {
        next = a
      }
    case .jumpIfPathNone:
      if let field = unsafe field(of: frame.memory.path(b), frame) {
        if case .none = unsafe field.pointee { next = a }
      } else if case .none = try value(of: frame.memory.path(b), frame) {
        next = a
      }
    case .jumpIfFalseElsePop: if unsafe !Value.isTrue(at: frame.addressOfLast) { next = a } else { frame.drop() }
    case .jumpIfTrueElsePop: if unsafe Value.isTrue(at: frame.addressOfLast) { next = a } else { frame.drop() }
    case .jumpIfExtended: if frame.chain.parent != nil { next = a }
    case .jumpIfGiven: if !frame[b].isUndefined { next = a }
    case .duplicate: frame.push(frame.last)
    case .drop: frame.drop()
    case .loopNext: try loopNext(&frame, &next, exit: a)
    case .loopBegin, .loopEnd, .loopIterated, .loopLeave, .loopPart, .loopState, .loopCycle, .loopChanged,
      .loopRecursion, .selectBegin, .select, .selectEnd:
      try loopStep(instruction, &frame, &next)
    case .captureBegin: frame.push(.int(out.count))
    case .captureEnd: try endCapture(&frame, isMarkup: a == 1)
    case .filter: try filter(frame.program.tables.invocations[a], &frame)
    case .test: try test(frame.program.tables.invocations[a], &frame)
    case .macro: try makeMacro(instruction, &frame)
    case .call, .method: try call(frame.program.tables.invocations[a], printing: b == 1, &frame)
    case .include, .importModule, .block, .parentBlock, .extend: try moduleStep(instruction, &frame)
    case .compare:
      let holds = try Operators.compare(instruction.a, frame.value(below: 1), frame.last, within: allowance)
      frame.drop()
      frame.last = .bool(holds)
    case .not: frame.last = .bool(!frame.last.isTrue)
    default: try valueStep(instruction, &frame)
    }
  }

  /// Ends a capture: what was printed since becomes a value where it began.
  private func endCapture(_ frame: inout Frame, isMarkup: Bool) throws(Failure) {
    guard case .int(let start) = frame.last else { return }
    frame.last = try extract(from: start, isMarkup: isMarkup)
  }

  /// Instructions that make values of values.
  private func valueStep(_ instruction: Instruction, _ frame: inout Frame) throws(Failure) {
    let (a, b) = (Int(instruction.a), Int(instruction.b))
    switch instruction.operation {
    case .storeField:
      let path = frame.memory.path(a)
      guard case .namespace(let space) = frame[Int(path.slot)] else {
        throw Failure("only fields of a namespace can be set", help: "make one with `namespace()`")
      }
      try allowance.take(bytes: 8)
      space.map[.text(frame.program.tables.attributes[Int(path.attribute)].key)] = frame.pop()
    case .negate: frame.last = try Operators.negate(frame.last)
    case .plus:
      guard frame.last.number != nil else { throw Failure("only a number can stand behind `+`") }
    case .binary:
      let right = frame.pop()
      frame.last = try Operators.apply(instruction.a, frame.last, right, within: allowance)
    case .concatenate:
      let joined = try Value.joined(frame.pop(a), keepsMarkup: b == 1, within: allowance)
      frame.push(joined)
    case .list:
      try allowance.take(values: a + 6)
      frame.push(.mutableList(frame.pop(a)))
    case .tuple:
      try allowance.take(values: a + 6)
      frame.push(.tuple(frame.pop(a)))
    case .map: frame.push(try map(frame.pop(a)))
    case .element:
      let index = frame.pop()
      frame.last = try element(index, of: frame.last, base: b)
    case .slice:
      let parts = frame.pop(3)
      if frame.last.isUndefined, undefined == .strict { throw Failure(.undefinedBase(b)) }
      frame.last = try Slicing.slice(
        frame.last, from: parts[0], to: parts[1], step: parts[2], within: allowance)
    case .unpack:
      let value = frame.pop()
      guard let parts = try value.elements(within: allowance) else {
        throw Failure("\(value.kind) can't be taken apart")
      }
      guard parts.count == a else {
        let count = parts.count == 1 ? "one value" : "\(parts.count) values"
        throw Failure("\(count) can't be given to \(a) names")
      }
      for part in parts.reversed() { frame.push(part) }
    case .fail:
      let mistake = frame.program.tables.mistakes[a]
      throw Failure(mistake.message, help: mistake.help)
    default: break
    }
  }

  private func map(_ members: [Value]) throws(Failure) -> Value {
    var map = ValueMap()
    try allowance.take(bytes: ValueMap.memberSize * (members.count / 2 + 1))
    for index in stride(from: 0, to: members.count, by: 2) {
      try allowance.spend(members[index].stepsAsKey)
      guard ValueMap.isHashable(members[index]) else { throw Failure("\(members[index].kind) can't be a key") }
      map[members[index]] = members[index + 1]
    }
    return .mutableMap(map)
  }

  /// The address of the field of a record to which a path leads, which is the usual case; valid as long as the slot keeps
  /// its value.
  @unsafe @inline(__always)
  private func field(of path: ProgramTables.Path, _ frame: borrowing Frame) -> UnsafePointer<Value>? {
    unsafe Value.field(path.symbol, of: frame.address(ofSlot: Int(path.slot)))
  }

  private func value(of path: ProgramTables.Path, _ frame: borrowing Frame) throws(Failure) -> Value {
    let name = frame.program.tables.attributes[Int(path.attribute)]
    return try attribute(name, of: frame[Int(path.slot)], base: Int(path.base))
  }

  /// An attribute of a value: a field of a record, a key of a map.
  func attribute(_ name: ProgramTables.Attribute, of value: Value, base: Int = 0) throws(Failure) -> Value {
    switch value {
    case .record(let record): return try record.attribute(name.symbol)
    case .map(let map): return map.map[bytes: name.key] ?? .undefined
    case .namespace(let space): return space.map[bytes: name.key] ?? .undefined
    case .callable(let callable): return (callable as? any AttributedCallable)?.attribute(name.symbol) ?? .undefined
    case .undefined:
      if undefined == .chainable { return .undefined }
      throw Failure(.undefinedBase(base))
    default: return .undefined
    }
  }

  private func element(_ index: Value, of value: Value, base: Int) throws(Failure) -> Value {
    switch value {
    case .list(let list), .tuple(let list):
      guard let index = index.extent else { return .undefined }
      let position = index < 0 ? list.count + index : index
      return list.indices.contains(position) ? list[position] : .undefined
    case .map(let map):
      try allowance.spend(index.stepsAsKey)
      return map.map[index] ?? .undefined
    case .record(let record):
      if record.shape.isTuple, let position = index.extent {
        return record.values.indices.contains(position) ? record.values[position] : .undefined
      }
      guard let name = index.bytes else { return .undefined }
      return try record.attribute(named: name.string)
    case .namespace(let space):
      guard let name = index.bytes else { return .undefined }
      return space.map[bytes: name] ?? .undefined
    case .text, .safe:
      guard let index = index.extent else { return .undefined }
      return try Slicing.element(index, of: value, within: allowance)
    case .undefined:
      if undefined == .chainable { return .undefined }
      throw Failure(.undefinedBase(base))
    default: return .undefined
    }
  }
}
