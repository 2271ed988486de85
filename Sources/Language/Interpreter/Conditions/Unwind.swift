/// The one error type of the interpreter: every way a computation can end early.
///
/// An interpreter is confined to one thread, so what is thrown never crosses threads: that makes
/// `@unchecked Sendable`, which `Error` demands, true.
package enum Unwind: Error, @unchecked Sendable {
  /// An error that has not been offered to handlers yet, or that nobody handled.
  case error(Condition)
  /// To the `tryCatch` (by its number) whose handler (by position) was chosen.
  case handler(target: Int, position: Int, condition: Value)
  /// To the restart (by its number) with the arguments given to it.
  case restart(target: Int, arguments: [Value])
  /// `return(value)` evaluated outside the function's own code: from the call whose frame this is.
  case returning(Value, from: Environment)
  /// `break` or `next` outside the code of its loop: to the innermost loop that runs in this environment.
  case breaking(in: Environment)
  case next(in: Environment)
  /// To the top level: the error has been reported, or an `abort` restart was invoked.
  case toTopLevel
  /// Ctrl-C, or the host's `interrupt()`.
  case interrupt
  /// `quit()` with a status.
  case quit(status: Int32)
}

/// What is signalled: a message, the call it belongs to and the classes of the condition.
package final class Condition {
  package let message: String
  package let call: Value
  package let classes: [String]
  /// The R object, when the condition came from R code.
  package var object: Value?
  /// Whether handlers have seen it.
  package var isSignalled = false
  /// Whether its message has been printed.
  package var isReported = false

  package init(_ message: String, call: Value, classes: [String], object: Value? = nil) {
    self.message = message
    self.call = call
    self.classes = classes
    self.object = object
  }

  package static func error(_ message: String, call: Value = .null) -> Condition {
    Condition(message, call: call, classes: ["simpleError", "error", "condition"])
  }
}
