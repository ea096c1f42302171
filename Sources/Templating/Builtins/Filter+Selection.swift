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
      let values = value.isTrue ? try elements(value) : []
      if let path = input.named("attribute") {
        return .iterator(
          try values.map { (element) throws(Failure) in
            let found = try AttributePath.value(at: path.printed.string, of: element)
            return found.isUndefined ? input.named("default") ?? found : found
          })
      }
      guard let name = input[0].bytes?.string else { throw Failure("`map` needs an attribute or the name of a filter") }
      guard let filter = input.library.filters[name] else {
        throw Failure(
          "there is no filter `\(name)`", help: .suggestion(input.library.filters.keys.nearest(to: name)))
      }
      let inner = input.passedOn(to: filter.parameters, from: 1)
      return .iterator(try values.map { (element) throws(Failure) in try filter.apply(element, inner) })
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
    let path = attribute ? input[0].printed.string : nil
    var test: Test?
    if let name = input[first].bytes?.string {
      test = input.library.tests[name]
      if test == nil {
        throw Failure(
          "there is no test `\(name)`", help: .suggestion(input.library.tests.keys.nearest(to: name)))
      }
    }
    let inner = input.passedOn(to: test?.parameters ?? [], from: first + 1)
    var kept: [Value] = []
    for element in value.isTrue ? try elements(value) : [] {
      let subject = try path.map { (path) throws(Failure) in try AttributePath.value(at: path, of: element) } ?? element
      let holds = try test.map { (test) throws(Failure) in try test.holds(subject, inner) } ?? subject.isTrue
      if holds == wanted { kept.append(element) }
    }
    return .iterator(kept)
  }
}

extension Input {
  /// What another filter or test gets of these arguments.
  fileprivate func passedOn(to parameters: [Parameter], from start: Int) -> Input {
    var values = parameters.map { $0.defaultValue ?? .undefined }
    for (index, value) in self.values.dropFirst(start).enumerated() {
      if index < values.count { values[index] = value } else { values.append(value) }
    }
    for (name, value) in named {
      if let index = parameters.firstIndex(where: { $0.name == name.description }) { values[index] = value }
    }
    return Input(values: values, named: named, escapes: escapes, library: library)
  }
}
