import Diagnostics
import Markdown
import Text

/// Finds where the source has the addresses of links, which the tree knows only by their blocks.
struct LinkPlace {
  private let source: SourceFile
  /// The end of what was found last: links are asked for in their order.
  private var last = 0
  /// Where the addresses of links by reference stand, once one is asked for.
  private var definitions: [Bytes: Int]?
  /// The addresses that are not in the block that was looked at last: a table may have thousands of links by reference.
  private var absent: (block: Range<Int>, addresses: Set<Bytes>) = (0..<0, [])

  init(in source: SourceFile) { self.source = source }

  /// The range of the address of a link or an image.
  mutating func range(of address: String, of node: MarkdownNode) -> Range<Int> {
    let lines = node.blockWithLines.lines
    let block = source.range(ofLine: lines.lowerBound).lowerBound..<source.range(ofLine: lines.upperBound).upperBound
    if address.isEmpty {
      let brackets = Bytes("]()".utf8)
      let found = offset(of: brackets, from: max(block.lowerBound, last), in: block) { _ in true }
      guard let found else { return source.range(ofLine: node.lines.lowerBound) }
      last = found + 3
      return found + 1..<found + 3
    }
    let bytes = Bytes(address.utf8)
    if absent.block != block { absent = (block, []) }
    if absent.addresses.contains(bytes) { return definition(of: bytes) ?? source.range(ofLine: node.lines.lowerBound) }
    for start in [max(block.lowerBound, min(last, block.upperBound)), block.lowerBound] {
      // Its words may be the address, too.
      let found =
        offset(of: bytes, from: start, in: block) { isBegun($0) }
        ?? offset(of: bytes, from: start, in: block) { _ in true }
      if let found {
        last = found + bytes.count
        return found..<last
      }
    }
    // The address of a link by reference stands elsewhere.
    absent.addresses.insert(bytes)
    return definition(of: bytes) ?? source.range(ofLine: node.lines.lowerBound)
  }

  private mutating func definition(of address: Bytes) -> Range<Int>? {
    let known = definitions ?? source.bytes.span.definedAddresses
    definitions = known
    return known[address].map { $0..<$0 + address.count }
  }

  /// The range of an address in raw HTML.
  mutating func range(of address: HTMLAddress, in html: Bytes) -> Range<Int> {
    let line = source.range(ofLine: address.line)
    var value = html[address.range]
    if let mark = value.first, mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'") {
      value = value.dropFirst().dropLast()
    }
    let start = last >= line.lowerBound && last < line.upperBound ? last : line.lowerBound
    guard !value.isEmpty, let found = offset(of: Array(value), from: start, in: line, where: { _ in true }) else {
      return line
    }
    last = found + value.count
    return found..<last
  }

  private func offset(
    of bytes: Bytes, from start: Int, in range: Range<Int>, where isRight: (Int) -> Bool
  ) -> Int? {
    var at = start
    // No further than the range: each link of a long text would look through the rest of it.
    let part = source.bytes.span.extracting(..<min(range.upperBound, source.bytes.count))
    while let found = part.firstOffset(of: bytes.span, from: at) {
      if isRight(found) { return found }
      at = found + 1
    }
    return nil
  }

  private func isBegun(_ at: Int) -> Bool {
    guard at > 0 else { return false }
    return source.bytes[at - 1] == UInt8(ascii: "(") || source.bytes[at - 1] == UInt8(ascii: "<")
  }
}

extension MarkdownNode {
  /// The block around an inline node of which the lines are known: cells of tables have none.
  fileprivate var blockWithLines: MarkdownNode {
    var node = self
    while let outer = node.parent, node.kind != .paragraph, node.kind != .table, !node.isHeading { node = outer }
    return node
  }
}

extension Span<UInt8> {
  /// The addresses behind `[label]: `, each with the offset at which it stands first.
  fileprivate var definedAddresses: [Bytes: Int] {
    let mark = Bytes("]: ".utf8)
    var addresses: [Bytes: Int] = [:]
    var at = 0
    while let found = firstOffset(of: mark.span, from: at) {
      at = found + mark.count
      while at < count, self[at] == 0x20 { at += 1 }
      let isBracketed = at < count && self[at] == UInt8(ascii: "<")
      if isBracketed { at += 1 }
      let start = at
      while at < count, isBracketed ? self[at] != UInt8(ascii: ">") && self[at] != 0x0A : !self[at].isASCIISpace {
        at += 1
      }
      let address = extracting(start..<at).copy
      if addresses[address] == nil { addresses[address] = start }
    }
    return addresses
  }
}
