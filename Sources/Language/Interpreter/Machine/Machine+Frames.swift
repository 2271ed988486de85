import CSwiftRuntime

// Activations: their environments, how they end, and who called whom.

extension Interpreter {
  /// The environment of an activation, made when first wanted.
  @inline(never)
  func environment(of activation: ActivationPlace) -> Environment {
    if let environment = activation.pointee.environment { return environment.takeUnretainedValue() }
    let closure = activation.pointee.closure?.takeUnretainedValue()
    let frame = Environment(
      frameOf: activation.pointee.code.takeUnretainedValue(),
      registers: activation.pointee.registers, parent: closure?.environment, interpreter: self)
    frame.missingParameters = activation.pointee.missingParameters
    activation.pointee.environment = .passRetained(frame)
    return frame
  }

  /// The environment in which R code runs now.
  package func currentEnvironment() -> Environment {
    machine.depth == 0 ? globalEnvironment : environment(of: machine.current)
  }

  /// The rare parts of an activation, made when first wanted.
  func extra(of activation: ActivationPlace) -> ActivationExtra {
    if let extra = activation.pointee.extra { return extra.takeUnretainedValue() }
    let extra = ActivationExtra()
    activation.pointee.extra = .passRetained(extra)
    return extra
  }

  /// Pops an activation that nobody else looks at.
  @inline(__always)
  func popPlain(_ activation: ActivationPlace) {
    var register = activation.pointee.registers
    let end = register + activation.pointee.hot.pointee.registerCount
    while register < end {
      register.clear()
      register += 1
    }
    if let closure = activation.pointee.closure { release_object(closure.toOpaque()) }
    machine.depth &-= 1
  }

  /// Ends an activation: `on.exit`, then its locals go or move to the heap with its environment.
  @inline(never)
  func leave(_ activation: ActivationPlace, returning value: Value?) throws(Unwind) {
    if let extra = activation.pointee.extra?.takeUnretainedValue(), !extra.onExit.isEmpty {
      extra.returning = value
      try runOnExit(extra, activation)
    }
    if let extra = activation.pointee.extra?.takeUnretainedValue(), extra.isStepped {
      endStepping(activation, isAnnounced: extra.announcesEnd && value != nil)
    }
    drop(activation)
  }

  private func runOnExit(
    _ extra: ActivationExtra, _ activation: ActivationPlace
  ) throws(Unwind) {
    let visible = isVisible
    while !extra.onExit.isEmpty {
      let expression = extra.onExit.removeFirst()
      _ = try evaluate(expression, in: environment(of: activation))
    }
    isVisible = visible
  }

  /// Removes the top activation without running anything.
  func drop(_ activation: ActivationPlace) {
    activation.pointee.extra?.release()
    activation.pointee.extra = nil
    if let promise = activation.pointee.promise {
      promise._withUnsafeGuaranteedRef {
        $0.isUnderEvaluation = false
        $0.wasInterrupted = $0.value.isUnbound
      }
      promise.release()
      activation.pointee.promise = nil
      activation.pointee.keptCode?.release()
      activation.pointee.keptCode = nil
    }
    if let held = activation.pointee.environment {
      activation.pointee.environment = nil
      if activation.pointee.isFunction {
        release(frame: held, activation)
      } else {
        held.release()
      }
    }
    popPlain(activation)
  }

  /// Lets go of a frame: if nothing but its own contents refers to it, it ends with its activation.
  private func release(frame held: Unmanaged<Environment>, _ activation: ActivationPlace) {
    var frame = held.takeRetainedValue()
    if isKnownUniquelyReferenced(&frame) {
      frame.registers = nil
      return
    }
    let window = UnsafeMutableBufferPointer(
      start: activation.pointee.registers,
      count: Int(activation.pointee.hot.pointee.registerCount))
    let unreachable = FrameSurvey.unreachable(from: frame, window)
    if unreachable.isEmpty {
      frame.leaveStack()
    } else {
      frame.registers = nil
      for environment in unreachable { environment.forgetVariables() }
    }
  }
}

// MARK: - Who called whom

extension Interpreter {
  /// The call of a function activation as a language object.
  func callOf(_ activation: ActivationPlace) -> Value {
    if let call = activation.pointee.extra?.takeUnretainedValue().call { return .object(call) }
    if let site = activation.pointee.site { return .object(site.takeUnretainedValue().call) }
    return .null
  }

  /// The call of the innermost function that runs; NULL at top level.
  ///
  /// For what `tryCatch` guards that is the call GNU R shows there.
  package func currentCall() -> Value {
    if standingDepth == machine.depth, let call = standingCall {
      return .object(call.takeUnretainedValue())
    }
    return callBelow(machine.depth)
  }

  /// The call of the innermost function among the lowest `depth` activations.
  func callBelow(_ depth: Int) -> Value {
    var k = depth - 1
    while k >= 0 {
      let activation = machine.activations + k
      if k < machine.depth - 1, let inner = thinCalls(of: activation).first {
        return .object(inner.call)
      }
      if activation.pointee.isFunction {
        let machinery = activation.pointee.extra?.takeUnretainedValue().machinery
        if let inner = machinery?.innermost { return code(inner) }
        return callOf(activation)
      }
      k -= 1
    }
    return .null
  }

  /// The call that a text is.
  func code(_ text: StaticString) -> Value {
    parse(text.withUTF8Buffer { Array($0) }).expressions.first ?? .null
  }

  /// The activation of the closure whose frame an environment is (`nil`: of the code running now).
  func functionActivation(of environment: Environment?) -> ActivationPlace? {
    guard machine.depth > 0 else { return nil }
    var wanted = environment
    if wanted == nil {
      let current = machine.current
      if current.pointee.isFunction { return current }
      wanted = current.pointee.environment?.takeUnretainedValue()
    }
    var k = machine.depth - 1
    while k >= 0 {
      let activation = machine.activations + k
      if activation.pointee.isFunction, let own = activation.pointee.environment,
        own.takeUnretainedValue() === wanted
      {
        return activation
      }
      k -= 1
    }
    return nil
  }

  /// The environment from which a function was called.
  func callerEnvironment(of activation: ActivationPlace) -> Environment {
    if let environment = activation.pointee.extra?.takeUnretainedValue().callerEnvironment {
      return environment
    }
    let caller = Int(activation.pointee.caller)
    return caller < 0 ? globalEnvironment : environment(of: machine.activations + caller)
  }

  /// The activations of closures, oldest first.
  func functionActivations() -> [ActivationPlace] {
    (0..<machine.depth).map { machine.activations + $0 }.filter(\.pointee.isFunction)
  }

  /// The arguments of a function activation in the order of the call: promises or values.
  func arguments(of activation: ActivationPlace) -> [Argument] {
    if let given = activation.pointee.extra?.takeUnretainedValue().arguments { return given }
    guard let site = activation.pointee.site?.takeUnretainedValue(), let plan = site.plan else {
      return []
    }
    var values = site.call.arguments
    for (slot, number) in plan.matching.arguments.enumerated() where number >= 0 {
      let expression = values[number].value
      values[number].value = promise(for: activation.pointee.registers[slot], expression)
    }
    if plan.code.dotsParameter >= 0,
      case .object(let object) = activation.pointee.registers[plan.code.dotsParameter],
      let dots = object as? Dots
    {
      for (number, argument) in zip(plan.matching.dots, dots.arguments) {
        values[number].value = argument.value
      }
    }
    return values
  }

  /// A promise that has the value of an argument and remembers its expression.
  func promise(for value: Value, _ expression: Value) -> Value {
    switch value {
    case .promise, .missingArgument: return value
    case .unbound, .defaultArgument: return .missingArgument
    default:
      if case .symbol = expression { return .promise(Promise(expression, value: value)) }
      if expression.call != nil { return .promise(Promise(expression, value: value)) }
      return value
    }
  }

  /// The expression that a parameter was given, as `substitute` shows it; nil if it has none.
  func expression(of slot: Int, in activation: ActivationPlace) -> Value? {
    let code = activation.pointee.code.takeUnretainedValue()
    if case .promise(let promise) = activation.pointee.registers[slot],
      activation.pointee.site == nil
        || activation.pointee.extra?.takeUnretainedValue().arguments != nil
    {
      return promise.expression
    }
    if let extra = activation.pointee.extra?.takeUnretainedValue(), let arguments = extra.arguments,
      let matching = extra.matching
    {
      let number = matching.arguments[slot]
      guard number >= 0 else { return code.parameters[slot].default }
      if case .promise(let promise) = arguments[number].value { return promise.expression }
      return arguments[number].value
    }
    guard let site = activation.pointee.site?.takeUnretainedValue(), let plan = site.plan,
      plan.code === code
    else { return nil }
    let number = plan.matching.arguments[slot]
    return number < 0 ? code.parameters[slot].default : site.call.arguments[number].value
  }
}
