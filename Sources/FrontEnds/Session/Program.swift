import ApusBaseBuiltins
import ApusInterpreter
import ApusSyntax

/// Runs top-level expressions as a script or a console does: values are printed, warnings shown after
/// each expression, errors reported on standard error.
package struct Program {
  let interpreter: Interpreter
  /// How syntax errors are shown.
  package var style = ErrorStyle.plain

  package init(_ session: Session) {
    interpreter = session.interpreter
    interpreter.uncaught = { interpreter, condition in
      Program.report(condition, interpreter)
    }
  }

  /// How a run of expressions ended.
  package enum Outcome {
    case finished
    /// An error was reported.
    case failed
    case interrupted
    case quit(Int32)
  }

  /// Runs the expressions of a text up to the first error.
  package func run(_ source: [UInt8]) -> Outcome {
    let (expressions, result) = interpreter.parse(source)
    for (index, expression) in expressions.enumerated() {
      signal(result.warnings.filter { $0.expression == index })
      let outcome = run(
        interpreter.keepsSource ? withSource(index, result, source) : expression)
      guard case .finished = outcome else { return outcome }
    }
    guard let error = result.error else { return .finished }
    report(error, of: result)
    return .failed
  }

  /// A top-level expression that remembers its text, as a text of its own.
  func withSource(_ index: Int, _ result: ParseResult, _ source: [UInt8]) -> Value {
    let start = index == 0 ? 0 : result.expressionEnds[index - 1]
    let end = min(result.expressionEnds[index], source.count)
    let text = Array(source[start..<end].droppingBlankLines())
    return interpreter.parse(typed: text).expressions.first ?? .null
  }

  /// Signals what the parser warns of.
  func signal(_ warnings: [ParseWarning]) {
    for warning in warnings { try? interpreter.signalWarning(warning.message, call: .null) }
  }

  /// Prints a syntax error.
  ///
  /// In a file `script`, of which `result` is what follows `lines` others, its place comes after R's
  /// message, unless `options(show.error.locations = FALSE)`.
  func report(
    _ error: Diagnostic, of result: ParseResult, script: String? = nil, after lines: Int = 0
  ) {
    interpreter.output.flush()
    let lowering = Lowering(result.tree, strings: interpreter.strings)
    let message = interpreter.errorText(.consoleSyntax(error, lowering: lowering))
    interpreter.printError(style.show(message, error, in: result.tree.source))
    if let script, !hidesLocations {
      interpreter.printError(error.moved(by: lines).location(in: script) + "\n")
    }
    _ = Program.runErrorAction(interpreter)
    interpreter.recover()
  }

  private var hidesLocations: Bool {
    if case .logical(0) = interpreter.option("show.error.locations") { return true }
    return false
  }

  /// With `options(error = expression)` a script goes on after an error, in the next line.
  package var goesOnAfterErrors: Bool { !interpreter.option("error").isNull }

  /// Ends the session as `quit()` does; the outcome is not `.quit` if the user wants to go on.
  package func quit() -> Outcome { run(Array("base::quit()".utf8)) }

  /// Evaluates one expression at top level and prints its value.
  package func run(_ expression: Value) -> Outcome {
    interpreter.isVisible = true
    do throws(Unwind) {
      let value = try interpreter.evaluate(expression, in: interpreter.globalEnvironment)
      let isVisible = interpreter.isVisible
      interpreter.baseEnvironment.define(interpreter.strings.symbol(".Last.value"), value)
      if isVisible { try interpreter.printValue(value, in: interpreter.globalEnvironment) }
      let callbacks = interpreter.state { TaskCallbacks() }
      if !callbacks.isEmpty {
        try callbacks.run(expression, value, isVisible: isVisible, in: interpreter)
      }
      interpreter.showWarnings()
      #if DEBUG
      assert(interpreter.brokenInvariants() == [], "after \(interpreter.deparsedLine(expression))")
      #endif
      return .finished
    } catch {
      return outcome(of: error)
    }
  }

  private func outcome(of failure: Unwind) -> Outcome {
    defer { interpreter.recover() }
    switch failure {
    case .quit(let status):
      interpreter.showWarnings()
      return .quit(status)
    case .interrupt:
      interpreter.showWarnings()
      return .interrupted
    case .error(let condition) where !condition.isReported:
      _ = Program.report(condition, interpreter)
    case .breaking, .next, .returning: return .finished
    default: break
    }
    interpreter.showWarnings()
    return .failed
  }

  /// Prints an error nobody handled and runs `options(error = )`.
  static func report(_ condition: Condition, _ interpreter: Interpreter) -> Unwind {
    condition.isReported = true
    let text = interpreter.errorText(condition)
    interpreter.output.flush()
    if interpreter.state({ ErrorAction() }).isRunning {
      interpreter.printError("Error during wrapup: \(condition.message)\n")
      interpreter.printError(
        "Error: no more error handlers available (recursive errors?); invoking 'abort' restart\n")
      return .toTopLevel
    }
    interpreter.lastErrorMessage = text
    interpreter.printError(text)
    interpreter.keepTraceback()
    if !interpreter.isInteractive, interpreter.showsCalls,
      let calls = interpreter.callsLine(condition)
    {
      interpreter.printError("\(calls)\n")
      interpreter.lastErrorMessage = text + "\(calls)\n"
    }
    interpreter.showWarnings(inAddition: true)
    return runErrorAction(interpreter)
  }

  /// Runs `options(error = )`.
  private static func runErrorAction(_ interpreter: Interpreter) -> Unwind {
    let action = interpreter.option("error")
    guard !action.isNull else { return .toTopLevel }
    let state = interpreter.state { ErrorAction() }
    state.isRunning = true
    defer { state.isRunning = false }
    do throws(Unwind) {
      if let list = action.list, list.kind == .expression {
        for expression in list.elements {
          _ = try interpreter.evaluate(expression, in: interpreter.globalEnvironment)
        }
      } else if action.isFunction {
        _ = try interpreter.call(action)
      } else {
        _ = try interpreter.evaluate(action, in: interpreter.globalEnvironment)
      }
    } catch {
      if case .quit = error { return error }
    }
    return .toTopLevel
  }
}

/// Whether `options(error = )` runs: an error in it ends it.
private final class ErrorAction {
  var isRunning = false
}

extension ArraySlice<UInt8> {
  /// The text without the lines at its start that hold only blanks and comments.
  fileprivate func droppingBlankLines() -> ArraySlice<UInt8> {
    var rest = self
    while let end = rest.firstIndex(of: 0x0A) {
      let first = rest[..<end].first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0C }
      guard first == nil || first == UInt8(ascii: "#") else { break }
      rest = rest[(end + 1)...]
    }
    return rest
  }
}
