import Bulletins
import Coding
import Diagnostics

/// A file of Content that has errors, and was left out so that everything else could be published.
public struct LeftOutFile: Sendable, Equatable {
  /// The path, relative to the site.
  public let path: String
  /// Whether its page, as it last was right, is still published.
  public let keepsPage: Bool
  /// How many images are left out of it that are not there, where that is all that is wrong with it.
  public var lostImages = 0
}

/// The files of Content that are left out of an edition because something is wrong with them.
struct LeftOut: Sendable {
  /// The issues as they last were right, without their texts; `nil` for a file of which nothing is known.
  private(set) var files: [String: Issue?] = [:]
  /// What was wrong with them.
  private(set) var findings: [Diagnostic] = []

  /// The images that are not there, by the texts that show them and that nothing else is wrong with.
  private(set) var images: [String: Set<TextLink.Target>] = [:]

  var isEmpty: Bool { files.isEmpty && images.isEmpty }
  /// The paths of all of them.
  var paths: Set<String> { Set(files.keys) }
  /// The issues whose pages stay as they were, and that lists go on to name.
  var remembered: Set<String> { Set(files.lazy.filter { $0.value != nil }.map(\.key)) }

  func contains(_ path: String) -> Bool { files[path] != nil }

  /// The issue of a file as it last was right; `nil` where the file is left out altogether, or not at all.
  func issue(at path: String) -> Issue? { files[path].flatMap { $0 } }

  /// Takes in a file.
  ///
  /// - Parameters:
  ///   - issue: The issue as it last was right.
  ///   - found: What is wrong.
  mutating func add(_ path: String, as issue: Issue?, _ found: [Diagnostic]) {
    files[path] = .some(issue)
    findings += found.filter { !findings.contains($0) }
  }

  /// Leaves images out of a text.
  mutating func add(images targets: Set<TextLink.Target>, of path: String, _ found: [Diagnostic]) {
    images[path, default: []].formUnion(targets)
    findings += found.filter { !findings.contains($0) }
  }

  /// All images that are left out.
  var lostImages: Set<TextLink.Target> { images.values.reduce(into: []) { $0.formUnion($1) } }

  /// Leaves a file out altogether, whatever is known of it.
  mutating func forget(_ path: String) { files[path] = .some(nil) }
}

extension LeftOut {
  /// Empty texts for the issues that lists go on to name.
  var emptyTexts: [(path: String, slots: [Spool.Slot])] {
    files.compactMap { path, issue in
      issue.map { (path, $0.articles.map { _ in .memory([]) }) }
    }
  }

  /// What stands for a file in the digest of an edition.
  func digest(of path: String) -> Fingerprint { Fingerprint(of: issue(at: path) == nil ? [0] : [1]) }

  /// What a build says of them.
  ///
  /// - Parameters:
  ///   - current: The files that are published.
  ///   - known: What the store knows of those of earlier builds.
  func files(stillAt current: Set<String>, known: [String: Store.Output]) -> [LeftOutFile] {
    if isEmpty { return [] }
    let shown = Set(known.lazy.filter { $1.texts.count == 1 && current.contains($0) }.map { $1.texts[0] })
    let without = images.filter { !contains($0.key) }.map {
      LeftOutFile(path: $0.key, keepsPage: false, lostImages: $0.value.count)
    }
    return (files.keys.map { LeftOutFile(path: $0, keepsPage: shown.contains($0)) } + without).sorted {
      $0.path < $1.path
    }
  }
}
