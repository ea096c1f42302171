import Foundation
import System

/// A folder of its own for what other programs write.
struct Scratch {
  let path: String

  init() {
    path = FileManager.default.temporaryDirectory.path + "/bulletin-import-\(UUID().uuidString)"
    try? FileAccess.makeFolder(path)
  }

  /// Takes it away again.
  func remove() { FileAccess.removeTree(path) }
}
