import ApusInterpreter

/// The parts of functions, and calling functions with lists of arguments.
enum FunctionParts {
  static var all: [Builtin] {
    [body, formals, args, makeClosure, isPrimitive, isFunction, doCall]
  }

  static let body = Builtin(.internal, "body(fun)") { call throws(Unwind) in
    if let closure = call[0].object as? Closure { return closure.definition.body }
    try warnOfNoFunction(call, "body")
    return .null
  }

  /// The warning shows the inner call, as GNU R's does.
  private static func warnOfNoFunction(
    _ call: borrowing Invocation, _ name: String
  ) throws(Unwind) {
    if call[0].isFunction { return }
    let inner = Call(call.strings.symbol(name), .symbol(call.strings.symbol("fun")))
    try call.interpreter.signalWarning("argument is not a function", call: .object(inner))
  }

  static let formals = Builtin(.internal, "formals(fun)") { call throws(Unwind) in
    if let closure = call[0].object as? Closure { return pairlist(closure.definition.parameters) }
    try warnOfNoFunction(call, "formals")
    return .null
  }

  private static func pairlist(_ parameters: [Parameter]) -> Value {
    guard !parameters.isEmpty else { return .null }
    let result = ListVector(kind: .pairlist, parameters.map(\.default))
    result.setAttribute(.names, .strings(parameters.map { $0.name.handle }))
    return .object(result)
  }

  /// A function with the same parameters and no body.
  static let args = Builtin(.internal, "args(name)") { call throws(Unwind) in
    var function = call[0]
    if let name = function.characterVector, name.count == 1 {
      function =
        try call.interpreter.lookupFunction(Symbol(name.elements[0]), from: call.environment)
        ?? .null
    }
    let parameters: [Parameter]
    if let closure = function.object as? Closure {
      parameters = closure.definition.parameters
    } else if let primitive = function.object as? BuiltinFunction {
      guard !unshown.contains(primitive.builtin.name) else { return .null }
      let shown = "function(\(primitive.builtin.formals)) NULL"
      let expression = call.interpreter.parse(Array(shown.utf8)).expressions.first ?? .null
      return try call.interpreter.evaluate(expression, in: call.interpreter.globalEnvironment)
    } else {
      return .null
    }
    return .object(
      Closure(
        FunctionDefinition(parameters: parameters, body: .null),
        in: call.interpreter.globalEnvironment))
  }

  /// Builtins that are syntax: `args` has nothing to show.
  private static let unshown: Set<String> = [
    "if", "for", "while", "repeat", "break", "next", "return", "function", "<-", "<<-", "=", "{",
    "(", "[", "[[", "$", "@", "[<-", "[[<-", "$<-", "@<-", "&&", "||", "~", "::", ":::",
  ]

  /// `as.function.default(x, envir)`: a list of parameters with the body as its last element.
  static let makeClosure = Builtin(.internal, "as.function.default(x, envir)") {
    call throws(Unwind) in
    guard let environment = call[1].asEnvironment else {
      throw call.error("invalid environment")
    }
    guard let list = call[0].list else { throw call.error("list argument expected") }
    guard list.count > 0 else { throw call.error("argument must have length at least 1") }
    let names = call[0].namesVector
    let parameters = (0..<(list.count - 1)).map { k in
      Parameter(Symbol(names?.elements[k] ?? .empty), default: list.elements[k])
    }
    for parameter in parameters where parameter.name.isEmpty {
      throw call.error("invalid formal argument list for \"function\"")
    }
    let body = list.elements[list.count - 1]
    return .object(
      Closure(FunctionDefinition(parameters: parameters, body: body), in: environment))
  }

  static let isPrimitive = Builtin(.internal, "is.primitive(x)") { call throws(Unwind) in
    .logical(call[0].kind == .builtin)
  }

  static let isFunction = Builtin(.primitive, "is.function(x)") { call throws(Unwind) in
    .logical(call[0].isFunction)
  }

  /// `do.call(what, args, envir)`: arguments that are code are evaluated where the call is.
  static let doCall = Builtin(.internal, "do.call(what, args, envir)") { call throws(Unwind) in
    guard let environment = call[2].asEnvironment else {
      throw call.error("'envir' must be an environment")
    }
    let list = try call.list(1)
    let names = call[1].namesVector
    let written = list.elements.indices.map { k in
      let name = names?.elements[k] ?? .empty
      return Argument(name.isMissing ? .empty : Symbol(name), list.elements[k])
    }
    var function = call[0]
    var shown = function
    if let name = function.characterVector {
      guard name.count == 1 else {
        throw call.error("'what' must be a function or character string")
      }
      let symbol = Symbol(name.elements[0])
      shown = .symbol(symbol)
      guard let found = try call.interpreter.lookupFunction(symbol, from: environment) else {
        throw .error(
          .functionNotFound(
            call.strings.text(symbol), call: .object(Call(shown, written))))
      }
      function = found
    }
    guard function.isFunction else {
      throw call.error("'what' must be a function or character string")
    }
    let made = Call(shown, written)
    if let builtin = function.object as? BuiltinFunction, builtin.isSpecial {
      return try call.interpreter.evaluate(.object(made), in: environment)
    }
    let arguments = written.map { argument -> Argument in
      switch argument.value.kind {
      case .symbol, .call:
        if argument.value.isMissingArgument { return argument }
        return Argument(argument.name, .promise(Promise(argument.value, in: environment)))
      default: return argument
      }
    }
    return try call.interpreter.call(function, arguments, in: environment, as: made)
  }
}
