// swift-tools-version: 6.2
import PackageDescription

// A program of its own that has R inside. In your package, depend on Apus by its URL and a version.
let package = Package(
  name: "embed-swift",
  dependencies: [.package(name: "Apus", path: "../..", traits: [])],
  targets: [
    .executableTarget(name: "embed", dependencies: [.product(name: "Apus", package: "Apus")])
  ]
)
