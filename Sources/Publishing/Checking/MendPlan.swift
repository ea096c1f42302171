import Diagnostics
import System
import Text

/// Mends of findings in the files of a site: what would change, for somebody to agree to.
public struct MendPlan: Sendable {
  /// The folder of the site.
  private let site: String
  /// The files that would change, in the order of their paths.
  public private(set) var texts: [MendedText] = []

  /// Plans what can be mended of findings, as their files are now.
  ///
  /// - Parameter onlySafe: Whether guesses are left out.
  public init(_ findings: [Diagnostic], in site: String, onlySafe: Bool = true) {
    self.site = site
    let mendable = findings.filter { $0.mend.map { $0.isSafe || !onlySafe } ?? false }
    for (path, findings) in Dictionary(grouping: mendable, by: \.path).sorted(by: { $0.key < $1.key }) {
      guard isOfContent(path), let bytes = try? FileAccess.read(site + "/" + path) else { continue }
      let text = MendedText(SourceFile(path: path, bytes: bytes), mending: findings)
      if !text.edits.isEmpty { texts.append(text) }
    }
  }

  /// Whether nothing would change.
  public var isEmpty: Bool { texts.isEmpty }

  /// All findings that are mended.
  public var mended: [Diagnostic] { texts.flatMap(\.mended) }

  /// What would change, as a unified diff.
  public var diff: Bytes { texts.flatMap(\.diff) }

  /// Writes one of the files.
  public func write(_ text: MendedText) throws(EnvironmentError) {
    try FileAccess.replace(site + "/" + text.source.path, expecting: text.source.bytes, with: text.bytes)
  }

  /// Whether a path leads to a file of the content, also where links stand in it: nothing else is ever written.
  private func isOfContent(_ path: String) -> Bool {
    guard let real = FileAccess.realPath(site + "/" + path), let content = FileAccess.realPath(site + "/Content") else {
      return false
    }
    return FileAccess.isInside(real, content) && FileAccess.kind(real) == .file
  }
}
