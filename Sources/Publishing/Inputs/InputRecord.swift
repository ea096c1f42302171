import Coding
import Site
import System
import Text

/// All files that a build reads, with their stamps, and what it was asked to do: the same inputs make the same site.
struct InputRecord {
  /// Options that decide what is published.
  var options: String
  /// The files that the folders of the site list.
  var listed: [String]
  /// Files that are looked for by name: settings, authority files, files beside issues.
  var named: [String]
  /// The stamps of all of them; nothing for a file that is not there or changed just now.
  var stamps: [Bytes]
  /// The seconds since 1970 in which the same texts are due.
  var validity: Range<Int>
  /// What is known of the files beside texts.
  var attached = AttachedFiles()
  /// Whether the site has pictures that other programs make.
  var hasMadePictures = false
  /// The published folders with their stamps.
  var folders: [(folder: String, stamp: Bytes)] = []

  /// What a build of a site reads.
  ///
  /// - Parameter known: The stamps that files had when they were read, so that what changed since then is noticed.
  init(
    _ options: BuildOptions, _ folder: ContentFolder, attachments: some Sequence<String>, stamps known: [String: Bytes],
    validity: Range<Int>
  ) {
    self.options = InputRecord.name(options, folder)
    self.validity = validity
    listed = folder.files
    named = InputRecord.fixed + attachments.sorted()
    let paths = listed + named
    stamps = concurrently(paths.count, jobs: options.jobs) { index in
      known[paths[index]] ?? FileStamp(folder.path(paths[index]))?.kept(at: FileStamp.now) ?? []
    }
  }

  /// The files that every site may have, and that are looked for by name.
  static let fixed = ["Content/site.yaml", "Content/people.yaml", "Content/topics.yaml", AcceptedFile.path]

  private static func name(_ options: BuildOptions, _ folder: ContentFolder) -> String {
    var beside = BinaryWriter()
    // Only those who look for files that nobody links to want to know which there are.
    if options.looksAtStyle { beside.put(folder.beside) }
    return
      "exceptions \(options.exceptions.rawValue), strict \(options.strict), skipping \(options.skipsBroken), printing \(options.printsPDF), "
      + "beside \(beside.fingerprint)"
  }

  /// The listed files that are not as they were; `nil` where files came or went, other files changed, or other things are
  /// asked for.
  func changes(for options: BuildOptions, _ folder: ContentFolder) -> [String]? {
    guard self.options == InputRecord.name(options, folder), validity.contains(options.now), listed == folder.files,
      folder.diagnostics.isEmpty
    else { return nil }
    let paths = listed + named
    guard paths.count == stamps.count else { return nil }
    let (stamps, listedCount) = (self.stamps, listed.count)
    let same = concurrently(paths.count, jobs: options.jobs) { index -> Bool in
      let now = FileStamp(folder.path(paths[index]))
      // A file that is looked for and not there is as it was when it is still not there.
      if stamps[index].isEmpty {
        return index >= listedCount && now == nil && !folder.leadsNowhere(paths[index])
      }
      return now?.bytes == stamps[index]
    }
    guard same[listedCount...].allSatisfy({ $0 }) else { return nil }
    return listed.indices.filter { !same[$0] }.map { listed[$0] }
  }

  /// Replaces the stamps of listed files.
  mutating func set(stamps new: [String: Bytes]) {
    for (index, path) in listed.enumerated() {
      if let stamp = new[path] { stamps[index] = stamp }
    }
  }

  /// Replaces the stamps of published folders.
  mutating func update(folders new: [String: Bytes]) {
    folders = folders.map { ($0.folder, new[$0.folder] ?? $0.stamp) }
  }

  /// Writes the inputs for the program's own use.
  ///
  /// - Parameter keep: Takes the parts of what is written, one after the other.
  func write<Failure>(in keep: (Bytes) throws(Failure) -> Void) throws(Failure) {
    var writer = BinaryWriter()
    writer.put(options)
    writer.put(validity.lowerBound)
    writer.put(validity.upperBound)
    try writer.put(listed, in: keep) { $1.put($0) }
    try writer.put(named, in: keep) { $1.put($0) }
    try writer.put(stamps, in: keep) { $1.put($0) }
    attached.write(to: &writer)
    writer.put(hasMadePictures)
    try writer.put(folders, in: keep) { entry, writer in
      writer.put(entry.folder)
      writer.put(entry.stamp)
    }
    try keep(writer.bytes)
  }

  /// Inputs from their bytes; `nil` for others.
  init?(bytes: Bytes) {
    var reader = BinaryReader(bytes)
    options = reader.text()
    let (first, end) = (reader.int(), reader.int())
    validity = first..<max(first, end)
    listed = reader.texts()
    named = reader.texts()
    stamps = reader.list { $0.data() }
    attached = AttachedFiles(from: &reader)
    hasMadePictures = reader.bool()
    folders = reader.list { ($0.text(), $0.data()) }
    guard reader.isComplete else { return nil }
  }
}

extension ContentFolder {
  /// Everything that was found, in a fixed order.
  var files: [String] { issues + pages + languages + templates + assets + statics + unread + partials + shortcodes }
}
