extension Formula.Tree {
  /// Reads the operators of formulas out of an expression.
  ///
  /// `label` spells everything below them.
  package init(
    _ expression: Expression, label: (Expression) -> String = { $0.text }
  ) throws {
    switch expression {
    case .symbol("."): self = .dot
    case .number(let value) where value == 0 || value == 1: self = .constant(value)
    case .number, .string, .logical:
      throw ModelError(.invalidFormula, "invalid model formula")
    case .call(let name, let arguments):
      let sides = arguments.map(\.value)
      if sides.count == 1 {
        self = try Self.unary(name, sides[0], expression, label)
      } else if sides.count == 2 {
        self = try Self.binary(name, sides[0], sides[1], expression, label)
      } else {
        self = .variable(expression, label: label(expression))
      }
    case .symbol: self = .variable(expression, label: label(expression))
    }
  }

  private static func unary(
    _ name: String, _ side: Expression, _ whole: Expression, _ label: (Expression) -> String
  ) throws -> Formula.Tree {
    switch name {
    case "(": .parentheses(try Self(side, label: label))
    case "+": try Self(side, label: label)
    case "-": .remove(nil, try Self(side, label: label))
    default: .variable(whole, label: label(whole))
    }
  }

  private static func binary(
    _ name: String, _ left: Expression, _ right: Expression, _ whole: Expression,
    _ label: (Expression) -> String
  ) throws -> Formula.Tree {
    func side(_ expression: Expression) throws -> Formula.Tree {
      try Self(expression, label: label)
    }
    switch name {
    case "+": return .add(try side(left), try side(right))
    case "-": return .remove(try side(left), try side(right))
    case ":": return .interact(try side(left), try side(right))
    case "*": return .cross(try side(left), try side(right))
    case "/": return .nest(try side(left), try side(right))
    case "%in%": return .within(try side(left), try side(right))
    case "^":
      guard case .number(let power) = right, power >= 1, power <= 1000 else {
        throw ModelError(.invalidFormula, "invalid power in formula")
      }
      return .power(try side(left), Int(power))
    default: return .variable(whole, label: label(whole))
    }
  }
}

extension Expression {
  /// A plain spelling, as R writes simple calls.
  package var text: String {
    switch self {
    case .symbol(let name): Self.isPlainName(name) ? name : "`\(name)`"
    case .number(let value):
      value == value.rounded() && abs(value) < 1e5 ? String(Int(value)) : "\(value)"
    case .string(let text): "\"\(text)\""
    case .logical(let value): value ? "TRUE" : "FALSE"
    case .call(let name, let arguments): Self.text(of: name, arguments)
    }
  }

  private static func text(of name: String, _ arguments: [Argument]) -> String {
    let spelled = arguments.map { argument in
      (argument.name.map { "\($0) = " } ?? "") + argument.value.text
    }
    if name == "(", spelled.count == 1 { return "(\(spelled[0]))" }
    let isOperator = name.unicodeScalars.first.map { !$0.properties.isAlphabetic && $0 != "." }
    if isOperator == true, spelled.count == 2 {
      let tight = [":", "^"].contains(name)
      return spelled.joined(separator: tight ? name : " \(name) ")
    }
    if isOperator == true, spelled.count == 1 { return name + spelled[0] }
    return "\(name)(\(spelled.joined(separator: ", ")))"
  }

  private static func isPlainName(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first else { return false }
    return (first.properties.isAlphabetic || first == ".")
      && name.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "." || $0 == "_"
      }
  }

  /// The names of all variables inside, each once, in order.
  package var variableNames: [String] {
    var names: [String] = []
    collect(&names)
    return names
  }

  private func collect(_ names: inout [String]) {
    switch self {
    case .symbol(let name): if !names.contains(name) { names.append(name) }
    case .call(_, let arguments): for argument in arguments { argument.value.collect(&names) }
    default: break
    }
  }
}
