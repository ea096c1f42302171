import Diagnostics
import Publishing
import Text

/// Tells on the terminal what is wrong with a site while it is previewed: each mistake once, and when all are mended.
struct MistakeTeller {
  private let terminal: Terminal
  private var known: [Diagnostic] = []

  init(on terminal: Terminal) { self.terminal = terminal }

  /// More at once are only counted.
  private static let most = 10

  /// Says what is new among the mistakes of a site.
  mutating func tell(_ diagnostics: [Diagnostic]) {
    let errors = diagnostics.filter { $0.severity == .error }
    let new = errors.filter { !known.contains($0) }
    var out = Bytes()
    for error in new.prefix(MistakeTeller.most) {
      error.print(to: &out, isColored: terminal.colorsMessages)
      out.append(0x0A)
    }
    if new.count > MistakeTeller.most { out += Bytes("… and \(new.count - MistakeTeller.most) more\n".utf8) }
    if errors.isEmpty, !known.isEmpty { out += Bytes("all mistakes are mended\n".utf8) }
    known = errors
    if !out.isEmpty { terminal.note(out) }
  }
}
