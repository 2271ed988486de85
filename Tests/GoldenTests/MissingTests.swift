import Foundation
import Testing

/// `stdlib/MISSING.md` lists exactly the names that GNU R exports and Apus does not define.
@Suite struct MissingTests {
  @Test func `every missing name is listed, and no other`() throws {
    let root = GoldenCase.folder.appending(path: "../../..").standardized
    let process = Process()
    process.executableURL = Apus.executable
    process.arguments = [
      "--vanilla", "--no-echo", "-f", "Tests/Missing/compare.R", "--args", "Tests/Missing",
      "stdlib/MISSING.md",
    ]
    process.currentDirectoryURL = root
    process.environment = Apus.environment
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(said)")
  }
}
