import Text

/// What stands in a tag of Liquid: values, names with filters, conditions.
struct LiquidExpression: Sendable {
  /// Something that has a value.
  indirect enum Operand: Sendable {
    case value(LiquidValue)
    case name(String, [Operand])
    case range(Operand, Operand)
  }

  /// A filter with what it is given.
  struct Call: Sendable {
    let name: String
    let arguments: [Operand]
  }

  let operand: Operand
  let calls: [Call]

  /// Reads an expression; `nil` for what is none.
  init?(_ words: inout LiquidWords) {
    guard let operand = Operand(&words) else { return nil }
    self.operand = operand
    var calls: [Call] = []
    while words.take("|") {
      guard let name = words.takeName() else { return nil }
      var arguments: [Operand] = []
      if words.take(":") {
        repeat {
          guard let argument = Operand(&words) else { return nil }
          arguments.append(argument)
        } while words.take(",")
      }
      calls.append(Call(name: name, arguments: arguments))
    }
    self.calls = calls
  }

  /// The expression that a text is.
  init?(_ text: ArraySlice<UInt8>) {
    var words = LiquidWords(text)
    self.init(&words)
    if !words.isAtEnd { return nil }
  }
}

extension LiquidExpression.Operand {
  init?(_ words: inout LiquidWords) {
    defer { words.leave() }
    guard words.enter() else { return nil }
    if let text = words.takeText() {
      self = .value(.text(text))
    } else if let number = words.takeNumber() {
      self = .value(.number(number))
    } else if words.take("(") {
      guard let first = LiquidExpression.Operand(&words), words.take(".."),
        let last = LiquidExpression.Operand(&words), words.take(")")
      else { return nil }
      self = .range(first, last)
    } else {
      guard let name = words.takeName() else { return nil }
      var path: [LiquidExpression.Operand] = []
      while true {
        // Liquid takes `include.[name]`, too.
        let hasStop = !words.begins("..") && words.take(".")
        if words.take("[") {
          guard let key = LiquidExpression.Operand(&words), words.take("]") else { return nil }
          path.append(key)
        } else if hasStop {
          guard let member = words.takeName() else { return nil }
          path.append(.value(.text(member)))
        } else {
          break
        }
      }
      switch (name, path.isEmpty) {
      case ("true", true): self = .value(.flag(true))
      case ("false", true): self = .value(.flag(false))
      case ("nil", true), ("null", true), ("empty", true), ("blank", true): self = .value(.nothing)
      default: self = .name(name, path)
      }
    }
  }
}
