// swift-tools-version: 6.2
import PackageDescription

extension Target {
  /// A library module `Apus<name>` at `Sources/<layer>/<name>`.
  static func module(
    _ name: String, in layer: String, uses: [Dependency] = [], links: [LinkerSetting] = []
  ) -> Target {
    .target(
      name: "Apus\(name)", dependencies: uses, path: "Sources/\(layer)/\(name)",
      swiftSettings: strict, linkerSettings: links)
  }

  /// The native half of the stdlib package of the same name.
  static func builtins(_ name: String, uses: [Dependency]) -> Target {
    .target(
      name: "Apus\(name)Builtins", dependencies: ["ApusInterpreter"] + uses,
      path: "Sources/Builtins/\(name)", swiftSettings: strict)
  }

  /// The unit tests of a module.
  static func tests(_ name: String, uses: [Dependency], exclude: [String] = []) -> Target {
    .testTarget(
      name: "\(name)Tests", dependencies: uses, path: "Tests/\(name)Tests", exclude: exclude,
      swiftSettings: strict)
  }
}

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("MemberImportVisibility"),
]

/// Linked into the program, so that start-up maps no library of 35 MB; the Makefile says which build.
let openBLAS: [LinkerSetting] = [
  .linkedLibrary(":libopenblas.a"), .linkedLibrary(":libgfortran.a"),
  .linkedLibrary(":libquadmath.a"), .linkedLibrary("m"),
]

let package = Package(
  name: "Apus",
  products: [
    .library(name: "Apus", targets: ["Apus"]),
    .executable(name: "apus", targets: ["apus"]),
  ],
  traits: [
    .trait(name: "Console", description: "Line editing by GNU readline (GPL-3)."),
    .default(enabledTraits: ["Console"]),
  ],
  targets: [
    // Language: knows R, no mathematics.
    .module("Syntax", in: "Language"),
    .module(
      "Interpreter", in: "Language",
      uses: ["ApusSyntax", "CRoom", "CSampling", "CSwiftRuntime"]),

    // Mathematics and data: plain Swift, knows no R.
    .module("LinearAlgebra", in: "Mathematics", uses: ["CLAPACK"], links: openBLAS),
    .module("Distributions", in: "Mathematics"),
    .module("Statistics", in: "Mathematics", uses: ["ApusLinearAlgebra"]),
    .module(
      "Columns", in: "Data",
      uses: [
        "CZlib", "CLZ4", "CSnappy", "CZstd", "CExchange", "CReadStat", "CThreadCount",
      ]),
    .module("ModelFrames", in: "Data", uses: ["ApusColumns", "ApusLinearAlgebra"]),
    .module(
      "Analytics", in: "Data",
      uses: ["ApusModelFrames", "ApusColumns", "ApusLinearAlgebra", "ApusDistributions"]),
    .module("Executors", in: "Data", uses: ["ApusAnalytics", "ApusColumns"]),

    // Builtins: the only code that knows both sides.
    .builtins(
      "Base",
      uses: [
        "ApusColumns", "ApusDistributions", "ApusLinearAlgebra", "CPCRE2", "CTRE", "CZlib",
        "CBzip2",
        "CLzma",
      ]),
    .builtins(
      "Stats",
      uses: [
        "ApusLinearAlgebra", "ApusDistributions", "ApusStatistics", "ApusModelFrames",
        "ApusColumns",
      ]),
    .builtins(
      "Rx",
      uses: [
        "ApusExecutors", "ApusAnalytics", "ApusModelFrames", "ApusColumns", "ApusLinearAlgebra",
      ]),

    // The R half: stdlib/ is embedded by the plugin.
    .executableTarget(
      name: "EmbedLibrary", dependencies: ["ApusSyntax"], path: "Sources/Tools/EmbedLibrary",
      swiftSettings: strict),
    .plugin(
      name: "EmbedLibraryPlugin", capability: .buildTool(), dependencies: ["EmbedLibrary"],
      path: "Sources/Tools/EmbedLibraryPlugin"),
    .target(
      name: "ApusStandardLibrary", path: "stdlib",
      exclude: [
        "base", "compiler", "datasets", "methods", "rx", "stats", "utils", "README.md",
        "MISSING.md",
      ],
      sources: ["StandardLibrary.swift"], swiftSettings: strict,
      plugins: ["EmbedLibraryPlugin"]),

    // Front ends.
    .target(
      name: "Apus",
      dependencies: [
        "ApusSyntax", "ApusInterpreter", "ApusBaseBuiltins", "ApusStatsBuiltins",
        "ApusRxBuiltins", "ApusStandardLibrary",
      ], path: "Sources/FrontEnds/Session", swiftSettings: strict),
    .target(
      name: "ApusConsole",
      dependencies: [
        "Apus", "ApusInterpreter", "ApusSyntax",
        .target(name: "CReadline", condition: .when(traits: ["Console"])),
      ],
      path: "Sources/FrontEnds/Console", swiftSettings: strict),
    .executableTarget(
      name: "apus",
      dependencies: [
        "Apus", "ApusConsole", "ApusInterpreter", "CMalloc", "CPlainCounting", "CRoom",
        "CRoomyMalloc",
      ],
      path: "Sources/FrontEnds/CommandLine",
      swiftSettings: strict),

    // C libraries.
    .systemLibrary(name: "CLAPACK", path: "Sources/CShims/CLAPACK"),
    .systemLibrary(name: "CPCRE2", path: "Sources/CShims/CPCRE2"),
    .systemLibrary(name: "CTRE", path: "Sources/CShims/CTRE"),
    .systemLibrary(name: "CBzip2", path: "Sources/CShims/CBzip2"),
    .systemLibrary(name: "CLzma", path: "Sources/CShims/CLzma"),
    .systemLibrary(name: "CZlib", path: "Sources/CShims/CZlib"),
    .systemLibrary(name: "CExchange", path: "Sources/CShims/CExchange"),
    .systemLibrary(name: "CLZ4", path: "Sources/CShims/CLZ4"),
    .systemLibrary(name: "CSnappy", path: "Sources/CShims/CSnappy"),
    .systemLibrary(name: "CZstd", path: "Sources/CShims/CZstd"),
    .systemLibrary(name: "CReadStat", path: "Sources/CShims/CReadStat"),
    .target(name: "CSwiftRuntime", path: "Sources/CShims/CSwiftRuntime"),
    .target(name: "CRoom", path: "Sources/CShims/CRoom"),
    .target(name: "CSampling", path: "Sources/CShims/CSampling"),
    .target(name: "CRoomyMalloc", dependencies: ["CRoom"], path: "Sources/CShims/CRoomyMalloc"),
    .target(name: "CThreadCount", path: "Sources/CShims/CThreadCount"),
    .target(
      name: "CPlainCounting", dependencies: ["CSwiftRuntime", "CThreadCount"],
      path: "Sources/CShims/CPlainCounting"),
    .systemLibrary(name: "CMalloc", path: "Sources/CShims/CMalloc"),
    .systemLibrary(name: "CReadline", path: "Sources/CShims/CReadline"),

    // Tests.
    .target(name: "TestSupport", path: "Tests/Support", swiftSettings: strict),
    .tests("Console", uses: ["TestSupport"], exclude: ["terminal.py", "scenarios.py"]),
    .tests("Golden", uses: ["TestSupport"], exclude: ["Cases", "Wanted", "record"]),
    .tests(
      "Example", uses: ["ApusStandardLibrary", "TestSupport"],
      exclude: ["wanted.txt", "Programs", "Packages", "Statistics"]),
    .tests("Architecture", uses: ["TestSupport"]),
    .tests("Syntax", uses: ["ApusSyntax"], exclude: ["record.R", "Cases", "corpus", "corpus.R"]),
    .tests("Fuzz", uses: ["TestSupport"], exclude: ["fuzz", "fuzz.R"]),
    .tests("Scale", uses: ["TestSupport"], exclude: ["crash", "interrupt", "memory"]),
    .tests("StandardLibrary", uses: ["ApusStandardLibrary", "ApusSyntax"]),
    .tests("Interpreter", uses: ["ApusInterpreter"], exclude: ["Recorded", "record.R"]),
    .tests("Session", uses: ["Apus"]),
    .tests("Columns", uses: ["ApusColumns", "TestSupport"], exclude: ["Fixtures", "Parquet"]),
    .tests(
      "ModelFrames", uses: ["ApusModelFrames", "ApusColumns"], exclude: ["record.R", "Recorded"]),
    .tests(
      "Reference", uses: ["ApusDistributions", "ApusLinearAlgebra"],
      exclude: [
        "Distributions", "Models", "record-distributions.R", "record-models.R",
        "record-noncentral.py",
      ]),
    .tests("LinearAlgebra", uses: ["ApusLinearAlgebra"]),
    .tests(
      "Analytics", uses: ["ApusAnalytics", "ApusModelFrames", "ApusColumns"],
      exclude: ["record.R", "Recorded"]),
    .tests(
      "Executors", uses: ["ApusExecutors", "ApusAnalytics", "ApusModelFrames", "ApusColumns"]),
  ],
  swiftLanguageModes: [.v6]
)
