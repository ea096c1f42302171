import Coding
import Text

/// A block of HTML in which the tags of some elements are the text that they are, so that the rest of it passes.
struct TagsAsText {
  /// The block.
  private(set) var html = Bytes()
  /// The names of elements that end in it, in small letters.
  private(set) var ended: Set<String> = []

  /// - Parameter starts: Where the tags stand that begin these elements. What browsers read no tags in goes with them, up
  ///   to its end.
  init(of block: Bytes, at starts: Set<Int>) {
    var names: Set<String> = []
    var copied = 0
    func isShown(_ tag: HTMLTagReader.Tag) -> Bool {
      tag.isEnd ? !tag.isInText && names.contains(tag.name) : starts.contains(tag.range.lowerBound)
    }
    var reader = HTMLTagReader(block)
    while let tag = reader.next() {
      if tag.isEnd { ended.insert(tag.name) }
      guard tag.range.lowerBound >= copied, isShown(tag) else { continue }
      names.insert(tag.name)
      let end = tag.endOfText ?? tag.range.upperBound
      html += block[copied..<tag.range.lowerBound]
      html.append(escaping: block[tag.range.lowerBound..<end])
      copied = end
    }
    html += block[copied...]
  }

  /// The name of a tag that is surely meant as one, as those of components are: it has attributes, or ends by itself, or its
  /// end is there. `<name>` and `List<String>` are words in brackets.
  static func component(_ tag: Bytes, isEnded: (_ name: String) -> Bool) -> String? {
    let name = tag.dropFirst().prefix { $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: ".") }
    let rest = tag[name.endIndex...]
    // `<https://…>` is an address in brackets.
    guard !name.isEmpty, let next = rest.first,
      next.isASCIISpace || next == UInt8(ascii: "/") || next == UInt8(ascii: ">")
    else { return nil }
    let hasAttributes = next.isASCIISpace && rest.contains(UInt8(ascii: "="))
    let endsAlone = rest.suffix(2).elementsEqual("/>".utf8)
    let written = Array(name).string
    return hasAttributes || endsAlone || isEnded(written) ? written : nil
  }
}
