import Foundation
import TestSupport
import Testing

/// The programs of `examples/`.
@Suite struct ProgramTests {
  @Test func `the flights example prints what Rscript prints`() throws {
    let run = try Program.run(Program.apus, ["examples/flights.R"])
    #expect(run.status == 0)
    let recorded = try String(
      contentsOf: Program.root.appending(path: "examples/flights.out"), encoding: .utf8)
    #expect(run.output.hasPrefix(recorded))
    #expect(run.output.contains("Rows Processed"))
  }

  /// The numbers are those of RevoScaleR's documentation.
  @Test func `the airline tutorial gives the documented numbers`() throws {
    let run = try Program.run(Program.apus, ["examples/airline-tutorial.R"])
    #expect(run.status == 0)
    for line in [
      " ArrDelay   11.31794 40.688536 -86.000000 1490.00000 582628   17372",
      "DayOfWeek=Friday     14.8043     0.1436  103.10 2.22e-16 *** |  80142",
      "Residual standard error: 40.65 on 582621 degrees of freedom",
      "F-statistic: 181.8 on 6 and 582621 DF,  p-value: < 2.2e-16",
    ] { #expect(run.output.contains(line), "\(line)") }
  }

  @Test func `the logistic regression of a large file runs`() throws {
    let run = try Program.run(Program.apus, ["examples/big-data-logit.R"])
    #expect(run.status == 0)
    #expect(run.output.contains("Number of valid observations: 327346"))
  }

  /// In the folder `doubles` is a stand-in for the package; where the package itself is
  /// installed, it gives the same.
  @Test(arguments: [true, false])
  func `rxExec runs through foreach`(_ usesDouble: Bool) throws {
    let folder = Program.root.appending(path: "Tests/ExampleTests")
    let query = "cat(requireNamespace('foreach', quietly = TRUE))"
    let isInstalled = try Program.run(Program.apus, ["--vanilla", "--no-echo", "-e", query])
    guard usesDouble || isInstalled.output == "TRUE" else {
      print("the package foreach is not installed: only its stand-in is tried")
      return
    }
    let libraries = usesDouble ? folder.appending(path: "Packages/doubles").path : ""
    let run = try Program.run(
      Program.apus, ["--vanilla", "Programs/foreach.R"], in: folder, adding: ["R_LIBS": libraries])
    let recorded = try String(
      contentsOf: folder.appending(path: "Programs/foreach.out"), encoding: .utf8)
    #expect(run.output == recorded)
  }

  /// `Statistics/write-statistics.c` wrote the files.
  @Test func `files of SAS and SPSS are read`() throws {
    let folder = Program.root.appending(path: "Tests/ExampleTests")
    let run = try Program.run(
      Program.apus, ["--vanilla", "../Programs/statistics-files.R"],
      in: folder.appending(path: "Statistics"))
    let recorded = try String(
      contentsOf: folder.appending(path: "Programs/statistics-files.out"), encoding: .utf8)
    #expect(run.output == recorded)
  }

  @Test func `rxLinMod agrees with lm for any threads and chunks`() throws {
    let run = try Program.run(
      Program.apus, ["Tests/ExampleTests/Programs/rx-agrees-with-lm.R"])
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 6 && lines.allSatisfy { $0.hasSuffix(": TRUE ") }, "\(run.output)")
  }

  /// Packages as GNU R installed them, and their sources; `hedge` extends the S4 classes of `meadow`.
  ///
  /// `R CMD INSTALL -l Packages/installed Packages/sources/orchard` made the former; with these in `R_LIBS` the
  /// output was recorded.
  @Test(arguments: ["installed", "sources"], ["packages", "packages-of-classes"])
  func `a package in R's own layout behaves as in Rscript`(
    _ layout: String, _ program: String
  ) throws {
    let folder = Program.root.appending(path: "Tests/ExampleTests")
    let run = try Program.run(
      Program.apus, ["--vanilla", "Programs/\(program).R"], in: folder,
      adding: ["R_LIBS": folder.appending(path: "Packages/\(layout)").path])
    let recorded = try String(
      contentsOf: folder.appending(path: "Programs/\(program).out"), encoding: .utf8)
    #expect(run.output == recorded)
  }

  @Test(arguments: [
    ("d <- read.csv('missing.csv')", "cannot open file 'missing.csv': No such file or directory"),
    ("RxTextData('missing.csv') |> head()", "file 'missing.csv': No such file or directory"),
    ("d <- read.csv('damaged.csv.gz')", "invalid or incomplete compressed data"),
    ("rxLinMod(y ~ x, 'damaged.csv.gz')", "file 'damaged.csv.gz': damaged compressed data"),
    (
      "rxLinMod(arr_delay ~ dep_delay, 'cut.csv.gz')",
      "file 'cut.csv.gz': unexpected end of compressed data"
    ),
    ("rxLinMod(y ~ x, 'plain.csv.gz')", "file 'plain.csv.gz': not a gz file"),
    ("read.csv('text.csv', colClasses = 'numeric')", "scan() expected 'a real', got 'oops'"),
    (
      "rxLinMod(y ~ x, RxTextData('text.csv', rowsToSniff = 1))",
      "file 'text.csv', row 2, column 'x': expected 'a real', got 'oops'"
    ),
    ("lm(y ~ zz, read.csv('one.csv'))", "object 'zz' not found"),
    ("rxLinMod(y ~ zz, 'one.csv')", "The variable 'zz' is not in the data."),
    (
      "lm(y ~ f, read.csv('one.csv'))",
      "contrasts can be applied only to factors with 2 or more levels"
    ),
    ("lm(y ~ x, read.csv('missing-y.csv'))", "0 (non-NA) cases"),
    ("rxLinMod(y ~ x, 'missing-y.csv')", "There are no valid observations."),
    ("x <- 1\ny <- 2\nx + y z", "Error: unexpected symbol in \"x + y z\""),
  ])
  func `bad input ends in a clear error`(_ expression: String, _ message: String) throws {
    let folder = try Self.badInput()
    defer { try? FileManager.default.removeItem(at: folder) }
    let before = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    let run = try Program.run(Program.apus, ["-e", expression], in: folder)
    #expect(run.status == 1)
    #expect(run.output.contains(message), "\(run.output)")
    let after = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(before == after)
  }

  /// A folder with files that cannot be read, or whose contents are of no use.
  private static func badInput() throws -> URL {
    let folder = Program.scratch("bad-input")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let flights = try Data(contentsOf: Program.root.appending(path: "examples/data/flights.csv.gz"))
    let noise = Data((0..<3000).map { UInt8(truncatingIfNeeded: $0 &* $0 &* 97 &+ $0 >> 3) })
    let files: [String: Data] = [
      "cut.csv.gz": flights.prefix(20_000),
      "damaged.csv.gz": flights.prefix(1000) + noise,
      "plain.csv.gz": Data("y,x\n1,2\n2,4\n".utf8),
      "text.csv": Data("y,x\n1,2\n2,oops\n3,4\n".utf8),
      "one.csv": Data("y,x,f\n1,2,a\n2,3,a\n4,4,a\n".utf8),
      "missing-y.csv": Data("y,x\nNA,2\nNA,3\nNA,4\n".utf8),
    ]
    for (name, content) in files { try content.write(to: folder.appending(path: name)) }
    return folder
  }

  @Test func `a Swift program embeds R`() throws {
    let run = try Program.command([
      "swift", "run", "--package-path", "examples/embed-swift", "--quiet",
    ])
    #expect(run.status == 0, "\(run.output.suffix(2000))")
    for wanted in [
      "[\"(Intercept) = ", "Min. 1st Qu.  Median    Mean 3rd Qu.    Max.",
      "Error in log(\"a\") : non-numeric argument to mathematical function",
    ] { #expect(run.output.contains(wanted), "\(run.output)") }
  }

  @Test func `builds and runs without readline`() throws {
    let folder = ".build/without-traits"
    let build = try Program.command([
      "swift", "build", "--disable-default-traits", "--scratch-path", folder, "--product", "apus",
    ])
    #expect(build.status == 0, "\(build.output.suffix(800))")
    let program = Program.root.appending(path: "\(folder)/debug/apus")
    let libraries = try Program.command(["ldd", program.path])
    #expect(libraries.status == 0 && !libraries.output.contains("readline"))
    #expect(try Program.run(program, ["-e", "cat(6 * 7)"]).output == "42")
  }

  @Test(arguments: [
    (["-e", "cat(1+1)"], 0, "2"), (["-e", "quit(status = 3)"], 3, ""),
    (["-e", "stop('broken')"], 1, "Error: broken\nExecution halted\n"),
    (["-e", "cat(commandArgs(TRUE))", "--args", "a", "b"], 0, "a b"),
    (["--version"], 0, "Apus"), (["--help"], 0, "Usage"),
    (["/no/such/file.R"], 2, "cannot open file"),
    (["-e", "x <-"], 1, "unexpected end of input"),
    (["-e", "f <- function(n) f(n + 1); f(1)"], 1, "infinite recursion"),
  ])
  func `the command line does what Rscript does`(
    _ arguments: [String], _ expected: Int32, _ text: String
  ) throws {
    let run = try Program.run(Program.apus, arguments)
    #expect(run.status == expected)
    #expect(text.isEmpty ? run.output.isEmpty : run.output.contains(text), "\(run.output)")
  }

  @Test func `a syntax error in a script has a place and a caret`() throws {
    let script = Program.scratch("broken.R")
    defer { try? FileManager.default.removeItem(at: script) }
    try "x <- 1\n\ny z\n".write(to: script, atomically: true, encoding: .utf8)
    let run = try Program.run(Program.apus, [script.path])
    #expect(run.status == 1)
    #expect(
      run.output == """
        Error: unexpected symbol in "y z"
        \(script.path):3:3: unexpected symbol
        2: 
        3: y z
             ^
        Execution halted

        """)
    try "options(show.error.locations = FALSE)\ny z\n".write(
      to: script, atomically: true, encoding: .utf8)
    let hidden = try Program.run(Program.apus, [script.path])
    #expect(hidden.output == "Error: unexpected symbol in \"y z\"\nExecution halted\n")
  }
}
