import ApusInterpreter
import ApusModelFrames

/// Formulas of R as the analyses take them.
enum FormulaReading {
  /// Reads a formula, one-sided or two-sided.
  static func formula(_ value: Value, _ strings: StringPool) throws -> Formula {
    guard let call = value.call, call.name == .tilde, let right = call.arguments.last else {
      throw ModelError(.invalidFormula, "invalid formula")
    }
    let response: Formula.Tree? =
      try call.arguments.count == 2
      ? .variable(expression(call.arguments[0].value, strings), label: "response") : nil
    return Formula(
      response: response, predictors: try Formula.Tree(expression(right.value, strings)))
  }

  static func expression(_ value: Value, _ strings: StringPool) throws -> Expression {
    switch value {
    case .symbol(let symbol): return .symbol(strings.text(symbol))
    case .double(let number): return .number(number)
    case .integer(let number): return .number(Double(number))
    case .logical(let truth): return .logical(truth != 0)
    case .string(let text): return .string(strings.text(text))
    default: break
    }
    guard let call = value.call, let name = call.name else {
      throw ModelError(.invalidFormula, "invalid formula")
    }
    let arguments = try call.arguments.map { argument in
      Expression.Argument(
        try expression(argument.value, strings),
        name: argument.name.isEmpty ? nil : strings.text(argument.name))
    }
    return .call(strings.text(name), arguments)
  }
}
