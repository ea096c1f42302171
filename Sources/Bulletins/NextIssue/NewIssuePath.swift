import Text

/// Where the file of a new issue lies: as that of the last one does, with another number, date and title in it.
struct NewIssuePath {
  /// Relative to the site.
  let path: String

  private static let folder = "Content/bulletins/"

  init(
    after last: Issue?, _ numbers: NextNumbers, on date: PublicationDate, titled title: String?, in language: String,
    of mainLanguage: String
  ) {
    let suffix = language == mainLanguage ? "" : ".\(language)"
    guard let last, last.path.hasPrefix(NewIssuePath.folder) else {
      let name = numbers.number.map { NewIssuePath.padded($0.first, to: 3) } ?? date.firstDay.description
      path = NewIssuePath.folder + "\(date.year)/\(name)\(suffix).md"
      return
    }
    let (below, ending) = NewIssuePath.divided(String(last.path.dropFirst(NewIssuePath.folder.count)))
    var renaming = Renaming(below)
    renaming.replace(title: last.title, with: title)
    renaming.replace(date: last.date, with: date)
    renaming.replace(number: last.number, with: numbers.number)
    renaming.replace(number: last.cumulative, with: numbers.cumulative)
    renaming.replace(year: last.year, with: date.year)
    // A name without any of these would be that of the last one.
    let isSame = renaming.text == below
    path =
      NewIssuePath.folder
      + (isSame ? renaming.text(adding: numbers.number.map { "\($0.address)" } ?? "next") : renaming.text) + ending
  }

  /// The path without what follows the first point of its name.
  private static func divided(_ path: String) -> (rest: String, ending: String) {
    let start = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8.index(after: $0) } ?? path.startIndex
    // The name of a folder may be that of the issue, too.
    let name = path[start...]
    if name.hasPrefix("index."), start > path.startIndex {
      let end = path.utf8.index(before: start)
      return (String(path[..<end]), String(path[end...]))
    }
    let point = name.utf8.firstIndex(of: UInt8(ascii: ".")) ?? name.endIndex
    return (String(path[..<point]), String(path[point...]))
  }

  static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}

/// A path in which numbers are replaced, each once; what was put there is not replaced again.
private struct Renaming {
  private enum Piece {
    case kept(String)
    case new(String)
  }

  private var pieces: [Piece]

  init(_ path: String) { pieces = [.kept(path)] }

  var text: String {
    pieces.map { piece in
      switch piece {
      case .kept(let text), .new(let text): text
      }
    }.joined()
  }

  func text(adding name: String) -> String { text + "-" + name }

  /// Replaces the words of a title, or takes them away.
  mutating func replace(title: String, with new: String?) {
    guard let old = Slug(of: title)?.description, old.utf8.count > 2 else { return }
    replace { text in
      guard let range = text.range(ofBytes: old) else { return nil }
      if let new = new.flatMap({ Slug(of: $0) }) { return (range, new.bounded.description) }
      // The hyphen before it goes, too.
      let hasJoint = range.lowerBound > text.startIndex && "-_".contains(text[text.index(before: range.lowerBound)])
      return (hasJoint ? text.index(before: range.lowerBound)..<range.upperBound : range, "")
    }
  }

  mutating func replace(date: PublicationDate, with new: PublicationDate) {
    for joint in ["-", "_", ""] {
      func written(_ date: PublicationDate) -> String {
        date.firstDay.description.replacing("-", with: joint)
      }
      replace { $0.range(ofBytes: written(date)).map { ($0, written(new)) } }
    }
  }

  /// Replaces a number, with as many digits where it begins with noughts, or both of a double issue.
  mutating func replace(number: IssueNumber?, with new: IssueNumber?) {
    guard let number, let new else { return }
    replace { text in
      let runs = text.runsOfDigits
      for (index, run) in runs.enumerated() where Int(text[run]) == number.first && text[run].utf8.count <= 4 {
        let width = text[run].hasPrefix("0") ? text[run].utf8.count : 1
        let first = NewIssuePath.padded(new.first, to: width)
        let whole = new.first == new.last ? first : "\(first)-\(NewIssuePath.padded(new.last, to: width))"
        guard number.first != number.last else { return (run, whole) }
        guard index + 1 < runs.count, Int(text[runs[index + 1]]) == number.last else { continue }
        return (run.lowerBound..<runs[index + 1].upperBound, whole)
      }
      return nil
    }
  }

  mutating func replace(year: Int, with new: Int) {
    if year == new { return }
    replace { text in
      text.runsOfDigits.first { text[$0].utf8.count == 4 && Int(text[$0]) == year }.map { ($0, String(new)) }
    }
  }

  /// Replaces the last place of the path that a function finds.
  private mutating func replace(_ find: (String) -> (Range<String.Index>, String)?) {
    for index in pieces.indices.reversed() {
      guard case .kept(let text) = pieces[index], let (range, new) = find(text) else { continue }
      pieces.replaceSubrange(
        index...index,
        with: [.kept(String(text[..<range.lowerBound])), .new(new), .kept(String(text[range.upperBound...]))])
      return
    }
  }
}

extension String {
  fileprivate var runsOfDigits: [Range<String.Index>] {
    var runs: [Range<String.Index>] = []
    for index in utf8.indices where utf8[index].isASCIIDigit {
      let next = utf8.index(after: index)
      if let last = runs.last, last.upperBound == index {
        runs[runs.count - 1] = last.lowerBound..<next
      } else {
        runs.append(index..<next)
      }
    }
    return runs
  }

  fileprivate func range(ofBytes part: String) -> Range<String.Index>? {
    guard !part.isEmpty, let start = Bytes(utf8).firstOffset(of: Bytes(part.utf8)) else { return nil }
    let from = utf8.index(startIndex, offsetBy: start)
    return from..<utf8.index(from, offsetBy: part.utf8.count)
  }
}
