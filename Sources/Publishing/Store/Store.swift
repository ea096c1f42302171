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
  }

  /// Hands over a value in parts that follow each other: of a large archive it is tens of megabytes, and each part is
  /// copied several times while it is written.
  typealias Parts = (_ keep: (Bytes) throws(StoreDamage) -> Void) throws(StoreDamage) -> Void

  /// The same, as a build tells of it.
  struct NewRun {
    let inputs: Parts
    let report: Parts
    let digest: Bytes
  }

  private let database: Mutex<Database>
  private let path: String
  /// What was written, where it was fetched before anybody asked; gone once it is told, or another.
  let outputsAhead = Mutex<[String: Output]?>(nil)
  private let trouble = Mutex((damage: StoreDamage?.none, isUnwritable: false))
  private static let format = 9

  private init(_ path: String) throws(StoreDamage) {
    let database = try Database(path)
    // A killed program leaves its journal to the next one. A disk that loses its power may leave a damaged store, which
    // is noticed: waiting for the disk would cost more than making it anew.
    try database.run("PRAGMA synchronous = OFF")
    // Large pages: a store is written as a whole, or read in many places.
    try database.run("PRAGMA page_size = 16384")
    // A store is written from one end to the other: pages that were written are not asked for again.
    try database.run("PRAGMA cache_size = -1024")
    // What is written elsewhere than where it belongs is found before it is followed.
    try database.run("PRAGMA cell_size_check = ON")
    self.database = Mutex(database)
    self.path = path
  }

  /// What was found to be wrong while the store was asked.
  var damage: StoreDamage? { trouble.withLock { $0.damage } }

  /// Takes a store away that is damaged, or could not take what it was told, for the next build to make it anew.
  func removeIfUseless() {
    if trouble.withLock({ $0.damage != nil || $0.isUnwritable }) { try? Store.remove(path) }
  }

  private static func remove(_ path: String) throws(EnvironmentError) {
    if path == memory { return }
    for end in [""] + companions { try FileAccess.removeIfThere(path + end) }
  }

  /// The ends of the names of files that SQLite has beside its own.
  private static let companions = ["-wal", "-shm", "-journal"]

  /// The store of a published folder; one that is damaged or of another version is made anew, which is said.
  static func open(
    _ path: String, version: String, _ notice: (String) -> Void = { _ in }
  ) throws(EnvironmentError) -> Store {
    try FileAccess.makeFolders(above: path)
    if FileAccess.kind(path) == .nothing { return try new(path, version: version) }
    // SQLite would wait for a pipe without end.
    if ([""] + companions).contains(where: { ![.file, .nothing].contains(FileAccess.kindWithoutFollowing(path + $0)) })
    {
      notice("the store, or a file of it, is no file; it is made anew")
      return try new(path, version: version)
    }
    do {
      let store = try Store(path)
      if try store.isOf(version) { return store }
      notice("the store is of another version of the program, or was never finished; it is made anew")
    } catch {
      notice("the store is damaged (\(error.reason)); it is made anew")
    }
    return try new(path, version: version)
  }

  /// An empty store that is gone with whoever has it.
  static func inMemory(version: String) throws(EnvironmentError) -> Store { try new(memory, version: version) }

  /// SQLite's name for a database without a file.
  private static let memory = ":memory:"

  /// An empty store, in the place of one that is there.
  static func new(_ path: String, version: String) throws(EnvironmentError) -> Store {
    try remove(path)
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
    do throws(StoreDamage) {
      return try locked(question)
    } catch {
      trouble.withLock { $0.damage = $0.damage ?? error }
      throw error
    }
  }

  private func locked<Answer: Sendable>(
    _ body: (Database) throws(StoreDamage) -> Answer
  ) throws(StoreDamage) -> Answer {
    try database.withLock { (database) throws(StoreDamage) in try body(database) }
  }

  /// Changes the database, wholly or not at all, while no other thread asks it.
  func change(_ changes: (Database) throws(StoreDamage) -> Void) throws(StoreDamage) {
    do throws(StoreDamage) {
      try locked { (database) throws(StoreDamage) in
        outputsAhead.withLock { $0 = nil }
        try database.transaction { () throws(StoreDamage) in try changes(database) }
      }
    } catch {
      trouble.withLock { $0.isUnwritable = true }
      throw error
    }
  }

  private func isOf(_ version: String) throws(StoreDamage) -> Bool {
    try ask { (database) throws(StoreDamage) in
      // A view in the place of a table could ask without end.
      var tables: Set<String> = []
      try database.rows("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL") { tables.insert($0.text(0)) }
      guard tables == Set(Store.tables.map { "CREATE TABLE \($0)" }) else { return false }
      return try database.meta("version") == Bytes("\(Store.format) \(version)".utf8)
    }
  }

  private func prepare(_ version: String) throws(StoreDamage) {
    try change { (database) throws(StoreDamage) in
      for table in Store.tables { try database.run("CREATE TABLE \(table)") }
      try database.put(meta: [
        ("version", Bytes("\(Store.format) \(version)".utf8)), (Database.start, MachineStart.current),
      ])
    }
  }

  private static let tables = [
    "meta (key TEXT PRIMARY KEY, value BLOB, sum BLOB) WITHOUT ROWID",
    "source (path TEXT PRIMARY KEY, stamp BLOB, digest BLOB, metadata BLOB, reading BLOB, sum BLOB)",
    "published (path TEXT PRIMARY KEY, stamp BLOB, digest BLOB, metadata BLOB, reading BLOB, sum BLOB)",
    "output (path TEXT PRIMARY KEY, dependencies BLOB, digest BLOB, stamp BLOB, texts TEXT, subject TEXT, reason TEXT, "
      + "sum BLOB)",
  ]

  /// The last build; `nil` where there was none that ended well.
  func lastRun() throws(StoreDamage) -> Run? {
    try ask { (database) throws(StoreDamage) in
      guard let inputs = try database.value(.inputs), let report = try database.value(.report),
        let digest = try database.value(.digest)
      else { return nil }
      return Run(inputs: inputs, report: report, digest: digest)
    }
  }

  /// All that a check found, as it told `keep`; `nil` where it told nothing.
  func findings() throws(StoreDamage) -> Bytes? {
    try ask { (database) throws(StoreDamage) in try database.value(.findings) }
  }

  /// How issues, people and topics were related in the last build, as it was told to `keep`.
  func archive() throws(StoreDamage) -> Bytes {
    try ask { (database) throws(StoreDamage) in
      guard let archive = try database.value(.archive) else { throw .changed }
      return archive
    }
  }

  /// Whether the last build that ended well ran since the machine was started: what it left may be damaged otherwise, with
  /// sizes and times that are right.
  var isOfThisStart: Bool {
    (try? ask { (database) throws(StoreDamage) in try database.isOfThisStart }) ?? false
  }

  /// What a build changes, kept all at once.
  struct Changes {
    /// Sources that were not kept when they were read.
    var sources: [(path: String, source: Source)] = []
    /// What was written; `nil` where that is lost: then nothing is kept.
    var outputs: [(path: String, output: Output?)] = []
    var lostOutputs: [String] = []
    /// Sources that are wrong, and were left out of what is published.
    var leftOut: Set<String> = []
    var run: NewRun?
    /// All that a check found, which is more than its report says.
    var findings: Parts?
  }

  /// Keeps what a build made; a store that can't take it is left for the next build to make anew.
  func keep(_ changes: Changes) throws(StoreDamage) {
    try change { (database) throws(StoreDamage) in
      try database.put(changes.sources)
      try database.change(outputs: changes.outputs, lost: changes.lostOutputs)
      try database.forgetRun()
      guard let run = changes.run else { return }
      try database.forgetPublished(but: changes.leftOut)
      try database.put(.inputs, run.inputs)
      try database.put(.report, run.report)
      try database.put(.digest) { (keep) throws(StoreDamage) in try keep(run.digest) }
      if let findings = changes.findings { try database.put(.findings, findings) }
      try database.put(meta: [(Database.start, MachineStart.current)])
    }
  }
}

extension Database {
  fileprivate static let start = "start"

  /// Whether the last build that ended well ran since the machine was started.
  var isOfThisStart: Bool {
    get throws(StoreDamage) { try meta(Database.start) == MachineStart.current }
  }
}
