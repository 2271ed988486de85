import Apus
import ApusConsole
import ApusInterpreter
import CRoom
import Glibc

/// Does what the command line asks for.
struct Launch: Sendable {
  let options: Options

  init(_ arguments: [String]) { options = Options(arguments) }

  /// Does it; answers the exit status.
  func run() -> Int32 {
    switch options.request {
    case .complain(let problem):
      write("apus: \(problem)\n", to: STDERR_FILENO)
      return 2
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
    for word in options.ignored { write(word, to: STDERR_FILENO) }
    let startUp = StartUp(options: options)
    startUp.readEnvironment()
    let output = StandardOutput()
    let session = Session(sink: output)
    keep_reserve(session.interruptFlag)
    session.configure(arguments: options.arguments, isInteractive: false)
    defer { output.flush() }
    if case .standardInput = options.source, isatty(STDIN_FILENO) == 1 || options.isInteractive {
      return converse(session, output, startUp)
    }
    session.decide(save: options.save ?? .no)
    Interrupts.install(session)
    let program = Program(session)
    let run: () -> Program.Outcome
    switch options.source {
    case .standardInput: run = ScriptReader(session, echoes: options.echoes).run
    case .expressions(let texts):
      let source = Array((texts.joined(separator: "\n") + "\n").utf8)
      run = ScriptText(source, program, echoes: false).run
    case .file(let path, let isEchoed):
      guard let source = readFile(path) else {
        let reason = String(cString: strerror(errno))
        write("Fatal error: cannot open file '\(path)': \(reason)\n", to: STDERR_FILENO)
        return 2
      }
      run =
        ScriptText(source, program, echoes: isEchoed && options.echoes, name: path).run
    }
    return finish(startUp.prepare(program, isQuiet: options.isQuiet) ?? run(), session)
  }

  /// The console.
  private func converse(
    _ session: Session, _ output: StandardOutput, _ startUp: StartUp
  ) -> Int32 {
    session.decide(save: options.save ?? .ask)
    let console = Console(session, output: output)
    if options.restoresHistory { console.loadHistory() }
    console.begin(isQuiet: options.isQuiet)
    let outcome =
      startUp.prepare(Program(session), isQuiet: options.isQuiet) ?? console.run()
    session.runExitFinalizers()
    return status(of: outcome)
  }

  /// What comes after the end of a script, or its first error.
  private func finish(_ outcome: Program.Outcome, _ session: Session) -> Int32 {
    let program = Program(session)
    var outcome = outcome
    if case .finished = outcome { outcome = program.quit() }
    switch outcome {
    case .failed: program.say("Execution halted\n")
    case .interrupted: program.say("\nExecution halted\n")
    case .finished, .quit: break
    }
    session.runExitFinalizers()
    return status(of: outcome)
  }

  private func status(of outcome: Program.Outcome) -> Int32 {
    switch outcome {
    case .finished: 0
    case .failed, .interrupted: 1
    case .quit(let status): status
    }
  }
}

/// Writes text to a file descriptor.
func write(_ text: String, to descriptor: Int32) {
  var text = text
  text.withUTF8 { bytes in
    var rest = UnsafeRawBufferPointer(bytes)
    while !rest.isEmpty {
      let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
      if count <= 0 { return }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
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
      -f FILE            run FILE, echoed as from standard input
      --args             skip the rest of the command line
      -q, --quiet        no greeting
      --no-echo, --slave as quiet as possible: input is not echoed
      --save, --no-save  what becomes of the workspace at the end
      --no-restore       do not restore what was saved
      --vanilla          neither saved workspaces nor start-up files
      --interactive      behave as at a terminal
      --version          print the version and exit
      --help             print this text and exit

    """
}
