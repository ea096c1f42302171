import Coding
import Diagnostics
import Site
import System
import Templating
import Text

/// Draws cards, or takes them from where they were kept.
struct CardMaking: Sendable {
  /// Draws what is not kept.
  let painter: CardPainter
  private let templates: Templates
  /// Where cards are kept; `nil` for whoever wants them drawn.
  private let kept: String?
  private let folder: ScalingFolder

  init(site: String, _ templates: Templates, _ painter: CardPainter, isKept: Bool) throws(EnvironmentError) {
    self.painter = painter
    self.templates = templates
    kept = isKept ? site + "/.bulletin/cards" : nil
    folder = try ScalingFolder(in: site)
  }

  /// What came of drawing a card.
  enum Outcome: Sendable {
    case drawn(Bytes)
    /// What is wrong with its template.
    case failed(Diagnostic)
  }

  /// The picture of a card.
  func card(_ page: Page) throws(EnvironmentError) -> Outcome {
    let drawing: OutputFile
    do throws(Failure) {
      // A card shows no text of an issue.
      drawing = try page.rendered(page.contents(from: TextSource { _ in [] }), with: templates)
    } catch {
      return .failed(page.diagnostic(of: error))
    }
    let key = Fingerprint(of: drawing.bytes + painter.identity.bytes).bytes
    let place = kept.map { "\($0)/\(CardMaking.name(of: page))" }
    if let known = place.flatMap(KeptFile.read), known.starts(with: key) { return .drawn(Bytes(known[key.count...])) }
    let source = folder.path(ending: ".svg")
    try FileAccess.write(drawing.bytes, to: source)
    try painter.paint(source, to: source + ".png")
    let picture = try FileAccess.read(source + ".png")
    if let place { KeptFile.write(key + picture, to: place, aside: ScalingFolder.nextNumber) }
    return .drawn(picture)
  }

  /// Removes the cards of pages that are no more.
  func prune(keeping cards: [Page]) {
    guard let kept else { return }
    let names = Set(cards.map(CardMaking.name))
    for entry in (try? FileAccess.names(in: kept)) ?? [] where entry.kind == .file && !names.contains(entry.name) {
      try? FileAccess.removeIfThere(kept + "/" + entry.name)
    }
  }

  /// Each address has one card, so that those of before go by themselves.
  private static func name(of page: Page) -> String { Fingerprint(of: Bytes(page.path.file.utf8)).description }
}
