import ApusInterpreter

/// The operators as functions: `+`, `==`, `&` and their like.
enum ElementwiseOperators {
  static var all: [Builtin] {
    [
      signed("+", .add), signed("-", .subtract), binary("*", .multiply), binary("/", .divide),
      binary("^", .power), binary("%%", .modulo), binary("%/%", .integerDivide),
      comparison("==", .equal), comparison("!=", .notEqual), comparison("<", .less),
      comparison(">", .greater), comparison("<=", .lessOrEqual),
      comparison(">=", .greaterOrEqual), logical("&", .and), logical("|", .or), not,
    ]
  }

  /// `+` and `-`, which also take one operand.
  private static func signed(_ name: String, _ operation: ArithmeticOperator) -> Builtin {
    Builtin(.primitive, "\(name)(e1, e2)", dispatch: .ops) { call throws(Unwind) in
      guard call.count > 0, !call[0].isMissingArgument else {
        throw call.error("operator needs one or two arguments")
      }
      if call.isAbsent(1) {
        return try call.interpreter.unaryArithmetic(operation, call[0], call: call.call)
      }
      return try call.interpreter.arithmetic(operation, call[0], call[1], call: call.call)
    }
  }

  private static func binary(_ name: String, _ operation: ArithmeticOperator) -> Builtin {
    Builtin(.primitive, "\(name)(e1, e2)", dispatch: .ops) { call throws(Unwind) in
      guard !call.isAbsent(0), !call.isAbsent(1) else {
        throw call.error("operator needs two arguments")
      }
      return try call.interpreter.arithmetic(operation, call[0], call[1], call: call.call)
    }
  }

  private static func comparison(_ name: String, _ operation: ComparisonOperator) -> Builtin {
    Builtin(.primitive, "\(name)(e1, e2)", dispatch: .ops) { call throws(Unwind) in
      guard !call.isAbsent(0), !call.isAbsent(1) else {
        throw call.error("operator needs two arguments")
      }
      return try call.interpreter.compare(operation, call[0], call[1], call: call.call)
    }
  }

  private static func logical(_ name: String, _ operation: LogicOperator) -> Builtin {
    Builtin(.primitive, "\(name)(e1, e2)", dispatch: .ops) { call throws(Unwind) in
      guard !call.isAbsent(0), !call.isAbsent(1) else {
        throw call.error("'\(name)' operator requires 1 or 2 arguments")
      }
      return try call.interpreter.logic(operation, call[0], call[1], call: call.call)
    }
  }

  private static let not = Builtin(.primitive, "!(x)", dispatch: .ops) { call throws(Unwind) in
    guard !call.isAbsent(0) else { throw call.wrongCount("!", requires: 1) }
    return try call.interpreter.not(call[0], call: call.call)
  }
}
