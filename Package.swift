// swift-tools-version: 6.2
import PackageDescription

/// No warning is left, and what the compiler can't check is marked `unsafe` where it is used.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error), .enableUpcomingFeature("ExistentialAny"), .strictMemorySafety(),
]

/// A target imports what stands on lower floors: the build holds it to its line in the table below, and `FloorTests` to
/// the floors, of which it has a list of its own.

func floor(
  _ name: String, on lower: String..., libraries: [Target.Dependency] = [], exclude: [String] = [],
  plugins: [Target.PluginUsage] = []
) -> Target {
  .target(
    name: name, dependencies: lower.map { .init(stringLiteral: $0) } + libraries, exclude: exclude,
    swiftSettings: strict, plugins: plugins)
}

func tests(_ name: String, of targets: String...) -> Target {
  .testTarget(
    name: name, dependencies: (targets + ["TestSupport"]).map { .init(stringLiteral: $0) }, swiftSettings: strict)
}

let package = Package(
  name: "bulletin",
  products: [
    .executable(name: "bulletin", targets: ["bulletin"]),
    // With what its interface speaks of: sources, places, findings, dates and bytes.
    .library(name: "Templating", targets: ["Templating", "Diagnostics", "Languages", "Coding", "Text"]),
  ],
  targets: [
    // Floor 6
    .executableTarget(name: "bulletin", dependencies: ["CommandLine"], swiftSettings: strict),
    // Floor 5
    floor(
      "CommandLine",
      on: "Publishing", "Importing", "Preview", "Site", "Bulletins", "Templating", "System", "Coding", "Diagnostics",
      "Text",
      exclude: ["Embedded"], plugins: ["EmbedFiles"]),
    // Floor 4
    floor(
      "Publishing",
      on: "Site", "Bulletins", "Search", "Templating", "YAML", "Markdown", "System", "Languages", "Coding",
      "Diagnostics", "Text",
      libraries: ["CSQLite"]),
    floor("Importing", on: "Bulletins", "Languages", "YAML", "TOML", "System", "Coding", "Diagnostics", "Text"),
    floor("Preview", on: "Coding", "Text", libraries: ["CMicroHTTPD"]),
    // Floor 3
    floor(
      "Site", on: "Bulletins", "Search", "Markdown", "Templating", "YAML", "Languages", "Coding", "Diagnostics", "Text",
      exclude: ["Embedded"], plugins: ["EmbedFiles"]),
    // Floor 2
    floor(
      "Bulletins", on: "Markdown", "YAML", "TOML", "Languages", "Coding", "Diagnostics", "Text", exclude: ["Embedded"],
      plugins: ["EmbedFiles", "ListSlips"]),
    // Floor 1
    floor("Markdown", on: "Coding", "Diagnostics", "Text", libraries: ["CCmarkGFM", "CGumbo"]),
    floor("YAML", on: "Diagnostics", "Text", libraries: ["CFYAML"]),
    floor("TOML", on: "Diagnostics", "Text", libraries: ["CTOML"]),
    floor("Templating", on: "Languages", "Coding", "Diagnostics", "Text"),
    floor("Search", on: "Coding", "Text"),
    // Floor 0, in the order in which its rooms stand on each other
    floor("System", on: "Coding", "Text", libraries: ["CAllocator"]),
    floor("Languages", on: "Text"),
    floor("Diagnostics", on: "Coding", "Text"),
    floor("Coding", on: "Text", libraries: ["CXXHash"]),
    floor("Text"),
    // System libraries
    .systemLibrary(
      name: "CCmarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CGumbo", pkgConfig: "gumbo", providers: [.apt(["libgumbo-dev"])]),
    .systemLibrary(name: "CFYAML", pkgConfig: "libfyaml", providers: [.apt(["libfyaml-dev"])]),
    // toml++ is C++, most of it headers: a function in C around it.
    .target(name: "CTOML"),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    // Not linked: the preview finds it when it starts, so that builds do not need it.
    .systemLibrary(name: "CMicroHTTPD", providers: [.apt(["libmicrohttpd-dev"])]),
    // What allocators have beside C's own functions: nothing is linked for it.
    .systemLibrary(name: "CAllocator"),
    .systemLibrary(name: "CXXHash", pkgConfig: "libxxhash", providers: [.apt(["libxxhash-dev"])]),
    // The build's own: makes the languages, the theme and the preview's files part of the program.
    .plugin(name: "EmbedFiles", capability: .buildTool(), dependencies: ["embed-files"]),
    .executableTarget(name: "embed-files", path: "Plugins/embed-files", swiftSettings: strict),
    // Lists the files in which slips of typing are found.
    .plugin(name: "ListSlips", capability: .buildTool(), dependencies: ["list-slips"]),
    .executableTarget(name: "list-slips", path: "Plugins/list-slips", swiftSettings: strict),
    // Tests: one target for each floor, or room of one, and what they share
    .target(
      name: "TestSupport", dependencies: ["Publishing", "Bulletins"], path: "Tests/TestSupport", swiftSettings: strict),
    tests("TextTests", of: "Text"),
    tests("CodingTests", of: "Coding", "Text"),
    tests("LanguagesTests", of: "Languages"),
    tests("SystemTests", of: "System", "Text"),
    tests("DiagnosticsTests", of: "Diagnostics", "Coding", "Text"),
    tests("MarkdownTests", of: "Markdown", "Text"),
    tests("YAMLTests", of: "YAML", "Diagnostics", "Text"),
    tests("TOMLTests", of: "TOML", "Diagnostics", "Text"),
    tests("SearchTests", of: "Search", "Coding", "Text"),
    tests("TemplatingTests", of: "Templating", "Coding", "Diagnostics", "Text"),
    tests("BulletinsTests", of: "Bulletins", "Markdown", "Languages", "Coding", "Diagnostics", "Text"),
    tests("SiteTests", of: "Publishing", "Site", "Bulletins", "Templating", "Coding", "Diagnostics", "Text"),
    tests("PublishingTests", of: "Publishing", "Site", "Bulletins", "System", "Coding", "Diagnostics"),
    tests("ImportingTests", of: "Importing", "Publishing", "Bulletins", "System", "Diagnostics", "Text"),
    tests("PreviewTests", of: "Preview"),
    tests(
      "ProgramTests", of: "bulletin", "CommandLine", "Publishing", "Site", "Bulletins", "Markdown", "Templating",
      "YAML",
      "Languages", "Coding", "Diagnostics", "System"),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
