/// Which comes first in a date of figures with the year behind them: in `03/04/2024`, nobody can tell.
public enum DateOrder: String, Sendable, CaseIterable {
  case monthFirst = "month-first"
  case dayFirst = "day-first"
}
