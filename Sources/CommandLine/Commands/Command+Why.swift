import Coding
import Publishing
import Text

extension Command {
  private static let format = Option.format("text", "json")

  static let why = Command(
    name: "why", otherNames: ["explain"],
    summary: "Say what a page was made from, and what made it render last.",
    operands: "ADDRESS", operandCount: 1...1,
    options: [.site, .output, .drafts, .future, format],
    discussion: """
      The address is one as a browser shows it, with or without the host, or a path in the published folder. What is
      printed is everything that the page depends on: when none of it changes, the page is not made again.
      """
  ) { invocation, terminal in
    let address = invocation.operands[0]
    let options = BuildOptions(
      site: folder(invocation[.site]), output: invocation[.output].map { folder($0) },
      exceptions: exceptions(invocation), now: try Clock.now)
    switch try PageStory.of(address, options) {
    case .found(let story):
      terminal.print(invocation[format] == "json" ? story.json.bytes + [0x0A] : Bytes(story.text.utf8))
      return .done
    case .unknown(let near):
      terminal.note("the site has no page \(address)\(near.map { "; did you mean \($0)?" } ?? "")".printable + "\n")
    case .unreadable:
      terminal.note("the site's settings or theme can't be read; `bulletin build` says why\n")
    }
    return .contentHasErrors
  }
}

extension PageStory {
  fileprivate var text: String {
    let lines = [
      ("page", [path]), ("from", [origin]), ("templates", templates), ("texts", texts),
      ("included", included), ("values", values),
      ("made last because of", [reason ?? "nothing: no build has made it yet"]),
    ]
    return lines.filter { !$0.1.isEmpty }.map { "\($0): \($1.joined(separator: ", "))".printable + "\n" }.joined()
  }

  fileprivate var json: JSON {
    .object([
      ("path", .string(path)), ("from", .string(origin)), ("templates", .strings(templates)),
      ("texts", .strings(texts)), ("included", .strings(included)), ("values", .strings(values)),
      ("because", .optional(reason)),
    ])
  }
}
