import Diagnostics
import Text

/// Footnotes without marks, marks without footnotes, and footnotes of one name.
enum DanglingNote {
  /// Whether a text may have notes: most have none.
  static func mayBe(in markdown: Bytes) -> Bool {
    var at = 0
    while let open = markdown.firstOffset(of: UInt8(ascii: "["), from: at) {
      at = open + 1
      if at < markdown.count, markdown[at] == UInt8(ascii: "^") { return true }
    }
    return false
  }

  static func find(in text: VisibleText) -> [Diagnostic] {
    var notes: [(name: String, place: Range<Int>)] = []
    var marks: Set<String> = []
    for (name, place, isNote) in all(in: text) {
      if isNote { notes.append((name, place)) } else { marks.insert(name) }
    }
    let known = Set(notes.map(\.name))
    var printed = printedMarks(text, known)
    let marked = Set(printed.lazy.filter { !$0.isFirst }.map(\.name))
    let meant = printed.filter { $0.isFirst && $0.hasWords && marked.contains($0.name) }
    let found = Set(meant.map(\.name))
    printed.removeAll { found.contains($0.name) }
    return meant.map { withoutColon($0, in: text) } + pairs(text, printed, notes, marks)
  }

  /// A mark that is printed as it is, and where.
  private struct PrintedMark {
    let name: String
    let place: Range<Int>
    /// Whether its line begins with it.
    let isFirst: Bool
    /// Whether words stand behind it on its line.
    let hasWords: Bool
  }

  private static func printedMarks(_ text: VisibleText, _ known: Set<String>) -> [PrintedMark] {
    var found: [PrintedMark] = []
    var places = SignPlaces(text, from: "[^") { source, open in
      name(in: source, from: open + 2).map { Bytes("[^\($0)]".utf8) }
    }
    for piece in text.pieces {
      var at = 0
      while let open = piece.text.firstOffset(of: Bytes("[^".utf8), from: at) {
        at = open + 2
        guard let name = name(in: piece.text, from: at), !known.contains(name.lowercased()),
          let place = places.place(of: Bytes("[^\(name)]".utf8), in: piece, at: open)
            ?? elsewhere(Bytes("[^\(name)]".utf8), than: piece, in: text.source)
        else { continue }
        let bytes = text.source.bytes
        let behind = place.upperBound < bytes.count ? bytes[place.upperBound] : 0x0A
        found.append(
          PrintedMark(
            name: name, place: place, isFirst: isFirst(place.lowerBound, in: bytes),
            hasWords: behind == 0x20 || behind == 0x09))
      }
    }
    return found
  }

  /// Where a mark stands that its line does not have in any form: the tree does not know the lines of everything.
  private static func elsewhere(_ mark: Bytes, than piece: VisibleText.Piece, in source: SourceFile) -> Range<Int>? {
    let line = source.range(ofLine: piece.line)
    var at = line.lowerBound
    while let found = source.bytes.firstOffset(of: mark, from: at), found >= line.upperBound {
      if source.bytes[found - 1] != UInt8(ascii: "\\") { return found..<found + mark.count }
      at = found + 1
    }
    return nil
  }

  /// What was to be a footnote.
  private static func withoutColon(_ mark: PrintedMark, in text: VisibleText) -> Diagnostic {
    let end = mark.place.upperBound
    let bytes = text.source.bytes
    let colon = bytes[end...].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? end
    let hasBlank = colon < bytes.count && bytes[colon] == UInt8(ascii: ":")
    return Diagnostic(
      .danglingNote,
      hasBlank
        ? "with a blank before its colon, this is no footnote" : "without a colon behind it, this is no footnote",
      at: text.source.location(mark.place), help: "write `[^\(mark.name)]:`",
      mend: hasBlank
        ? text.source.mend("take the blank away", end..<colon, "")
        : text.source.mend("put a colon behind it", end..<end, ":"))
  }

  /// Marks without notes, and notes without marks; where there is one of each, they belong together.
  private static func pairs(
    _ text: VisibleText, _ printed: [PrintedMark], _ notes: [(name: String, place: Range<Int>)], _ marks: Set<String>
  ) -> [Diagnostic] {
    let unused = notes.filter { !marks.contains($0.name) }
    let isPair = printed.count == 1 && unused.count == 1 && Set(notes.map(\.name)).count == notes.count
    let withoutNote = printed.map { mark in
      Diagnostic(
        .danglingNote, "there is no footnote “\(mark.name)”", at: text.source.location(mark.place),
        notes: isPair ? [.init("nothing refers to this one", at: text.source.location(unused[0].place))] : [],
        help: isPair
          ? "write `[^\(unused[0].name)]`, or give the footnote this name"
          : "write it on a line of its own: `[^\(mark.name)]: …`")
    }
    return withoutNote + withoutMark(text, notes, marks)
  }

  private static func withoutMark(
    _ text: VisibleText, _ notes: [(name: String, place: Range<Int>)], _ marks: Set<String>
  ) -> [Diagnostic] {
    var seen: Set<String> = []
    return notes.compactMap { note in
      let place = text.source.location(note.place)
      if !seen.insert(note.name).inserted {
        return Diagnostic(
          .danglingNote, "there is another footnote of this name, and this one is lost", at: place,
          help: "give it a name of its own")
      }
      if marks.contains(note.name) { return nil }
      return Diagnostic(
        .danglingNote, "nothing refers to this footnote, and it is lost", at: place,
        help: "write `[^\(note.name)]` where it belongs, or remove it")
    }
  }

  /// Everything that is written as a note or a mark, in order; names in small letters.
  private static func all(in text: VisibleText) -> [(name: String, place: Range<Int>, isNote: Bool)] {
    let bytes = text.source.bytes
    var found: [(String, Range<Int>, Bool)] = []
    // Titles and abstracts have marks, too.
    let start = text.source.range(ofLine: text.firstLine).lowerBound
    var at = 0
    while let open = bytes.firstOffset(of: Bytes("[^".utf8), from: at) {
      at = open + 2
      guard let name = name(in: bytes, from: at) else { continue }
      let end = at + name.utf8.count + 1
      let isNote = bytes.has(":".utf8, at: end) && isFirst(open, in: bytes)
      if isNote, open < start { continue }
      if isNote, text.isCode(text.source.location(open..<open).line) { continue }
      found.append((name.lowercased(), open..<end, isNote))
    }
    return found
  }

  /// Whether nothing but quotation and indentation stands before a place in its line.
  private static func isFirst(_ place: Int, in bytes: Bytes) -> Bool {
    var at = place
    while at > 0, bytes[at - 1] == 0x20 || bytes[at - 1] == UInt8(ascii: ">") { at -= 1 }
    return at == 0 || bytes[at - 1] == 0x0A
  }

  /// The name of a note up to its bracket; `nil` for what is none, such as the signs `[^a-z ]` of a pattern.
  private static func name(in text: Bytes, from start: Int) -> String? {
    guard start < text.count, let end = text[start...].prefix(100).firstIndex(of: UInt8(ascii: "]")), end > start else {
      return nil
    }
    let name = text[start..<end]
    guard
      name.allSatisfy({ $0 > 0x20 && $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: "^") && $0 != UInt8(ascii: "`") })
    else { return nil }
    return Array(name).string
  }
}

extension DiagnosticKind {
  static let danglingNote = DiagnosticKind(
    "dangling-note", .warning,
    "A mark such as `[^1]` has no footnote and is printed as it is, or a footnote has no mark or the name of another one, and is lost."
  )
}
