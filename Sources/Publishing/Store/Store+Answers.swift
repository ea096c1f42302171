import Text

/// What the web answered is kept beside what texts say, and is not forgotten with it.
extension Store {
  /// What was kept last; `nil` where nothing was.
  func answers() throws(StoreDamage) -> Bytes? {
    try ask { (database) throws(StoreDamage) in try database.meta("answers") }
  }

  /// Keeps answers in the place of those before.
  func keep(answers: Bytes) throws(StoreDamage) {
    try change { (database) throws(StoreDamage) in try database.put(meta: [("answers", answers)]) }
  }
}
