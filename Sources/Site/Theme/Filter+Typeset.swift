import Templating
import Text

extension Filter {
  /// Breaks a text into lines, and gives the outlines of their letters, for templates that draw.
  static let typeset = Filter(
    "typeset",
    taking: [
      Parameter("width"), Parameter("sizes"), Parameter("lines", default: .int(1)),
      Parameter("bold", default: .bool(false)),
    ],
    "The text in lines that are not wider than `width`, in the first of the `sizes` in which there are no more than `lines`, or in the last one and cut: `size` and `lines`, each with its `text`, its `width`, and as `path` the outlines of its letters in the theme's type, in thousandths of the size; none where the type lacks a letter."
  ) { (value, input) throws(Failure) in
    let text = String(try input.printed(value).string.unicodeScalars.prefix(mostLetters))
    // Each way of breaking it measures each letter many times.
    try input.allowance.spend(text.utf8.count * 500)
    try input.allowance.take(bytes: text.utf8.count * 500)
    let (width, most) = (try size(input[0], input), try size(input[2], input))
    let face = input[3].isTrue ? TypeFace.bold : TypeFace.regular
    var sizes: [Int] = []
    switch input[1] {
    case .list(let values), .tuple(let values): for value in values { sizes.append(try size(value, input)) }
    case let value: sizes = [try size(value, input)]
    }
    guard let last = sizes.last else { throw Failure("no size is given", help: "write `[72, 60]`") }
    for size in sizes {
      let lines = LineBreaking(face: face, width: width * 1_000 / size).lines(of: text)
      if lines.count <= most { return drawn(lines, face, size) }
    }
    return drawn(LineBreaking(face: face, width: width * 1_000 / last).lines(of: text, most: most), face, last)
  }.example(
    "{% set title = 'The Tide Tables of 1904'|typeset(400, [60, 40], 2) %}{{ title.size }}: {{ title.lines|map(attribute='text')|join(' / ') }}",
    prints: "60: The Tide / Tables of 1904")

  /// No picture has room for more.
  private static let mostLetters = 1_000

  private static func size(_ value: Value, _ input: Input) throws(Failure) -> Int {
    guard case .int(let size) = value, (1...10_000).contains(size) else {
      throw Failure("`\(try input.printed(value).string)` is no size", help: "write a whole number from 1 to 10000")
    }
    return size
  }

  private static func drawn(_ lines: [String], _ face: TypeFace, _ size: Int) -> Value {
    var text = ValueMap()
    text["size"] = .int(size)
    text["lines"] = .list(
      lines.map { line in
        var map = ValueMap()
        map["text"] = Value(line)
        map["width"] = .int(face.width(of: line.unicodeScalars) * size / 1_000)
        map["path"] = face.outline(of: line.unicodeScalars).map { .safe($0) } ?? Value.none
        return .map(map)
      })
    return .map(text)
  }
}
