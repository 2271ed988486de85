import Foundation
import Testing

/// The console at a pseudo-terminal, as a person sees it: `scenarios.py` says what is typed and shown.
@Suite(.serialized) struct ConsoleTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
  static let names: [String] = {
    let listing = try? python([])
    return (listing?.text ?? "").split(separator: "\n").map(String.init)
  }()

  @Test(arguments: names)
  func `answers what is typed`(_ scenario: String) throws {
    let (status, text) = try Self.python([scenario])
    #expect(status == 0, "\(scenario): \(text.suffix(800))")
  }

  @Test func `there are scenarios`() {
    #expect(Self.names.count > 15)
  }

  private static func python(_ arguments: [String]) throws -> (status: Int32, text: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", folder.appending(path: "scenarios.py").path] + arguments
    var environment = ProcessInfo.processInfo.environment
    let built = folder.appending(path: "../../.build/release/apus").standardized.path
    environment["APUS"] = environment["APUS"] ?? built
    environment["PYTHONDONTWRITEBYTECODE"] = "1"
    process.environment = environment
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let text = String(
      decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, text)
  }
}
