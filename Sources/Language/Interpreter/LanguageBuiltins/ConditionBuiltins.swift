/// Signalling and handling of conditions.
enum ConditionBuiltins {
  static var all: [Builtin] {
    [
      stop, stopCondition, warning, warnDefault, signalCondition, tryCatch, withCallingHandlers,
      withRestarts, computeRestarts, invokeRestart, errorMessage, setErrorMessage, warnings,
      deferredWarnings, globalHandlers, setGlobalHandlers, traceback,
    ]
  }

  /// The call of the function that called the closure around this internal, by the stack.
  private static func callerCall(_ call: borrowing Invocation) -> Value {
    let r = call.interpreter
    guard let own = r.functionActivation(of: nil) else { return .null }
    return r.callBelow(own - r.machine.activations)
  }

  /// Shows the warnings kept so far, after the text of an error.
  static let deferredWarnings = Builtin(.internal, "printDeferredWarnings()") {
    call throws(Unwind) in
    call.interpreter.showWarnings(inAddition: true)
    return .null
  }

  static let stop = Builtin(.internal, "stop(call., message)") { call throws(Unwind) in
    let message = try call.text(1, "message")
    let source = try call.flag(0, "call.") ? callerCall(call) : .null
    throw .error(.error(message, call: source))
  }

  static let stopCondition = Builtin(.internal, "stopCondition(condition, message, call)") {
    call throws(Unwind) in
    let message = try call.text(1, "message")
    throw .error(Condition(message, call: call[2], classes: [], object: call[0]))
  }

  static let warning = Builtin(.internal, "warning(call., immediate., noBreaks., message)") {
    call throws(Unwind) in
    let source = try call.flag(0, "call.") ? callerCall(call) : .null
    let message = try call.text(3, "message")
    try call.interpreter.signalWarning(
      message, call: source, immediately: try call.flag(1, "immediate."))
    call.interpreter.isVisible = false
    return call[3]
  }

  static let warnDefault = Builtin(.internal, "warnDefault(message, call)") {
    call throws(Unwind) in
    try call.interpreter.defaultWarning(try call.text(0, "message"), call: call[1])
    call.interpreter.isVisible = false
    return .null
  }

  static let signalCondition = Builtin(.internal, "signalCondition(cond, message, call)") {
    call throws(Unwind) in
    try call.interpreter.signal(call[0], classes: call.interpreter.classes(of: call[0]))
    call.interpreter.isVisible = true
    return .null
  }

  /// The functions and their names in the `...` of the closure around a special.
  private static func functions(
    _ call: borrowing Invocation
  ) throws(Unwind) -> [(name: StringHandle, function: Value)] {
    let r = call.interpreter
    guard let dots = r.lookupRaw(.dots, from: call.environment)?.object as? Dots else { return [] }
    var result: [(StringHandle, Value)] = []
    for argument in dots.arguments {
      if argument.name.isEmpty {
        throw call.error("condition handlers must be specified with a condition class")
      }
      result.append((argument.name.handle, try r.valueOf(argument: argument.value)))
    }
    return result
  }

  /// In the frame of the closure `tryCatch(expr, ..., finally)`.
  static let tryCatch = Builtin(.special, ".tryCatchFrame()") { call throws(Unwind) in
    let r = call.interpreter
    let handlers = try functions(call)
    let outcome: Swift.Result<Value, Unwind>
    do throws(Unwind) {
      outcome = .success(try r.guarded(.symbol(.expr), in: call.environment, handlers))
    } catch { outcome = .failure(error) }
    let visible = r.isVisible
    let finally = Symbol(r.strings.intern("finally"))
    if let slot = call.environment.frameCode?.slot(of: finally),
      try !r.isMissing(slot, in: call.environment)
    {
      _ = try r.evaluate(.symbol(finally), in: call.environment)
    }
    r.isVisible = visible
    return try outcome.get()
  }

  /// In the frame of the closure `withCallingHandlers(expr, ...)`.
  static let withCallingHandlers = Builtin(.special, ".withCallingHandlersFrame()") {
    call throws(Unwind) in
    let r = call.interpreter
    let handlers = try functions(call)
    let saved = r.handlers
    defer { r.handlers = saved }
    for handler in handlers.reversed() {
      r.handlers.append(
        Handler(className: handler.name, function: handler.function, target: nil, position: 0))
    }
    do throws(Unwind) { return try r.evaluate(.symbol(.expr), in: call.environment) } catch {
      throw r.signalled(error)
    }
  }

  /// In the frame of the closure `withRestarts(expr, ...)`.
  static let withRestarts = Builtin(.special, ".withRestartsFrame()") { call throws(Unwind) in
    let r = call.interpreter
    let specifications = try functions(call)
    for specification in specifications
    where !specification.function.isFunction && specification.function.list == nil {
      throw .error(
        .error("not a valid restart specification", call: r.code("makeRestartList(...)")))
    }
    let saved = r.restarts
    let savedHandlers = r.handlers
    let first = r.nextTarget + 1
    for specification in specifications.reversed() {
      r.nextTarget += 1
      r.restarts.append(
        Restart(
          name: specification.name, function: specification.function, target: r.nextTarget))
    }
    let established = r.restarts
    let extra = r.functionActivation(of: call.environment).map { r.extra(of: $0) }
    extra?.machinery = .restarting(specifications.count)
    defer {
      r.restarts = saved
      extra?.machinery = .none
    }
    do throws(Unwind) { return try r.evaluate(.symbol(.expr), in: call.environment) } catch {
      guard case .restart(let target, let arguments) = error, target >= first,
        let restart = established.first(where: { $0.target == target })
      else { throw error }
      r.restarts = saved
      r.handlers = savedHandlers
      extra?.machinery = .invokingRestart(
        first: restart.target - first, of: specifications.count)
      do throws(Unwind) {
        return try r.call(
          restart.function, arguments.map { Argument($0) }, in: call.environment,
          as: r.restartCall(arguments))
      } catch { throw r.signalled(error) }
    }
  }

  /// Names and numbers of the restarts that are established, innermost first.
  static let computeRestarts = Builtin(.internal, "computeRestarts()") { call throws(Unwind) in
    let r = call.interpreter
    return .list(
      r.restarts.reversed().map { restart in
        let list = ListVector([
          .string(restart.name), .integer(Int32(restart.target)), restart.function,
        ])
        let names: [StaticString] = ["name", "exit", "handler"]
        list.setAttribute(.names, .strings(names.map { r.strings.intern($0) }))
        list.setAttribute(.class_, .string(r.strings.intern("restart")))
        return .object(list)
      })
  }

  static let invokeRestart = Builtin(.internal, "invokeRestart(target, arguments)") {
    call throws(Unwind) in
    if call[0].isNull { throw .toTopLevel }
    let target = Int(try call.integer(0, "restart"))
    throw .restart(target: target, arguments: Array(try call.list(1).elements))
  }

  /// The handlers of `globalCallingHandlers`, the newest first, named by class.
  static let globalHandlers = Builtin(.internal, "globalHandlers()") { call throws(Unwind) in
    let r = call.interpreter
    let established = r.globalHandlers.reversed()
    let list = ListVector(established.map(\.function))
    if !established.isEmpty { list.setAttribute(.names, .strings(established.map(\.className))) }
    return .object(list)
  }

  static let setGlobalHandlers = Builtin(.internal, "setGlobalHandlers(handlers, classes)") {
    call throws(Unwind) in
    let r = call.interpreter
    guard r.handlers.count == r.globalHandlers.count else {
      throw .error(.error("should not be called with handlers on the stack", call: r.currentCall()))
    }
    let functions = try call.list(0).elements
    let classes = try call.characters(1)
    r.globalHandlers = functions.indices.reversed().map { k in
      Handler(
        className: classes.elements[k], function: functions[k], target: nil, position: 0)
    }
    r.handlers = r.globalHandlers
    return .null
  }

  /// The calls that led to the last error that nobody handled, innermost first, as text.
  static let traceback = Builtin(.internal, "traceback()") { call throws(Unwind) in
    let r = call.interpreter
    return .list(r.lastTraceback.map { .strings($0.map { r.strings.intern($0) }) })
  }

  static let errorMessage = Builtin(.internal, "geterrmessage()") { call throws(Unwind) in
    .string(call.strings.intern(call.interpreter.lastErrorMessage))
  }

  static let setErrorMessage = Builtin(.internal, "seterrmessage(text)") { call throws(Unwind) in
    call.interpreter.lastErrorMessage = try call.text(0, "text")
    call.interpreter.isVisible = false
    return .null
  }

  static let warnings = Builtin(.internal, "lastWarnings()") { call throws(Unwind) in
    let r = call.interpreter
    let list = ListVector(r.lastWarnings.map(\.call))
    list.setAttribute(.names, .strings(r.lastWarnings.map { r.strings.intern($0.message) }))
    return .object(list)
  }
}

extension Interpreter {
  /// Evaluates under the handlers of a `tryCatch`; the value of the chosen handler if one is chosen.
  func guarded(
    _ expression: Value, in frame: Environment,
    _ established: [(name: StringHandle, function: Value)]
  ) throws(Unwind) -> Value {
    let extra = functionActivation(of: frame).map { self.extra(of: $0) }
    if established.isEmpty {
      extra?.machinery = .guarding(0)
      defer { extra?.machinery = .none }
      do throws(Unwind) { return try evaluate(expression, in: frame) } catch {
        throw signalled(error)
      }
    }
    nextTarget += 1
    let target = nextTarget
    let savedHandlers = handlers
    let savedRestarts = restarts
    extra?.machinery = .guarding(established.count)
    for (k, handler) in established.enumerated().reversed() {
      handlers.append(
        Handler(className: handler.name, function: handler.function, target: target, position: k))
    }
    defer {
      handlers = savedHandlers
      extra?.machinery = .none
    }
    do throws(Unwind) { return try evaluate(expression, in: frame) } catch {
      // What failed outside the machine's loop has not been offered to handlers yet.
      let failure = signalled(error)
      extra?.machinery = .handling(established.count - position(of: failure))
      guard case .handler(target, let position, let condition) = failure else { throw failure }
      handlers = savedHandlers
      restarts = savedRestarts
      restoreReserve()
      return try call(
        established[position].function, [Argument(condition)], in: frame, as: handlerCall)
    }
  }

  /// `fun(base::quote(value))`: how GNU R calls the function of a restart.
  fileprivate func restartCall(_ arguments: [Value]) -> Call {
    Call(.symbol(strings.symbol("fun")), arguments.map { Argument(baseQuoted($0)) })
  }

  /// `base::quote(value)`.
  func baseQuoted(_ value: Value) -> Value {
    let base = Value.symbol(strings.symbol("base"))
    let quote = Value.object(
      Call(.symbol(.doubleColon), [Argument(base), Argument(.symbol(.quote))]))
    return .object(Call(quote, [Argument(value)]))
  }

  /// The position of the handler that was chosen.
  private func position(of failure: Unwind) -> Int {
    if case .handler(_, let position, _) = failure { position } else { 0 }
  }

  /// `value[[3L]](cond)`: how GNU R calls the handler of a `tryCatch`.
  private var handlerCall: Call {
    Call(.object(Call(.subset2, .symbol(.value), .integer(Int32(3)))), [Argument(.symbol(.cond))])
  }
}
