// What builtins ask of the interpreter.

extension Interpreter {
  /// Calls a function with argument values.
  package func call(
    _ function: Value, _ arguments: [Argument] = [], in environment: Environment? = nil
  ) throws(Unwind) -> Value {
    .null
  }

  /// Evaluates an expression (language object; others are their own value).
  package func evaluate(_ expression: Value, in environment: Environment) throws(Unwind) -> Value {
    .null
  }

  /// The value of a promise, computed at the first call.
  package func force(_ promise: Promise) throws(Unwind) -> Value { .null }

  /// The value of a parameter that was not given, from its default expression.
  func defaultArgument(_ name: Symbol, of frame: Environment) throws(Unwind) -> Value { .null }

  /// The environment in which R code runs now.
  package func currentEnvironment() -> Environment { globalEnvironment }

  /// The method of a generic for an object's (implicit) class, found from an environment.
  package func method(
    _ generic: String, for object: Value, in environment: Environment
  ) throws(Unwind) -> Value? { nil }

  /// Calls an R function found by name in base or on the search path, e.g. `print`, `format`.
  package func callFunction(
    _ name: String, _ arguments: [Argument]
  ) throws(Unwind) -> Value { .null }

  /// The class vector that dispatch uses: the attribute, else the implicit class.
  package func classes(of value: Value) -> [StringHandle] { [] }

  /// Whether `value` inherits from the class.
  package func inherits(_ value: Value, _ className: StaticString) -> Bool { false }

  /// Runs the handlers of a warning; without any it is kept until the top level (`options(warn=)`).
  package func signalWarning(_ message: String, call: Value) throws(Unwind) {}

  func errorCall(of invocation: borrowing Invocation) -> Value { .null }

  func noteRedefinition(of name: Symbol, in environment: Environment) {}

  func invalidateLookups() {}

  /// Throws `.interrupt` when the user pressed Ctrl-C; long-running builtins call it now and then.
  package func checkInterrupt() throws(Unwind) {}

  /// The value of an option; NULL if it is not set.
  package func option(_ name: StaticString) -> Value { .null }
}
