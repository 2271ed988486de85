// Error messages about arguments, in R's words.

extension Condition {
  /// With an empty argument among them GNU R shows all of them as `alist(…)`.
  static func unusedArguments(_ texts: [String], call: Value) -> Condition {
    var list = texts.joined(separator: ", ")
    if texts.contains("") { list = "alist(\(list))" }
    return error("unused argument\(texts.count == 1 ? "" : "s") (\(list))", call: call)
  }

  /// `...` has no element of that number.
  static func tooFewDots(_ wanted: Int, call: Value) -> Condition {
    error(
      "the ... list contains fewer than \(wanted) element\(wanted == 1 ? "" : "s")", call: call)
  }

  /// `...` has no element before the first.
  static func notAPosition(_ wanted: Int, call: Value) -> Condition {
    error("indexing '...' with non-positive index \(wanted)", call: call)
  }

  /// There is no `...` where it was written.
  static func noDots(call: Value) -> Condition {
    error("'...' used in an incorrect context", call: call)
  }

  /// There is no `...` in which `..k` could be.
  static func noDots(for wanted: Int, call: Value) -> Condition {
    error("..\(wanted) used in an incorrect context, no ... to look in", call: call)
  }

  static func matchedTwice(_ name: String, call: Value) -> Condition {
    error("formal argument \"\(name)\" matched by multiple actual arguments", call: call)
  }

  static func ambiguousArgument(_ position: Int, call: Value) -> Condition {
    error("argument \(position) matches multiple formal arguments", call: call)
  }

  /// A builtin was called with an argument left out: by what is written if it is written so, else by
  /// the `...` of the function that runs.
  static func emptyArgument(in written: Call, call: Value) -> Condition {
    if let place = written.arguments.firstIndex(where: \.value.isMissingArgument) {
      return error("argument \(place + 1) is empty", call: .object(written))
    }
    return error("argument is missing, with no default", call: call)
  }

  static func argumentMissing(_ name: String, call: Value) -> Condition {
    error("argument \"\(name)\" is missing, with no default", call: call)
  }

  static func wrongArity(_ given: Int, _ function: String, _ wanted: Int, call: Value) -> Condition
  {
    if function == "+" || function == "-" {
      return error("operator needs one or two arguments", call: call)
    }
    return error(
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
      classes: ["expressionStackOverflowError", "stackOverflowError", "error", "condition"])
  }
}
