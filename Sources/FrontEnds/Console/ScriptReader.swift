import Apus
import ApusSyntax
import Glibc

/// Runs a program that arrives on standard input, echoing it with prompts as `R < file` does.
package struct ScriptReader {
  let session: Session
  let output: StandardOutput
  let echoes: Bool

  package init(_ session: Session, output: StandardOutput, echoes: Bool) {
    self.session = session
    self.output = output
    self.echoes = echoes
  }

  package func run() -> Int32 {
    let program = Program(session)
    var pending: [UInt8] = []
    var isContinued = false
    while let line = readLineBytes() {
      if echoes { echo(line, isContinued: isContinued) }
      pending += line + [0x0A]
      switch Completeness(of: pending) {
      case .incomplete:
        isContinued = true
        continue
      default: break
      }
      isContinued = false
      let outcome = program.run(pending)
      pending = []
      switch outcome {
      case .finished: continue
      case .failed:
        if session.goesOnAfterErrors { continue }
        output.flush()
        program.say("Execution halted\n")
        return 1
      case .interrupted: return 130
      case .quit(let status):
        output.flush()
        return status
      }
    }
    if !pending.isEmpty, case .failed = program.run(pending) { return 1 }
    if echoes { program.show("> \n") }
    output.flush()
    return 0
  }

  private func echo(_ line: [UInt8], isContinued: Bool) {
    Program(session).show(
      (isContinued ? "+ " : "> ") + String(decoding: line, as: UTF8.self) + "\n")
  }

  private func readLineBytes() -> [UInt8]? {
    var line: [UInt8] = []
    while true {
      let character = getchar()
      if character == EOF { return line.isEmpty ? nil : line }
      if character == 0x0A { return line }
      line.append(UInt8(truncatingIfNeeded: character))
    }
  }
}
