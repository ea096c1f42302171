import Templating

/// Lines of an index under their letters.
enum LetterIndex {
  /// Lines in order, each with its letter; neighbours with one letter stand under one heading.
  static func value(_ lines: [(letter: String, value: Value)]) -> Value {
    var groups: [(letter: String, lines: [Value])] = []
    for line in lines {
      if groups.last?.letter == line.letter {
        groups[groups.count - 1].lines.append(line.value)
      } else {
        groups.append((line.letter, [line.value]))
      }
    }
    return .list(
      groups.enumerated().map { index, group in
        Value(Shapes.letter, Value(group.letter), Value("letter-\(index + 1)"), .list(group.lines))
      })
  }
}
