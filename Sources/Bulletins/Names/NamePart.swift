import Text

/// A part of a list of names: one name with all that is printed before and behind it.
struct NamePart: Equatable {
  var text: String
  /// What stands before it.
  var joint: Contributor.Joint?
  /// What opens it and is no part of the name.
  var label: NameLabel?
  /// Whether a line begins with it.
  var beginsLine = false
  /// Whether a comma stands before it, and nothing stronger.
  var isBehindComma = false
  /// Whether the bracket behind it was none in print, but stood behind a comma as a name does.
  var affiliationMayBeAuthor = false
  /// The iD of a researcher that stands behind the name.
  var orcid: ORCID?

  /// The iD that a text is, in any form; `nil` for any other text.
  static func orcid(_ text: String) -> ORCID? {
    // Nothing that is shorter, or has no digit at its end, has so many digits.
    guard text.utf8.count > 15, let last = text.utf8.last, last.isASCIIDigit || "Xx/".utf8.contains(last) else {
      return nil
    }
    return ORCID(text)
  }
}
