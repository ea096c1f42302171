import Synchronization

/// Things in order: all of them at hand, or each fetched when somebody first asks for it.
///
/// An archive that was just read is at hand. One that an earlier build left in its store is fetched, so that one page of
/// ten thousand needs a few issues and not all.
public struct LazyList<Element: Sendable>: RandomAccessCollection, Sendable {
  /// The things at hand; empty where they are fetched.
  @usableFromInline let held: [Element]
  @usableFromInline let fetched: Fetched?

  /// What was fetched so far. A class, because every copy of the list shares it.
  @usableFromInline
  final class Fetched: Sendable {
    @usableFromInline let count: Int
    private let parts: [Part]
    private let most: Int
    private let fetch: @Sendable (Int) -> Element

    /// Some of them, with a lock of their own: threads that make pages ask for links all the time.
    private final class Part: Sendable {
      let known = Mutex<[Int: Element]>([:])
    }

    init(_ count: Int, holding most: Int, _ fetch: @escaping @Sendable (Int) -> Element) {
      self.count = count
      // Few things are one part, so that as many are held as are asked for.
      let partCount = most < 1_024 ? 1 : 32
      self.most = most / partCount
      self.fetch = fetch
      parts = (0..<partCount).map { _ in Part() }
    }

    @usableFromInline
    func element(_ index: Int) -> Element {
      let part = parts[index % parts.count]
      if let element = part.known.withLock({ $0[index] }) { return element }
      let element = fetch(index)
      part.known.withLock { known in
        // Whatever is wanted again soon comes back at once; to know which that is would cost more.
        if known.count >= most { known.removeAll(keepingCapacity: true) }
        known[index] = element
      }
      return element
    }
  }

  /// Things that are at hand.
  public init(_ elements: [Element]) {
    held = elements
    fetched = nil
  }

  /// Things that are fetched; `fetch` gives the same thing for the same place, on any thread.
  ///
  /// - Parameter most: How many are held, where they are large and quickly fetched again.
  public init(count: Int, holding most: Int = .max, fetch: @escaping @Sendable (Int) -> Element) {
    held = []
    fetched = Fetched(count, holding: most, fetch)
  }

  /// 0.
  @inlinable public var startIndex: Int { 0 }

  /// How many things there are.
  @inlinable public var endIndex: Int { fetched?.count ?? held.count }

  /// The thing at a place.
  @inlinable public subscript(index: Int) -> Element {
    guard let fetched else { return held[index] }
    precondition((0..<fetched.count).contains(index), "a list of \(fetched.count) has no element \(index)")
    return fetched.element(index)
  }

  /// The same things, of which `mapped` makes others only when somebody asks for them.
  var deferred: LazyList {
    if fetched != nil { return self }
    let held = held
    return LazyList(count: held.count) { held[$0] }
  }

  /// Something made of each thing: now, or when it is fetched.
  public func mapped<Other: Sendable>(_ make: @escaping @Sendable (Element) -> Other) -> LazyList<Other> {
    if let fetched { return LazyList<Other>(count: fetched.count) { make(fetched.element($0)) } }
    return LazyList<Other>(held.map(make))
  }
}
