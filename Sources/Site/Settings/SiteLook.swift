import Coding
import Diagnostics

/// How a site looks, in as far as its settings say so.
public struct SiteLook: Sendable {
  /// Whether the site serves the theme's own type. Without it, pages are set in what readers have.
  public internal(set) var hasOwnFonts = true
  /// What stands in the nameplate beside the title.
  var logo: Logo?
  /// The variables of the style sheet that the site sets, in the order of `LookVariable.all`.
  var variables: [Setting] = []

  /// A variable with its values.
  struct Setting: Sendable {
    let variable: LookVariable
    /// On light paper, or wherever it is no colour.
    let light: String?
    /// On dark paper.
    let dark: String?
  }

  /// A picture in the nameplate.
  struct Logo: Sendable {
    /// Addresses, or paths below the site's root.
    let light: String
    /// On dark paper, where it is another.
    let dark: String?
    /// Where the settings name it.
    let location: Location
  }

  /// The colours that the site sets for light paper, with their names.
  var colors: [(name: String, color: String)] {
    variables.filter { $0.variable.kind == .color }.compactMap { set in set.light.map { (set.variable.name, $0) } }
  }

  /// A colour that the site sets for light paper.
  func color(_ name: String) -> String? { variables.first { $0.variable.name == name }?.light }

  /// The path below the site's root that a picture's address is; `nil` for one that lies elsewhere.
  static func path(of written: String) -> String? {
    if WebAddress.scheme(of: written.utf8.span) != nil || written.hasPrefix("//") { return nil }
    return written.hasPrefix("/") ? String(written.dropFirst()) : written
  }

  /// The variables as a style sheet; `nil` where the site sets none.
  ///
  /// Colours hold on screens alone, and each scheme's only there: what stands on paper is black.
  var styleSheet: String? {
    let fonts = variables.filter { $0.variable.kind == .families }.map { ($0.variable.property, $0.light) }
    let sizes = variables.filter { [.length, .number].contains($0.variable.kind) }.map {
      ($0.variable.property, $0.light)
    }
    let colors = variables.filter { $0.variable.kind == .color }
    let sheet = [
      SiteLook.rule("", (hasOwnFonts ? [] : [("--serif", SiteLook.systemSerif)]) + fonts),
      SiteLook.rule("screen", sizes),
      SiteLook.rule("screen and (prefers-color-scheme: light)", colors.map { ($0.variable.property, $0.light) }),
      SiteLook.rule("screen and (prefers-color-scheme: dark)", colors.map { ($0.variable.property, $0.dark) }),
    ].joined()
    return sheet.isEmpty ? nil : sheet
  }

  /// What most systems have that is made for long texts.
  private static let systemSerif = "Charter,\"Bitstream Charter\",Cambria,Georgia,\"Times New Roman\",serif"

  private static func rule(_ medium: String, _ values: [(property: String, value: String?)]) -> String {
    let declarations = values.compactMap { property, value in value.map { "\(property):\($0)" } }
    if declarations.isEmpty { return "" }
    let rule = ":root{\(declarations.joined(separator: ";"))}"
    return medium.isEmpty ? rule : "@media \(medium){\(rule)}"
  }
}
