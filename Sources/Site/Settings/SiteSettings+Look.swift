import Coding
import Text
import YAML

// The settings that say how a site looks.

extension YAMLFields {
  /// Where the type of texts comes from: the theme's own, which the site serves, or what readers have.
  mutating func ownFonts(_ key: String) -> Bool? {
    guard let text = text(key) else { return nil }
    switch text {
    case "own": return true
    case "system": return false
    default:
      wrong(
        valueOf: key, "type is `own` or `system`, not “\(text)”",
        help: "other families are named in `theme:`, by `text_font`")
      return nil
    }
  }

  /// One picture, or one for light and one for dark paper.
  mutating func logo(_ key: String) -> SiteLook.Logo? {
    guard let value = value(key), let texts = lightAndDark(value, of: key), let light = texts.light ?? texts.dark else {
      return nil
    }
    let dark = texts.dark == light ? nil : texts.dark
    return SiteLook.Logo(light: light, dark: dark, location: source.location(value.range))
  }

  /// The variables of the style sheet that a site sets.
  mutating func look(_ key: String) -> [SiteLook.Setting]? {
    guard let value = value(key) else { return nil }
    guard let members = value.members else {
      wrong(value, "`\(key)` must be `key: value` lines", help: "write `accent: \"#0a4d68\"` below it")
      return nil
    }
    var found: [String: SiteLook.Setting] = [:]
    for (name, value) in members {
      let written = name.text ?? ""
      guard let variable = LookVariable.all.first(where: { $0.name == written }) else {
        wrong(name, "the look has nothing called “\(written)”", help: YAMLFields.help(for: written))
        continue
      }
      guard let values = lightAndDark(value, of: written) else { continue }
      let texts = [values.light, values.dark].compactMap { $0 }
      if texts.allSatisfy(variable.accepts), variable.kind == .color || values.dark == nil {
        found[written] = SiteLook.Setting(variable: variable, light: values.light, dark: values.dark)
      } else {
        wrong(value, "`\(written)` can't have this value", help: variable.help)
      }
    }
    return LookVariable.all.compactMap { found[$0.name] }
  }

  private static func help(for written: String) -> String {
    let names = LookVariable.all.map(\.name)
    return names.nearest(to: written).map { "did you mean `\($0)`?" }
      ?? "what can be set is \(names.map { "`\($0)`" }.joined(separator: ", "))"
  }

  /// A text, which is the light one, or two under `light` and `dark`.
  private mutating func lightAndDark(_ node: YAMLNode, of key: String) -> (light: String?, dark: String?)? {
    if let text = node.text { return (text.plain, nil) }
    var texts: [String: String] = [:]
    for (name, value) in node.members ?? [] {
      guard let name = name.text, ["light", "dark"].contains(name), let text = value.text else {
        wrong(value, "`\(key)` has one value, or one under `light:` and one under `dark:`")
        return nil
      }
      texts[name] = text.plain
    }
    if texts.isEmpty {
      wrong(node, "`\(key)` has one value, or one under `light:` and one under `dark:`")
      return nil
    }
    return (texts["light"], texts["dark"])
  }
}
