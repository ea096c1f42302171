import Text

/// The addresses, relative to the page, of the files beside a text. Two files never get one address: of pictures with one
/// name, the one that lies nearer to the source has its path as address, whatever comes first in the text.
struct AttachmentNames {
  private var owners: [String: (path: String, climb: Int)] = [:]

  /// Learns of a file.
  ///
  /// - Parameters:
  ///   - path: The path as the link has it.
  ///   - file: The path of the file from the site's folder.
  mutating func add(_ path: String, of file: String) {
    let (climb, plain) = AttachmentNames.taken(apart: path)
    guard let owner = owners[plain] else {
      owners[plain] = (file, climb)
      return
    }
    if (climb, file) < (owner.climb, owner.path) { owners[plain] = (file, climb) }
  }

  /// The address of a file, after all were added.
  func address(_ path: String, of file: String) -> String {
    var (climb, plain) = AttachmentNames.taken(apart: path)
    if owners[plain].map({ $0.path == file }) ?? true { return plain }
    // Folders above have no names here.
    repeat {
      plain = "up/" + plain
      climb -= 1
    } while climb > 0 || owners[plain].map { $0.path != file } ?? false
    return plain
  }

  /// How many folders a path climbs, and what is left of it.
  private static func taken(apart path: String) -> (climb: Int, plain: String) {
    let parts = path.pathParts.filter { $0 != "." }
    return (parts.count { $0 == ".." }, parts.filter { $0 != ".." }.joined(separator: "/"))
  }
}
