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
}
