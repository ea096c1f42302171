import Site

/// The published files that stay although the plan does not have them: pages of files that are left out, and what lies
/// beside these pages.
struct StandingFiles {
  /// Folders of such pages, with their slashes.
  private let folders: [String]
  /// Such pages that lie in the root.
  private let pages: Set<String>
  /// Whether nobody knows which pages came from which files, so that all stay.
  private let keepsAll: Bool

  /// - Parameters:
  ///   - leftOut: The files that are left out.
  ///   - known: What the store knows of the published files.
  init(of leftOut: LeftOut, known: [String: Store.Output]) {
    keepsAll = !leftOut.isEmpty && known.isEmpty
    let paths = leftOut.paths
    let pages = paths.isEmpty ? [] : known.filter { $1.isPage(ofOneOf: paths) }.map(\.key)
    self.pages = Set(pages)
    folders = pages.compactMap { $0.hasSuffix("/index.html") ? String($0.dropLast("index.html".count)) : nil }
  }

  /// Whether there are none.
  var isEmpty: Bool { !keepsAll && pages.isEmpty }

  /// Whether a file stays.
  func contain(_ file: String) -> Bool {
    keepsAll || pages.contains(file) || folders.contains { file.utf8.starts(with: $0.utf8) }
  }
}

extension Store.Output {
  /// Whether it shows the text of one source, and is no list of several.
  fileprivate func isPage(ofOneOf paths: Set<String>) -> Bool {
    guard texts.count == 1, paths.contains(texts[0]) else { return false }
    if subject.isEmpty { return true }
    if case .issue? = TextPage(name: subject) { return true }
    return false
  }
}
