import Text

extension Machine {
  /// Prints a value.
  @inline(__always)
  func print(_ value: Value, _ mode: Int32) throws(Failure) {
    switch value {
    case .text(let bytes) where mode != PrintMode.script.rawValue:
      if mode == PrintMode.url.rawValue { try LinkAddress.requireHarmless(bytes.span) }
      if mode == PrintMode.raw.rawValue { out.append(bytes.span) } else { out.append(escaping: bytes.span) }
    case .safe(let bytes):
      if mode == PrintMode.url.rawValue { try LinkAddress.requireHarmless(bytes.span) }
      out.append(bytes.span)
    case .int(let number): out.append(decimal: number)
    case .undefined where mode != PrintMode.script.rawValue: break
    default: try printSpecial(value, mode)
    }
  }

  /// Prints the value at an address, for which no reference is counted.
  @unsafe @inline(__always)
  func printLent(_ address: UnsafePointer<Value>, _ mode: Int32) throws(Failure) {
    var failure: Failure?
    unsafe Value.lend(at: address) { value in
      do throws(Failure) { try print(value, mode) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  private func printSpecial(_ value: Value, _ mode: Int32) throws(Failure) {
    switch PrintMode(rawValue: Int(mode)) {
    case .url:
      let bytes = value.printed
      try LinkAddress.requireHarmless(bytes.span)
      out.append(escaping: bytes.span)
    case .script where value.isUndefined: out.append(Bytes("null".utf8).span)
    case .script:
      guard let json = value.json else { throw Failure("\(value.kind) has no form in a script") }
      out.append(json.span)
    case .markup: out.append(escaping: value.printed.span)
    case .raw, nil: out.append(value.printed.span)
    }
  }
}
