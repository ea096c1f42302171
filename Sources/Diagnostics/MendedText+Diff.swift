import Text

extension MendedText {
  /// What would change, as a unified diff, which `patch` takes: the lines with mends, and three around them.
  public var diff: Bytes {
    let changes = changes
    guard !changes.isEmpty else { return [] }
    let lines = Lines(source.bytes)
    var out = Bytes("--- a/\(source.path)\n+++ b/\(source.path)\n".utf8)
    var rest = changes[...]
    // How many lines more the mended file has so far.
    var shift = 0
    while let first = rest.first {
      var hunk = [first]
      rest = rest.dropFirst()
      while let next = rest.first, next.lines.lowerBound - (hunk.last?.lines.upperBound ?? 0) <= 2 * MendedText.context
      {
        hunk.append(next)
        rest = rest.dropFirst()
      }
      out += MendedText.text(of: hunk, lines, shift: shift)
      shift += hunk.reduce(0) { $0 + $1.new.count - $1.lines.count }
    }
    return out
  }

  private static let context = 3

  /// Lines that follow each other, and what they become.
  private struct Change {
    /// The numbers of the old lines, from 0.
    let lines: Range<Int>
    let new: [Bytes]

    /// Lines that are the same before and after are not part of it.
    init(lines: Range<Int>, new: [Bytes], of text: Lines) {
      let old = lines.map { text[$0] }
      let start = zip(old, new).prefix { $0 == $1 }.count
      let end = zip(old[start...].reversed(), new[start...].reversed()).prefix { $0 == $1 }.count
      self.lines = lines.lowerBound + start..<lines.upperBound - end
      self.new = Array(new[start..<new.count - end])
    }
  }

  /// The lines that are touched, those that touch each other together.
  private var changes: [Change] {
    let lines = Lines(source.bytes)
    var groups: [(lines: Range<Int>, edits: [TextEdit])] = []
    for edit in edits {
      let first = lines.index(of: edit.range.lowerBound)
      // A line whose end is taken away goes on with the next one.
      let joins = edit.original.last == 0x0A && edit.replacement.last != 0x0A
      let last = max(first, lines.index(of: max(edit.range.lowerBound, edit.range.upperBound - (joins ? 0 : 1))))
      if let end = groups.last?.lines.upperBound, first < end {
        groups[groups.count - 1].lines = groups[groups.count - 1].lines.lowerBound..<max(end, last + 1)
        groups[groups.count - 1].edits.append(edit)
      } else {
        groups.append((first..<last + 1, [edit]))
      }
    }
    return groups.map { group in
      let bytes = lines.range(group.lines)
      let moved = group.edits.map { edit in
        TextEdit(
          edit.range.lowerBound - bytes.lowerBound..<edit.range.upperBound - bytes.lowerBound, edit.original,
          edit.replacement)
      }
      return Change(lines: group.lines, new: Lines(Array(source.bytes[bytes]).applying(moved)).all, of: lines)
    }
  }

  private static func text(of hunk: [Change], _ lines: Lines, shift: Int) -> Bytes {
    guard let first = hunk.first, let last = hunk.last else { return [] }
    let start = max(0, first.lines.lowerBound - context)
    let end = min(lines.count, last.lines.upperBound + context)
    let added = hunk.reduce(0) { $0 + $1.new.count - $1.lines.count }
    var out = Bytes("@@ -\(start + 1),\(end - start) +\(start + 1 + shift),\(end - start + added) @@\n".utf8)
    func print(_ mark: String, _ line: Bytes) {
      out += Bytes(mark.utf8) + line
      if line.last != 0x0A { out += Bytes("\n\\ No newline at end of file\n".utf8) }
    }
    var at = start
    for change in hunk {
      while at < change.lines.lowerBound {
        print(" ", lines[at])
        at += 1
      }
      for line in change.lines { print("-", lines[line]) }
      for line in change.new { print("+", line) }
      at = change.lines.upperBound
    }
    while at < end {
      print(" ", lines[at])
      at += 1
    }
    return out
  }
}

/// The lines of a text with their endings.
private struct Lines {
  private let bytes: Bytes
  private var starts: [Int] = []

  init(_ bytes: Bytes) {
    self.bytes = bytes
    var at = 0
    while at < bytes.count {
      starts.append(at)
      at = (bytes.firstOffset(of: 0x0A, from: at) ?? bytes.count - 1) + 1
    }
  }

  var count: Int { starts.count }

  var all: [Bytes] { starts.indices.map { self[$0] } }

  subscript(line: Int) -> Bytes { Array(bytes[range(line..<line + 1)]) }

  /// The bytes of lines.
  func range(_ lines: Range<Int>) -> Range<Int> {
    func start(_ line: Int) -> Int { line < starts.count ? starts[line] : bytes.count }
    return start(lines.lowerBound)..<start(lines.upperBound)
  }

  /// The line on which a byte stands; what is put behind the last byte belongs to its line.
  func index(of offset: Int) -> Int {
    if offset == bytes.count { return max(0, starts.count - 1) }
    return max(0, (starts.firstIndex { $0 > offset } ?? starts.count) - 1)
  }
}
