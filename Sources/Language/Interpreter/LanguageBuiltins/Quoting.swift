/// Expressions as values: quote, substitute, missing, on.exit, `~`, expression, `::`.
enum Quoting {
  static var all: [Builtin] {
    [
      quote, substitute, missing, onExit, tilde, expression, doubleColon, tripleColon, dotInternal,
      dotsLength, dotsElement, dotsNames, nargs,
    ]
  }

  static let quote = Builtin(.special, "quote(expr)") { call throws(Unwind) in
    guard call.count == 1 else {
      throw call.error("\(call.count) arguments passed to 'quote' which requires 1")
    }
    return call[0]
  }

  static let substitute = Builtin(.special, "substitute(expr, env)") { call throws(Unwind) in
    let r = call.interpreter
    guard call.count >= 1 else { throw call.error("argument \"expr\" is missing") }
    var table: Environment? = call.environment
    if call.count > 1 {
      let given = try r.evaluate(call[1], in: call.environment)
      if let environment = given.environment {
        table = environment
      } else if let list = given.list {
        table = Environment(parent: nil, interpreter: r)
        let names = list.attribute(.names).vector as? CharacterVector
        for (k, value) in list.elements.enumerated() {
          guard let name = names?.elements[k], name != .empty else { continue }
          table?.define(Symbol(name), value)
        }
      } else {
        throw call.error("invalid environment specified")
      }
    }
    guard let table, table !== r.globalEnvironment else { return call[0] }
    let result = r.substitute(call[0], in: table)
    // A name that cannot be mistaken for an argument left out.
    return result.isMissingArgument ? .symbol(.empty) : result
  }

  static let missing = Builtin(.special, "missing(x)") { call throws(Unwind) in
    let r = call.interpreter
    let name: Symbol
    switch call.count == 1 ? call[0] : .null {
    case .symbol(let symbol): name = symbol
    case .string(let string): name = Symbol(string)
    default: throw call.error("invalid use of 'missing'")
    }
    let frame = call.environment
    if let position = r.positionInDots(name), let dots = frame.lookup(.dots) {
      let given = (dots.object as? Dots)?.arguments ?? []
      return .logical(position >= given.count || given[position].value.isMissingArgument)
    }
    guard let slot = frame.frameCode?.slot(of: name), slot < frame.frameCode?.parameterCount ?? 0
    else {
      guard let value = frame.lookup(name) else {
        throw call.error("'missing' can only be used for arguments")
      }
      return .logical(value.isMissingArgument)
    }
    return .logical(try r.isMissing(slot, in: frame))
  }

  private static let onExitParameters = ["expr", "add", "after"]

  static let onExit = Builtin(.special, "on.exit(expr = NULL, add = FALSE, after = TRUE)") {
    call throws(Unwind) in
    let r = call.interpreter
    let names = (0..<call.count).map { call.name($0) }
    let matching = try r.match(
      names: names.contains { !$0.isEmpty } ? names : [], count: call.count,
      to: onExitParameters.map { Parameter(r.strings.symbol($0)) }, call: call.call,
      expressions: { call.arguments[$0] })
    let given = matching.arguments.map { $0 < 0 ? nil : call[$0] }
    func flag(_ position: Int, _ fallback: Bool) throws(Unwind) -> Bool {
      guard let expression = given[position] else { return fallback }
      let value = try r.evaluate(expression, in: call.environment)
      guard let truth = try? r.coerce(value, to: .logical).firstInteger, !truth.isMissing else {
        throw call.error("invalid '\(onExitParameters[position])' argument")
      }
      return truth != 0
    }
    let add = try flag(1, false)
    let after = try flag(2, true)
    r.isVisible = false
    var actions: [Value]
    let activation = r.functionActivation(of: call.environment)
    let evaluation = r.evaluations.lastIndex { evaluation in
      evaluation.environment === call.environment
        && evaluation.depth > activation.map { $0 - r.machine.activations } ?? -1
    }
    if let evaluation {
      actions = r.evaluations[evaluation].onExit
    } else if let activation {
      actions = r.extra(of: activation).onExit
    } else {
      return .null
    }
    if !add { actions = [] }
    if let expression = given[0] {
      actions.insert(expression, at: after ? actions.count : 0)
    }
    if let evaluation {
      r.evaluations[evaluation].onExit = actions
    } else if let activation {
      r.extra(of: activation).onExit = actions
    }
    return .null
  }

  static let tilde = Builtin(.special, "~(...)") { call throws(Unwind) in
    let formula = Call(.symbol(.tilde), call.arguments.map { Argument($0) })
    formula.setAttribute(.class_, .string(Symbol.formula.handle))
    let environment = Symbol(call.strings.intern(".Environment"))
    formula.setAttribute(environment, .object(call.environment))
    return .object(formula)
  }

  static let expression = Builtin(.special, "expression(...)") { call throws(Unwind) in
    let vector = ListVector(kind: .expression, Array(call.arguments))
    if !call.names.isEmpty { vector.setAttribute(.names, .strings(call.names.map(\.handle))) }
    return .object(vector)
  }

  static let doubleColon = Builtin(.special, "::(pkg, name)") { call throws(Unwind) in
    try member(call, exportedOnly: true)
  }
  static let tripleColon = Builtin(.special, ":::(pkg, name)") { call throws(Unwind) in
    try member(call, exportedOnly: false)
  }

  private static func member(
    _ call: borrowing Invocation, exportedOnly: Bool
  ) throws(Unwind) -> Value {
    func name(_ value: Value) throws(Unwind) -> Symbol {
      switch value {
      case .symbol(let symbol): return symbol
      case .string(let string): return Symbol(string)
      default: throw call.error("bad variable name")
      }
    }
    guard call.count == 2 else { throw call.error("bad variable name") }
    return try call.interpreter.member(
      of: try name(call[0]), try name(call[1]), exportedOnly: exportedOnly)
  }

  static let dotInternal = Builtin(.special, ".Internal(call)") { call throws(Unwind) in
    let name = call[0].call?.name.map { call.strings.text($0) } ?? ""
    throw call.error("there is no .Internal function '\(name)'")
  }

  static let dotsLength = Builtin(.special, "...length()") { call throws(Unwind) in
    .integer(Int32(try dots(call)?.arguments.count ?? 0))
  }

  static let dotsNames = Builtin(.special, "...names()") { call throws(Unwind) in
    guard let dots = try dots(call), dots.arguments.contains(where: { !$0.name.isEmpty }) else {
      return .null
    }
    return .strings(dots.arguments.map(\.name.handle))
  }

  static let dotsElement = Builtin(.special, "...elt(n)") { call throws(Unwind) in
    let r = call.interpreter
    guard call.count == 1 else { throw call.error("argument \"n\" is missing") }
    let position = try position(try r.evaluate(call[0], in: call.environment), call)
    guard let found = r.lookupRaw(.dots, from: call.environment) else {
      throw .error(.noDots(for: position, call: r.currentCall()))
    }
    let arguments = (found.object as? Dots)?.arguments ?? []
    guard position <= arguments.count else {
      throw .error(.tooFewDots(position, call: r.currentCall()))
    }
    return try r.valueOf(argument: arguments[position - 1].value)
  }

  private static func position(
    _ value: Value, _ call: borrowing Invocation
  ) throws(Unwind) -> Int {
    let number = value.kind == .character ? nil : value.vector
    guard let number, number.kind.isAtomic, number.count == 1 else {
      throw call.error("indexing '...' with an invalid index")
    }
    let position = try call.interpreter.coerce(value, to: .integer).firstInteger
    guard position > 0 else {
      throw .error(.notAPosition(Int(position), call: call.interpreter.currentCall()))
    }
    return Int(position)
  }

  private static func dots(_ call: borrowing Invocation) throws(Unwind) -> Dots? {
    let r = call.interpreter
    guard let found = r.lookupRaw(.dots, from: call.environment) else {
      throw .error(
        .error(
          "incorrect context: the current call has no '...' to look in", call: r.currentCall()))
    }
    return found.object as? Dots
  }

  static let nargs = Builtin(.special, "nargs()") { call throws(Unwind) in
    let r = call.interpreter
    guard let activation = r.functionActivation(of: call.environment) else { return .integer(0) }
    return .integer(Int32(r.arguments(of: activation).count))
  }
}

extension Interpreter {
  /// The expression with the variables of a frame or list replaced: promises by their expressions,
  /// ordinary variables by their values.
  package func substitute(_ expression: Value, in table: Environment) -> Value {
    switch expression {
    case .symbol(.dots):
      return (table.lookup(.dots)?.object as? Dots)?.expressions.first ?? expression
    case .symbol(let name): return replacement(of: name, in: table) ?? expression
    case .object(let object):
      guard let call = object as? Call else { return expression }
      var arguments: [Argument] = []
      for argument in call.arguments {
        if argument.value.symbol == .dots, let dots = table.lookup(.dots) {
          if let dots = dots.object as? Dots {
            for (k, given) in dots.arguments.enumerated() {
              arguments.append(Argument(given.name, dots.expressions[k]))
            }
          } else if !dots.isMissingArgument {
            arguments.append(argument)
          }
        } else {
          arguments.append(Argument(argument.name, substitute(argument.value, in: table)))
        }
      }
      if let definition = call.definition {
        let inner = FunctionDefinition(
          parameters: definition.parameters, body: substitute(definition.body, in: table))
        return .object(Call(inner))
      }
      let result = Call(substitute(call.function, in: table), arguments, label: call.label)
      result.copyAttributes(from: call)
      return .object(result)
    default: return expression
    }
  }

  private func replacement(of name: Symbol, in table: Environment) -> Value? {
    if let activation = functionActivation(of: table), table.frameCode != nil, table.isOnStack,
      let code = table.frameCode, let slot = code.slot(of: name), slot < code.parameterCount,
      slot != code.dotsParameter, let value = given(slot, activation, table)
    {
      return value
    }
    guard let value = table.lookup(name) else { return nil }
    switch value {
    case .promise(let promise): return substituted(promise)
    case .missingArgument: return name == .dots ? nil : .missingArgument
    case .unbound: return nil
    case .defaultArgument:
      return table.frameCode.flatMap { code in
        code.slot(of: name).map { code.parameters[$0].default }
      }
    case .object(let object) where object.kind == .dots: return nil
    default: return value
    }
  }

  /// The expression of a promise, through promises for promises.
  private func substituted(_ promise: Promise) -> Value {
    var expression = promise.expression
    while case .promise(let inner) = expression { expression = inner.expression }
    return expression
  }

  /// What was written for a parameter, unless the function has assigned it since.
  private func given(
    _ slot: Int, _ activation: ActivationPlace, _ frame: Environment
  ) -> Value? {
    if case .promise(let promise) = activation.pointee.registers[slot],
      activation.pointee.extra?.takeUnretainedValue().arguments != nil
    {
      return substituted(promise)
    }
    guard let expression = expression(of: slot, in: activation) else { return nil }
    if case .missingArgument = expression { return nil }
    // An assigned parameter shows its value: an argument keeps the value its promise gave.
    return isReassigned(slot, activation, frame) ? nil : expression
  }

  /// Whether the parameter was assigned; code that does not mention `substitute` notes it nowhere, so there
  /// it is whether the body assigns it at all.
  private func isReassigned(
    _ slot: Int, _ activation: ActivationPlace, _ frame: Environment
  ) -> Bool {
    let code = activation.pointee.code.takeUnretainedValue()
    if code.usesSubstitute, slot < 64 { return frame.assignedParameters & 1 << UInt64(slot) != 0 }
    return code.assignedParameters.contains(slot)
      && activation.pointee.extra.map { !$0.takeUnretainedValue().keepsArguments(slot, activation) }
        ?? true
  }
}

extension ActivationExtra {
  /// Whether the register still holds what the argument's promise gave.
  func keepsArguments(_ slot: Int, _ activation: ActivationPlace) -> Bool {
    guard let arguments, let matching, matching.arguments[slot] >= 0,
      case .promise(let promise) = arguments[matching.arguments[slot]].value
    else { return false }
    switch (promise.value, activation.pointee.registers[slot]) {
    case (.object(let a), .object(let b)): return a === b
    case (.double(let a), .double(let b)): return a.bitPattern == b.bitPattern
    case (.integer(let a), .integer(let b)): return a == b
    case (.string(let a), .string(let b)): return a == b
    case (.logical(let a), .logical(let b)): return a == b
    case (.null, .null): return true
    default: return false
    }
  }
}
