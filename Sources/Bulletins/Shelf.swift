import Synchronization

/// Things in order: all of them at hand, or each fetched when somebody first asks for it.
///
/// An archive that was just read is at hand. One that an earlier build left in its store is fetched, so that one page of
/// ten thousand needs a few issues and not all.
public struct Shelf<Element: Sendable>: RandomAccessCollection, Sendable {
  private let things: Things

  private enum Things: Sendable {
    case held([Element])
    case fetched(Fetched)
  }

  /// What was fetched so far. A class, because every copy of the shelf shares it.
  private final class Fetched: Sendable {
    let count: Int
    private let known = Mutex<[Int: Element]>([:])
    private let fetch: @Sendable (Int) -> Element

    init(_ count: Int, _ fetch: @escaping @Sendable (Int) -> Element) {
      self.count = count
      self.fetch = fetch
    }

    func element(_ index: Int) -> Element {
      if let element = known.withLock({ $0[index] }) { return element }
      let element = fetch(index)
      known.withLock { $0[index] = element }
      return element
    }
  }

  /// Things that are at hand.
  public init(_ elements: [Element]) { things = .held(elements) }

  /// Things that are fetched; `fetch` gives the same thing for the same place, on any thread.
  public init(count: Int, fetch: @escaping @Sendable (Int) -> Element) { things = .fetched(Fetched(count, fetch)) }

  /// 0.
  public var startIndex: Int { 0 }

  /// How many things there are.
  public var endIndex: Int {
    switch things {
    case .held(let elements): elements.count
    case .fetched(let fetched): fetched.count
    }
  }

  /// The thing at a place.
  public subscript(index: Int) -> Element {
    switch things {
    case .held(let elements): return elements[index]
    case .fetched(let fetched):
      precondition((0..<fetched.count).contains(index), "a shelf of \(fetched.count) has no place \(index)")
      return fetched.element(index)
    }
  }

  /// The same things, of which `shelved` makes others only when somebody asks for them.
  var fetchedWhenAsked: Shelf {
    guard case .held(let elements) = things else { return self }
    return Shelf(count: elements.count) { elements[$0] }
  }

  /// Something made of each thing: now, or when it is fetched.
  public func shelved<Other: Sendable>(_ make: @escaping @Sendable (Element) -> Other) -> Shelf<Other> {
    switch things {
    case .held(let elements): Shelf<Other>(elements.map(make))
    case .fetched(let fetched): Shelf<Other>(count: fetched.count) { make(fetched.element($0)) }
    }
  }
}
