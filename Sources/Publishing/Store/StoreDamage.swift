/// SQLite could not do what was asked: the file is damaged, or no store at all.
struct StoreDamage: Error {
  let reason: String

  /// What to say when the store could not be written, which costs the next build time, and nothing else.
  var notice: String { "the store can't be written (\(reason)); the next build takes longer" }

  /// What went wrong, for work whose failure costs time only.
  static func from(_ work: () throws(StoreDamage) -> Void) -> StoreDamage? {
    do throws(StoreDamage) {
      try work()
      return nil
    } catch {
      return error
    }
  }
}
