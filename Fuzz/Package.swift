// swift-tools-version: 6.2
import PackageDescription

/// A package of its own, because its program has no beginning: libFuzzer brings it.
let package = Package(
  name: "fuzz",
  dependencies: [.package(name: "bulletin", path: "..")],
  targets: [
    .executableTarget(
      name: "fuzz-templates", dependencies: [.product(name: "Templating", package: "bulletin")],
      swiftSettings: [.unsafeFlags(["-parse-as-library"])],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])])
  ],
  swiftLanguageModes: [.v6]
)
