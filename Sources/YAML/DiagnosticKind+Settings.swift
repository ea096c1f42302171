import Diagnostics

extension DiagnosticKind {
  static let malformedYAML = DiagnosticKind(
    "malformed-yaml", .error,
    "A settings file can't be read as YAML. Look at the caret: an unclosed quotation mark, a missing colon or a tab before it is the usual cause."
  )
  static let unknownSetting = DiagnosticKind(
    "unknown-setting", .error, "A key of a settings file has no meaning there. It may be misspelt.")
  static let wrongSetting = DiagnosticKind(
    "wrong-setting", .error, "A setting has a value that it can't have.")
  static let missingSetting = DiagnosticKind(
    "missing-setting", .error, "A setting that the site can't do without is missing, or the whole file is.")

  /// A settings file that is not there.
  public static let missingSettings = missingSetting

  /// The kinds that reading a settings file reports.
  public static let settingsKinds: [DiagnosticKind] = [malformedYAML, unknownSetting, wrongSetting, missingSetting]
}
