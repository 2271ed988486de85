import Foundation
import TestSupport
import Testing

/// Debug builds check all reference counts after each top-level expression and stop when one is wrong
/// (`Interpreter.brokenInvariants`); here they go through the cases of the language and of S4.
@Suite struct DebugBuildTests {
  static let cases = GoldenCase.all.filter {
    $0.name.hasPrefix("language/") || $0.name.hasPrefix("methods/")
  }

  /// `swift build --build-tests` leaves it beside the tests.
  static let executable = Program.root.appending(path: ".build/debug/apus")

  @Test func `there are cases`() { #expect(Self.cases.count > 30) }

  @Test(arguments: cases)
  func `counts are right after each expression`(_ golden: GoldenCase) throws {
    let replay = try replay(golden.script, by: Self.executable)
    #expect(!replay.isKilled, "\(replay.output.suffix(400))")
  }
}
