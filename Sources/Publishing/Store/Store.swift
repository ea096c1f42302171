import Coding
import Diagnostics
import System
import Text

/// What earlier builds read and wrote: everything in it can be made again, and is when it is missing or damaged.
///
/// One file of SQLite for each published folder, in `.bulletin` beside Content. A class, because it owns the connection.
///
/// Unchecked, because a build hands it from thread to thread, and one at a time uses it.
final class Store: @unchecked Sendable {
  /// What was read from a source.
  struct Source: Sendable {
    let stamp: Bytes
    let hash: Fingerprint
    /// What tells everything but the text of its body from what it was.
    let metadata: Fingerprint
    let reading: Bytes
  }

  /// What was written.
  struct Output: Sendable {
    /// What tells what its rendering could read.
    let dependencies: Bytes
    /// The fingerprint of its bytes.
    let hash: Fingerprint
    let stamp: Bytes
    /// The sources whose texts its rendering read.
    let texts: [String]
    /// The name of the page among those that show texts.
    var subject = ""
    /// Why it was written last.
    let reason: String
  }

  /// The last build as a whole.
  struct Run: Sendable {
    /// The options and all files that were read, with their stamps.
    let inputs: Bytes
    let report: Bytes
    /// What tells everything that pages could read, but the texts of issues.
    let world: Bytes
    /// How issues, people and topics are related.
    let archive: Bytes
  }

  private let database: Database
  private static let format = 3

  private init(_ database: Database) throws(StoreDamage) {
    self.database = database
    // A killed program leaves its journal to the next one. A disk that loses its power may leave a damaged store, which
    // is noticed: waiting for the disk would cost more than making it anew.
    try database.run("PRAGMA synchronous = OFF")
    // Large pages: a store is written as a whole, or read in many places.
    try database.run("PRAGMA page_size = 16384")
  }

  /// The store of a published folder; one that is damaged or of another version is made anew, which the note says.
  static func open(_ path: String, version: String) throws(EnvironmentError) -> (Store, note: String?) {
    if let slash = path.lastIndex(of: "/") { try FileAccess.makeFolder(String(path[..<slash])) }
    let isNew = FileAccess.kind(path) == .nothing
    var note: String?
    do {
      let store = try Store(try Database(path))
      if !isNew, try store.isOf(version) { return (store, nil) }
      if !isNew { note = "the store is of another version of the program; it is made anew" }
    } catch {
      note = "the store is damaged (\(error.reason)); it is made anew"
    }
    for end in ["", "-wal", "-shm", "-journal"] { try FileAccess.removeIfThere(path + end) }
    do {
      let store = try Store(try Database(path))
      try store.prepare(version)
      return (store, note)
    } catch {
      throw EnvironmentError("the store can't be made", path, because: error.reason)
    }
  }

  private func isOf(_ version: String) throws(StoreDamage) -> Bool {
    var found = ""
    try database.rows("SELECT value FROM meta WHERE key = 'version'") { found = $0.text(0) }
    return found == "\(Store.format) \(version)"
  }

  private func prepare(_ version: String) throws(StoreDamage) {
    try database.run("BEGIN IMMEDIATE")
    for table in [
      "meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID",
      "source (path TEXT PRIMARY KEY, stamp BLOB, hash BLOB, metadata BLOB, reading BLOB)",
      "output (path TEXT PRIMARY KEY, dependencies BLOB, hash BLOB, stamp BLOB, texts TEXT, subject TEXT, reason TEXT)",
    ] {
      try database.run("CREATE TABLE \(table)")
    }
    try database.run("INSERT INTO meta VALUES (?, ?)", for: [[.text("version"), .text("\(Store.format) \(version)")]])
    try database.run("COMMIT")
  }

  /// The last build; `nil` where there was none that ended well.
  func lastRun() throws(StoreDamage) -> Run? {
    var found: [String: Bytes] = [:]
    try database.rows("SELECT key, value FROM meta WHERE key IN ('inputs', 'report', 'world', 'archive')") {
      found[$0.text(0)] = $0.bytes(1)
    }
    guard let inputs = found["inputs"], let report = found["report"], let world = found["world"],
      let archive = found["archive"]
    else { return nil }
    return Run(inputs: inputs, report: report, world: world, archive: archive)
  }

  /// What was read from each source, for readings made in one way.
  func sources(readAs key: String) throws(StoreDamage) -> [String: Source] {
    guard try isRead(as: key) else { return [:] }
    var sources: [String: Source] = [:]
    try database.rows("SELECT path, stamp, hash, metadata, reading FROM source") { row in
      guard let hash = Fingerprint(bytes: row.bytes(2)), let metadata = Fingerprint(bytes: row.bytes(3)) else { return }
      sources[row.text(0)] = Source(stamp: row.bytes(1), hash: hash, metadata: metadata, reading: row.bytes(4))
    }
    return sources
  }

  /// What was read from one source.
  func source(at path: String) throws(StoreDamage) -> Source? {
    var found: Source?
    try database.rows("SELECT stamp, hash, metadata, reading FROM source WHERE path = ?", [.text(path)]) { row in
      guard let hash = Fingerprint(bytes: row.bytes(1)), let metadata = Fingerprint(bytes: row.bytes(2)) else { return }
      found = Source(stamp: row.bytes(0), hash: hash, metadata: metadata, reading: row.bytes(3))
    }
    return found
  }

  /// Whether sources were read in this way.
  func isRead(as key: String) throws(StoreDamage) -> Bool {
    var same = false
    try database.rows("SELECT value FROM meta WHERE key = 'reading'") { same = $0.text(0) == key }
    return same
  }

  /// What was written.
  func outputs() throws(StoreDamage) -> [String: Output] { try outputs("", []) }

  /// What was written of the texts of some sources.
  func outputs(showing sources: [String]) throws(StoreDamage) -> [String: Output] {
    var outputs: [String: Output] = [:]
    for source in sources {
      let showing = try self.outputs(
        "WHERE instr(char(10) || texts || char(10), char(10) || ? || char(10)) > 0", [.text(source)])
      outputs.merge(showing) { first, _ in first }
    }
    return outputs
  }

  private func outputs(_ which: String, _ cells: [Database.Cell]) throws(StoreDamage) -> [String: Output] {
    var outputs: [String: Output] = [:]
    try database.rows("SELECT path, dependencies, hash, stamp, texts, subject, reason FROM output \(which)", cells) {
      row in
      guard let hash = Fingerprint(bytes: row.bytes(2)) else { return }
      outputs[row.text(0)] = Output(
        dependencies: row.bytes(1), hash: hash, stamp: row.bytes(3),
        texts: row.text(4).split(separator: "\n").map { String($0) }, subject: row.text(5), reason: row.text(6))
    }
    return outputs
  }

  /// The stamps of all outputs, for a look whether they are still there.
  func stamps() throws(StoreDamage) -> [(path: String, stamp: Bytes)] {
    var stamps: [(path: String, stamp: Bytes)] = []
    try database.rows("SELECT path, stamp FROM output") { stamps.append(($0.text(0), $0.bytes(1))) }
    return stamps
  }

  /// What a build found of the files of issues.
  struct ReadSources: Sendable {
    /// How they were read; what was read otherwise is forgotten.
    var readingKey = ""
    var changed: [(path: String, source: Source)] = []
    var lost: [String] = []
  }

  /// Keeps what was read, and lets go of it piece by piece: it is a tenth of the memory of a build, which others need
  /// meanwhile. The last build counts no more: only with what was read before it can be compared.
  func keep(_ sources: consuming ReadSources) throws(StoreDamage) {
    let isKnownWay = try isRead(as: sources.readingKey)
    if isKnownWay, sources.changed.isEmpty, sources.lost.isEmpty { return }
    try database.transaction { () throws(StoreDamage) in
      if !isKnownWay { try database.run("DELETE FROM source") }
      try database.run(
        "INSERT OR REPLACE INTO meta VALUES (?, ?)", for: [[.text("reading"), .text(sources.readingKey)]])
      var changed = sources.changed
      sources.changed = []
      changed.reverse()
      try put(sequence(state: consume changed) { $0.popLast() })
      try database.run("DELETE FROM source WHERE path = ?", for: sources.lost.lazy.map { [.text($0)] })
      try forgetRun()
    }
  }

  /// What a build changes, kept all at once.
  struct Changes {
    /// Sources that were not kept when they were read.
    var sources: [(path: String, source: Source)] = []
    var outputs: [(path: String, output: Output)] = []
    var lostOutputs: [String] = []
    var run: Run?
  }

  /// Keeps what a build made; a store that can't take it is left for the next build to make anew.
  func keep(_ changes: Changes) throws(StoreDamage) {
    try database.transaction { () throws(StoreDamage) in
      try put(changes.sources)
      try put(changes.outputs)
      try database.run("DELETE FROM output WHERE path = ?", for: changes.lostOutputs.lazy.map { [.text($0)] })
      try forgetRun()
      guard let run = changes.run else { return }
      try database.run(
        "INSERT INTO meta VALUES (?, ?)",
        for: [
          [.text("inputs"), .bytes(run.inputs)], [.text("report"), .bytes(run.report)],
          [.text("world"), .bytes(run.world)], [.text("archive"), .bytes(run.archive)],
        ])
    }
  }

  /// Keeps what was made, before or after it is published. The last build counts no more.
  func keep(_ outputs: [(path: String, output: Output)]) throws(StoreDamage) {
    if outputs.isEmpty { return }
    try database.transaction { () throws(StoreDamage) in
      try forgetRun()
      try put(outputs)
    }
  }

  private func put(_ outputs: [(path: String, output: Output)]) throws(StoreDamage) {
    try database.run(
      "INSERT OR REPLACE INTO output VALUES (?, ?, ?, ?, ?, ?, ?)",
      for: outputs.sorted { $0.path < $1.path }.lazy.map { path, output in
        [
          .text(path), .bytes(output.dependencies), .bytes(output.hash.bytes), .bytes(output.stamp),
          .text(output.texts.joined(separator: "\n")), .text(output.subject), .text(output.reason),
        ]
      })
  }

  private func put(_ sources: some Sequence<(path: String, source: Source)>) throws(StoreDamage) {
    try database.run(
      "INSERT OR REPLACE INTO source VALUES (?, ?, ?, ?, ?)",
      for: sources.lazy.map { path, source in
        [
          .text(path), .bytes(source.stamp), .bytes(source.hash.bytes), .bytes(source.metadata.bytes),
          .bytes(source.reading),
        ]
      })
  }

  private func forgetRun() throws(StoreDamage) {
    try database.run("DELETE FROM meta WHERE key IN ('inputs', 'report', 'world', 'archive')")
  }
}
