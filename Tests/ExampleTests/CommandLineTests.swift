import Foundation
import TestSupport
import Testing

/// A command line, what is typed into it, and what R 4.2 prints for it and leaves as its status.
struct CommandLineCase: CustomTestStringConvertible, Sendable {
  let arguments: [String]
  /// A script, which is given as `@` among the arguments; else standard input.
  var input = ""
  var output = ""
  var error = ""
  var status: Int32 = 0

  var testDescription: String { arguments.joined(separator: " ") + " < " + input.prefix(40) }

  private static let twoLines = "cat(1); stop(\"x\"); cat(2)\ncat(3)\n"
  private static let goingOn = "options(error = quote(cat(\"E\\n\")))\n"

  static let scripts = [
    CommandLineCase(
      arguments: ["@", "a", "--args", "b c"], input: "commandArgs(TRUE)\n",
      output: "[1] \"a\"      \"--args\" \"b c\"   \n"),
    CommandLineCase(
      arguments: ["-e", "commandArgs(TRUE)", "a", "-b"], output: "[1] \"a\"  \"-b\"\n"),
    CommandLineCase(
      arguments: ["-e", "f <- function() {", "-e", "3 }", "-e", "f()"], output: "[1] 3\n"),
    CommandLineCase(
      arguments: ["-f", "@"], input: "x <- c(1,\n  2) # two\n\nx; 3\n",
      output: "> x <- c(1,\n+   2) # two\n> \n> x; 3\n[1] 1 2\n[1] 3\n> \n"),
    CommandLineCase(
      arguments: ["--no-echo", "-f", "@"], input: "x <- 1\nx\n", output: "[1] 1\n"),
    CommandLineCase(
      arguments: ["-f", "@"], input: "1; {2\n3}\n{4\n5}; c(6,\n7)\n",
      output: "> 1; {2\n[1] 1\n+ 3}\n[1] 3\n> {4\n+ 5}; c(6,\n[1] 5\n+ 7)\n[1] 6 7\n> \n"),
    CommandLineCase(
      arguments: ["@"], input: twoLines, output: "1", error: "Error: x\nExecution halted\n",
      status: 1),
    CommandLineCase(
      arguments: ["@"], input: goingOn + twoLines, output: "1E\n3", error: "Error: x\n"),
    CommandLineCase(
      arguments: ["@"],
      input: goingOn + "options(show.error.locations = FALSE)\n)\ncat(\"after\\n\")\n",
      output: "E\nafter\n",
      error: "Error: unexpected ')' in \")\"\n"),
    CommandLineCase(
      arguments: ["-f", "@"], input: "readLines(stdin(), n = 1)\nof the script\nscan(n = 2)\n3 4\n",
      output: "> readLines(stdin(), n = 1)\nof the script\n[1] \"of the script\"\n"
        + "> scan(n = 2)\n1: 3 4\n[1] 3 4\n> \n",
      error: "Read 2 items\n"),
    CommandLineCase(
      arguments: ["@"], input: ".Last <- function() cat(\"last\\n\")\ncat(\"first\\n\")\n",
      output: "first\nlast\n"),
    CommandLineCase(
      arguments: ["@"], input: ".Last <- function() cat(\"last\\n\")\nq(status = 7)\n",
      output: "last\n", status: 7),
    CommandLineCase(
      arguments: ["@"], input: ".Last <- function() cat(\"last\\n\")\nq(runLast = FALSE)\n"),
    CommandLineCase(
      arguments: ["@"],
      input:
        "e <- new.env()\nx <- reg.finalizer(e, function(e) cat(\"gone\\n\"), TRUE)\ncat(\"end\\n\")\n",
      output: "end\ngone\n"),
    CommandLineCase(
      arguments: ["-e", "q(\"maybe\")"],
      error: "Error in q(\"maybe\") : unrecognized value of 'save'\nExecution halted\n", status: 1),
    CommandLineCase(
      arguments: ["-e", "f <- function() { warning(\"w\"); q(status = 2) }; f()"],
      error: "Warning message:\nIn f() : w\n", status: 2),
  ]

  static let pipes = [
    CommandLineCase(
      arguments: ["--vanilla", "--quiet"], input: "x <- scan()\n1 2\n3\n\nx\n",
      output: "> x <- scan()\n1: 1 2\n3: 3\n4: \n> x\n[1] 1 2 3\n> \n", error: "Read 3 items\n"),
    CommandLineCase(
      arguments: ["--vanilla", "--quiet"], input: "1\n\"abc", output: "> 1\n[1] 1\n> \"abc\n+ ",
      error: "Error: unexpected end of input\nExecution halted\n", status: 1),
    CommandLineCase(
      arguments: ["--slave", "--vanilla"], input: "x <- readline(\"? \")\nx\n",
      output: "? \n[1] \"\"\n"),
    CommandLineCase(
      arguments: ["--no-save", "-q"],
      input: "cat(\"out\\n\"); message(\"err\")\nquit(status = 4)\n2\n",
      output: "> cat(\"out\\n\"); message(\"err\")\nout\n> quit(status = 4)\n", error: "err\n",
      status: 4),
    CommandLineCase(
      arguments: ["-"], input: "x <- 2\nx\n", output: "[1] 2\n"),
  ]
}

@Suite struct CommandLineTests {
  @Test(arguments: CommandLineCase.scripts)
  func `runs scripts as R does`(_ wanted: CommandLineCase) throws {
    let file = Program.scratch("case.R")
    try wanted.input.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    try check(wanted, wanted.arguments.map { $0 == "@" ? file.path : $0 }, "")
  }

  @Test(arguments: CommandLineCase.pipes)
  func `reads standard input as R does`(_ wanted: CommandLineCase) throws {
    try check(wanted, wanted.arguments, wanted.input)
  }

  /// Large vectors, long texts and many small objects, each more than the process may have.
  @Test(arguments: [
    "x <- numeric(2e8); c(x, x)", "s <- strrep(\"ab\", 20); repeat s <- paste0(s, s)",
    "l <- NULL; repeat l <- list(l, new.env())",
  ])
  func `goes on when there is no memory`(_ code: String) throws {
    let caught = "tryCatch({ \(code) }, error = function(e) cat(conditionMessage(e), \"\\n\"))"
    let limited =
      "ulimit -v 4000000; \"$0\" --vanilla -e '\(caught); cat(1:3)' | sed 's/[0-9.]* [GM]b//'"
    let isSmall = code.contains("new.env")
    let message =
      isSmall ? "memory exhausted (limit reached?) \n" : "cannot allocate vector of size  \n"
    try check(
      CommandLineCase(arguments: [], output: message + "1 2 3"),
      ["-c", limited, Program.apus.path], "", program: URL(filePath: "/bin/sh"))
  }

  private func check(
    _ wanted: CommandLineCase, _ arguments: [String], _ input: String,
    program: URL = Program.apus
  ) throws {
    let source = Pipe()
    try source.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try source.fileHandleForWriting.close()
    let run = try Program.run(
      program, arguments, input: source.fileHandleForReading, errorsApart: true)
    #expect(run.output == wanted.output)
    #expect(run.error == wanted.error)
    #expect(run.status == wanted.status)
  }
}
