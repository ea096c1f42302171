import System

/// Files in the published folder that no build wrote, in the places of files that this one makes.
struct ForeignFiles {
  private let folder: String
  private let earlier: Set<String>

  /// - Parameters:
  ///   - folder: The published folder.
  ///   - earlier: The files in it that earlier builds wrote.
  init(in folder: String, earlier: Set<String>) {
    self.folder = folder
    self.earlier = earlier
  }

  /// Refuses to write over what somebody else wrote.
  ///
  /// Where the list of written files is lost, a folder of which most pages are, byte for byte, what this build makes is
  /// one that the site was published in. What many sites have alike, such as the theme's assets, says nothing.
  func check(_ files: some Collection<PublishedFolder.Staged>) throws(EnvironmentError) {
    let foreign = files.filter { $0.isWaiting && !earlier.contains($0.path) && isOccupied($0.path) }
    guard let first = foreign.first else { return }
    if earlier.isEmpty {
      let same = files.count { !$0.isWaiting && isOfOneSite($0.path) }
      if same > 0, same >= foreign.count(where: { isOfOneSite($0.path) }) { return }
    }
    let more = foreign.count == 1 ? "" : " and \(foreign.count - 1) more file\(foreign.count == 2 ? "" : "s")"
    throw EnvironmentError(
      "the site was not published", folder,
      because: "no build of it wrote \(first.path)\(more); if they may be written over, build with --force")
  }

  /// Whether a file is hardly the same in two sites.
  private func isOfOneSite(_ path: String) -> Bool { path.hasSuffix(".html") || path.hasSuffix(".xml") }

  /// Whether something else than a folder is there: where that is to become a file, whoever makes the file looks
  /// whether the folder is empty by then.
  private func isOccupied(_ path: String) -> Bool {
    let kind = FileAccess.kindWithoutFollowing(folder + "/" + path)
    return kind != .nothing && kind != .folder
  }
}
