import Foundation

extension String {
  /// The text in Unicode's composed form (NFC): of names that look alike there is one.
  package var composed: String { utf8.allSatisfy { $0 < 0x80 } ? self : precomposedStringWithCanonicalMapping }

  /// The text as metadata holds it: white space of every kind collapsed to single spaces, soft hyphens, zero-width
  /// and control characters removed, in Unicode's composed form (NFC). Joiners stay where they are letters of a script: in
  /// Persian, in Indic scripts, in a picture of several.
  package var plain: String {
    var bytes = Bytes()
    var mayBeDecomposed = false
    var pendingSpace = false
    let text = utf8.span
    if isPlain(text) { return self }
    bytes.reserveCapacity(text.count)
    var at = 0
    while at < text.count {
      var end = at
      while end < text.count, text[end] > 0x20, text[end] < 0x7F { end += 1 }
      if end > at {
        if pendingSpace { bytes.append(0x20) }
        pendingSpace = false
        bytes.append(text.extracting(at..<end))
        at = end
        continue
      }
      let (kind, length) = WideCharacter.kind(text, at)
      switch kind {
      case .space: pendingSpace = !bytes.isEmpty
      case .invisible:
        if WideCharacter.joins(text, at), !pendingSpace { bytes.append(text.extracting(at..<at + length)) }
      case .letter(let isDecomposed):
        if pendingSpace { bytes.append(0x20) }
        pendingSpace = false
        mayBeDecomposed = mayBeDecomposed || isDecomposed
        bytes.append(text.extracting(at..<at + length))
      }
      at += length
    }
    return mayBeDecomposed ? bytes.string.precomposedStringWithCanonicalMapping : bytes.string
  }

  /// The text without white space at either end.
  package var trimmed: String {
    // Most texts have nothing to trim, which their first and last bytes show.
    let bytes = utf8.span
    if bytes.beginsVisibly && bytes.endsVisibly { return self }
    let view = unicodeScalars
    guard let first = view.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = view.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(view[first...last])
  }
}

extension Span<UInt8> {
  /// Whether a character that is surely no white space comes first: one of ASCII, or a letter of Latin, Greek, Cyrillic.
  package var beginsVisibly: Bool {
    guard let first else { return false }
    return first > 0x20 && first < 0x7F || first > 0xC2 && first < 0xE0
  }

  /// Whether such a character comes last.
  package var endsVisibly: Bool {
    guard count > 0 else { return false }
    let last = self[count - 1]
    if last < 0x80 { return last > 0x20 && last < 0x7F }
    return count > 1 && self[count - 2] > 0xC2 && self[count - 2] < 0xE0
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

/// Whether a text is plain already, as most are: visible characters that are composed, with single spaces between.
private func isPlain(_ text: Span<UInt8>) -> Bool {
  var at = 0
  var afterSpace = true
  while at < text.count {
    let lead = text[at]
    if lead > 0x20, lead < 0x7F {
      afterSpace = false
      at += 1
    } else if lead == 0x20 {
      if afterSpace { return false }
      afterSpace = true
      at += 1
    } else {
      guard lead >= 0x80, case (.letter(isDecomposed: false), let length) = WideCharacter.kind(text, at) else {
        return false
      }
      afterSpace = false
      at += length
    }
  }
  return !afterSpace || text.isEmpty
}

/// What a character is for plain text, told from its UTF-8 bytes: metadata is read from every file of an archive.
private enum WideCharacter {
  case space, invisible
  /// Anything visible; whether it may be part of a decomposed sequence.
  case letter(isDecomposed: Bool)

  /// Whether a joiner, or what keeps letters from joining, stands between letters of scripts that need it. In texts of
  /// Latin, Greek and Cyrillic letters, it is left from somebody's keyboard.
  static func joins(_ text: Span<UInt8>, _ at: Int) -> Bool {
    guard text[at] == 0xE2, text[at + 1] == 0x80, 0x8C...0x8D ~= text[at + 2], at > 1, at + 3 < text.count else {
      return false
    }
    var before = at - 1
    while before > 0, text[before] & 0xC0 == 0x80 { before -= 1 }
    // Arabic begins at U+0600, Indic scripts behind it; variation selectors stand behind signs.
    return text[before] >= 0xD8 && text[at + 3] >= 0xD8 && text[at + 3] != 0xEF
  }

  static func kind(_ text: Span<UInt8>, _ at: Int) -> (WideCharacter, length: Int) {
    let lead = text[at]
    if lead < 0x80 {
      if lead.isASCIISpace { return (.space, 1) }
      return (lead < 0x20 || lead == 0x7F ? .invisible : .letter(isDecomposed: false), 1)
    }
    if lead < 0xE0 {
      if lead == 0xC2, text[at + 1] == 0xA0 || text[at + 1] == 0x85 { return (.space, 2) }
      // Control characters, and the soft hyphen.
      if lead == 0xC2, text[at + 1] < 0xA0 || text[at + 1] == 0xAD { return (.invisible, 2) }
      // Combining marks begin at U+0300; Latin letters come before them.
      return (.letter(isDecomposed: lead >= 0xCC), 2)
    }
    if lead >= 0xF0 { return (.letter(isDecomposed: true), 4) }
    switch (lead, text[at + 1], text[at + 2]) {
    case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F),
      (0xE3, 0x80, 0x80), (0xE1, 0x9A, 0x80):
      return (.space, 3)
    case (0xE2, 0x80, 0x8B...0x8D), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF), (0xEF, 0xBF, 0xBE...0xBF):
      return (.invisible, 3)
    // Dashes, quotation marks and the like.
    case (0xE2, 0x80, _): return (.letter(isDecomposed: false), 3)
    default: return (.letter(isDecomposed: true), 3)
    }
  }
}
