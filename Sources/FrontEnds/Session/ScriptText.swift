import ApusInterpreter
import ApusSyntax

/// A script that is there as a whole, read as R reads it: line by line.
///
/// What asks for input while it runs gets the lines that follow.
package final class ScriptText {
  private let bytes: [UInt8]
  private let program: Program
  private let echoes: Bool
  /// The name of the file, where there is one.
  private let name: String?
  /// The beginning of the line that comes next.
  private var place = 0

  package init(_ bytes: [UInt8], _ program: Program, echoes: Bool, name: String? = nil) {
    self.bytes = bytes
    self.name = name
    self.program = program
    self.echoes = echoes
  }

  /// Runs it to its end or its first error; with `options(error = )` it goes on in the next line.
  package func run() -> Program.Outcome {
    program.interpreter.input = self
    while place < bytes.count {
      switch runRest() {
      case .finished: continue
      case .failed where program.goesOnAfterErrors: continue
      case let outcome: return outcome
      }
    }
    if echoes { program.show("> \n") }
    return .finished
  }

  /// Runs what is left, up to an error or to where something else has read the lines that follow.
  private func runRest() -> Program.Outcome {
    let start = place
    let rest = Array(bytes[start...])
    let (expressions, result) = program.interpreter.parse(rest)
    // Whether what ran last has read lines that follow.
    var hasRead = false
    for (index, expression) in expressions.enumerated() {
      let range = result.tree[result.expressions[index]].range
      if start + Int(range.start) >= place || !hasRead {
        take(from: start + Int(range.start), through: start + result.expressionEnds[index])
      } else if start + result.expressionEnds[index] > place {
        return .finished
      }
      let next = place
      program.signal(result.warnings.filter { $0.expression == index })
      let outcome = program.run(
        program.interpreter.keepsSource ? program.withSource(index, result, rest) : expression)
      guard case .finished = outcome else { return outcome }
      hasRead = place != next
      if hasRead, !continues(result, after: index, before: next - start) { return .finished }
    }
    guard let error = result.error else {
      take(from: bytes.count, through: bytes.count)
      return .finished
    }
    let lines = bytes[start...].indices.lazy.filter { self.bytes[$0] == 0x0A }
    let end = lines.dropFirst(max(0, error.line - 1)).first.map { $0 + 1 } ?? bytes.count
    take(from: firstWord(from: start + (result.expressionEnds.last ?? 0)), through: max(end, place))
    if echoes, result.isIncomplete { program.show("+ ") }
    let before = bytes[..<start].count { $0 == 0x0A }
    program.report(error, of: result, script: name, after: before)
    return .failed
  }

  /// Whether the line that ends before `end` holds another expression.
  private func continues(_ result: ParseResult, after index: Int, before end: Int) -> Bool {
    guard index + 1 < result.expressions.count else { return false }
    return Int(result.tree[result.expressions[index + 1]].range.start) < end
  }

  /// Moves behind the line in which `end` lies, echoing what is passed; an expression starts at `start`.
  private func take(from start: Int, through end: Int) {
    while place < end, let line = nextLine() {
      guard echoes else { continue }
      let isContinued = line.startIndex > start
      program.show((isContinued ? "+ " : "> ") + String(decoding: line, as: UTF8.self) + "\n")
    }
  }

  /// Where something other than space and comments comes.
  private func firstWord(from start: Int) -> Int {
    var isComment = false
    let word = bytes[start...].firstIndex { byte in
      if byte == 0x0A { isComment = false } else if byte == UInt8(ascii: "#") { isComment = true }
      return !isComment && byte > 0x20
    }
    return word ?? bytes.count
  }

  private func nextLine() -> ArraySlice<UInt8>? {
    guard place < bytes.count else { return nil }
    let end = bytes[place...].firstIndex(of: 0x0A) ?? bytes.count
    defer { place = min(end + 1, bytes.count) }
    return bytes[place..<end]
  }
}

extension ScriptText: InputSource {
  package func readLine(prompt: String) -> InputLine {
    guard let line = nextLine() else { return .end }
    if echoes { program.show(prompt + String(decoding: line, as: UTF8.self) + "\n") }
    return .line(Array(line))
  }
}
