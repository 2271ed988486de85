import Foundation
import Testing

/// The programs of `examples/`.
@Suite struct ProgramTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../..").standardized

  @Test func `the flights example prints what Rscript prints`() throws {
    let (status, printed) = try run(Self.apus.path, ["examples/flights.R"])
    #expect(status == 0)
    let recorded = try String(
      contentsOf: Self.root.appending(path: "examples/flights.out"), encoding: .utf8)
    #expect(printed.hasPrefix(recorded))
    #expect(printed.contains("Rows Processed"))
  }

  @Test func `a Swift program embeds R`() throws {
    let (status, printed) = try run(
      "/usr/bin/env", ["swift", "run", "--package-path", "examples/embed-swift", "--quiet"])
    #expect(status == 0, "\(printed.suffix(2000))")
    #expect(printed.contains("[\"(Intercept) = "))
    #expect(printed.contains("Min. 1st Qu.  Median    Mean 3rd Qu.    Max."))
    #expect(printed.contains("Error in log(\"a\") : non-numeric argument to mathematical function"))
  }

  @Test(arguments: [
    (["-e", "cat(1+1)"], 0, "2"), (["-e", "quit(status = 3)"], 3, ""),
    (["-e", "stop('broken')"], 1, "Error: broken\nExecution halted\n"),
    (["-e", "cat(commandArgs(TRUE))", "--args", "a", "b"], 0, "a b"),
    (["--version"], 0, "Apus"), (["--help"], 0, "Usage"),
    (["/no/such/file.R"], 2, "cannot open file"),
    (["-e", "x <-"], 1, "unexpected end of input"),
    (["-e", "f <- function(n) f(n + 1); f(1)"], 1, "infinite recursion"),
  ])
  func `the command line does what Rscript does`(
    _ arguments: [String], _ expected: Int32, _ text: String
  ) throws {
    let (status, printed) = try run(Self.apus.path, arguments)
    #expect(status == expected)
    #expect(text.isEmpty ? printed.isEmpty : printed.contains(text), "\(printed)")
  }

  static var apus: URL {
    let given = ProcessInfo.processInfo.environment["APUS"]
    return given.map { URL(filePath: $0) } ?? root.appending(path: ".build/release/apus")
  }

  private func run(_ program: String, _ arguments: [String]) throws -> (Int32, String) {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = Self.root
    var environment = ProcessInfo.processInfo.environment
    environment["LC_ALL"] = "C.UTF-8"
    environment["SWIFT_BACKTRACE"] = "enable=no"
    process.environment = environment
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}
