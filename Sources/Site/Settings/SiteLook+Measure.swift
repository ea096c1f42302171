import Text

extension SiteLook {
  /// How many pixels a line of text is wide on a large screen, as the style sheet has it or the settings do. Of units that
  /// depend on the type, it is told as well as that can be told without it.
  var measure: Int {
    let size = SiteLook.drawable(pixels("text_size", of: 16) ?? 19)
    return Int(SiteLook.drawable(pixels("measure", of: size) ?? 32 * size).rounded())
  }

  /// The length that is nearest to one and that a screen can show: what is written may have any number of digits.
  private static func drawable(_ length: Double) -> Double { min(max(length, 1), 10_000) }

  /// A length that the settings give; `nil` where they give none.
  ///
  /// - Parameter size: How many pixels an `em` is.
  private func pixels(_ name: String, of size: Double) -> Double? {
    guard let written = variables.first(where: { $0.variable.name == name })?.light else { return nil }
    let number = written.utf8.prefix { $0.isASCIIDigit || $0 == UInt8(ascii: ".") }
    guard let value = Double(Bytes(number).string) else { return nil }
    let unit = Bytes(written.utf8.dropFirst(number.count)).string
    let factors = [size, size, 1, 4.0 / 3, size / 2, 96 / 25.4, 96 / 2.54]
    return zip(LookVariable.units, factors).first { $0.0 == unit }.map { value * $0.1 }
  }
}
