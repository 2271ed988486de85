import Foundation
import TestSupport
import Testing

/// What files hold after the process that was writing them has been killed.
@Suite struct KilledTests {
  private let folder = Program.scratch("killed")

  private func run(_ code: String, killedAfter seconds: Double? = nil) throws -> Finished {
    let apus = [Program.apus.path, "--vanilla", "--no-echo", "-e", code]
    let killing = seconds.map { ["timeout", "-s", "KILL", "\($0)"] } ?? []
    return try Program.run(
      URL(filePath: "/usr/bin/env"), killing + apus, in: folder)
  }

  @Test func `leaves the old file or the new one`() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let start = """
      rxOptions(reportProgress = 0); n <- data.frame(x = 1:20000 / 7, f = factor("a"))
      """
    _ = try run(
      start + """
        ; rxDataStep(n, "a.xdf")
        rxDataStep(n, "set", createCompositeSet = TRUE, blocksPerCompositeFile = 2)
        """)
    let works = [
      """
      repeat { rxDataStep(n, "a.xdf", append = "rows", rowsPerRead = 5000)
               rxSetVarInfo(list(x = list(description = "d")), "a.xdf") }
      """,
      """
      repeat { rxDataStep(n, "set", append = "rows", rowsPerRead = 5000)
               rxSetVarInfo(list(x = list(description = "d")), "set") }
      """,
      #"repeat rxDataStep("a.xdf", "b.xdf", overwrite = TRUE, rowsPerRead = 5000)"#,
      #"repeat if (file.exists("b.xdf")) rxDataStep("b.xdf", "set", overwrite = TRUE)"#,
      #"repeat rxSort("a.xdf", outFile = "c.xdf", sortByVars = "x", overwrite = TRUE)"#,
    ]
    let check = """
      rxOptions(reportProgress = 0); whole <- function(path) !file.exists(path) || {
        rows <- rxGetInfo(path)$numRows
        read <- rxSummary(~ x, path, transforms = list(x = x + 0))$sDataFrame$ValidObs
        rows == read && rows %% 20000 == 0 && rows > 0 }
      cat(sapply(c("a.xdf", "b.xdf", "c.xdf", "set"), whole))
      """
    for round in 0..<10 {
      for work in works {
        let seconds = 0.05 + Double((round * 37 + work.count * 11) % 100) / 400
        #expect(try run(start + "\n" + work, killedAfter: seconds).output == "")
        #expect(try run(check).output == "TRUE TRUE TRUE TRUE")
      }
    }
    let last = """
      ; for (path in c("a.xdf", "set")) rxDataStep(n, path, append = "rows")
      for (path in c("b.xdf", "c.xdf")) rxDataStep(n, path, overwrite = TRUE)
      cat(list.files(all.files = TRUE, no.. = TRUE))
      """
    #expect(try run(start + last).output == "a.xdf b.xdf c.xdf set")
  }
}
