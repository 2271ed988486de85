import ApusInterpreter
import ApusModelFrames

/// The native half of `terms.formula`.
enum ModelTerms {
  static var all: [Builtin] { [termsFormula] }

  /// The formula with the attributes of a terms object.
  static let termsFormula = Builtin(
    .internal, "termsFormula(x, specials, data, keep.order, allowDotAsName)"
  ) { call throws(Unwind) in
    guard let formula = call[0].call, formula.name == .tilde,
      (1...2).contains(formula.arguments.count)
    else { throw call.error("argument is not a valid model") }
    let reader = try FormulaReader(call)
    let isTwoSided = formula.arguments.count == 2
    guard let right = formula.arguments.last?.value else {
      throw call.error("argument is not a valid model")
    }
    let terms: Terms
    do {
      let response = isTwoSided ? try reader.variable(formula.arguments[0].value) : nil
      let taken = isTwoSided ? reader.names(in: formula.arguments[0].value) : []
      terms = try Terms(
        Formula(response: response, predictors: reader.tree(right)),
        dataNames: reader.dataNames?.filter { !taken.contains($0) },
        keepsOrder: call.flag(3, "keep.order"))
    } catch {
      if let unwind = error as? Unwind { throw unwind }
      throw call.error("\(error)")
    }
    let written = reader.hasDot ? reader.expanding(formula, terms) : formula
    return try termsObject(call, written, terms, reader)
  }

  private static func termsObject(
    _ call: borrowing Invocation, _ formula: Call, _ terms: Terms, _ reader: FormulaReader
  ) throws(Unwind) -> Value {
    let strings = call.strings
    let result = Call(formula.function, formula.arguments)
    let labels = terms.labels.map { strings.intern($0) }
    let variables = try terms.variables.map { variable throws(Unwind) in
      try reader.value(variable.label)
    }
    result.setAttribute(
      strings.symbol("variables"),
      .object(Call(.symbol(strings.symbol("list")), variables.map { Argument($0) })))
    let offsets = terms.offsets.map { Int32($0 + 1) }
    if !offsets.isEmpty { result.setAttribute(strings.symbol("offset"), .integers(offsets)) }
    result.setAttribute(strings.symbol("factors"), factors(terms, labels, strings))
    result.setAttribute(strings.symbol("term.labels"), .object(CharacterVector(labels)))
    if let specials = try specials(call, variables) {
      result.setAttribute(strings.symbol("specials"), specials)
    }
    let order = terms.degrees.map { Int32($0) }
    result.setAttribute(
      strings.symbol("order"), order.isEmpty ? .object(IntegerVector(count: 0)) : .integers(order))
    result.setAttribute(strings.symbol("intercept"), .integer(terms.hasIntercept ? 1 : 0))
    result.setAttribute(strings.symbol("response"), .integer(terms.hasResponse ? 1 : 0))
    result.setAttribute(
      .class_, .strings([strings.intern("terms"), strings.intern("formula")]))
    let environment = strings.symbol(".Environment")
    result.setAttribute(environment, formula.attribute(environment))
    return .object(result)
  }

  private static func factors(
    _ terms: Terms, _ labels: [StringHandle], _ strings: StringPool
  ) -> Value {
    guard !labels.isEmpty else { return .object(IntegerVector(count: 0)) }
    let matrix = IntegerVector(terms.factors.flatMap { $0.map { Int32($0) } })
    let rows = terms.variables.map { strings.intern($0.label) }
    matrix.setAttribute(.dim, .integers([Int32(rows.count), Int32(labels.count)]))
    matrix.setAttribute(
      .dimnames, .list([.object(CharacterVector(rows)), .object(CharacterVector(labels))]))
    return .object(matrix)
  }

  /// For each special function, the positions of the variables that call it.
  private static func specials(
    _ call: borrowing Invocation, _ variables: [Value]
  ) throws(Unwind) -> Value? {
    guard call[1].kind == .character else { return nil }
    let names = try call.characters(1).elements
    let result = ListVector(kind: .pairlist, count: names.count)
    for (position, name) in names.enumerated() {
      let places = variables.indices.filter { variables[$0].call?.name == Symbol(name) }
      if !places.isEmpty { result.elements[position] = .integers(places.map { Int32($0 + 1) }) }
    }
    result.setAttribute(.names, .strings(Array(names)))
    return .object(result)
  }
}

/// Reads the parts of a formula, and remembers the language object behind each label.
final class FormulaReader {
  private let interpreter: Interpreter
  private var values: [String: Value] = [:]
  private(set) var hasDot = false
  /// What `.` stands for; nil when it is not to be expanded.
  let dataNames: [String]?
  private let isDotAllowed: Bool

  init(_ call: borrowing Invocation) throws(Unwind) {
    interpreter = call.interpreter
    isDotAllowed = try call.flag(4, "allowDotAsName")
    let names = call[2].list?.names
    dataNames = names.map { names in
      names.elements.map { call.interpreter.strings.text($0) }
    }
  }

  func value(_ label: String) throws(Unwind) -> Value {
    values[label] ?? .symbol(interpreter.strings.symbol(label))
  }

  /// Any expression as one variable.
  func variable(_ value: Value) throws -> Formula.Tree {
    let label = try self.label(value)
    values[label] = value
    return .variable(expression(value), label: label)
  }

  func tree(_ value: Value) throws -> Formula.Tree {
    if let symbol = value.symbol {
      guard interpreter.strings.text(symbol) == ".", !isDotAllowed else {
        return try variable(value)
      }
      if dataNames != nil { hasDot = true }
      return .dot
    }
    if let number = number(value) {
      guard number == 0 || number == 1 else { throw Self.invalid }
      return .constant(number)
    }
    guard let call = value.call else { throw Self.invalid }
    let sides = call.arguments.map(\.value)
    let name = call.name.map { interpreter.strings.text($0) } ?? ""
    switch (name, sides.count) {
    case ("(", 1): return .parentheses(try tree(sides[0]))
    case ("+", 1): return try tree(sides[0])
    case ("-", 1): return .remove(nil, try tree(sides[0]))
    case ("+", 2): return .add(try tree(sides[0]), try tree(sides[1]))
    case ("-", 2): return .remove(try tree(sides[0]), try tree(sides[1]))
    case (":", 2): return .interact(try tree(sides[0]), try tree(sides[1]))
    case ("*", 2): return .cross(try tree(sides[0]), try tree(sides[1]))
    case ("/", 2): return .nest(try tree(sides[0]), try tree(sides[1]))
    case ("%in%", 2): return .within(try tree(sides[0]), try tree(sides[1]))
    case ("^", 2):
      guard let power = number(sides[1]), power >= 1, power <= 1000 else {
        throw ModelError(.invalidFormula, "invalid power in formula")
      }
      return .power(try tree(sides[0]), Int(power))
    default: return try variable(value)
    }
  }

  private static let invalid = ModelError(
    .invalidFormula, "invalid model formula in ExtractVars")

  private func number(_ value: Value) -> Double? {
    switch value {
    case .double(let number): number
    case .integer(let number): Double(number)
    default: nil
    }
  }

  /// Offsets are all that matters about a variable here.
  private func expression(_ value: Value) -> Expression {
    if let name = value.call?.name, interpreter.strings.text(name) == "offset" {
      return .call("offset", [])
    }
    return .symbol("")
  }

  /// What R writes for a variable: names in backticks where they need them.
  private func label(_ value: Value) throws(Unwind) -> String {
    let strings = interpreter.strings
    if let symbol = value.symbol {
      return Expression.symbol(strings.text(symbol)).text
    }
    let arguments = [
      Argument(value), Argument(strings.symbol("width.cutoff"), .integer(500)),
      Argument(strings.symbol("backtick"), .true),
    ]
    let lines = try interpreter.callFunction("deparse", arguments).characterVector
    defer { withExtendedLifetime(lines) {} }
    return lines?.elements.map { strings.text($0) }.joined(separator: " ") ?? ""
  }

  // MARK: - The dot written out

  /// The formula with the sum of the other columns in place of each dot.
  func expanding(_ formula: Call, _ terms: Terms) -> Call {
    let strings = interpreter.strings
    let taken = formula.arguments.count == 2 ? names(in: formula.arguments[0].value) : []
    let others = (dataNames ?? []).filter { !taken.contains($0) }
    guard !others.isEmpty, let right = formula.arguments.last else { return formula }
    let symbols = others.map { Value.symbol(strings.symbol($0)) }
    let sum = symbols.dropFirst().reduce(symbols[0]) { .object(Call(.plus, $0, $1)) }
    let wrapped: Value = others.count > 1 ? .object(Call(.parenthesis, sum)) : sum
    let expanded = Argument(right.name, expand(right.value, plain: sum, wrapped: wrapped))
    let result = Call(formula.function, formula.arguments.dropLast() + [expanded])
    result.setAttributes(formula.attributes)
    return result
  }

  /// A sum at the left of a sum needs no parentheses.
  private func expand(_ value: Value, plain: Value, wrapped: Value) -> Value {
    if let symbol = value.symbol { return interpreter.strings.text(symbol) == "." ? plain : value }
    guard let call = value.call else { return value }
    let isSum = call.name == .plus && call.arguments.count == 2
    let arguments = call.arguments.enumerated().map { position, argument in
      let inner = isSum && position == 0 ? plain : wrapped
      let isDot = argument.value.symbol.map { interpreter.strings.text($0) == "." } ?? false
      let isWrapped = call.name == .parenthesis
      return Argument(
        argument.name,
        isDot
          ? (isWrapped ? plain : inner)
          : expand(argument.value, plain: plain, wrapped: wrapped))
    }
    return .object(Call(call.function, arguments))
  }

  func names(in value: Value) -> [String] {
    if let symbol = value.symbol { return [interpreter.strings.text(symbol)] }
    return value.call?.arguments.flatMap { names(in: $0.value) } ?? []
  }
}
