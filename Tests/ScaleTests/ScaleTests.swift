import Foundation
import TestSupport
import Testing

/// Data larger than memory, processes that are killed, and calls that are interrupted, on a small
/// scale; the programs run on a large one by hand.
@Suite(.serialized) struct ScaleTests {
  @Test func `analyses stay within their memory`() throws {
    try expectSuccess("memory", "--megabytes", "200", "--limit", "400")
  }

  @Test func `a killed process leaves the old file or the new one`() throws {
    try expectSuccess("crash", "--moments", "4", "--rows", "50000")
  }

  @Test func `interrupted calls leave a usable session`() throws {
    try expectSuccess("interrupt", "--moments", "1", "--copies", "60", "--limit", "1000")
  }

  private func expectSuccess(_ program: String, _ arguments: String...) throws {
    let run = try Program.command(
      ["python3", "Tests/ScaleTests/\(program)"] + arguments,
      adding: ["APUS": Program.apus.path, "PYTHONDONTWRITEBYTECODE": "1"])
    #expect(run.status == 0, "\(run.output.suffix(2000))")
  }
}
