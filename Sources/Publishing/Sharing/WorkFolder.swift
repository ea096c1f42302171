import Glibc
import Synchronization
import System
import Text

/// A folder in which other programs work on files whose names mean nothing to them. Whoever dies leaves it behind, and a
/// later build removes it: a lock tells that somebody still works in it. A class, because its end removes the folder.
final class WorkFolder: Sendable {
  /// The whole path.
  let path: String
  private let lock: FileLock

  /// What is done in a folder.
  enum Purpose: String, CaseIterable {
    case scaling, drawing, printing
  }

  /// A new folder.
  init(for purpose: Purpose, in site: String) throws(EnvironmentError) {
    path = try WorkFolder.made(site + "/.bulletin", purpose)
    lock = try FileLock(path + WorkFolder.lockName) {}
  }

  /// A name that is taken is never used, whatever it is the name of.
  private static func made(_ parent: String, _ purpose: Purpose) throws(EnvironmentError) -> String {
    try FileAccess.makeFolder(parent)
    while true {
      let path = FileAccess.wholePath(parent) + "/\(purpose.rawValue)-\(nextNumber)"
      if unsafe mkdir(path, 0o755) == 0 { return path }
      guard errno == EEXIST else { throw EnvironmentError("the folder can't be made", path) }
    }
  }

  deinit { FileAccess.removeTree(path) }

  /// Removes the folders of builds that were killed.
  static func removeLeftovers(in site: String) {
    let parent = site + "/.bulletin"
    for entry in (try? FileAccess.names(in: parent)) ?? [] where entry.kind == .folder && isOwn(entry.name) {
      let folder = parent + "/" + entry.name
      if !FileLock.isTaken(folder + lockName) { FileAccess.removeTree(folder) }
    }
  }

  private static func isOwn(_ name: String) -> Bool {
    Purpose.allCases.contains { purpose in
      let start = (purpose.rawValue + "-").utf8
      return name.utf8.starts(with: start)
        && name.utf8.dropFirst(start.count).allSatisfy { $0.isASCIIDigit || $0 == UInt8(ascii: "-") }
    }
  }

  /// Hidden, so that no file of a site has the name.
  private static let lockName = "/.lock"

  /// The path of a file that is not there yet.
  func newPath(ending: String) -> String { "\(path)/\(WorkFolder.nextNumber)\(ending)" }

  /// A number that nobody else has, in this process or another one that runs.
  static var nextNumber: String { "\(getpid())-\(count.wrappingAdd(1, ordering: .relaxed).newValue)" }

  private static let count = Atomic<Int>(0)
}
