import System

/// The store of a published folder, while no other build or preview of its site has it.
struct OpenStore {
  private let store: Store
  private let path: String
  private let lock: FileLock

  /// Waits until nobody else has the store, and opens it.
  ///
  /// - Parameters:
  ///   - notice: Is called with a sentence when the store had to be made anew.
  ///   - waiting: Is called when somebody has it.
  init(
    of options: BuildOptions, _ notice: (String) -> Void = { _ in }, waiting: () -> Void = {}
  ) throws(EnvironmentError) {
    let files = StoreFiles(site: options.site, output: options.output)
    lock = try FileLock(files.lock, waiting: waiting)
    path = files.store
    store = try Store.open(path, version: ProgramIdentity.current, notice)
  }

  private init(_ store: Store, _ path: String, _ lock: FileLock) {
    self.store = store
    self.path = path
    self.lock = lock
  }

  /// Does something with the store, which nobody else has until that is done. One that turns out to be damaged is taken
  /// away.
  ///
  /// - Parameter notice: Is called with a sentence about that, where what was asked could be done without it.
  func use<Result, Problem>(
    _ notice: (String) -> Void = { _ in }, _ body: (Store) throws(Problem) -> Result
  ) throws(Problem) -> Result {
    // Without this, the lock could be let go once nobody speaks of it any more.
    defer { withExtendedLifetime(lock) { store.removeIfUseless() } }
    let result = try body(store)
    if let damage = store.damage { notice("the store is damaged (\(damage.reason)); it is made anew") }
    return result
  }

  /// An empty store in the place of this one.
  func remade() throws(EnvironmentError) -> OpenStore {
    OpenStore(try Store.new(path, version: ProgramIdentity.current), path, lock)
  }
}
