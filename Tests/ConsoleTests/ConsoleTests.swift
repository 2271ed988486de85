import Foundation
import TestSupport
import Testing

/// The console at a pseudo-terminal, as a person sees it: `scenarios.py` says what is typed and shown.
@Suite(.serialized) struct ConsoleTests {
  static let names: [String] = {
    let listing = try? play([])
    return (listing?.output ?? "").split(separator: "\n").map(String.init)
  }()

  @Test(arguments: names)
  func `answers what is typed`(_ scenario: String) throws {
    let played = try Self.play([scenario])
    #expect(played.status == 0, "\(scenario): \(played.output.suffix(800))")
  }

  @Test func `there are scenarios`() {
    #expect(Self.names.count > 15)
  }

  private static func play(_ arguments: [String]) throws -> Finished {
    try Program.command(
      ["python3", "Tests/ConsoleTests/scenarios.py"] + arguments,
      adding: ["APUS": Program.apus.path, "PYTHONDONTWRITEBYTECODE": "1"])
  }
}
