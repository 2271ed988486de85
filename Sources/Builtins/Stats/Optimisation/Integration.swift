import ApusInterpreter
import ApusStatistics

/// `integrate`.
enum Integration {
  static var all: [Builtin] { [finite, infinite] }

  static let finite = Builtin(
    .internal, "integrate(f, lower, upper, abs.tol, rel.tol, limit)"
  ) { call throws(Unwind) in
    let lower = try call.double(1, "lower")
    let upper = try call.double(2, "upper")
    return try integral(call, .finite(lower, upper), from: 3)
  }

  /// From a bound to infinity (1), from minus infinity to it (−1), over the whole line (2).
  static let infinite = Builtin(
    .internal, "integrateInfinite(f, bound, kind, abs.tol, rel.tol, limit)"
  ) { call throws(Unwind) in
    let bound = try call.double(1, "bound")
    let range: IntegrationRange
    switch try call.integer(2, "kind") {
    case 1: range = .above(bound)
    case -1: range = .below(bound)
    default: range = .line
    }
    return try integral(call, range, from: 3)
  }

  private static func integral(
    _ call: borrowing Invocation, _ range: IntegrationRange, from first: Int
  ) throws(Unwind) -> Value {
    let interpreter = call.interpreter
    let function = call[0]
    let owner = call.call
    var integration = AdaptiveIntegration<Unwind>(
      over: range, absolute: try call.double(first, "abs.tol"),
      relative: try call.double(first + 1, "rel.tol"),
      limit: Int(try call.integer(first + 2, "limit"))
    ) { points throws(Unwind) in
      try values(interpreter, function, points, owner)
    }
    let result = try integration.run()
    return .namedList(
      [
        ("value", .double(result.value)), ("abs.error", .double(result.error)),
        ("subdivisions", .integer(result.subdivisions)), ("ierr", .integer(result.code)),
      ], call.strings)
  }

  private static func values(
    _ interpreter: Interpreter, _ function: Value, _ points: [Double], _ call: Value
  ) throws(Unwind) -> [Double] {
    let value = try interpreter.call(function, [Argument(.object(DoubleVector(points)))])
    guard value.count == points.count else {
      throw .error(
        Condition.error("evaluation of function gives a result of incorrect length", call: call))
    }
    let vector = try interpreter.vector(value, as: .double)
    let numbers = withExtendedLifetime(vector) { Array(vector.doubles) }
    guard numbers.allSatisfy(\.isFinite) else {
      throw .error(Condition.error("non-finite function value", call: call))
    }
    return numbers
  }
}
