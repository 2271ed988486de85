import Foundation
import Testing

/// Bad input: no trap, no hang over five seconds, no more than 1 GiB of memory.
///
/// `fuzz SECONDS` runs for as long as wanted; the inputs of a seed are always the same.
@Suite struct `Bad input` {
  @Test func `does no harm for a minute`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let process = Process()
    process.executableURL = folder.appending(path: "fuzz")
    process.arguments = ["60"]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let report = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(String(decoding: report, as: UTF8.self))")
  }
}
