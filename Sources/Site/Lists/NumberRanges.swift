/// Issues of a volume as a list of numbers says which they are: `1–726, without 14`.
struct NumberRanges {
  /// From one issue to another, by their places in the series.
  private(set) var ranges: [ClosedRange<Int>] = []
  /// The places within ranges whose issues are not meant.
  private(set) var exceptions: [Int] = []

  /// More ranges or exceptions than these nobody reads: one range from the first issue to the last stands for them.
  private static let most = 12
  /// More issues than these that follow each other are no exception.
  private static let longestGap = 3

  /// - Parameter issues: The places in the series, in order.
  init(_ issues: some BidirectionalCollection<Int>) {
    for run in NumberRanges.runs(of: issues) { add(run) }
    guard let first = issues.first, let last = issues.last,
      max(ranges.count, exceptions.count) > NumberRanges.most
    else { return }
    ranges = [first...last]
    exceptions = []
  }

  private static func runs(of issues: some Collection<Int>) -> [ClosedRange<Int>] {
    var runs: [ClosedRange<Int>] = []
    for issue in issues {
      if let last = runs.last, last.upperBound + 1 == issue {
        runs[runs.count - 1] = last.lowerBound...issue
      } else {
        runs.append(issue...issue)
      }
    }
    return runs
  }

  /// Adds a run to the range before it where little lies between, else as a range of its own.
  private mutating func add(_ run: ClosedRange<Int>) {
    guard let last = ranges.last else { return ranges.append(run) }
    let gap = last.upperBound + 1..<run.lowerBound
    let missing = exceptions.count { last.contains($0) } + gap.count
    let isException = gap.count <= NumberRanges.longestGap && run.count > gap.count && last.count > gap.count
    // An exception that is as long as the rule explains nothing.
    guard isException, missing * 8 <= run.upperBound - last.lowerBound else { return ranges.append(run) }
    ranges[ranges.count - 1] = last.lowerBound...run.upperBound
    exceptions += gap
  }
}
