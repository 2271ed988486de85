// What builtins ask of the interpreter.

extension Interpreter {
  /// Calls a function with argument values (or promises).
  ///
  /// `environment` is what `parent.frame()` is for the function; the running one if nil.
  package func call(
    _ function: Value, _ arguments: [Argument] = [], in environment: Environment? = nil,
    as written: Call? = nil
  ) throws(Unwind) -> Value {
    let call = written ?? Call(function, arguments.map { Argument($0.name, shown($0.value)) })
    return try apply(function, arguments, call: call, in: environment ?? currentEnvironment())
  }

  private func shown(_ value: Value) -> Value {
    if case .promise(let promise) = value { return promise.expression }
    return value
  }

  /// Evaluates an expression (language object; others are their own value).
  package func evaluate(_ expression: Value, in environment: Environment) throws(Unwind) -> Value {
    switch expression {
    case .symbol(let name):
      isVisible = true
      if name == .dots { return lookupRaw(.dots, from: environment) ?? .null }
      if positionInDots(name) != nil {
        return try run(code(of: expression, in: environment), in: environment)
      }
      return try lookup(name, from: environment)
    case .object(let object) where object.kind == .call:
      return try run(code(of: expression, in: environment), in: environment)
    case .object(let object) where object.kind == .bytecode:
      return try define(unsafeDowncast(object, to: LazyDefinition.self), in: environment)
    case .promise(let promise): return try force(promise)
    default:
      isVisible = true
      return expression
    }
  }

  /// k − 1 for `..k`.
  func positionInDots(_ name: Symbol) -> Int? {
    let bytes = strings.bytes(name)
    guard bytes.count > 2, bytes[0] == 0x2E, bytes[1] == 0x2E else { return nil }
    var number = 0
    for byte in bytes[2...] {
      guard (0x30...0x39).contains(byte), number < 100_000 else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    return number - 1
  }

  /// The value of a promise, computed at the first call.
  package func force(_ promise: Promise) throws(Unwind) -> Value {
    if !promise.value.isUnbound { return promise.value }
    guard let environment = promise.environment else { return .null }
    if promise.isUnderEvaluation {
      throw .error(
        .error(
          "promise already under evaluation: recursive default argument reference or earlier problems?",
          call: currentCall()))
    }
    if promise.wasInterrupted {
      promise.wasInterrupted = false
      try signalWarning("restarting interrupted promise evaluation", call: currentCall())
    }
    promise.isUnderEvaluation = true
    defer {
      promise.isUnderEvaluation = false
      promise.wasInterrupted = promise.value.isUnbound
    }
    let value = try evaluate(promise.expression, in: environment)
    promise.value = value
    promise.environment = nil
    return value
  }

  /// Calls an R function of base, or of another package of the library, by its name: `print`, `show`.
  package func callFunction(
    _ name: String, _ arguments: [Argument]
  ) throws(Unwind) -> Value {
    let symbol = strings.symbol(name)
    guard let function = try libraryFunction(symbol) else {
      throw .error(.functionNotFound(name))
    }
    return try call(
      function, arguments,
      as: Call(.symbol(symbol), arguments.map { Argument($0.name, shown($0.value)) }))
  }

  /// The function that a name means to base, or else to the other packages of the library.
  package func libraryFunction(_ name: Symbol) throws(Unwind) -> Value? {
    let isOfBase = baseEnvironment.lookup(name) != nil
    let start = isOfBase ? baseNamespace : libraryExports ?? baseNamespace
    return try lookupFunction(name, from: start)
  }
}
