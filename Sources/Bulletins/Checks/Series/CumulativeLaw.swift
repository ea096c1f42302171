import Diagnostics

/// What cumulative numbers promise: they count on from issue to issue, and so run ahead of the numbers of one year by one
/// distance.
enum CumulativeLaw {
  /// A finding for each issue that does not follow the law, and none for its followers.
  ///
  /// - Parameters:
  ///   - issues: In order of publication.
  ///   - ofAdvice: Where advice stands.
  static func findings(_ issues: [Issue], _ places: IssuePlaces, ofAdvice: IssuePlaces) -> [Diagnostic] {
    let counted = issues.filter { $0.number?.suffix.isEmpty == true && $0.cumulative != nil }
    let doubles = DoubleIssues(counted)
    let years = Dictionary(grouping: counted, by: \.year).sorted { $0.key < $1.key }
    let models = years.indices.map { index in
      model(years[index].value, after: index > 0 ? years[index - 1].value : [], doubles)
    }
    return zip(years, models).flatMap { within($0.value, like: $1, doubles, places) } + tooShort(counted, places)
      + across(years.map(\.value), models, doubles, places, ofAdvice: ofAdvice)
  }

  /// An issue whose distance its year's others have.
  private struct Model {
    let issue: Issue
    let distance: Int
  }

  /// The most common distance of a year is right; of several, the one with which it follows the year before, or the one
  /// that came first.
  private static func model(_ issues: [Issue], after before: [Issue], _ doubles: DoubleIssues) -> Model? {
    let distances = issues.compactMap { issue in distance(issue, doubles).map { Model(issue: issue, distance: $0) } }
    let counts = Dictionary(distances.map { ($0.distance, 1) }, uniquingKeysWith: +)
    guard let most = counts.values.max() else { return nil }
    let candidates = distances.filter { counts[$0.distance] == most }
    let expected = before.last?.cumulative?.last
    return candidates.first { $0.distance == expected } ?? candidates.first
  }

  private static func within(
    _ issues: [Issue], like model: Model?, _ doubles: DoubleIssues, _ places: IssuePlaces
  ) -> [Diagnostic] {
    guard let model else { return [] }
    let once = doubles.countOnce
    if let turn = turn(of: issues, doubles), let number = doubles.place(of: issues[turn]),
      let before = distance(issues[turn - 1], doubles)
    {
      return [finding(issues[turn], number + before, beside: issues[turn - 1], places, countsOnce: once)]
    }
    return issues.compactMap { issue in
      guard let found = distance(issue, doubles), found != model.distance, let number = doubles.place(of: issue) else {
        return nil
      }
      return finding(issue, number + model.distance, beside: model.issue, places, countsOnce: once)
    }
  }

  /// The place of the issue from which on a year has another distance than before, where it changes once and some issues
  /// have either: that issue breaks the law, and those that follow it do not.
  private static func turn(of issues: [Issue], _ doubles: DoubleIssues) -> Int? {
    let distances = issues.map { distance($0, doubles) }
    guard let turn = distances.indices.dropFirst().first(where: { distances[$0] != distances[$0 - 1] }), turn > 1,
      turn < distances.count - 1, Set(distances[..<turn]).count == 1, Set(distances[turn...]).count == 1
    else { return nil }
    return turn
  }

  /// Double issues that count once, where all others count for as many issues as they are.
  private static func tooShort(_ issues: [Issue], _ places: IssuePlaces) -> [Diagnostic] {
    let doubles = issues.filter { $0.number.map { $0.first < $0.last } ?? false }
    let short = doubles.filter { $0.cumulative.map { $0.first == $0.last } ?? false }
    guard short.count == 1, let model = doubles.first(where: { $0.cumulative.map { $0.first < $0.last } ?? false })
    else { return [] }
    return short.compactMap { issue in issue.cumulative.map { finding(issue, $0.first, beside: model, places) } }
  }

  /// What years that restart their numbers say of each other.
  private static func across(
    _ years: [[Issue]], _ models: [Model?], _ doubles: DoubleIssues, _ places: IssuePlaces, ofAdvice: IssuePlaces
  ) -> [Diagnostic] {
    var steps = 0
    var found: [Diagnostic] = []
    for index in years.indices.dropFirst() {
      guard let last = years[index - 1].last, let first = years[index].first, let before = models[index - 1],
        let model = models[index], first.year == last.year + 1, let lastNumber = last.number,
        let firstNumber = first.number, let lastPlace = doubles.lastPlace(of: last),
        let firstPlace = doubles.place(of: first), distance(last, doubles) == before.distance,
        distance(first, doubles) == model.distance
      else { continue }
      steps += 1
      let restarts = firstNumber.first <= lastNumber.last
      let expected = restarts ? lastPlace + before.distance : before.distance
      if model.distance == expected { continue }
      let isMissing = model.distance > expected
      found.append(
        finding(
          first, firstPlace + expected, beside: last, isMissing ? ofAdvice : places, isMissing: isMissing,
          countsOnce: doubles.countOnce))
    }
    // Where every second year does so, the numbers count something else.
    return found.count > 1 && found.count * 3 > steps ? [] : found
  }

  private static func distance(_ issue: Issue, _ doubles: DoubleIssues) -> Int? {
    guard issue.number?.suffix.isEmpty == true, let place = doubles.place(of: issue), let cumulative = issue.cumulative
    else { return nil }
    return cumulative.first - place
  }

  /// The cumulative number that an issue must have when it follows or precedes another at once; `nil` where none does.
  static func expected(for issue: Issue, after before: Issue?, before after: Issue?) -> Int? {
    guard let number = issue.number, number.suffix.isEmpty else { return nil }
    if let before, let last = before.number, let cumulative = before.cumulative {
      let isNext = before.year == issue.year && number.first == last.last + 1
      let opensYear = before.year + 1 == issue.year && number.first == 1
      if isNext || opensYear { return cumulative.last + 1 }
    }
    if let after, let next = after.number, let cumulative = after.cumulative,
      after.year == issue.year, next.first == number.last + 1
    {
      return cumulative.first - 1 - (number.last - number.first)
    }
    return nil
  }

  /// What is said of an issue that has another cumulative number than it should.
  ///
  /// - Parameters:
  ///   - other: An issue that shows it.
  ///   - isMissing: Whether issues may be missing in between.
  ///   - countsOnce: Whether a double issue counts once.
  static func finding(
    _ issue: Issue, _ expected: Int, beside other: Issue?, _ places: IssuePlaces, isMissing: Bool = false,
    countsOnce: Bool = false
  ) -> Diagnostic {
    let (number, cumulative) = (issue.number?.description ?? "", issue.cumulative?.description ?? "")
    let length = countsOnce ? 0 : issue.number.map { $0.last - $0.first } ?? 0
    let wanted = length == 0 ? "(\(expected))" : "(\(expected)–\(expected + length))"
    let notes = other.map { other in
      [
        Diagnostic.Note(
          "number \(other.number?.description ?? "") of \(other.year) has (\(other.cumulative?.description ?? ""))",
          at: other.location)
      ]
    }
    return Diagnostic(
      isMissing ? .cumulativeJump : .brokenCumulativeLaw,
      "number \(number) with cumulative number \(cumulative) is not in step with \(other?.path ?? "its neighbours")",
      at: places.place(of: { $0.cumulative?.range }, in: issue), notes: notes ?? [],
      help: isMissing ? "expected \(wanted), unless issues are missing between them" : "expected \(wanted)")
  }
}

extension DiagnosticKind {
  static let brokenCumulativeLaw = DiagnosticKind(
    "broken-cumulative-law", .warning,
    "Cumulative numbers count on from issue to issue, so within a year they run ahead of the numbers by a constant. Where one does not, it or the number is a misprint."
  )
  static let cumulativeJump = DiagnosticKind(
    "cumulative-jump", .advice,
    "A year begins with a cumulative number that is higher than the next after the last one of the year before: it is a misprint, or issues are missing."
  )
}
