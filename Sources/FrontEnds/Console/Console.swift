import Apus
import ApusSyntax
import Glibc

/// The interactive console: reads a line, evaluates what is complete, prints.
package struct Console {
  let session: Session
  let output: StandardOutput
  let isQuiet: Bool

  package init(_ session: Session, output: StandardOutput, isQuiet: Bool) {
    self.session = session
    self.output = output
    self.isQuiet = isQuiet
  }

  package func run() -> Int32 {
    session.configure(isInteractive: true)
    let program = Program(session)
    if !isQuiet { program.show(Self.greeting) }
    Interrupts.install(session)
    let editor = LineEditor()
    var pending: [UInt8] = []
    while true {
      output.flush()
      guard let line = editor.readLine(prompt: session.prompt(isContinued: !pending.isEmpty)) else {
        if editor.wasInterrupted {
          pending = []
          continue
        }
        program.show("\n")
        output.flush()
        return 0
      }
      pending += Array(line.utf8) + [0x0A]
      if case .incomplete = Completeness(of: pending) { continue }
      let source = pending
      pending = []
      editor.remember(String(decoding: source.dropLast(), as: UTF8.self))
      switch program.run(source) {
      case .quit(let status):
        output.flush()
        return status
      case .interrupted: program.show("\n")
      default: continue
      }
    }
  }

  private static let greeting = """
    Apus 0.1.0, compatible with R version 4.2.2
    Type 'q()' to quit.


    """
}
