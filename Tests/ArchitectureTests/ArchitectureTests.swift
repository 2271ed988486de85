import Foundation
import TestSupport
import Testing

/// The rules of ARCHITECTURE.md that a look at the source text can check.
@Suite struct ArchitectureTests {
  /// What each module may import from this package and from the system.
  static let allowed: [String: Set<String>] = [
    "Language/Syntax": [],
    "Language/Interpreter": [
      "ApusSyntax", "CRoom", "CSampling", "CSwiftRuntime", "_FoundationICU",
    ],
    "Mathematics/LinearAlgebra": ["CLAPACK"],
    "Mathematics/Distributions": [],
    "Mathematics/Statistics": ["ApusLinearAlgebra", "ApusDistributions"],
    "Data/Columns": [
      "CExchange", "CLZ4", "CReadStat", "CSnappy", "CThreadCount", "CZlib", "CZstd",
    ],
    "Data/ModelFrames": ["ApusColumns", "ApusLinearAlgebra"],
    "Data/Analytics": ["ApusModelFrames", "ApusColumns", "ApusLinearAlgebra", "ApusDistributions"],
    "Data/Executors": ["ApusAnalytics", "ApusColumns", "ApusModelFrames"],
    "Builtins/Base": [
      "ApusInterpreter", "ApusSyntax", "ApusColumns", "ApusLinearAlgebra", "ApusDistributions",
      "CPCRE2", "CTRE", "CZlib", "CBzip2", "CLzma",
    ],
    "Builtins/Stats": [
      "ApusInterpreter", "ApusLinearAlgebra", "ApusDistributions", "ApusStatistics",
      "ApusModelFrames", "ApusColumns",
    ],
    "Builtins/Rx": [
      "ApusInterpreter", "ApusExecutors", "ApusAnalytics", "ApusModelFrames", "ApusColumns",
      "ApusLinearAlgebra", "ApusDistributions",
    ],
    "FrontEnds/Session": [
      "ApusSyntax", "ApusInterpreter", "ApusBaseBuiltins", "ApusStatsBuiltins", "ApusRxBuiltins",
      "ApusStandardLibrary",
    ],
    "FrontEnds/Console": ["Apus", "ApusInterpreter", "ApusSyntax", "CReadline"],
    "FrontEnds/CommandLine": [
      "Apus", "ApusConsole", "ApusInterpreter", "CMalloc", "CPlainCounting", "CRoom",
    ],
  ]

  static let toolchain: Set<String> = ["Swift", "Glibc", "Darwin", "Foundation", "Synchronization"]

  @Test func `every module has its layer`() throws {
    let layers = ["Language", "Mathematics", "Data", "Builtins", "FrontEnds"]
    let modules = try layers.flatMap { layer in
      let place = Program.root.appending(path: "Sources/\(layer)")
      return try FileManager.default.contentsOfDirectory(atPath: place.path)
        .map { "\(layer)/\($0)" }
    }
    #expect(Set(modules) == Set(Self.allowed.keys))
  }

  @Test(arguments: allowed.keys.sorted())
  func `imports only what its layer allows`(module: String) throws {
    let foreign = try imports(of: module).subtracting(Self.toolchain)
    #expect(
      foreign.isSubset(of: Self.allowed[module] ?? []), "\(module) imports \(foreign.sorted())")
  }

  @Test(arguments: [
    "Language/Syntax", "Language/Interpreter", "Mathematics/LinearAlgebra",
    "Mathematics/Distributions", "Mathematics/Statistics", "Data/Columns", "Data/ModelFrames",
    "Data/Analytics",
    "Data/Executors",
  ])
  func `starts without Foundation`(module: String) throws {
    #expect(try !imports(of: module).contains("Foundation"))
  }

  /// `CPlainCounting` relies on knowing all threads of the program.
  @Test func `threads start in one place`() throws {
    let places = try sources(in: "Sources").filter { $0.1.contains("pthread_create") }
    #expect(Set(places.map(\.0.lastPathComponent)) == ["CommandLine.swift", "Monitor.swift"])
  }

  /// The compiler refuses other global variables than these, which signal handlers and readline need.
  @Test func `state stands in interpreters`() throws {
    let places = try sources(in: "Sources").filter { _, text in
      text.split(separator: "\n").contains { line in
        line.contains("nonisolated(unsafe)") && line.contains("static") && line.contains(" var ")
      }
    }
    #expect(Set(places.map(\.0.lastPathComponent)) == ["Interrupts.swift", "LineEditor.swift"])
  }

  @Test func `user input never traps`() throws {
    for (file, text) in try sources(in: "Sources") {
      let name = file.lastPathComponent
      #expect(!text.contains("try!"), "\(name)")
      #expect(!text.contains("fatalError("), "\(name)")
    }
  }

  /// And the arithmetic that all analyses share, since Swift inlines only public functions of
  /// other modules.
  @Test func `only the session is public`() throws {
    let free = ["FrontEnds/Session", "Data/Columns/Sums"]
    for (file, text) in try sources(in: "Sources")
    where !free.contains(where: file.path.contains) {
      let lines = text.split(separator: "\n")
      let open = lines.first { $0.drop { $0 == " " }.hasPrefix("public ") }
      #expect(open == nil, "\(file.lastPathComponent): \(open ?? "")")
    }
  }

  private func imports(of module: String) throws -> Set<String> {
    var names: Set<String> = []
    for (_, text) in try sources(in: "Sources/\(module)") {
      for line in text.split(separator: "\n") where line.contains("import ") {
        let words = line.split(separator: " ")
        guard let place = words.firstIndex(of: "import"), place + 1 < words.count,
          words[..<place].allSatisfy({
            $0.hasPrefix("@") || ["package", "internal", "private"].contains($0)
          })
        else { continue }
        names.insert(String(words[place + 1]))
      }
    }
    return names
  }

  private func sources(in folder: String) throws -> [(URL, String)] {
    let place = Program.root.appending(path: folder)
    let files = FileManager.default.enumerator(at: place, includingPropertiesForKeys: nil)
    let found = (files?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }
    try #require(!found.isEmpty, "\(folder) has no Swift files")
    return try found.map { ($0, try String(contentsOf: $0, encoding: .utf8)) }
  }
}
