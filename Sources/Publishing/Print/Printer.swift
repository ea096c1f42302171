import Coding
import Glibc
import Site
import System
import Text

/// The browser that prints pages: Chromium, which knows the print of the theme's style sheet as no other program does.
struct Printer: Sendable {
  private let program: String
  /// Tells this browser's prints from those of another version.
  let identity: Bytes

  private static let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]

  /// The browser that is installed.
  static func installed() throws(EnvironmentError) -> Printer {
    for name in names {
      if let version = ExternalProgram.version(of: name) {
        return Printer(program: name, identity: Fingerprint(of: version).bytes)
      }
    }
    throw EnvironmentError(
      "PDFs can't be made", "chromium",
      because: "it is not installed; `apt install chromium` does that, and without `pdfs:` and `--pdf` it is not needed"
    )
  }

  /// Prints a file as a PDF.
  ///
  /// - Parameter profile: A folder for what the browser remembers, of which no other one makes use.
  func print(_ page: String, to pdf: String, profile: String) throws(EnvironmentError) {
    var arguments = [
      "--headless", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-extensions",
      "--disable-background-networking", "--user-data-dir=\(profile)",
      // Nothing is fetched: what a page shows lies beside it.
      "--host-resolver-rules=MAP * ~NOTFOUND", "--allow-file-access-from-files", "--timeout=20000",
      "--no-pdf-header-footer", "--generate-pdf-document-outline", "--export-tagged-pdf", "--print-to-pdf=\(pdf)",
      "file://" + PercentEncoding.encoded(path: page),
    ]
    // The browser refuses to shut itself in when the system's owner runs it, as in containers.
    if geteuid() == 0 { arguments.insert("--no-sandbox", at: 0) }
    let status = try ExternalProgram.result(of: program, arguments, on: page, messages: .dropped).status
    guard status == 0, FileAccess.kind(pdf) == .file else {
      throw EnvironmentError("the page can't be printed", program, because: "it ended with status \(status)")
    }
  }
}
