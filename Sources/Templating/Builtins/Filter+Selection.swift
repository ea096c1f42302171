import Text

extension Filter {
  /// Filters that choose among elements or change each of them.
  static let ofSelection: [Filter] = [
    Filter(
      "default", aliases: ["d"],
      taking: [Parameter("default_value", default: Value("")), Parameter("boolean", default: .bool(false))],
      "Another value where this one is undefined, or, when asked, false."
    ) { (value, input) throws(Failure) in
      value.isUndefined || (input[1].isTrue && !value.isTrue) ? input[0] : value
    },
    Filter("map", isVariadic: true, "An attribute of each element, or each element through a filter.") {
      (value, input) throws(Failure) in
      // As in Jinja, nothing is made of anything that is false.
      let values = value.isTrue ? try elements(value, input) : []
      try input.allowance.take(values: values.count)
      if input.values.isEmpty, let attribute = input.named("attribute") {
        if let other = input.named.first(where: { !["attribute", "default"].contains($0.name.description) }) {
          throw Failure("`map` has no parameter `\(other.name)` beside `attribute` and `default`")
        }
        let path = try AttributePath(argument: attribute)
        let standard = input.named("default").flatMap { (value) -> Value? in
          if case .none = value { return nil }
          return value
        }
        return .iterator(
          try values.map { (element) throws(Failure) in
            try input.allowance.spend(20)
            return try path?.value(of: element, default: standard, within: input.allowance) ?? element
          })
      }
      guard let name = input[0].bytes?.string else { throw Failure("`map` needs an attribute or the name of a filter") }
      guard let filter = input.library.filters[name] else {
        throw Failure(
          "there is no filter `\(input[0].excerpt)`",
          help: .suggestion(input.library.filters.keys.nearest(to: input[0].excerpt)))
      }
      let inner = try input.passedOn(to: name, filter.isVariadic ? nil : filter.parameters, from: 1)
      return .iterator(
        try values.map { (element) throws(Failure) in
          try input.allowance.turn(100)
          return try filter.apply(element, inner)
        })
    },
    Filter("select", isVariadic: true, result: .same, "The elements for which a test holds, or that are true.") {
      (value, input) throws(Failure) in
      try choose(value, input, attribute: false, wanted: true)
    },
    Filter("reject", isVariadic: true, result: .same, "The elements for which no test holds, or that are false.") {
      (value, input) throws(Failure) in
      try choose(value, input, attribute: false, wanted: false)
    },
    Filter("selectattr", isVariadic: true, result: .same, "The elements for whose attribute a test holds.") {
      (value, input) throws(Failure) in
      try choose(value, input, attribute: true, wanted: true)
    },
    Filter("rejectattr", isVariadic: true, result: .same, "The elements for whose attribute no test holds.") {
      (value, input) throws(Failure) in
      try choose(value, input, attribute: true, wanted: false)
    },
  ]

  private static func choose(_ value: Value, _ input: Input, attribute: Bool, wanted: Bool) throws(Failure) -> Value {
    let first = attribute ? 1 : 0
    if attribute, input.values.isEmpty { throw Failure("the name of an attribute is missing") }
    let path = attribute ? try AttributePath(argument: input[0]) : nil
    var test: Test?
    if input.values.count > first {
      test = input[first].bytes.flatMap { input.library.tests[$0.string] }
      if test == nil {
        let name = input[first].excerpt
        throw Failure("there is no test `\(name)`", help: .suggestion(input.library.tests.keys.nearest(to: name)))
      }
    }
    let inner = try input.passedOn(to: input[first].excerpt, test?.parameters ?? [], from: first + 1)
    var kept: [Value] = []
    for element in value.isTrue ? try elements(value, input) : [] {
      try input.allowance.turn(100)
      let subject = try path?.value(of: element, within: input.allowance) ?? element
      let holds = try test.map { (test) throws(Failure) in try test.holds(subject, inner) } ?? subject.isTrue
      if holds == wanted {
        try input.allowance.take(values: 1)
        kept.append(element)
      }
    }
    return .iterator(kept)
  }
}

extension Input {
  /// What another filter or test gets of these arguments; one without parameters that are known gets them all.
  fileprivate func passedOn(to name: String, _ parameters: [Parameter]?, from start: Int) throws(Failure) -> Input {
    let given = Array(values.dropFirst(start))
    guard let parameters else { return with(given, named: named) }
    var values: [Value?] = parameters.map(\.defaultValue)
    guard given.count <= parameters.count else {
      throw Failure("`\(name)` takes \(Parameter.atMost(parameters.count))")
    }
    for (index, value) in given.enumerated() { values[index] = value }
    for (argument, value) in named {
      guard let index = parameters.firstIndex(where: { $0.name == argument.description }) else {
        throw Failure("`\(name)` has no parameter `\(argument)`")
      }
      values[index] = value
    }
    return with(
      try zip(parameters, values).map { (parameter, value) throws(Failure) in
        guard let value else { throw Failure("`\(name)` needs the argument `\(parameter.name)`") }
        return value
      })
  }
}
