/// How the entries of a list stand in stretches that belong together – a year, a month, a letter – and, where they are too
/// many for one page, on which pages.
struct ListDivision: Sendable {
  /// Entries that belong together.
  struct Stretch: Sendable {
    /// What its first page adds to the address of the list, without a slash.
    let address: String
    /// The entries in the order of the list.
    fileprivate(set) var entries: [Int]
    /// The pages that it has; none where the list has one page.
    fileprivate(set) var pages: Range<Int> = 0..<0
  }

  /// A page after the first.
  struct Sheet: Sendable {
    /// What it adds to the address of the list.
    let address: String
    /// The stretch, and which of its entries.
    let stretch: Int
    let entries: Range<Int>
  }

  /// How many entries there are.
  let count: Int
  private(set) var stretches: [Stretch] = []
  /// The pages after the first; none where that holds everything.
  private(set) var pages: [Sheet] = []

  /// Divides a list.
  ///
  /// - Parameters:
  ///   - entries: The entries in order.
  ///   - most: How many of them may stand on one page.
  ///   - address: What the stretch of an entry adds to the address of the list.
  init(_ entries: some Collection<Int>, most: Int, by address: (Int) -> String) {
    count = entries.count
    var places: [String: Int] = [:]
    for entry in entries {
      let address = address(entry)
      // Neighbours belong together nearly always.
      if stretches.last?.address == address {
        stretches[stretches.count - 1].entries.append(entry)
      } else if let place = places[address] {
        stretches[place].entries.append(entry)
      } else {
        places[address] = stretches.count
        stretches.append(Stretch(address: address, entries: [entry]))
      }
    }
    if count > most { cut(most) }
  }

  /// Gives each stretch its pages. They are counted from its first entry, so that what is added later moves none.
  private mutating func cut(_ most: Int) {
    for (place, stretch) in stretches.enumerated() {
      let start = pages.count
      let starts = stride(from: 0, to: stretch.entries.count, by: most)
      for (number, first) in starts.enumerated() {
        let last = min(stretch.entries.count, first + most)
        pages.append(
          Sheet(
            address: stretch.address + (number == 0 ? "/" : "/\(number + 1)/"), stretch: place, entries: first..<last))
      }
      stretches[place].pages = start..<pages.count
    }
  }

  /// The entries that a page after the first shows.
  func entries(of page: Int) -> ArraySlice<Int> { stretches[pages[page].stretch].entries[pages[page].entries] }
}
