import Foundation

/// What a language prints between the members of a list, each mark with the space that stands behind it.
public struct Commas: Sendable, Equatable {
  /// Between names, and whatever else is one of several.
  public let list: String
  /// Between the parts of a sentence.
  public let clause: String

  /// The two marks.
  public init(list: String, clause: String) {
    self.list = list
    self.clause = clause
  }

  /// Those of the script in which a language, given by its BCP 47 tag, is written.
  public init(language: String) {
    self =
      Locale.Language(identifier: language).script.flatMap { Commas.ofScripts[$0.identifier] }
      ?? Commas(list: ", ", clause: ", ")
  }

  /// The scripts that have other marks than the Latin one, by their ISO 15924 codes.
  private static let ofScripts: [String: Commas] = {
    let arabic = Commas(list: "، ", clause: "، ")
    let chinese = Commas(list: "、", clause: "，")
    return [
      "Arab": arabic, "Nkoo": arabic, "Syrc": arabic, "Thaa": arabic, "Ethi": Commas(list: "፣ ", clause: "፣ "),
      "Hans": chinese, "Hant": chinese, "Jpan": Commas(list: "、", clause: "、"),
    ]
  }()
}
