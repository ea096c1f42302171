import System

/// Files in a published folder that no build wrote.
enum Strangers {
  /// The files that are strangers, in order.
  ///
  /// - Parameters:
  ///   - current: The files of the site.
  ///   - output: The published folder.
  ///   - folders: The folders in which the site's files lie, and those above, relative to it.
  ///   - unchanged: Those that hold what they held when they had no strangers, or that are new.
  static func beside(
    _ current: Set<String>, in output: String, folders: [String], unchanged: Set<String>
  ) -> [String] {
    var open = folders.filter { !unchanged.contains($0) }.sorted()
    if open.isEmpty { return [] }
    var found: [String] = []
    let known = Set(folders)
    while let folder = open.popLast() {
      let prefix = folder.isEmpty ? "" : folder + "/"
      for (name, _, kind) in (try? FileAccess.names(in: output + "/" + prefix)) ?? []
      where name.utf8.first != UInt8(ascii: ".") {
        let path = prefix + name
        // A link is a stranger, whatever it leads to.
        if kind ?? FileAccess.kindWithoutFollowing(output + "/" + path) == .folder {
          if !known.contains(path) { open.append(path) }
        } else if !current.contains(path) {
          found.append(path)
        }
      }
    }
    return found.sorted()
  }
}
