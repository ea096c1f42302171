import Coding
import Site
import System
import Text

/// A page to be printed.
struct PrintJob: Sendable {
  let page: Page
  let print: PrintedIssue
  /// The digest of everything that the print is made of.
  let dependencies: Bytes
}

/// What a print is made of, beside its page.
struct PrintMaterial: Sendable {
  let site: String
  let paper: PaperSize
  /// The browser, and the theme's assets.
  let printer: Printer
  let assets: Fingerprint

  /// The digest of everything that the print of a page is made of.
  ///
  /// - Parameter page: The digest of the page.
  func dependencies(of print: PrintedIssue, on page: Fingerprint) -> Bytes {
    var writer = BinaryWriter()
    writer.put(page)
    writer.put(printer.identity)
    writer.put(paper.rawValue)
    writer.put(assets)
    // A picture may be another one under the same name.
    for file in print.shown { writer.put(FileStamp(site + "/" + file)?.ofContents.bytes ?? []) }
    return writer.fingerprint.bytes
  }
}
