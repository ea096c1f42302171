import Text

/// A dash with blanks around it, which parts what stands on a line: ` – `, ` — `, or a hyphen in the place of one.
enum SpacedDash {
  static let all = [" – ", " — ", " - "]

  private static let bytes = all.map { Bytes($0.utf8) }

  /// What stands before the first dash of each length, and behind it.
  static func halves(of text: String) -> [(before: String, behind: String)] {
    // On bytes: most texts that are asked have none.
    let span = text.utf8.span
    return bytes.compactMap { dash in
      span.firstOffset(of: dash.span, from: 0).map { start in
        (Array(text.utf8.prefix(start)).string, Array(text.utf8.dropFirst(start + dash.count)).string)
      }
    }
  }
}
