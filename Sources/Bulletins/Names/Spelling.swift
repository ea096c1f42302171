import Text

/// A name or topic without what may differ where the same is meant: capitals, hyphens, a full stop at the end, and the kind
/// of apostrophe.
struct Spelling: Hashable {
  private let bytes: Bytes

  init(_ text: String) {
    var bytes = Bytes()
    let folded = text.lowercased()
    bytes.reserveCapacity(folded.utf8.count)
    var pendingSpace = false
    for scalar in folded.unicodeScalars {
      if scalar.properties.isWhitespace || scalar.properties.generalCategory == .dashPunctuation {
        pendingSpace = !bytes.isEmpty
        continue
      }
      if pendingSpace { bytes.append(0x20) }
      pendingSpace = false
      switch scalar {
      case "’", "‘", "ʼ": bytes.append(UInt8(ascii: "'"))
      // The form of a Greek letter at the end of words, which capitals do not have.
      case "ς": bytes.append(contentsOf: "σ".utf8)
      // Which capitals write as two.
      case "ß": bytes.append(contentsOf: "ss".utf8)
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    if bytes.last == UInt8(ascii: "."), bytes.count > 1 { bytes.removeLast() }
    self.bytes = bytes
  }
}
