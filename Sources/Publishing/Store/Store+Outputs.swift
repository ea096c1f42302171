import Coding
import Text

extension Store {
  /// What was written.
  struct Output: Sendable {
    /// The digests of what its rendering could read.
    let dependencies: Bytes
    /// The digest of its bytes.
    let digest: Fingerprint
    let stamp: Bytes
    /// The sources whose texts its rendering read.
    let texts: [String]
    /// The name of the page among those that show texts.
    var subject = ""
    /// Why it was written last.
    let reason: String
  }

  /// What was written.
  func outputs() throws(StoreDamage) -> [String: Output] {
    try ask { (database) throws(StoreDamage) in try database.outputs() }
  }

  /// What was written of the texts of some sources.
  func outputs(showing sources: [String]) throws(StoreDamage) -> [String: Output] {
    try ask { (database) throws(StoreDamage) in
      var outputs: [String: Output] = [:]
      for source in sources {
        let showing = try database.outputs(
          "WHERE instr(char(10) || texts || char(10), char(10) || ? || char(10)) > 0", [.text(source)])
        outputs.merge(showing) { first, _ in first }
      }
      return outputs
    }
  }

  /// What was written at some paths.
  func outputs(at paths: [String]) throws(StoreDamage) -> [String: Output] {
    try ask { (database) throws(StoreDamage) in
      var outputs: [String: Output] = [:]
      for path in paths {
        outputs.merge(try database.outputs("WHERE path = ?", [.text(path)])) { first, _ in first }
      }
      return outputs
    }
  }

  /// The stamps of all outputs, for a look whether they are still there.
  func stamps() throws(StoreDamage) -> [(path: String, stamp: Bytes)] {
    try ask { (database) throws(StoreDamage) in
      var stamps: [(path: String, stamp: Bytes)] = []
      try database.rows("SELECT path, stamp FROM output") { stamps.append(($0.text(0), $0.bytes(1))) }
      return stamps
    }
  }

  /// Keeps what was made, before or after it is published. The last build counts no more.
  func keep(_ outputs: [(path: String, output: Output)]) throws(StoreDamage) {
    if outputs.isEmpty { return }
    try change { (database) throws(StoreDamage) in
      try database.forgetRun()
      try database.put(outputs)
    }
  }
}

extension Database {
  fileprivate func outputs(_ which: String = "", _ cells: [Cell] = []) throws(StoreDamage) -> [String: Store.Output] {
    var outputs: [String: Store.Output] = [:]
    try rows("SELECT path, dependencies, digest, stamp, texts, subject, reason FROM output \(which)", cells) { row in
      guard let digest = Fingerprint(bytes: row.bytes(2)) else { return }
      outputs[row.text(0)] = Store.Output(
        dependencies: row.bytes(1), digest: digest, stamp: row.bytes(3),
        texts: row.text(4).split(separator: "\n").map { String($0) }, subject: row.text(5), reason: row.text(6))
    }
    return outputs
  }

  func put(_ outputs: [(path: String, output: Store.Output)]) throws(StoreDamage) {
    try run(
      "INSERT OR REPLACE INTO output VALUES (?, ?, ?, ?, ?, ?, ?)",
      for: outputs.sorted { $0.path < $1.path }.lazy.map { path, output in
        [
          .text(path), .bytes(output.dependencies), .bytes(output.digest.bytes), .bytes(output.stamp),
          .text(output.texts.joined(separator: "\n")), .text(output.subject), .text(output.reason),
        ]
      })
  }
}
