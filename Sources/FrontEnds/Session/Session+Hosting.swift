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

  package var goesOnAfterErrors: Bool { !interpreter.option("error").isNull }

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
