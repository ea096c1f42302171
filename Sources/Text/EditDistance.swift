/// Insertions, deletions, replacements and swaps of neighbours that turn one text into the other; `nil` for more than
/// `limit` of them, of which no more is found out.
package func editDistance(_ a: Bytes, _ b: Bytes, limit: Int) -> Int? {
  guard abs(a.count - b.count) <= limit else { return nil }
  // What is further from the diagonal than the limit is more than the limit.
  let far = limit + 1
  var beforeLast = [Int](repeating: far, count: b.count + 1)
  var last = (0...b.count).map { min($0, far) }
  var row = beforeLast
  for i in 0..<a.count {
    let columns = max(0, i - limit)..<max(0, min(b.count, i + limit + 1))
    row[columns.lowerBound] = columns.lowerBound == 0 ? min(i + 1, far) : far
    var least = row[columns.lowerBound]
    for j in columns {
      var steps = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { steps = min(steps, beforeLast[j - 1] + 1) }
      row[j + 1] = min(steps, far)
      least = min(least, steps)
    }
    if columns.upperBound < b.count { row[columns.upperBound + 1] = far }
    // No way that comes from here gets shorter.
    if least > limit { return nil }
    (beforeLast, last, row) = (last, row, beforeLast)
  }
  return last[b.count] <= limit ? last[b.count] : nil
}
