import Text

extension Machine {
  /// Does one instruction.
  @inline(__always)
  func step(_ instruction: Instruction, _ frame: inout Frame, _ next: inout Int) throws(Failure) {
    let (a, b) = (Int(instruction.a), Int(instruction.b))
    switch instruction.operation {
    case .printText:
      frame.program.source.bytes.withUnsafeBufferPointer { out.append(contentsOf: $0[a..<a + b]) }
    case .print: try print(pop(), escaped: b == 1)
    case .printSlot: try print(frame.slots[a], escaped: b == 1)
    case .printPath:
      let path = frame.program.tables.paths[a]
      try print(try attribute(path.attribute, of: frame.slots[path.slot]), escaped: b == 1)
    case .constant: stack.append(frame.program.tables.constants[a])
    case .slot: stack.append(frame.slots[a])
    case .store: frame.slots[a] = pop()
    case .storeExported:
      frame.slots[a] = pop()
      frame.scope.set(Symbol(id: instruction.b), frame.slots[a])
    case .copy: frame.slots[b] = frame.slots[a]
    case .storeField:
      let path = frame.program.tables.paths[a]
      guard case .namespace(let space) = frame.slots[path.slot] else {
        throw Failure("only fields of a namespace can be set", help: "make one with `namespace()`")
      }
      space.fields[path.attribute.description] = pop()
    case .attribute: stack.append(try attribute(Symbol(id: instruction.a), of: pop()))
    case .jump:
      if a < next { try countTurn() }
      next = a
    case .jumpIfFalse:
      let condition = pop()
      try demand(condition)
      if !condition.isTrue { next = a }
    case .jumpIfFalseElsePop, .jumpIfTrueElsePop: try jump(instruction, &next)
    case .jumpIfGiven: if !frame.slots[b].isUndefined { next = a }
    case .duplicate: stack.append(stack[stack.count - 1])
    case .drop: stack.removeLast()
    case .swap: stack.swapAt(stack.count - 1, stack.count - 2)
    case .loopNext: try loopNext(&frame, &next, exit: a)
    case .loopBegin, .loopEnd, .loopLeave, .loopPart, .loopState, .loopChanged, .loopRecursion, .chooseBegin, .choose,
      .chooseEnd:
      try loopStep(instruction, &frame, &next)
    case .captureBegin: beginCapture()
    case .captureEnd: stack.append(endCapture(isMarkup: a == 1))
    case .filter, .test, .call, .method, .macro: try callStep(instruction, &frame)
    case .include, .importModule, .block, .parentBlock, .extend: try moduleStep(instruction, &frame)
    default: try valueStep(instruction)
    }
  }

  /// `and` and `or`: the value decides, and stays where it is the result.
  private func jump(_ instruction: Instruction, _ next: inout Int) throws(Failure) {
    let value = stack[stack.count - 1]
    try demand(value)
    if value.isTrue == (instruction.operation == .jumpIfTrueElsePop) {
      next = Int(instruction.a)
    } else {
      stack.removeLast()
    }
  }

  /// Instructions that make values of values.
  private func valueStep(_ instruction: Instruction) throws(Failure) {
    let a = Int(instruction.a)
    switch instruction.operation {
    case .not:
      try demand(stack[stack.count - 1])
      stack[stack.count - 1] = .bool(!stack[stack.count - 1].isTrue)
    case .negate: stack.append(try Operators.negate(pop()))
    case .plus:
      guard stack[stack.count - 1].number != nil else { throw Failure("only a number can stand behind `+`") }
    case .binary:
      let right = pop()
      let left = pop()
      try demand(left)
      try demand(right)
      stack.append(try Operators.apply(instruction.a, left, right))
    case .compare:
      let right = pop()
      let left = pop()
      try demand(left)
      try demand(right)
      stack.append(.bool(try Operators.compare(instruction.a, left, right)))
    case .concatenate:
      let parts = pop(a)
      for part in parts { try demand(part) }
      stack.append(Value.joined(parts))
    case .list: stack.append(.list(pop(a)))
    case .tuple: stack.append(.tuple(pop(a)))
    case .map:
      let members = pop(a)
      var map = ValueMap()
      for index in stride(from: 0, to: members.count, by: 2) { map[members[index]] = members[index + 1] }
      stack.append(.map(map))
    case .element:
      let index = pop()
      stack.append(try element(index, of: pop()))
    case .slice:
      let parts = pop(3)
      stack.append(try Slicing.slice(pop(), from: parts[0], to: parts[1], step: parts[2]))
    case .unpack:
      let value = pop()
      guard let parts = value.elements else { throw Failure("\(value.kind) can't be taken apart") }
      guard parts.count == a else { throw Failure("\(parts.count) values can't be given to \(a) names") }
      stack.append(contentsOf: parts.reversed())
    default: break
    }
  }

  /// An attribute of a value: a field of a record, a key of a map.
  @inline(__always)
  func attribute(_ name: Symbol, of value: Value) throws(Failure) -> Value {
    switch value {
    case .record(let record):
      if let value = record[name] { return value }
      if record.shape.isClosed {
        throw Failure(
          "\(record.shape.name) has no attribute `\(name)`",
          help: .suggestion(record.shape.fields.map(\.name).nearest(to: "\(name)")))
      }
      return .undefined
    case .map(let map): return map[name.description] ?? .undefined
    case .namespace(let space): return space.fields[name.description] ?? .undefined
    case .callable(let callable):
      if case .cycler(let cycler) = callable.body, name == Symbol("current") { return cycler.current }
      return .undefined
    case .undefined:
      if undefined == .chainable { return .undefined }
      throw Failure("`\(name)` is asked of a value that is undefined")
    default: return .undefined
    }
  }

  private func element(_ index: Value, of value: Value) throws(Failure) -> Value {
    switch value {
    case .list(let values), .tuple(let values):
      guard let index = index.whole else { return .undefined }
      let place = index < 0 ? values.count + index : index
      return values.indices.contains(place) ? values[place] : .undefined
    case .map(let map): return map[index] ?? .undefined
    case .record, .namespace:
      guard let name = index.bytes else { return .undefined }
      return try attribute(Symbol(name.string), of: value)
    case .text, .safe: return try Slicing.element(index, of: value)
    case .undefined:
      if undefined == .chainable { return .undefined }
      throw Failure("an element is asked of a value that is undefined")
    default: return .undefined
    }
  }
}

extension Symbol {
  init(id: Int32) { self.id = id }
}
