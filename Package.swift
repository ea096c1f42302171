// swift-tools-version: 6.2
import PackageDescription

/// A target may import what stands on lower floors; `FloorTests` reads this table and the imports.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error), .enableUpcomingFeature("ExistentialAny")]

func floor(
  _ name: String, on lower: String..., libraries: [Target.Dependency] = [], settings: [SwiftSetting] = strict
) -> Target {
  .target(name: name, dependencies: lower.map { .init(stringLiteral: $0) } + libraries, swiftSettings: settings)
}

func tests(_ name: String, of targets: String...) -> Target {
  .testTarget(
    name: name, dependencies: targets.map { .init(stringLiteral: $0) }, swiftSettings: strict)
}

let package = Package(
  name: "bulletin",
  products: [
    .executable(name: "bulletin", targets: ["bulletin"]),
    // With what its interface speaks of: sources, places, findings and bytes.
    .library(name: "Templating", targets: ["Templating", "Diagnostics", "Text"]),
  ],
  targets: [
    // Floor 6
    .executableTarget(name: "bulletin", dependencies: ["CommandLine"], swiftSettings: strict),
    // Floor 5
    floor("CommandLine", on: "Publishing", "Preview", "Site", "Bulletins", "Templating", "Diagnostics", "Text"),
    // Floor 4
    floor(
      "Publishing", on: "Site", "Bulletins", "Templating", "YAML", "Markdown", "Diagnostics", "Text",
      libraries: ["CSQLite"]),
    floor("Preview", on: "Text", libraries: ["CMicroHTTPD"]),
    // Floor 3
    floor("Site", on: "Bulletins", "Markdown", "Templating", "Feeds", "YAML", "Diagnostics", "Text"),
    // Floor 2
    floor("Bulletins", on: "Markdown", "YAML", "Diagnostics", "Text"),
    // Floor 1
    floor("Markdown", on: "Diagnostics", "Text", libraries: ["CCmarkGFM"]),
    floor("YAML", on: "Diagnostics", "Text", libraries: ["CFYAML"]),
    floor("Templating", on: "Diagnostics", "Text", settings: strict + [.strictMemorySafety()]),
    floor("Feeds", on: "Text"),
    // Floor 0
    floor("Diagnostics", on: "Text"),
    floor("Text", libraries: ["CXXHash"]),
    // System libraries
    .systemLibrary(
      name: "CCmarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CFYAML", pkgConfig: "libfyaml", providers: [.apt(["libfyaml-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    // Not linked: the preview finds it when it starts, so that builds do not need it.
    .systemLibrary(name: "CMicroHTTPD", providers: [.apt(["libmicrohttpd-dev"])]),
    .systemLibrary(name: "CXXHash", pkgConfig: "libxxhash", providers: [.apt(["libxxhash-dev"])]),
    // Tests
    tests("TextTests", of: "Text", "Diagnostics"),
    tests("TemplatingTests", of: "Templating", "Diagnostics", "Text"),
    tests("BulletinsTests", of: "Bulletins", "Markdown", "YAML", "Diagnostics", "Text"),
    tests("SiteTests", of: "Site", "Bulletins", "Templating", "Feeds", "Publishing", "Diagnostics", "Text"),
    tests("PreviewTests", of: "Preview", "Text"),
    tests(
      "ProgramTests", of: "bulletin", "CommandLine", "Publishing", "Site", "Bulletins", "Templating", "YAML",
      "Diagnostics", "Text"),
  ],
  swiftLanguageModes: [.v6]
)
