// Error messages about arguments, in R's words.

extension Condition {
  static func unusedArguments(_ texts: [String], call: Value) -> Condition {
    error(
      "unused argument\(texts.count == 1 ? "" : "s") (\(texts.joined(separator: ", ")))", call: call
    )
  }

  static func matchedTwice(_ name: String, call: Value) -> Condition {
    error("formal argument \"\(name)\" matched by multiple actual arguments", call: call)
  }

  static func ambiguousArgument(_ position: Int, call: Value) -> Condition {
    error("argument \(position) matches multiple formal arguments", call: call)
  }

  static func argumentMissing(_ name: String, call: Value) -> Condition {
    error("argument \"\(name)\" is missing, with no default", call: call)
  }

  static func wrongArity(_ given: Int, _ function: String, _ wanted: Int, call: Value) -> Condition
  {
    error(
      "\(given) argument\(given == 1 ? "" : "s") passed to '\(function)' which requires \(wanted)",
      call: call)
  }

  static func wrongInternalArity(
    _ given: Int, _ function: String, _ wanted: Int, call: Value
  ) -> Condition {
    error(
      "\(given) argument\(given == 1 ? "" : "s") passed to .Internal(\(function)) which requires \(wanted)",
      call: call)
  }

  static func notAFunction(call: Value) -> Condition {
    error("attempt to apply non-function", call: call)
  }

  package static func tooDeep() -> Condition {
    Condition(
      "evaluation nested too deeply: infinite recursion / options(expressions=)?", call: .null,
      classes: ["stackOverflowError", "error", "condition"])
  }
}
