import Bulletins
import System
import Text

/// The folder that is imported: only read, and nothing that links or settings name outside of it.
struct OldSite {
  let folder: String

  private func kind(_ path: String) -> FileAccess.Kind {
    let whole = "\(folder)/\(path)"
    return FileAccess.leads(whole, into: folder) ? FileAccess.kind(whole) : .nothing
  }

  /// Whether there is a file or a folder.
  func has(_ path: String) -> Bool { kind(path) != .nothing }

  /// Whether there is a folder.
  func hasFolder(_ path: String) -> Bool { kind(path) == .folder }

  func bytes(_ path: String) throws(EnvironmentError) -> Bytes {
    try ReadableFile("\(folder)/\(path)", within: FileAccess.wholePath(folder)).contents()
  }

  /// The first of some files that is there.
  func first(of paths: [String]) -> String? { paths.first { kind($0) == .file } }

  /// The settings in a file; `nil` where it is not there, or can't be read.
  func settings(_ path: String) -> ConfigValue? { (try? bytes(path)).flatMap { ConfigValue(path, $0) } }

  /// All files below a folder in order; hidden ones, links and what tools put there are left out.
  func files(in start: String) -> [String] {
    var found: [String] = []
    var open = start.isEmpty || hasFolder(start) ? [start] : []
    while let at = open.popLast() {
      for (name, isUTF8, _) in (try? FileAccess.names(in: at.isEmpty ? folder : folder + "/" + at)) ?? []
      where isUTF8 && !name.hasPrefix(".") && !OldSite.ofTools.contains(name) {
        let path = at.isEmpty ? name : at + "/" + name
        switch FileAccess.kindWithoutFollowing(folder + "/" + path) {
        case .folder: open.append(path)
        case .file: found.append(path)
        case .nothing, .other: break
        }
      }
    }
    return found.sorted()
  }

  private static let ofTools: Set<String> = ["node_modules", "vendor", "_site", "__pycache__", "resources"]
}

extension String {
  /// Whether a path is that of a text in Markdown.
  var isMarkdown: Bool { TextForm.isMarkdown(self) }

  /// The part behind the last slash.
  var lastPart: String { pathParts.last.map { String($0) } ?? self }
}
