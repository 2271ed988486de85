/// The builtins that are part of the language itself: control flow, frames, dispatch, conditions.
///
/// They live here rather than in `BaseBuiltins` because they handle activations, promises and handlers.
package enum LanguageBuiltins {
  package static var all: [[Builtin]] { themes.map { $0.map(\.needingFrame) } }

  private static var themes: [[Builtin]] {
    [
      ControlFlow.all, Quoting.all, Frames.all, DispatchBuiltins.all, ConditionBuiltins.all,
      Evaluation.all, Options.all, Namespaces.all, SourceCode.all, ParsedText.all, S4Builtins.all,
      SteppingBuiltins.all,
    ]
  }
}

/// Control flow as functions: the compiler translates ordinary uses itself.
enum ControlFlow {
  static var all: [Builtin] {
    [
      brace, parenthesis, ifElse, whileLoop, repeatLoop, forLoop, breakLoop, nextLoop, returnValue,
      andAnd, orOr, switchCase, assign, superAssign, equalAssign, function, invisible,
    ]
  }

  static let brace = Builtin(.special, "{(...)") { call throws(Unwind) in
    var value = Value.null
    for argument in call.arguments {
      value = try call.interpreter.evaluate(argument, in: call.environment)
    }
    return value
  }

  static let parenthesis = Builtin(.primitive, "((x)") { call throws(Unwind) in
    try call.checkComplete()
    return call[0]
  }

  static let ifElse = Builtin(.special, "if(...)") { call throws(Unwind) in
    let test = call.count > 0 ? try call.interpreter.evaluate(call[0], in: call.environment) : .null
    if try call.interpreter.condition(test, call: call.call) {
      return call.count > 1 ? try call.interpreter.evaluate(call[1], in: call.environment) : .null
    }
    if call.count > 2 { return try call.interpreter.evaluate(call[2], in: call.environment) }
    call.interpreter.isVisible = false
    return .null
  }

  /// Loops called in a way that the compiler does not translate are compiled as expressions of their own.
  static let whileLoop = Builtin(.special, "while(...)") { call throws(Unwind) in
    throw misusedLoop(call, "while", 2)
  }
  static let repeatLoop = Builtin(.special, "repeat(...)") { call throws(Unwind) in
    throw misusedLoop(call, "repeat", 1)
  }
  static let forLoop = Builtin(.special, "for(...)") { call throws(Unwind) in
    throw misusedLoop(call, "for", 3)
  }

  private static func misusedLoop(
    _ call: borrowing Invocation, _ name: String, _ wanted: Int
  ) -> Unwind {
    call.count == wanted
      ? call.error("invalid use of a loop")
      : .error(.wrongArity(call.count, name, wanted, call: call.call))
  }

  static let breakLoop = Builtin(.special, "break()") { call throws(Unwind) in
    throw .breaking(in: try call.interpreter.loopEnvironment(call.environment))
  }
  static let nextLoop = Builtin(.special, "next()") { call throws(Unwind) in
    throw .next(in: try call.interpreter.loopEnvironment(call.environment))
  }

  static let returnValue = Builtin(.special, "return(...)") { call throws(Unwind) in
    guard call.count <= 1 else { throw call.error("multi-argument returns are not permitted") }
    let value =
      call.count == 0 ? .null : try call.interpreter.evaluate(call[0], in: call.environment)
    throw .returning(value, from: call.environment)
  }

  static let andAnd = Builtin(.special, "&&(...)") { call throws(Unwind) in
    try pair(call, "&&", decisive: 0)
  }
  static let orOr = Builtin(.special, "||(...)") { call throws(Unwind) in
    try pair(call, "||", decisive: 1)
  }

  private static func pair(
    _ call: borrowing Invocation, _ name: String, decisive: Int32
  ) throws(Unwind) -> Value {
    guard call.count == 2 else {
      throw .error(.error("'\(name)' operator requires 2 arguments"))
    }
    let r = call.interpreter
    let first = try r.conditionOperand(
      try r.evaluate(call[0], in: call.environment), operator: name, side: "x", call: call.call)
    if first == decisive { return .logical(first) }
    let second = try r.conditionOperand(
      try r.evaluate(call[1], in: call.environment), operator: name, side: "y", call: call.call)
    if second == decisive { return .logical(second) }
    return .logical(first == .min || second == .min ? .min : second)
  }

  static let switchCase = Builtin(.special, "switch(EXPR, ...)") { call throws(Unwind) in
    let r = call.interpreter
    let arguments = try r.promised(
      call.arguments.enumerated().map { Argument(call.name($0.offset), $0.element) },
      in: call.environment)
    guard let first = arguments.first else { throw call.error("'EXPR' is missing") }
    let choice = try r.valueOf(argument: first.value)
    guard let arm = try chosen(choice, Array(arguments.dropFirst()), call) else {
      r.isVisible = false
      return .null
    }
    return try r.valueOf(argument: arm)
  }

  private static func chosen(
    _ choice: Value, _ arms: [Argument], _ call: borrowing Invocation
  ) throws(Unwind) -> Value? {
    guard choice.count == 1 else { throw call.error("EXPR must be a length 1 vector") }
    var position: Int?
    let r = call.interpreter
    if arms.isEmpty { try call.warning("'switch' with no alternatives") }
    if choice.hasClass, r.inherits(choice, "factor") { try call.warning(Interpreter.factorChoice) }
    if case .string(let name) = choice {
      if let problem = r.repeatedDefaults(in: arms) {
        throw .error(.error(problem, call: r.currentCall()))
      }
      position = arms.firstIndex { $0.name.handle == name && !$0.name.isEmpty }
      if position == nil { position = arms.firstIndex { $0.name.isEmpty } }
    } else if let numbers = try call.interpreter.coerce(choice, to: .integer) as? IntegerVector {
      let number = Int(numbers.elements[0]) - 1
      if arms.indices.contains(number), arms[number].value.isMissingArgument {
        throw .error(.error("empty alternative in numeric switch", call: r.currentCall()))
      }
      position = number
    }
    guard let position, arms.indices.contains(position) else { return nil }
    return arms[position...].first { !$0.value.isMissingArgument }?.value
  }

  static let assign = Builtin(.special, "<-(...)") { call throws(Unwind) in
    try assignment(call, isSuper: false)
  }
  static let superAssign = Builtin(.special, "<<-(...)") { call throws(Unwind) in
    try assignment(call, isSuper: true)
  }
  static let equalAssign = Builtin(.special, "=(...)") { call throws(Unwind) in
    try assignment(call, isSuper: false)
  }

  private static func assignment(
    _ call: borrowing Invocation, isSuper: Bool
  ) throws(Unwind) -> Value {
    let r = call.interpreter
    guard call.count == 2 else {
      let name = call.call.call?.name.map { r.strings.text($0) } ?? "<-"
      throw .error(.error("incorrect number of arguments to \"\(name)\""))
    }
    let name: Symbol
    switch call[0] {
    case .symbol(let symbol): name = symbol
    case .string(let string): name = Symbol(string)
    default:
      if call[0].call != nil, LocalScan.variable(of: call[0]) == nil {
        throw call.error(
          LocalScan.innermost(of: call[0]).isNull
            ? "invalid (NULL) left side of assignment"
            : "target of assignment expands to non-language object")
      }
      throw call.error("invalid (do_set) left-hand side to assignment")
    }
    let value = try r.evaluate(call[1], in: call.environment)
    if isSuper {
      try r.superAssign(name, value, from: call.environment)
    } else {
      try call.environment.assign(name, value)
    }
    r.isVisible = false
    return value
  }

  /// A call of `function` that was made from its parts; others are compiled.
  static let function = Builtin(.special, "function(...)") { call throws(Unwind) in
    guard call.count >= 2 else {
      throw .error(.error("incorrect number of arguments to \"function\""))
    }
    var parameters: [Parameter] = []
    if !call[0].isNull {
      guard let formals = call[0].list, formals.kind == .pairlist, let names = formals.names else {
        throw call.error("invalid formal argument list for \"function\"")
      }
      parameters = zip(names.elements, formals.elements).map { Parameter(Symbol($0), default: $1) }
    }
    let definition = FunctionDefinition(parameters: parameters, body: call[1])
    return .object(Closure(definition, in: call.environment))
  }

  static let invisible = Builtin(.primitive, "invisible(x = NULL)") { call throws(Unwind) in
    call.interpreter.isVisible = false
    return call[0].isMissingArgument ? .null : call[0]
  }
}

extension Interpreter {
  /// The words of `switch` for a factor as its choice.
  static let factorChoice =
    "EXPR is a \"factor\", treated as integer.\n"
    + " Consider using 'switch(as.character( * ), ...)' instead."

  /// The words of `switch` for arms among which several have no name.
  func repeatedDefaults(in arms: [Argument]) -> String? {
    let defaults = arms.filter(\.name.isEmpty).prefix(2).map { arm -> Value in
      if case .promise(let promise) = arm.value { promise.expression } else { arm.value }
    }
    guard defaults.count == 2 else { return nil }
    return "duplicate 'switch' defaults: '\(callText(defaults[0]))' and '\(callText(defaults[1]))'"
  }
}
