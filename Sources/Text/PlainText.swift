import Foundation

extension String {
  /// The text as metadata holds it: white space of every kind collapsed to single spaces, soft hyphens and zero-width
  /// characters removed, in Unicode's composed form (NFC).
  package var plain: String {
    var result = String.UnicodeScalarView()
    var pendingSpace = false
    for scalar in unicodeScalars where !scalar.isInvisible {
      if scalar.properties.isWhitespace {
        pendingSpace = !result.isEmpty
        continue
      }
      if pendingSpace { result.append(" ") }
      pendingSpace = false
      result.append(scalar)
    }
    let text = String(result)
    return text.utf8.contains { $0 >= 0xCC } ? text.precomposedStringWithCanonicalMapping : text
  }

  /// The text without white space at either end.
  package var trimmed: String {
    let view = unicodeScalars
    guard let first = view.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = view.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(view[first...last])
  }
}

extension Unicode.Scalar {
  /// Soft hyphen, zero-width space, joiners, word joiner and byte-order mark: nothing that a reader sees.
  var isInvisible: Bool {
    switch value {
    case 0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF: true
    default: false
    }
  }
}
