import Languages
import Text

/// Dates as East Asian texts print them beside figures: `二〇二四年五月七日`, `令和6年5月7日`, `2024年（令和6年）5月7日`.
enum EastAsianDate {
  /// A date in figures and in years of the common era; the text itself where it has no sign of a year.
  static func inFigures(_ text: String, _ languages: KnownLanguages) -> String {
    guard text.utf8.contains(0xE5), let sign = text.firstRange(of: year) else { return text }
    // Most texts have figures already, and nothing but figures before the sign.
    let isPlain =
      text[..<sign.lowerBound].utf8.allSatisfy(\.isASCIIDigit)
      && !text.unicodeScalars.contains { $0 == "(" || $0 == "（" }
    if isPlain, !hasNumerals(text) { return text }
    let date = withFigures(withoutBracketedYear(text).replacing("元\(year)", with: "1\(year)"))
    if date.utf8.first?.isASCIIDigit == true { return date }
    return inCommonEra(date, languages.own) ?? inCommonEra(date, languages.others) ?? date
  }

  private static func inCommonEra(_ date: String, _ languages: [Language]) -> String? {
    let eras = languages.flatMap(\.dates.eras).filter { date.hasPrefix($0.key) }
    guard let era = eras.max(by: { $0.key.utf8.count < $1.key.utf8.count }) else { return nil }
    let rest = date.dropFirst(era.key.count).trimmingPrefix { $0 == " " }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits), (1...200).contains(number), number <= lastYear(of: era.value, languages) ?? 200
    else { return nil }
    return "\(era.value + number)\(rest.dropFirst(digits.count))"
  }

  /// The last year of an era is the first one of the next; `nil` for the one that we are in.
  private static func lastYear(of start: Int, _ languages: [Language]) -> Int? {
    let language = languages.first { $0.dates.eras.values.contains(start) }
    return language?.dates.eras.values.filter { $0 > start }.min().map { $0 + 1 - start }
  }

  /// Why a text is no date that names a year of an era behind its last one, such as `平成50年`; `nil` for any other text.
  static func problem(in text: String, _ languages: KnownLanguages) -> String? {
    guard text.utf8.contains(0xE5), text.contains(year) else { return nil }
    let date = withFigures(withoutBracketedYear(text))
    for language in languages.own + languages.others {
      guard let era = language.dates.eras.filter({ date.hasPrefix($0.key) }).max(by: { $0.key.count < $1.key.count }),
        let last = lastYear(of: era.value, [language])
      else { continue }
      let digits = date.dropFirst(era.key.count).drop { $0 == " " }.prefix { $0.isASCII && $0.isNumber }
      if let number = Int(digits), number > last { return "\(era.key) has no year \(number): it ended with \(last)" }
    }
    return nil
  }

  private static let year = "年"
  /// What may stand behind a number in a date.
  private static let signs: Set<Unicode.Scalar> = ["年", "月", "日", "号", "號", "季"]

  private static func hasNumerals(_ text: String) -> Bool { text.unicodeScalars.contains(where: isNumeral) }

  private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    (scalar.properties.isIdeographic || scalar == "〇") && scalar.properties.numericValue != nil
  }

  /// The other year in brackets: one of both is enough.
  private static func withoutBracketedYear(_ text: String) -> String {
    guard let open = text.firstIndex(where: { $0 == "(" || $0 == "（" }),
      let close = text[open...].firstIndex(where: { $0 == ")" || $0 == "）" }),
      text[text.index(after: open)..<close].hasSuffix(year)
    else { return text }
    return String(text[..<open] + text[text.index(after: close)...])
  }

  /// A text with the numbers before its signs in figures.
  private static func withFigures(_ text: String) -> String {
    var figures = ""
    var numerals = ""
    for scalar in text.unicodeScalars {
      // `第一四半期` is the first quarter, of which `四半` are no number.
      if scalar == "四", !numerals.isEmpty, figures.hasSuffix("第") {
        figures += HanNumber.figures(numerals) ?? numerals
        numerals = ""
        figures.unicodeScalars.append(scalar)
        continue
      }
      if isNumeral(scalar) {
        numerals.unicodeScalars.append(scalar)
        continue
      }
      figures += signs.contains(scalar) ? HanNumber.figures(numerals) ?? numerals : numerals
      numerals = ""
      figures.unicodeScalars.append(scalar)
    }
    return figures + numerals
  }
}
