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
    if out.isFull { throw tooMuch }
  }

  /// What is said where more is printed than may be.
  var tooMuch: Failure {
    Failure(
      "more than \(limits.output >> 20) MiB are printed",
      help: "does this loop ever end, or is something printed twice?")
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
      let bytes = try value.printed(within: allowance)
      try LinkAddress.requireHarmless(bytes.span)
      out.append(escaping: bytes.span)
    case .script where value.isUndefined: out.append(Bytes("null".utf8).span)
    case .script:
      let json = try value.json(within: allowance)
      out.append(json.span)
    case .markup:
      let bytes = try value.printed(within: allowance)
      out.append(escaping: bytes.span)
    case .raw, nil:
      let bytes = try value.printed(within: allowance)
      out.append(bytes.span)
    }
  }
}
