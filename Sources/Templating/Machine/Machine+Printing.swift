import Text

extension Machine {
  /// Prints the value at a place in memory.
  @inline(__always)
  func print(_ value: UnsafeMutablePointer<Value>, _ mode: Int32) throws(Failure) {
    let escapes: Bool
    switch value.pointee {
    case .text where mode != PrintMode.script.rawValue: escapes = mode != PrintMode.raw.rawValue
    case .safe: escapes = false
    case .int(let number): return out.append(decimal: number)
    case .undefined where mode != PrintMode.script.rawValue: return
    default: return try printSpecial(value.pointee, mode)
    }
    // Counting references is a fifth of a build's time; to print a word needs none.
    let text = Value.memory(of: value)
    if mode == PrintMode.url.rawValue { try LinkAddress.requireHarmless(text) }
    if escapes { out.append(escaping: text) } else { out.append(text) }
  }

  private func printSpecial(_ value: Value, _ mode: Int32) throws(Failure) {
    switch PrintMode(rawValue: Int(mode)) {
    case .url:
      let bytes = value.printed
      try LinkAddress.requireHarmless(bytes)
      out.append(escaping: bytes)
    case .script where value.isUndefined: out.append(Bytes("null".utf8))
    case .script:
      guard let json = value.json else { throw Failure("\(value.kind) has no form in a script") }
      out.append(json)
    case .markup: out.append(escaping: value.printed)
    case .raw, nil: out.append(value.printed)
    }
  }
}
