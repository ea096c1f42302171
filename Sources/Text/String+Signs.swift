extension String {
  /// Whether a sign of ASCII stands in the text: asked of every line of every file.
  package func has(ascii sign: Unicode.Scalar) -> Bool { utf8.span.firstOffset(of: UInt8(ascii: sign)) != nil }
}
