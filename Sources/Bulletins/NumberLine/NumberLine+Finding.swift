import Languages

/// Tells the line with an issue's number from others, for who brings texts from elsewhere.
public enum NumberLines {
  /// Whether a line begins with a number sign of any language that the program knows, and a number: `No. 23 (99) • …`.
  public static func begin(_ line: String) -> Bool { NumberLine.opens(line, in: .ofProgram) }
}
