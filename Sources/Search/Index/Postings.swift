import Text

/// The issues that have a key, with the worth of the best place in each, as a shard has them: a set for each worth, the
/// text's first, since most have no other. A set is a row of gaps, or, where that is longer, a row of bits.
enum Postings {
  private static let bar = UInt8(ascii: "|")
  private static let bits = UInt8(ascii: "!")

  /// Appends issues, each `issue << 2 | worth`, in order.
  static func append(_ postings: Span<UInt32>, to out: inout Bytes) {
    // Most pairs of words are in one issue, of its text.
    if postings.count == 1, postings[0] & 3 == 3 {
      out.append(digits: Int(postings[0] >> 2))
      return
    }
    // How many there are of each worth, and the last one.
    var counts: InlineArray<4, Int> = .init(repeating: 0)
    var lasts: InlineArray<4, Int> = .init(repeating: 0)
    for index in postings.indices {
      let worth = Int(postings[index] & 3)
      counts[worth] += 1
      lasts[worth] = Int(postings[index] >> 2)
    }
    var bars = 0
    for place in stride(from: 3, through: 0, by: -1) {
      if counts[place] > 0 {
        for _ in 0..<bars { out.append(bar) }
        bars = 0
        appendSet(of: UInt32(place), in: postings, count: counts[place], last: lasts[place], to: &out)
      }
      bars += 1
    }
  }

  private static func appendSet(
    of worth: UInt32, in postings: Span<UInt32>, count: Int, last: Int, to out: inout Bytes
  ) {
    // A row of bits has six issues in each digit, behind the sign. A row of gaps is no shorter than the number of issues.
    let longest = 2 + last / 6
    if count <= longest {
      var gaps = Bytes(repeating: 0, count: count * Digits.most(below: last + 1))
      var end = 0
      var digits = gaps.mutableSpan
      let twos = Digits.twos
      var next = 0
      for index in postings.indices where postings[index] & 3 == worth {
        let issue = Int(postings[index] >> 2)
        digits.write(digits: issue &- next, at: &end, twos: twos.span)
        next = issue &+ 1
      }
      if end <= longest {
        out.append(gaps.span.extracting(first: end))
        return
      }
    }
    out.append(bits)
    var row = Bytes(repeating: 0, count: last / 6 + 1)
    var digits = row.mutableSpan
    for index in postings.indices where postings[index] & 3 == worth {
      let issue = Int(postings[index] >> 2)
      digits[issue / 6] |= 1 << UInt8(truncatingIfNeeded: issue % 6)
    }
    for index in digits.indices { digits[index] = Digits.digit(Int(digits[index])) }
    out.append(row.span)
  }

  /// Reads what `append` wrote; `nil` for other bytes.
  static func read(_ bytes: Bytes) -> [UInt32]? {
    var postings: [UInt32] = []
    let sets = bytes.split(separator: bar, omittingEmptySubsequences: false)
    guard sets.count <= Worth.allCases.count else { return nil }
    for (set, worth) in zip(sets, Worth.allCases.reversed()) where !set.isEmpty {
      guard let issues = set.first == bits ? issuesOfBits(set.dropFirst()) : issuesOfGaps(Bytes(set)) else {
        return nil
      }
      postings += issues.map { UInt32($0) << 2 | worth.rawValue }
    }
    return postings.sorted()
  }

  private static func issuesOfGaps(_ set: Bytes) -> [Int]? {
    var reader = DigitReader(set)
    var issues: [Int] = []
    var next = 0
    while let gap = reader.next() {
      guard gap < 1 << 29 - next else { return nil }
      issues.append(next + gap)
      next += gap + 1
    }
    return issues.isEmpty ? nil : issues
  }

  private static func issuesOfBits(_ digits: ArraySlice<UInt8>) -> [Int]? {
    var issues: [Int] = []
    for (place, digit) in digits.enumerated() {
      guard let value = Digits.value(digit) else { return nil }
      for bit in 0..<6 where value >> bit & 1 == 1 { issues.append(place * 6 + bit) }
    }
    return issues
  }
}
