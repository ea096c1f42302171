import Diagnostics
import System

/// A folder of templates that somebody named.
enum TemplateFolder {
  /// The files below a folder, by their paths relative to it, in their order; hidden ones are left out.
  static func files(in folder: String) throws(EnvironmentError) -> [SourceFile] {
    var files: [SourceFile] = []
    var open = [""]
    while let prefix = open.popLast() {
      for (name, _, _) in try FileAccess.names(in: folder + "/" + prefix) where name.utf8.first != UInt8(ascii: ".") {
        switch FileAccess.kind(folder + "/" + prefix + name) {
        case .folder: open.append(prefix + name + "/")
        case .file:
          files.append(SourceFile(path: prefix + name, bytes: try FileAccess.read(folder + "/" + prefix + name)))
        case .other, .nothing: break
        }
      }
    }
    return files.sorted { $0.path < $1.path }
  }
}
