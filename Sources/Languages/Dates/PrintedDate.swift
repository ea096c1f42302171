/// What a date names in print: a day, or less. Nothing is checked, so that what is wrong can be said.
public struct PrintedDate: Equatable, Sendable {
  /// How much of a year it names.
  public enum Span: Equatable, Sendable {
    case day(month: Int, day: Int)
    case month(Int)
    /// Months from one to another, the other one perhaps in a later year.
    case months(Int, through: Int, of: Int)
    /// A quarter from 1 to 4.
    case quarter(Int)
    /// A season from 1, which is spring, to 4; the last one may begin in one year and end in the next.
    case season(Int, untilNextYear: Bool)
    case year
  }

  /// The year, the first of two.
  public let year: Int
  /// What of the year.
  public let span: Span

  /// A date from its parts.
  public init(year: Int, _ span: Span) {
    self.year = year
    self.span = span
  }
}
