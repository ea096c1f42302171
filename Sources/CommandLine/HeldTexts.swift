import Coding
import Bulletins
import Publishing
import Text

extension BuildReport {
  /// What is held back, in a few lines; nothing where everything is out.
  var heldBack: String {
    if held.isEmpty { return due }
    let counts = Dictionary(grouping: held, by: \.reason.name).mapValues(\.count)
    let kinds = counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
    let scheduled = held.filter { $0.start != nil }.sorted {
      ($0.start ?? .first, $0.path) < ($1.start ?? .first, $1.path)
    }
    let lines = scheduled.prefix(5).map { text in
      "  \(text.start?.description ?? "")  " + "\(text.path)\(text.title.map { ": \($0)" } ?? "")".printable + "\n"
    }
    let more = scheduled.count > 5 ? "  and \(scheduled.count - 5) more\n" : ""
    return "held back: \(held.count) text\(held.count == 1 ? "" : "s") (\(kinds))\n" + lines.joined() + more + due
  }

  private var due: String { nextBuild.map { "the next build is due on \($0)\n" } ?? "" }
}

extension HeldText {
  /// The day on which it comes out, for a text that waits for it.
  fileprivate var start: PublicationDate? {
    if case .scheduled(let day) = reason { day } else { nil }
  }

  /// The day on which it was taken down.
  fileprivate var end: PublicationDate? {
    if case .expired(let day) = reason { day } else { nil }
  }

  /// The text as machines read it.
  var json: JSON {
    return .object([
      ("file", .string(path)), ("title", .optional(title)), ("because", .string(reason.name)),
      ("day", .optional((start ?? end)?.description)),
    ])
  }
}
