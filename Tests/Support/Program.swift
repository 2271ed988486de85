import Foundation

/// What a program that has ended printed, and the status it left.
package struct Finished: Sendable {
  package let status: Int32
  /// Whether a signal ended it.
  package let isKilled: Bool
  /// Standard output; errors too, unless they are apart.
  package let output: String
  package let error: String
}

/// Programs that tests run, `apus` above all.
package enum Program {
  /// The top of the repository.
  package static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../..").standardized

  /// The `apus` under test: `$APUS`, else the release build.
  package static var apus: URL {
    let given = ProcessInfo.processInfo.environment["APUS"]
    return given.map { URL(filePath: $0) } ?? root.appending(path: ".build/release/apus")
  }

  /// Runs a program to its end; `input` is what it reads from standard input.
  package static func run(
    _ executable: URL, _ arguments: [String], in folder: URL = root,
    input: FileHandle = .nullDevice, adding variables: [String: String] = [:],
    errorsApart: Bool = false
  ) throws -> Finished {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(fixed) { $1 }
      .merging(variables) { $1 }
    let (output, error) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = errorsApart ? error : output
    try process.run()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    let said = errorsApart ? error.fileHandleForReading.readDataToEndOfFile() : Data()
    process.waitUntilExit()
    return Finished(
      status: process.terminationStatus, isKilled: process.terminationReason != .exit,
      output: String(decoding: printed, as: UTF8.self),
      error: String(decoding: said, as: UTF8.self))
  }

  /// Runs a command that is found on the path.
  package static func command(
    _ words: [String], adding variables: [String: String] = [:]
  ) throws -> Finished {
    try run(URL(filePath: "/usr/bin/env"), words, adding: variables)
  }

  /// What makes runs comparable.
  private static let fixed = ["LC_ALL": "C.UTF-8", "TZ": "UTC", "SWIFT_BACKTRACE": "enable=no"]

  /// A path for a file that no other test uses.
  package static func scratch(_ name: String) -> URL {
    FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString)-\(name)")
  }
}
