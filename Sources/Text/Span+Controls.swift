extension Span<UInt8> {
  /// Whether a control character of ASCII is among the bytes that is no tab and no line end. Nearly no text has one.
  package var hasControl: Bool {
    // Without a way out of the loop, nor one around a comparison, sixteen bytes and more are looked at at once.
    var found: UInt8 = 0
    for index in indices {
      let byte = self[index]
      let isLow: UInt8 = byte < 0x20 ? 1 : 0
      let isWhite: UInt8 = (byte == 0x0A ? 1 : 0) | (byte == 0x0D ? 1 : 0) | (byte == 0x09 ? 1 : 0)
      found |= (isLow & ~isWhite) | (byte == 0x7F ? 1 : 0)
    }
    return found != 0
  }
}
