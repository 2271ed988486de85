import ApusBaseBuiltins
import ApusInterpreter

// What the front ends of this package need of a session.

extension Session {
  package func configure(arguments: [String]? = nil, isInteractive: Bool) {
    if let arguments { interpreter.commandArguments = arguments }
    interpreter.isInteractive = isInteractive
    if isInteractive { interpreter.setOption(interpreter.strings.symbol("keep.source"), .true) }
  }

  /// Set to 1, from any thread or signal handler, it stops what runs at the next safe point.
  package var interruptFlag: UnsafeMutablePointer<Int32> { interpreter.interruptFlag }

  /// Where lines come from that R code asks for.
  package func take(input: any InputSource) { interpreter.input = input }

  /// What `quit()` does with the workspace unless it is told.
  package func decide(save policy: SavePolicy) { interpreter.savePolicy = policy }

  /// Tells R how wide the terminal is.
  package func setWidth(_ columns: Int) {
    interpreter.setOption(interpreter.strings.symbol("width"), .integer(Int32(columns)))
  }

  /// What could stand where the cursor is, and from which byte on; no values: something that is not R.
  package func completions(
    of line: [UInt8], at cursor: Int
  ) -> (start: Int, values: [String]?) {
    let before = String(decoding: line[..<cursor], as: UTF8.self).unicodeScalars
    let none: (Int, [String]?) = (cursor, [])
    guard let utils = interpreter.namespaces[interpreter.strings.symbol("utils")] else {
      return none
    }
    let text = interpreter.strings.intern(String(decoding: line, as: UTF8.self))
    do throws(Unwind) {
      let name = interpreter.strings.symbol(".completions")
      guard let function = try utils.value(name),
        let parts = try interpreter.call(
          function, [Argument(.string(text)), Argument(.integer(Int32(before.count)))]
        ).list, parts.count == 2, let start = parts.elements[0].vector as? IntegerVector
      else { return none }
      let first = before.prefix(Int(start.elements[0])).reduce(0) { $0 + UTF8.width($1) }
      let values = parts.elements[1].vector as? CharacterVector
      return (first, values.map { $0.elements.map { interpreter.strings.text($0) } })
    } catch {
      interpreter.recover()
      return none
    }
  }

  /// The last thing a session does.
  package func runExitFinalizers() {
    interpreter.runExitFinalizers()
    interpreter.releaseState()
  }

  /// `options("prompt")` or `options("continue")`.
  package func prompt(isContinued: Bool) -> String {
    let value = interpreter.option(isContinued ? "continue" : "prompt")
    if case .string(let text) = value { return interpreter.strings.text(text) }
    return isContinued ? "+ " : "> "
  }
}

extension Program {
  /// Writes to R's standard output.
  package func show(_ text: String) { interpreter.printToHost(text) }

  /// Writes to R's standard error.
  package func say(_ text: String) { interpreter.printError(text) }
}
