/// Insertions, deletions, replacements and swaps of neighbours that turn one text into the other; `nil` for more than
/// `limit` of them, of which no more is found out.
func editDistance(_ a: Bytes, _ b: Bytes, limit: Int) -> Int? {
  guard abs(a.count - b.count) <= limit else { return nil }
  var beforeLast = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  var row = beforeLast
  for i in 0..<a.count {
    row[0] = i + 1
    var least = row[0]
    for j in 0..<b.count {
      var steps = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { steps = min(steps, beforeLast[j - 1] + 1) }
      row[j + 1] = steps
      least = min(least, steps)
    }
    // No way that comes from here gets shorter.
    if least > limit { return nil }
    (beforeLast, last, row) = (last, row, beforeLast)
  }
  return last[b.count] <= limit ? last[b.count] : nil
}
