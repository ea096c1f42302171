import Coding
import Synchronization
import System
import Text

/// What earlier builds read and wrote: everything in it can be made again, and is when it is missing or damaged.
///
/// One file of SQLite for each published folder, in `.bulletin` beside Content. A class, because it owns the connection,
/// which one thread at a time uses.
final class Store: Sendable {
  /// The last build as a whole.
  struct Run: Sendable {
    /// The options and all files that were read, with their stamps.
    let inputs: Bytes
    let report: Bytes
    /// The digest of everything that pages could read but texts.
    let digest: Bytes
    /// How issues, people and topics are related.
    let archive: Bytes
  }

  private let database: Mutex<Database>
  private static let format = 5

  private init(_ path: String) throws(StoreDamage) {
    let database = try Database(path)
    // A killed program leaves its journal to the next one. A disk that loses its power may leave a damaged store, which
    // is noticed: waiting for the disk would cost more than making it anew.
    try database.run("PRAGMA synchronous = OFF")
    // Large pages: a store is written as a whole, or read in many places.
    try database.run("PRAGMA page_size = 16384")
    self.database = Mutex(database)
  }

  /// The store of a published folder; one that is damaged or of another version is made anew, which is said.
  static func open(
    _ path: String, version: String, _ notice: (String) -> Void = { _ in }
  ) throws(EnvironmentError) -> Store {
    try FileAccess.makeFolders(above: path)
    if FileAccess.kind(path) == .nothing { return try new(path, version: version) }
    do {
      let store = try Store(path)
      if try store.isOf(version) { return store }
      notice("the store is of another version of the program; it is made anew")
    } catch {
      notice("the store is damaged (\(error.reason)); it is made anew")
    }
    return try new(path, version: version)
  }

  /// An empty store, in the place of one that is there.
  static func new(_ path: String, version: String) throws(EnvironmentError) -> Store {
    for end in ["", "-wal", "-shm", "-journal"] { try FileAccess.removeIfThere(path + end) }
    do {
      let store = try Store(path)
      try store.prepare(version)
      return store
    } catch {
      throw EnvironmentError("the store can't be made", path, because: error.reason)
    }
  }

  /// Asks the database while no other thread does.
  func ask<Answer: Sendable>(
    _ question: (Database) throws(StoreDamage) -> Answer
  ) throws(StoreDamage) -> Answer {
    try database.withLock { (database) throws(StoreDamage) in try question(database) }
  }

  /// Changes the database, wholly or not at all, while no other thread asks it.
  func change(_ changes: (Database) throws(StoreDamage) -> Void) throws(StoreDamage) {
    try ask { (database) throws(StoreDamage) in
      try database.transaction { () throws(StoreDamage) in try changes(database) }
    }
  }

  private func isOf(_ version: String) throws(StoreDamage) -> Bool {
    try ask { (database) throws(StoreDamage) in
      var found = ""
      try database.rows("SELECT value FROM meta WHERE key = 'version'") { found = $0.text(0) }
      return found == "\(Store.format) \(version)"
    }
  }

  private func prepare(_ version: String) throws(StoreDamage) {
    try change { (database) throws(StoreDamage) in
      for table in [
        "meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID",
        "source (path TEXT PRIMARY KEY, stamp BLOB, digest BLOB, metadata BLOB, reading BLOB)",
        "published (path TEXT PRIMARY KEY, stamp BLOB, digest BLOB, metadata BLOB, reading BLOB)",
        """
        output (
          path TEXT PRIMARY KEY, dependencies BLOB, digest BLOB, stamp BLOB, texts TEXT, subject TEXT, reason TEXT)
        """,
      ] {
        try database.run("CREATE TABLE \(table)")
      }
      try database.run(
        "INSERT INTO meta VALUES (?, ?)", for: [[.text("version"), .text("\(Store.format) \(version)")]])
    }
  }

  /// The last build; `nil` where there was none that ended well.
  func lastRun() throws(StoreDamage) -> Run? {
    try ask { (database) throws(StoreDamage) in
      var found: [String: Bytes] = [:]
      try database.rows("SELECT key, value FROM meta WHERE key IN \(Database.runKeys)") {
        found[$0.text(0)] = $0.bytes(1)
      }
      guard let inputs = found["inputs"], let report = found["report"], let digest = found["digest"],
        let archive = found["archive"]
      else { return nil }
      return Run(inputs: inputs, report: report, digest: digest, archive: archive)
    }
  }

  /// What a build changes, kept all at once.
  struct Changes {
    /// Sources that were not kept when they were read.
    var sources: [(path: String, source: Source)] = []
    var outputs: [(path: String, output: Output)] = []
    var lostOutputs: [String] = []
    /// Sources that are wrong, and were left out of what is published.
    var leftOut: Set<String> = []
    var run: Run?
  }

  /// Keeps what a build made; a store that can't take it is left for the next build to make anew.
  func keep(_ changes: Changes) throws(StoreDamage) {
    try change { (database) throws(StoreDamage) in
      try database.put(changes.sources)
      try database.put(changes.outputs)
      try database.run("DELETE FROM output WHERE path = ?", for: changes.lostOutputs.lazy.map { [.text($0)] })
      try database.forgetRun()
      guard let run = changes.run else { return }
      try database.forgetPublished(but: changes.leftOut)
      try database.run(
        "INSERT INTO meta VALUES (?, ?)",
        for: [
          [.text("inputs"), .bytes(run.inputs)], [.text("report"), .bytes(run.report)],
          [.text("digest"), .bytes(run.digest)], [.text("archive"), .bytes(run.archive)],
        ])
    }
  }
}

extension Database {
  fileprivate static let runKeys = "('inputs', 'report', 'digest', 'archive')"

  /// Forgets the last build: what is kept from here on is of the next one.
  func forgetRun() throws(StoreDamage) { try run("DELETE FROM meta WHERE key IN \(Database.runKeys)") }
}
