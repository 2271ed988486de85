import Apus
import ApusInterpreter
import ApusSyntax
import Glibc

/// The interactive console: reads a line, evaluates what is complete, prints.
package final class Console {
  private let session: Session
  private let output: StandardOutput
  private var program: Program
  private let editor: LineEditor
  private var width: UInt16 = 0

  package init(_ session: Session, output: StandardOutput) {
    self.session = session
    self.output = output
    program = Program(session)
    editor = LineEditor(session)
    program.style = ErrorStyle.ofTerminal
  }

  /// Reads the history of earlier sessions.
  package func loadHistory() { _ = editor.loadHistory(Self.historyFile) }

  /// Makes the session an interactive one, and greets.
  package func begin(isQuiet: Bool) {
    session.configure(isInteractive: true)
    session.take(input: self)
    Interrupts.install(session)
    followWidth()
    if !isQuiet { program.show(Self.greeting) }
  }

  /// Reads and evaluates until the session ends.
  package func run() -> Program.Outcome {
    var pending: [UInt8] = []
    while true {
      followWidth()
      output.flush()
      editor.context = pending
      switch editor.readLine(prompt: session.prompt(isContinued: !pending.isEmpty)) {
      case .interrupted: pending = []
      case .end:
        program.show("\n")
        let outcome = program.quit()
        if case .quit = outcome { return outcome }
        pending = []
      case .line(let line):
        pending += line + [0x0A]
        if Completeness(of: pending) == .incomplete { continue }
        let outcome = evaluate(pending)
        if case .quit = outcome { return outcome }
        pending = []
      }
    }
  }

  private func evaluate(_ source: [UInt8]) -> Program.Outcome {
    editor.remember(String(decoding: source.dropLast(), as: UTF8.self))
    Interrupts.clear()
    let outcome = program.run(source)
    if case .interrupted = outcome { program.show("\n") }
    return outcome
  }

  /// R prints as wide as the terminal is.
  private func followWidth() {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 10 else { return }
    if size.ws_col != width { session.setWidth(Int(size.ws_col)) }
    width = size.ws_col
  }

  private static var historyFile: String {
    getenv("R_HISTFILE").map { String(cString: $0) } ?? ".Rhistory"
  }

  private static let greeting = """
    Apus 0.1.0, compatible with R version 4.2.2
    Type 'q()' to quit.


    """
}

extension Console: InputSource {
  package func readLine(prompt: String) -> InputLine {
    output.flush()
    return editor.readLine(prompt: prompt)
  }

  package func saveHistory(to path: String?) -> Bool {
    editor.saveHistory(path ?? Self.historyFile)
  }

  package func loadHistory(from path: String) -> Bool? { editor.loadHistory(path) }

  package var hasHistory: Bool { editor.hasHistory }
}
