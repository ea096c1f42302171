import System

/// The store of a published folder, while no other build or preview of its site has it.
struct OpenStore {
  private let store: Store
  private let path: String
  /// `nil` for a store in memory, which nobody else knows of.
  private let lock: FileLock?

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
    if lock?.isHeld == false { notice("the file system has no locks; let no other build of this site run meanwhile") }
    path = files.store
    store = try Store.open(path, version: ProgramIdentity.current, notice)
  }

  /// The store for somebody who looks at a site and publishes nothing: where nothing can be written beside Content, one in
  /// memory, which knows nothing.
  static func forLooking(
    at options: BuildOptions, _ notice: (String) -> Void = { _ in }, waiting: () -> Void = {}
  ) throws(EnvironmentError) -> OpenStore {
    do {
      return try OpenStore(of: options, notice, waiting: waiting)
    } catch {
      guard error.forbidsWriting else { throw error }
      return OpenStore(try Store.inMemory(version: ProgramIdentity.current), "", nil)
    }
  }

  /// The store for a build, which needs one.
  static func forBuilding(_ options: BuildOptions, _ notice: (String) -> Void) throws(EnvironmentError) -> OpenStore {
    do {
      return try OpenStore(of: options, notice) {
        notice("another build of this site is running; waiting for its end")
      }
    } catch {
      guard error.forbidsWriting else { throw error }
      throw EnvironmentError(
        "the site can't be built", options.site,
        because: "nothing can be written into its folder .bulletin (\(error.reason)); preview and check work")
    }
  }

  private init(_ store: Store, _ path: String, _ lock: FileLock?) {
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
