import Text

/// One part of a text replaced by another, as markup has it: what comes into markup is escaped.
struct Replacing {
  let old: Value
  let new: Value
  /// How many occurrences are replaced; all where it is negative.
  let limit: Int

  /// The text with the parts replaced: the filter, which makes markup of text where it is given markup.
  func applied(to value: Value, _ input: Input) throws(Failure) -> Value {
    guard input.escapes else { return .text(try replaced(try input.printed(value), try input.printed(new), input)) }
    if old.isSafe || (new.isSafe && !value.isSafe) {
      var escaped = Bytes()
      try value.writeEscaped(to: &escaped, within: input.allowance)
      return try inMarkup(escaped, input)
    }
    if value.isSafe { return try inMarkup(try input.printed(value), input) }
    return .text(try replaced(try input.printed(value), try input.printed(new), input))
  }

  /// The same as a method of the text.
  func appliedAsMethod(to value: Value, _ input: Input) throws(Failure) -> Value {
    guard old.bytes != nil, new.bytes != nil else { throw Failure("a text is replaced by a text") }
    if value.isSafe { return try inMarkup(try input.printed(value), input) }
    return .text(try replaced(try input.printed(value), try input.printed(new), input))
  }

  private func inMarkup(_ text: Bytes, _ input: Input) throws(Failure) -> Value {
    var escaped = Bytes()
    try new.writeEscaped(to: &escaped, within: input.allowance)
    return .safe(try replaced(text, escaped, input))
  }

  private func replaced(_ text: Bytes, _ new: Bytes, _ input: Input) throws(Failure) -> Bytes {
    let allowance = input.allowance
    let old = try input.printed(self.old)
    let limit = limit < 0 ? Int.max : limit
    if old.isEmpty { return try replacedNothing(text, new, limit, allowance) }
    try allowance.take(bytes: text.count)
    var result = Bytes()
    var (at, count) = (0, 0)
    while count < limit, let found = try text.firstOffset(of: old, from: at, within: allowance) {
      try allowance.take(bytes: max(0, new.count - old.count))
      result += text[at..<found]
      result += new
      at = found + old.count
      count += 1
    }
    result += text[at...]
    return result
  }

  /// The empty text stands before every character and at the end.
  private func replacedNothing(
    _ text: Bytes, _ new: Bytes, _ limit: Int, _ allowance: Allowance
  ) throws(Failure) -> Bytes {
    let places = text.count { !$0.isUTF8Continuation } + 1
    try allowance.take(bytes: text.count)
    try allowance.take(bytes: new.count, times: min(limit, places))
    try allowance.spend(8 * text.count)
    var result = Bytes()
    var count = 0
    for byte in text {
      if !byte.isUTF8Continuation {
        if count < limit { result += new }
        count += 1
      }
      result.append(byte)
    }
    if count < limit { result += new }
    return result
  }
}
