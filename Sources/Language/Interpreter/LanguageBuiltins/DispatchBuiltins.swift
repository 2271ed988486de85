/// UseMethod and NextMethod.
enum DispatchBuiltins {
  static var all: [Builtin] {
    [useMethod, nextMethod, registerMethod, registeredMethods, registeredMethod]
  }

  static let useMethod = Builtin(.special, "UseMethod(generic, object)") { call throws(Unwind) in
    let r = call.interpreter
    guard call.count >= 1 else { throw call.error("'generic' argument required") }
    guard case .string(let generic) = try r.evaluate(call[0], in: call.environment) else {
      throw call.error("'generic' argument must be a character string")
    }
    guard let activation = r.functionActivation(of: call.environment) else {
      throw call.error("'UseMethod' used in an inappropriate fashion")
    }
    let object: Value
    if call.count > 1 {
      object = try r.evaluate(call[1], in: call.environment)
    } else {
      object = try r.dispatchObject(of: activation)
    }
    let value = try r.useMethod(
      r.strings.text(generic), object, of: activation, written: call.call)
    throw .returning(value, from: call.environment)
  }

  static let nextMethod = Builtin(.special, "NextMethod(generic = NULL, object = NULL, ...)") {
    call throws(Unwind) in
    let r = call.interpreter
    var generic: String?
    var extra: [Argument] = []
    let expressions = call.arguments.enumerated().map { Argument(call.name($0.offset), $0.element) }
    var positional = 0
    for argument in expressions {
      if argument.name == .generic || argument.name == .object
        || (argument.name.isEmpty && positional < 2 && argument.value.symbol != .dots)
      {
        if positional == 0 || argument.name == .generic,
          case .string(let name) = try r.evaluate(argument.value, in: call.environment)
        {
          generic = r.strings.text(name)
        }
        positional += 1
      } else if argument.value.symbol != .dots {
        extra += try r.promised([argument], in: call.environment)
      }
    }
    return try r.nextMethod(
      frame: call.environment, generic: generic, extra: extra, written: call.call)
  }

  static let registerMethod = Builtin(
    .internal, "registerS3method(genname, class, method)"
  ) { call throws(Unwind) in
    let name = try call.text(0, "genname") + "." + call.text(1, "class")
    call.interpreter.registeredMethods[call.strings.symbol(name)] = call[2]
    call.interpreter.isVisible = false
    return .null
  }

  /// The names of the methods registered by `S3method` and `registerS3method`.
  static let registeredMethods = Builtin(.internal, "registeredS3methods()") {
    call throws(Unwind) in
    .strings(call.interpreter.registeredMethods.keys.map(\.handle))
  }

  /// The function that was registered under a method's full name; NULL if there is none.
  static let registeredMethod = Builtin(.internal, "registeredS3method(name)") {
    call throws(Unwind) in
    let name = call.strings.symbol(try call.text(0, "name"))
    guard let found = call.interpreter.registeredMethods[name] else { return .null }
    return try call.interpreter.valueOf(argument: found)
  }
}

extension Interpreter {
  /// The value that `UseMethod` dispatches on: that of the first parameter.
  func dispatchObject(of activation: ActivationPlace) throws(Unwind) -> Value {
    let code = activation.pointee.code.takeUnretainedValue()
    guard code.parameterCount > 0 else { return .null }
    if code.dotsParameter == 0 {
      guard let dots = activation.pointee.registers[0].object as? Dots,
        let first = dots.arguments.first
      else { return .null }
      return try valueOf(argument: first.value)
    }
    if code.keepsArguments, let extra = activation.pointee.extra?.takeUnretainedValue(),
      let given = extra.arguments, let number = extra.matching?.arguments[0], number >= 0
    {
      return try valueOf(argument: given[number].value)
    }
    if case .missingArgument = activation.pointee.registers[0] { return .null }
    return try resolve(activation.pointee.registers, 0, activation)
  }
}
