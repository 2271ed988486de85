import Foundation
import TestSupport
import Testing

/// Bad input: no trap, no hang over five seconds, no more than 1 GiB of memory.
///
/// `fuzz SECONDS` runs for as long as wanted; the inputs of a seed are always the same.
@Suite struct `Bad input` {
  @Test func `does no harm for a minute`() throws {
    let run = try Program.run(Program.root.appending(path: "Tests/FuzzTests/fuzz"), ["60"])
    #expect(run.status == 0, "\(run.output)")
  }
}
