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
  private let kept: KeptFolder?
  private let folder: WorkFolder

  init(site: String, _ templates: Templates, _ painter: CardPainter, isKept: Bool) throws(EnvironmentError) {
    self.painter = painter
    self.templates = templates
    kept = isKept ? .cards(of: site) : nil
    folder = try WorkFolder(for: .drawing, in: site)
  }

  /// What came of drawing a card.
  enum Outcome: Sendable {
    /// The picture, and whether letters in it are set in the fonts of the machine.
    case drawn(Bytes, setsText: Bool)
    /// What is wrong with its template.
    case failed(Diagnostic)
  }

  /// The picture of a card.
  func card(_ page: Page) throws(EnvironmentError) -> Outcome {
    let drawing: Bytes
    do throws(Failure) {
      // A card shows no text of an issue.
      drawing = try page.rendered(page.contents(from: TextSource { _ in [] }), with: templates).bytes
    } catch {
      return .failed(page.diagnostic(of: error))
    }
    let setsText = CardPainter.setsText(drawing)
    let key = Fingerprint(of: drawing + painter.identity(settingText: setsText).bytes).bytes
    let name = CardMaking.name(of: page)
    if let known = kept?.read(name), known.starts(with: key) {
      return .drawn(Bytes(known[key.count...]), setsText: setsText)
    }
    switch try painter.picture(of: drawing, page.path.file, in: folder) {
    case .refused(let words): return .failed(.undrawableCard(page, words))
    case .made(let picture):
      kept?.write(key + picture, as: name)
      return .drawn(picture, setsText: setsText)
    }
  }

  /// Removes the cards of pages that are no more.
  func prune(keeping cards: [Page]) {
    let names = Set(cards.map(CardMaking.name))
    kept?.prune { names.contains($0) }
  }

  /// Each address has one card, so that those of before go by themselves.
  private static func name(of page: Page) -> String { Fingerprint(of: Bytes(page.path.file.utf8)).description }
}

extension Diagnostic {
  fileprivate static func undrawableCard(_ page: Page, _ words: String) -> Diagnostic {
    Diagnostic(
      .undrawableCard, "what this template makes can't be drawn: librsvg says “\(words)”",
      in: Theme.folder + page.template, notes: [.init("while /\(page.path.file) was made from \(page.origin)")],
      help: "correct the template; lines and columns are those of the drawing that it makes")
  }
}

extension DiagnosticKind {
  static let undrawableCard = DiagnosticKind(
    "undrawable-card", .error,
    "What a site's own `card.svg` makes is no drawing that librsvg can read: a tag is not closed, say, or it has no size."
  )
}
