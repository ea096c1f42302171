import Text

// Text as Python sees it: by code points, with Unicode's own rules for letters and lines.

extension String {
  /// All letters large.
  var uppercasedByScalar: String { mapScalars(\.properties.uppercaseMapping) }

  /// All letters small; a Greek sigma at the end of a word is written as one.
  var lowercasedByScalar: String {
    guard unicodeScalars.contains("\u{3A3}") else { return mapScalars(\.properties.lowercaseMapping) }
    return mapLetters { $1() }
  }

  /// Each letter changed, by what it is and by what it is as a small one at its place.
  func mapLetters(_ change: (Unicode.Scalar, _ small: () -> String) -> String) -> String {
    let scalars = Array(unicodeScalars)
    var result = ""
    for index in scalars.indices { result += change(scalars[index]) { scalars.smallLetter(at: index) } }
    return result
  }

  /// Letters as they are compared without regard to case: `ß` is `ss`.
  var caseFolded: String {
    mapScalars { scalar in
      guard scalar.properties.changesWhenCaseFolded else { return String(scalar) }
      return scalar.properties.uppercaseMapping.mapScalars(\.properties.lowercaseMapping)
    }
  }

  /// The first letter large, the others small.
  var capitalizedByScalar: String {
    guard let first = unicodeScalars.first else { return self }
    return first.properties.titlecaseMapping + String(unicodeScalars.dropFirst()).lowercasedByScalar
  }

  private func mapScalars(_ change: (Unicode.Scalar) -> String) -> String {
    var result = ""
    for scalar in unicodeScalars { result += change(scalar) }
    return result
  }

  /// The lines, without what ends them; a line end at the end begins no new line.
  var pythonLines: [String] {
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    var scalars = unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\r":
        if scalars.first == "\n" { scalars.removeFirst() }
        fallthrough
      case "\n", "\u{B}", "\u{C}", "\u{1C}", "\u{1D}", "\u{1E}", "\u{85}", "\u{2028}", "\u{2029}":
        lines.append(String(line))
        line.removeAll()
      default: line.append(scalar)
      }
    }
    return line.isEmpty ? lines : lines + [String(line)]
  }

  /// The text without the scalars at either end for which a condition holds.
  func trimming(
    start: Bool = true, end: Bool = true, _ isUnwanted: (Unicode.Scalar) -> Bool = \.isPythonSpace
  ) -> String {
    var view = unicodeScalars[...]
    if start { view = view.drop(while: isUnwanted) }
    while end, let last = view.last, isUnwanted(last) { view.removeLast() }
    return String(view)
  }
}

extension [Unicode.Scalar] {
  fileprivate func smallLetter(at index: Int) -> String {
    guard self[index] == "\u{3A3}" else { return self[index].properties.lowercaseMapping }
    let before = self[..<index].last { !$0.properties.isCaseIgnorable }
    let after = self[(index + 1)...].first { !$0.properties.isCaseIgnorable }
    return before?.properties.isCased == true && after?.properties.isCased != true ? "\u{3C2}" : "\u{3C3}"
  }
}

extension Unicode.Scalar {
  /// What Python strips: Unicode's white space and the four separators of ASCII.
  var isPythonSpace: Bool { properties.isWhitespace || (0x1C...0x1F).contains(value) }

  /// What Python counts among words: letters, digits and the underscore.
  var isWordCharacter: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber:
      true
    default: self == "_"
    }
  }
}

extension Value {
  /// The value's text, changed; markup stays markup.
  func mapText(_ input: Input, _ change: (String) -> String) throws(Failure) -> Value {
    let bytes = try printedForWork(input.allowance)
    return try changed(bytes, to: Bytes(change(bytes.string).utf8), input.allowance)
  }

  /// In capital letters.
  func uppercased(within allowance: Allowance) throws(Failure) -> Value {
    try mapCase(LetterCaseTable.upper, \.uppercasedByScalar, allowance)
  }

  /// In small letters.
  func lowercased(within allowance: Allowance) throws(Failure) -> Value {
    try mapCase(LetterCaseTable.lower, \.lowercasedByScalar, allowance)
  }

  private func mapCase(
    _ table: LetterCaseTable, _ change: (String) -> String, _ allowance: Allowance
  ) throws(Failure) -> Value {
    let bytes = try printed(within: allowance)
    try allowance.take(bytes: bytes.count)
    if let result = table.changed(bytes) { return isSafe ? .safe(result) : .text(result) }
    try allowance.spend(64 * bytes.count)
    return try changed(bytes, to: Bytes(change(bytes.string).utf8), allowance)
  }

  /// The text for work that looks at each character, taken for a result that is about as long.
  func printedForWork(_ allowance: Allowance) throws(Failure) -> Bytes {
    let bytes = try printed(within: allowance)
    try allowance.take(bytes: 2 * bytes.count)
    try allowance.spend(64 * bytes.count)
    return bytes
  }

  private func changed(_ bytes: Bytes, to result: Bytes, _ allowance: Allowance) throws(Failure) -> Value {
    // A letter becomes three at most.
    try allowance.take(bytes: max(0, result.count - bytes.count))
    return isSafe ? .safe(result) : .text(result)
  }
}
