import Text

/// A form of dates: `{month} {day}, {year}`.
public struct DateForm: Sendable {
  /// What stands in the form's braces.
  enum Part: String, CaseIterable, Sendable {
    case day, month, year, quarter, season
    /// The month as a number.
    case number
    /// The month in Roman digits.
    case romanMonth = "roman_month"
    /// The last of several months, by its name and as a number.
    case last
    case lastNumber = "last_number"
    /// The later one of two years.
    case next
    /// A quarter in Roman digits.
    case roman
  }

  enum Element: Sendable {
    case part(Part)
    case text(String)
  }

  let elements: [Element]

  /// What may stand in the braces of a form.
  public static let partNames = Part.allCases.map(\.rawValue)

  /// A form with names in braces; `nil` for one that is not known.
  public init?(_ form: String) {
    var elements: [Element] = []
    var rest = form[...]
    while let open = rest.firstIndex(of: "{") {
      guard let close = rest[open...].firstIndex(of: "}"),
        let part = Part(rawValue: String(rest[rest.index(after: open)..<close]))
      else { return nil }
      if open > rest.startIndex { elements.append(.text(String(rest[..<open]))) }
      elements.append(.part(part))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { elements.append(.text(String(rest))) }
    self.elements = elements
  }

  /// Whether it has the month in Roman digits.
  var hasRomanMonth: Bool { elements.contains { if case .part(.romanMonth) = $0 { true } else { false } } }

  /// What of the form has to be found in a text, in order.
  var pattern: [DatePattern] {
    elements.flatMap { element -> [DatePattern] in
      switch element {
      case .part(let part): [.part(part)]
      case .text(let text): (DateToken.all(in: text) ?? []).map { .literal($0) }
      }
    }
  }
}

/// What a form wants next of a text.
enum DatePattern: Sendable {
  case part(DateForm.Part)
  case literal(DateToken)
}
