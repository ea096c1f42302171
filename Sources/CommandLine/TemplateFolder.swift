import Diagnostics
import System

/// A folder of templates that somebody named.
enum TemplateFolder {
  /// The files below a folder, by their paths relative to it, in their order; hidden ones are left out, and so is what is
  /// a symbolic link out of it, or to a folder, which might lead round in a circle.
  static func files(in folder: String) throws(EnvironmentError) -> [SourceFile] {
    var files: [SourceFile] = []
    var open = [""]
    while let prefix = open.popLast() {
      for (name, _, known) in try FileAccess.names(in: folder + "/" + prefix) where name.utf8.first != UInt8(ascii: ".")
      {
        let path = folder + "/" + prefix + name
        let isLink = known == nil && FileAccess.isLink(path)
        switch known ?? FileAccess.kind(path) {
        case .folder where !isLink: open.append(prefix + name + "/")
        case .file where !isLink || FileAccess.leads(path, into: folder):
          files.append(SourceFile(path: prefix + name, bytes: try FileAccess.read(path)))
        default: break
        }
      }
    }
    return files.sorted { $0.path < $1.path }
  }
}
