import Text

/// A tag before words that are set apart: what it says of their kind, and of their title.
struct AlertTag {
  private let kind: String
  private let title: String?

  /// The kind of alert that a tag's name says; empty where its arguments say it, `nil` for another tag.
  static func kind(ofTagNamed name: String) -> String? {
    if containers.contains(name) { return "" }
    let parts = name.split(separator: "-")
    // `alert-warning`, `callout-tip`.
    if parts.count == 2, containers.contains(String(parts[0])) { return kinds[String(parts[1])] }
    return kinds[name]
  }

  /// - Parameter named: The kind that its name says, or nothing.
  init(_ tag: EngineTag, _ named: String) {
    let words = tag.arguments.filter { $0.name == nil }.map(\.value).filter { !AlertTag.flags.contains($0) }
    let said = tag["type", "kind", "color", "style", "level", "status", "class", "context"]
    let first = words.first.flatMap { AlertTag.kinds[$0.lowercased()] }
    let own = said.flatMap { AlertTag.kinds[$0.lowercased()] } ?? first
    kind = own ?? (named.isEmpty ? "NOTE" : named)
    let rest = first == nil ? words[...] : words.dropFirst()
    // Of a container, the first word may be the name of a picture.
    let isTitled = !named.isEmpty || first != nil
    let title = tag["title", "heading", "header", "summary"] ?? (isTitled ? rest.joined(separator: " ") : "")
    self.title = title.isEmpty ? nil : title
  }

  /// The HTML before and behind the words.
  var html: (open: String, close: String) {
    let (open, close) = Alert.html(kind, title: title)
    return (open.string, close.string.trimmed)
  }

  /// Whether a piece of HTML begins an alert.
  static func isOpening(_ html: String) -> Bool { html.utf8.starts(with: "<div class=\"alert ".utf8) }

  /// Tags that only their arguments tell apart.
  private static let containers: Set<String> = ["alert", "admonition", "callout", "notice", "pageinfo"]

  /// What engines and themes call the kinds of alerts.
  private static let kinds = [
    "note": "NOTE", "info": "NOTE", "primary": "NOTE", "tip": "TIP", "hint": "TIP", "success": "TIP",
    "important": "IMPORTANT", "warning": "WARNING", "caution": "CAUTION", "danger": "CAUTION", "error": "CAUTION",
  ]

  private static let flags: Set<String> = ["no-icon", "noicon", "default", "true", "false"]
}
