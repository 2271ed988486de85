import Apus
import ApusConsole
import Glibc

/// What the command line asks for.
struct Launch: Sendable {
  var arguments: [String]
  var script: String?
  var expressions: [String] = []
  var isQuiet = false
  var echoes = true
  var problem: String?
  var wants: Request = .run
  var isInteractive = false

  enum Request: Sendable { case run, version, help }

  init(_ arguments: [String]) {
    self.arguments = arguments
    var rest = arguments.dropFirst()
    while let argument = rest.popFirst() {
      switch argument {
      case "--args":
        rest = []
      case "-e":
        guard let text = rest.popFirst() else {
          problem = "option '-e' requires a non-empty argument"
          return
        }
        expressions.append(text)
      case "-f":
        script = rest.popFirst()
        if script == nil { problem = "option '-f' requires a filename argument" }
      case "--quiet", "-q", "--silent": isQuiet = true
      case "--no-echo", "--slave", "-s":
        isQuiet = true
        echoes = false
      case "--interactive": isInteractive = true
      case "--version": wants = .version
      case "--help", "-h": wants = .help
      case _ where argument.hasPrefix("--file="): script = String(argument.dropFirst(7))
      case _ where argument.hasPrefix("-") && argument != "-": continue
      default:
        if script == nil && expressions.isEmpty {
          // apus script.R arguments…: what follows is for the script.
          script = argument
          let trailing = Array(rest)
          let own = arguments.prefix(arguments.count - trailing.count - 1)
          self.arguments =
            own + ["--file=\(argument)"] + (trailing.isEmpty ? [] : ["--args"] + trailing)
          rest = []
        }
      }
    }
  }

  /// Does it; answers the exit status.
  func run() -> Int32 {
    if let problem {
      write("apus: \(problem)\n", to: STDERR_FILENO)
      return 2
    }
    switch wants {
    case .version:
      write(Version.text, to: STDOUT_FILENO)
      return 0
    case .help:
      write(Version.help, to: STDOUT_FILENO)
      return 0
    case .run: return runProgram()
    }
  }

  private func runProgram() -> Int32 {
    let output = StandardOutput()
    let session = Session(sink: output)
    session.configure(arguments: arguments, isInteractive: false)
    defer { output.flush() }
    if !expressions.isEmpty {
      return finish(Program(session), Array(expressions.joined(separator: "\n").utf8))
    }
    if let script, script != "-" {
      guard let text = readFile(script) else {
        output.flush()
        write(
          "Fatal error: cannot open file '\(script)': \(String(cString: strerror(errno)))\n",
          to: STDERR_FILENO)
        return 2
      }
      return finish(Program(session), text)
    }
    if isatty(STDIN_FILENO) == 1 || isInteractive {
      return Console(session, output: output, isQuiet: isQuiet).run()
    }
    return ScriptReader(session, output: output, echoes: echoes).run()
  }

  /// Runs a script to its end or its first error, which ends the process as Rscript does.
  private func finish(_ program: Program, _ source: [UInt8]) -> Int32 {
    let outcome = program.run(source)
    if case .failed = outcome { program.say("Execution halted\n") }
    return status(of: outcome)
  }

  private func status(of outcome: Program.Outcome) -> Int32 {
    switch outcome {
    case .finished: 0
    case .failed: 1
    case .interrupted: 130
    case .quit(let status): status
    }
  }
}

/// Writes text to a file descriptor.
func write(_ text: String, to descriptor: Int32) {
  var text = text
  text.withUTF8 { bytes in
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Glibc.write(
        descriptor,
        UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[rest.startIndex...])
          .baseAddress, rest.count)
      if count <= 0 { return }
      rest = rest.dropFirst(count)
    }
  }
}

/// The content of a file; nil with `errno` set if it cannot be read.
func readFile(_ path: String) -> [UInt8]? {
  guard let file = fopen(path, "r") else { return nil }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = fread(&buffer, 1, buffer.count, file)
    if count == 0 { break }
    bytes.append(contentsOf: buffer[..<count])
  }
  return ferror(file) == 0 ? bytes : nil
}

enum Version {
  static let text = """
    Apus 0.1.0, compatible with R version 4.2.2

    """

  static let help = """
    Usage: apus [options] [file] [arguments]

    Starts the console, or runs the R script `file` with `arguments`.

    Options:
      -e EXPR            evaluate EXPR and exit
      -f FILE            run FILE
      --args             skip the rest of the command line
      -q, --quiet        no greeting
      --no-echo, --slave as quiet as possible: input is not echoed
      --no-save          workspaces are never saved
      --vanilla          no start-up files
      --interactive      behave as at a terminal
      --version          print the version and exit
      --help             print this text and exit

    """
}
