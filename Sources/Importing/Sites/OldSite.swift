import Bulletins
import System
import Text

/// The folder that is imported: only read.
struct OldSite {
  let folder: String

  /// Whether there is a file or a folder.
  func has(_ path: String) -> Bool { FileAccess.kind(folder + "/" + path) != .nothing }

  /// Whether there is a folder.
  func hasFolder(_ path: String) -> Bool { FileAccess.kind(folder + "/" + path) == .folder }

  func bytes(_ path: String) throws(EnvironmentError) -> Bytes { try FileAccess.read(folder + "/" + path) }

  /// The first of some files that is there.
  func first(of paths: [String]) -> String? { paths.first { FileAccess.kind(folder + "/" + $0) == .file } }

  /// The settings in a file; `nil` where it is not there, or can't be read.
  func settings(_ path: String) -> ConfigValue? { (try? bytes(path)).flatMap { ConfigValue(path, $0) } }

  /// All files below a folder in order; hidden ones, links and what tools put there are left out.
  func files(in start: String) -> [String] {
    var found: [String] = []
    var open = [start]
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
