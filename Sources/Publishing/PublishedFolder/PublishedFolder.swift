import Glibc
import Site
import System
import Text

/// The folder of the published site: files are staged elsewhere, then given their names all at once. Symbolic links in it
/// are somebody else's, and never followed.
struct PublishedFolder: Sendable {
  /// What became of the files.
  struct Changes: Sendable {
    var written: [String] = []
    /// Those of them that were not there before.
    var added: [String] = []
    var kept = 0
    var removed: [String] = []
    /// Files of earlier builds that are left where they are.
    var left: [String] = []
    /// All files that the site has now; none are told where only changed ones were published.
    var current: Set<String> = []
    /// Folders that got their names whole, so that nobody else can have put anything into them.
    var newFolders: Set<String> = []
  }

  /// The order in which files get their names: what is linked to comes before what links.
  enum Rank: Sendable, CaseIterable {
    case copy, page, index, machine
  }

  /// A file that is finished but has no name yet, or one that already is as it should be.
  struct Staged: Sendable {
    let path: String
    let rank: Rank
    /// Whether it waits for its name; otherwise the published file has the same bytes.
    let isWaiting: Bool
    /// The stamp of the file; nothing where the store knows it.
    var stamp: Bytes = []
  }

  let folder: String
  /// Where files wait.
  let staging: StagingFolder
  private let manifest: Manifest
  /// Whether the folder was made for this build.
  private let isNew: Bool
  /// Whether all files that the store knows were just seen to be as the build before left them.
  private let isAsLeft: Bool

  /// Opens the folder of a site, makes it where it is missing, and clears what an interrupted build left.
  init(_ folder: String, of site: String, isAsLeft: Bool) throws(EnvironmentError) {
    self.folder = folder
    self.isAsLeft = isAsLeft
    manifest = Manifest(site: site, output: folder)
    isNew = FileAccess.kind(folder) == .nothing
    try FileAccess.makeFolder(folder)
    staging = try StagingFolder(for: folder, in: site)
  }

  /// Whether the published file is the one that was written.
  func has(_ path: String, _ output: Store.Output) -> Bool {
    guard isAsLeft || stamp(of: path) == output.stamp && !output.stamp.isEmpty else { return false }
    return output.isCertain || output.isWhole(in: folder, at: path)
  }

  /// The stamp of a published file.
  func stamp(of path: String) -> Bytes { FileStamp(folder + "/" + path)?.ofContents.bytes ?? [] }

  /// The stamps of the folders in which files lie; none for a folder that changed just now.
  func stamps(ofFoldersOf paths: some Sequence<String>, jobs: Int) -> [(folder: String, stamp: Bytes)] {
    let now = FileStamp.now
    let names = PublishedFolder.folders(of: paths).sorted()
    let folder = folder
    let stamps = concurrently(names.count, jobs: jobs) { FileStamp(folder + "/" + names[$0])?.kept(at: now) ?? [] }
    return zip(names, stamps).map { ($0, $1) }
  }

  /// The folders in which files lie, and those above.
  static func folders(of paths: some Sequence<String>) -> Set<String> {
    var folders: Set<String> = [""]
    for path in paths {
      var parent = path[...]
      while let slash = parent.lastSlash {
        parent = parent[..<slash]
        guard folders.insert(String(parent)).inserted else { break }
      }
    }
    return folders
  }

  /// Puts a file aside until all are finished, in folders like those of the published site; a file that would not
  /// change is not written.
  func stage(_ bytes: UnsafeRawBufferPointer, at path: String, rank: Rank) throws(EnvironmentError) -> Staged {
    if !isNew, unsafe isPublished(bytes, at: path) {
      return Staged(path: path, rank: rank, isWaiting: false, stamp: stamp(of: path))
    }
    let stamp = try unsafe staging.folder.write(bytes, to: path)
    return Staged(path: path, rank: rank, isWaiting: true, stamp: stamp?.ofContents.bytes ?? [])
  }

  /// The same with bytes in an array.
  func stage(_ bytes: Bytes, at path: String, rank: Rank) throws(EnvironmentError) -> Staged {
    let staged = unsafe bytes.withUnsafeBytes { memory in
      Result { () throws(EnvironmentError) in try unsafe stage(memory, at: path, rank: rank) }
    }
    return try staged.get()
  }

  private func isPublished(_ bytes: UnsafeRawBufferPointer, at path: String) -> Bool {
    guard let file = try? FileAccess.open(folder + "/" + path), file.size == bytes.count,
      let published = try? file.contents(), published.count == bytes.count
    else { return false }
    return unsafe published.withUnsafeBytes { other in
      guard let a = other.baseAddress, let b = bytes.baseAddress else { return true }
      // Both are as long as one another: other lengths were told apart above.
      return unsafe memcmp(a, b, bytes.count) == 0
    }
  }

  /// Gives staged files their names, where few files come or go.
  ///
  /// - Parameters:
  ///   - added: The paths of those that were not there before.
  ///   - lost: The paths of files of the build before that are no more.
  func publish(
    changed files: some Collection<Staged>, added: [String], lost: [String], progress: Progress
  ) throws(EnvironmentError) -> Changes {
    defer { staging.remove() }
    _ = try occupied(by: [], files)
    var changes = Changes()
    if !added.isEmpty { try manifest.write(try manifest.read().union(added)) }
    try name(files, &changes, progress)
    remove(lost, &changes)
    if !lost.isEmpty { try manifest.write(try manifest.read().subtracting(lost)) }
    return changes
  }

  private func name(_ files: some Collection<Staged>, _ changes: inout Changes, _ progress: Progress)
    throws(EnvironmentError)
  {
    let waiting = files.filter(\.isWaiting)
    changes.kept = files.count - waiting.count
    progress.begin(.publishing, waiting.count)
    changes.written.reserveCapacity(waiting.count)
    var names = FinalNames(
      from: try FolderTree(staging.folder), to: try FolderTree(folder))
    for rank in Rank.allCases {
      for file in waiting where file.rank == rank {
        progress.step()
        let isAdded = try names.give(file.path)
        changes.written.append(file.path)
        if isAdded, !isNew { changes.added.append(file.path) }
      }
    }
    // One list: the first build of a large archive has hundreds of thousands.
    if isNew { changes.added = changes.written }
    changes.newFolders = names.newFolders
  }

  /// Gives staged files their names and removes what an earlier build wrote and this one did not.
  ///
  /// - Parameters:
  ///   - standing: Files of earlier builds that stay.
  ///   - isForced: Whether more than a tenth of the site may be removed, and what others wrote be written over.
  func publish(
    _ files: some Collection<Staged>, leaving standing: StandingFiles, isForced: Bool, progress: Progress
  ) throws(EnvironmentError) -> Changes {
    defer { staging.remove() }
    var changes = Changes()
    let earlier = try manifest.read()
    let made = Set(files.lazy.map(\.path))
    changes.left = standing.isEmpty ? [] : earlier.filter { standing.contain($0) && !made.contains($0) }.sorted()
    let current = changes.left.isEmpty ? made : made.union(changes.left)
    changes.current = current
    let vanishing = earlier.subtracting(current)
    if !isForced, let problem = loss(of: vanishing, from: earlier) {
      throw EnvironmentError("the site was not published", folder, because: problem)
    }
    let inTheWay = try occupied(by: vanishing, files)
    if !isForced, !isNew { try ForeignFiles(in: folder, earlier: earlier).check(files) }
    // What is about to be written is known before it is there, so that an interrupted build leaves no strangers.
    if !vanishing.isEmpty || current.count > earlier.count {
      try manifest.write(vanishing.isEmpty ? current : current.union(earlier))
    }
    remove(inTheWay, &changes)
    try name(files, &changes, progress)
    remove(vanishing.subtracting(inTheWay).sorted(), &changes)
    if !vanishing.isEmpty { try manifest.write(current) }
    return changes
  }

  /// What to say where so much of a site would be removed that it may not be meant. The files of an index come and go with
  /// the words of texts.
  private func loss(of vanishing: Set<String>, from earlier: Set<String>) -> String? {
    guard vanishing.count > 20, vanishing.count * 10 > earlier.count else { return nil }
    let lost = vanishing.count { !SearchedSeries.mayHave(file: $0) }
    let all = earlier.count { !SearchedSeries.mayHave(file: $0) }
    guard lost > 20, lost * 10 > all else { return nil }
    return "\(lost) of \(all) files would be removed; if that is meant, build with --force"
  }

  /// Leaves the folder as it was before.
  func discard() {
    staging.remove()
    if isNew { unsafe rmdir(folder) }
  }

  /// The vanishing files in whose places others are to lie.
  private func occupied(by vanishing: Set<String>, _ files: some Collection<Staged>) throws(EnvironmentError)
    -> [String]
  {
    if isNew { return [] }
    var places = OccupiedPlaces(in: folder, vanishing: vanishing)
    for file in files where file.isWaiting { try places.check(file.path) }
    for path in vanishing { try places.requireWritable(above: path) }
    return places.inTheWay.sorted()
  }

  private func remove(_ paths: [String], _ changes: inout Changes) {
    if paths.isEmpty { return }
    guard var tree = try? FolderTree(folder) else { return }
    for path in paths where tree.removeFile(path[...]) {
      changes.removed.append(path)
      var parent = path[...]
      while let slash = parent.lastSlash {
        parent = parent[..<slash]
        if !tree.removeFolder(parent) { break }
      }
    }
  }
}
