import Foundation
import TestSupport
import Testing
import Text

@testable import CommandLine
@testable import Site

/// What readers see who like their screens dark.
@Suite("Colours")
struct ColorTests {
  /// The style sheets of the theme, as one, and those of the preview.
  private static let sheets =
    [(name: "the theme", sheet: StyleSheet(ofTheme.map(\.bytes.string).joined()))]
    + EmbeddedFiles.preview.filter { $0.path.hasSuffix(".css") }.map { (name: $0.path, sheet: StyleSheet($0.text)) }
  private static let ofTheme = BuiltInTheme.files.filter { $0.path.hasSuffix(".css") }

  @Test("no style asks for `light-dark()`, which browsers of 2023 do not know")
  func oldBrowsers() throws {
    for folder in ["Templates", "Sources", "Content", "Documentation"] {
      let files = try Project.files(in: Project.folder + "/" + folder)
      #expect(!files.isEmpty)
      for (path, data) in files {
        let asks = String(decoding: data, as: UTF8.self).contains("light-dark(")
        #expect(!asks, "\(folder)/\(path)")
      }
    }
  }

  @Test("each named colour has a light and a dark value, and no rule has a colour without a name")
  func names() {
    #expect(Self.ofTheme.map(\.path) == ["assets/lists.css", "assets/style.css"])
    #expect(Self.sheets.map(\.name) == ["the theme", "page.css", "panel.css"])
    for (name, sheet) in Self.sheets {
      let (light, dark) = (sheet.colors(isDark: false), sheet.colors(isDark: true))
      #expect(light.count >= 4, "\(name)")
      #expect(light.keys.sorted() == dark.keys.sorted(), "\(name)")
      for rule in sheet.rules {
        for (property, value) in rule.declarations where !property.hasPrefix("--") {
          // A shadow, half transparent, darkens whatever is below it.
          let isBare = property != "box-shadow" && value.contains(/#[0-9a-fA-F]{3}|rgb|hsl/)
          #expect(!isBare, "\(name): \(rule.selector) { \(property): \(value) }")
          for used in value.matches(of: /var\((--[a-z-]+)\)/) {
            #expect(sheet.variables.contains(String(used.1)), "\(name): \(used.1) has no value")
          }
        }
      }
    }
  }

  @Test("text stands out from what is behind it, in the light and in the dark")
  func contrast() {
    var tried = 0
    for (name, sheet) in Self.sheets {
      for (scheme, colors) in [("light", sheet.colors(isDark: false)), ("dark", sheet.colors(isDark: true))] {
        for rule in sheet.rules {
          let text = color(of: "color", in: rule, colors)
          let behind = color(of: "background", in: rule, colors)
          if behind != nil { #expect(text != nil, "\(name): \(rule.selector) has a background and no colour of text") }
          guard let text, let paper = behind ?? colors["--paper"] else { continue }
          let ratio = contrast(text, paper)
          tried += 1
          // What is read on pages stands out more than must be.
          #expect(
            ratio >= (name == "the theme" ? 7 : 4.5),
            "\(name), \(scheme): \(rule.selector) has a contrast of \(ratio)")
        }
      }
    }
    #expect(tried > 10)
  }

  @Test("the second look in the documentation changes variables that there are, in few lines, and can be read")
  func secondLook() throws {
    let guide = try String(contentsOfFile: Project.folder + "/Documentation/themes.md", encoding: .utf8)
    let text = guide.components(separatedBy: "```css\n")[1].components(separatedBy: "```")[0]
    #expect(text.split(separator: "\n").count <= 30)
    let theme = try #require(Self.sheets.first?.sheet)
    let look = StyleSheet(text)
    let (light, dark) = (look.colors(isDark: false), look.colors(isDark: true))
    #expect(light.keys.sorted() == dark.keys.sorted() && light.count > 6)
    for colors in [light, dark] {
      for (name, color) in colors where name != "--band" {
        #expect(theme.variables.contains(name), "\(name)")
        if ["--ink", "--quiet", "--link", "--visited"].contains(name) {
          #expect(contrast(color, colors["--paper"] ?? "") >= 7, "\(name)")
        }
      }
      #expect(contrast(colors["--band"] ?? "", colors["--accent"] ?? "") >= 7)
    }
    // The rules stand in the guide as a site would have them: each of their classes is one of the theme's.
    for rule in look.rules {
      for name in rule.selector.matches(of: /\.([a-z-]+)/) {
        #expect(theme.rules.contains { $0.selector.contains(".\(name.1)") }, "\(rule.selector)")
      }
    }
  }

  private func color(of property: String, in rule: StyleSheet.Rule, _ colors: [String: String]) -> String? {
    guard let value = rule.declarations.last(where: { $0.property == property })?.value,
      let name = value.firstMatch(of: /var\((--[a-z-]+)\)/)
    else { return nil }
    return colors[String(name.1)]
  }

  /// The ratio of two colours' luminances, as WCAG counts it; text needs 4.5.
  private func contrast(_ one: String, _ other: String) -> Double {
    let both = [luminance(one), luminance(other)].sorted()
    return (both[1] + 0.05) / (both[0] + 0.05)
  }

  private func luminance(_ color: String) -> Double {
    var digits = color.dropFirst().map(String.init)
    if digits.count == 3 { digits = digits.flatMap { [$0, $0] } }
    let parts = stride(from: 0, to: digits.count - 1, by: 2).map { Int(digits[$0] + digits[$0 + 1], radix: 16) ?? 0 }
    guard parts.count == 3 else { return .nan }
    let linear = parts.map { part in
      let part = Double(part) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }
}

/// As much of a style sheet as tests ask about: flat rules, perhaps inside of a media query.
private struct StyleSheet {
  struct Rule {
    let media: String
    let selector: String
    let declarations: [(property: String, value: String)]
  }

  private(set) var rules: [Rule] = []

  /// The rules of a text.
  init(_ text: String) {
    let text = text.replacing(/\/\*[^*]*\*\//, with: "")
    for match in text.matches(of: /(?:(@media[^{]*)\{((?:[^{}]*\{[^{}]*\})*)[^{}]*\})|(?:([^{}@]*)\{([^{}]*)\})/) {
      if let media = match.1, let inside = match.2 {
        for rule in inside.matches(of: /([^{}]*)\{([^{}]*)\}/) { add(String(media), rule.1, rule.2) }
      } else if let selector = match.3, let declarations = match.4 {
        add("", selector, declarations)
      }
    }
  }

  private mutating func add(_ media: String, _ selector: Substring, _ declarations: Substring) {
    let pairs = declarations.split(separator: ";").compactMap { line -> (property: String, value: String)? in
      let parts = line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
      return parts.count == 2 ? (parts[0], parts[1]) : nil
    }
    rules.append(
      Rule(
        media: media, selector: selector.trimmingCharacters(in: .whitespacesAndNewlines), declarations: pairs))
  }

  /// The named colours of one scheme.
  func colors(isDark: Bool) -> [String: String] {
    let media = isDark ? "prefers-color-scheme: dark" : ""
    let named = rules.filter { isDark ? $0.media.contains(media) : $0.media.isEmpty }.flatMap(\.declarations)
    let colors = named.filter { $0.property.hasPrefix("--") && $0.value.hasPrefix("#") }
    return Dictionary(colors.map { ($0.property, $0.value) }) { $1 }
  }

  /// The names of everything that has one.
  var variables: Set<String> {
    Set(rules.flatMap(\.declarations).map(\.property).filter { $0.hasPrefix("--") })
  }
}
