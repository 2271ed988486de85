import TestSupport
import Testing

/// `stdlib/MISSING.md` lists exactly the names that GNU R exports and Apus does not define.
@Suite struct MissingTests {
  @Test func `every missing name is listed, and no other`() throws {
    let comparison = try Program.run(
      Program.apus,
      [
        "--vanilla", "--no-echo", "-f", "Tests/Missing/compare.R", "--args", "Tests/Missing",
        "stdlib/MISSING.md",
      ])
    #expect(comparison.status == 0, "\(comparison.output)")
  }
}
