import Apus
import ApusInterpreter
import ApusSyntax
import Glibc

/// Runs a program that arrives on standard input, echoing it with prompts as `R < file` does.
package final class ScriptReader {
  private let session: Session
  private let program: Program
  private let echoes: Bool
  private var lines = StandardInputLines()

  package init(_ session: Session, echoes: Bool) {
    self.session = session
    self.echoes = echoes
    program = Program(session)
  }

  /// Runs it to its end or its first error; with `options(error = )` it goes on in the next line.
  package func run() -> Program.Outcome {
    session.take(input: self)
    var pending: [UInt8] = []
    var isContinued = false
    while let line = lines.next() {
      if echoes { echo(isContinued ? "+ " : "> ", line) }
      pending += line + [0x0A]
      let parsed = Parser.parse(pending)
      isContinued = parsed.isIncomplete
      // What is complete runs before the next line is read.
      let end = isContinued ? parsed.expressionEnds.last ?? 0 : pending.count
      if end == 0 { continue }
      let outcome = program.run(Array(pending[..<end]))
      pending.removeSubrange(..<end)
      switch outcome {
      case .finished: continue
      case .failed where program.goesOnAfterErrors:
        pending = []
        isContinued = false
      default: return outcome
      }
    }
    if echoes { program.show(pending.isEmpty ? "> \n" : "+ ") }
    return pending.isEmpty ? .finished : program.run(pending)
  }

  private func echo(_ prompt: String, _ line: [UInt8]) {
    program.show(prompt + String(decoding: line, as: UTF8.self) + "\n")
  }
}

extension ScriptReader: InputSource {
  package func readLine(prompt: String) -> InputLine {
    guard let line = lines.next() else { return .end }
    if echoes { echo(prompt, line) }
    return .line(line)
  }
}

/// The lines of standard input, each given as soon as it is there.
private struct StandardInputLines {
  private var bytes: [UInt8] = []
  private var place = 0

  mutating func next() -> [UInt8]? {
    var searched = place
    while true {
      if let end = bytes[searched...].firstIndex(of: 0x0A) {
        defer { place = end + 1 }
        return Array(bytes[place..<end])
      }
      searched = bytes.count
      if !fill() { break }
      searched -= place
      bytes.removeSubrange(..<place)
      place = 0
    }
    defer { place = bytes.count }
    return place < bytes.count ? Array(bytes[place...]) : nil
  }

  private mutating func fill() -> Bool {
    var block = [UInt8](repeating: 0, count: 1 << 12)
    while true {
      let count = Glibc.read(STDIN_FILENO, &block, block.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      bytes.append(contentsOf: block[..<count])
      return true
    }
  }
}
