import Glibc
import Synchronization
import System

/// A folder in which pictures are made, with a name for each of them that means nothing to any program. A class, because
/// its end removes the folder.
final class ScalingFolder: Sendable {
  private let path: String

  init(in site: String) throws(EnvironmentError) {
    path = FileAccess.wholePath(site + "/.bulletin/scaling-\(ScalingFolder.nextNumber)")
    FileAccess.removeTree(path)
    try FileAccess.makeFolder(path)
  }

  deinit { FileAccess.removeTree(path) }

  /// The path of a file that is not there yet.
  func path(ending: String) -> String { "\(path)/\(ScalingFolder.nextNumber)\(ending)" }

  /// A link to a file.
  func link(to file: String, ending: String) throws(EnvironmentError) -> String {
    let link = self.path(ending: ending)
    guard unsafe symlink(FileAccess.wholePath(file), link) == 0 else {
      throw EnvironmentError("the link can't be made", link)
    }
    return link
  }

  /// A number that nobody else has, in this process or another one that runs.
  static var nextNumber: String { "\(getpid())-\(count.wrappingAdd(1, ordering: .relaxed).newValue)" }

  private static let count = Atomic<Int>(0)
}
