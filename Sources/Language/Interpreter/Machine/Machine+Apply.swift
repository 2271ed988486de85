// Calls in any way: of closures with arguments at hand, of promises, of code.

extension Interpreter {
  /// Calls what a site names (or `function`) in any way that needs more than `enterFast`.
  @inline(never)
  func callSlowly(
    _ site: CallSite, _ function: Value?, _ activation: ActivationPlace
  ) throws(Unwind) -> Value {
    let callee: Value
    if let function {
      callee = function
    } else if let builtin = site.builtin {
      callee = .object(builtin)
    } else if let name = site.function {
      callee = try self.function(name, activation)
    } else {
      callee = .null
    }
    switch callee.object {
    case let closure as Closure:
      let arguments = try promisedArguments(site, activation)
      return try apply(
        closure, arguments, call: site.call, caller: Int32(machine.depth - 1))
    case let builtin as BuiltinFunction:
      if builtin.isSpecial {
        return try runSpecial(builtin, site.call, environment(of: activation))
      }
      let arguments = try builtinArguments(builtin, site, activation)
      return try apply(builtin, arguments, call: site.call, in: nil)
    default:
      throw .error(.notAFunction(call: currentCall()))
    }
  }

  /// The arguments of a site as promises, `...` expanded.
  private func promisedArguments(
    _ site: CallSite, _ activation: ActivationPlace
  ) throws(Unwind) -> [Argument] {
    try promised(site.call.arguments, in: environment(of: activation))
  }

  /// The arguments of a builtin, which wants them all, evaluated in their order.
  private func builtinArguments(
    _ function: BuiltinFunction, _ site: CallSite, _ activation: ActivationPlace
  ) throws(Unwind) -> [Argument] {
    if site.hasDots {
      let arguments = try promisedArguments(site, activation)
      if !function.acceptsEmpty, arguments.contains(where: \.value.isMissingArgument) {
        throw .error(.emptyArgument(in: site.call, call: currentCall()))
      }
      return arguments
    }
    if !function.acceptsEmpty, site.call.arguments.contains(where: \.value.isMissingArgument) {
      throw .error(.emptyArgument(in: site.call, call: currentCall()))
    }
    let registers = activation.pointee.registers
    let isComplete = activation.pointee.missingParameters == 0
    var result = site.call.arguments
    for (k, source) in site.sources.enumerated() {
      switch source {
      case .constant, .empty: break
      case .forced(let register): result[k].value = registers[register]
      case .local(let slot) where isComplete && (registers + slot).isPlain:
        result[k].value = registers[slot]
      default: result[k].value = try evaluate(result[k].value, in: environment(of: activation))
      }
    }
    return result
  }

  /// Expressions as arguments: constants as they are, `...` expanded, everything else promised.
  package func promised(
    _ expressions: [Argument], in environment: Environment
  ) throws(Unwind) -> [Argument] {
    var result: [Argument] = []
    result.reserveCapacity(expressions.count)
    for argument in expressions {
      switch argument.value {
      case .symbol(.dots):
        guard let found = lookupRaw(.dots, from: environment) else {
          throw .error(.noDots(call: currentCall()))
        }
        if let dots = found.object as? Dots { result.append(contentsOf: dots.arguments) }
      case .symbol:
        result.append(Argument(argument.name, .promise(Promise(argument.value, in: environment))))
      case .object(let object) where object.kind == .call:
        result.append(Argument(argument.name, .promise(Promise(argument.value, in: environment))))
      default: result.append(argument)
      }
    }
    return result
  }

  /// Calls a closure with arguments (promises or values); runs it to its end.
  ///
  /// `caller` is the number of the activation that is `parent.frame()` unless `environment` is given.
  func apply(
    _ closure: Closure, _ arguments: [Argument], call: Call, caller: Int32? = nil,
    in environment: Environment? = nil, dispatch: DispatchContext? = nil,
    locals: [(Symbol, Value)] = []
  ) throws(Unwind) -> Value {
    let code = self.code(of: closure)
    let matching = try match(
      names: arguments.contains { !$0.name.isEmpty } ? arguments.map(\.name) : [],
      count: arguments.count, to: code.parameters, call: .object(call),
      expressions: { position in
        if case .promise(let promise) = arguments[position].value { return promise.expression }
        return arguments[position].value
      })
    let window = machine.top
    try checkRoom(window, code.registerCount)
    var missing: UInt64 = 0
    for slot in 0..<code.parameterCount {
      let number = matching.arguments[slot]
      var value: Value
      if slot == code.dotsParameter {
        value = collectDots(matching.dots, arguments)
      } else if number >= 0, !arguments[number].value.isMissingArgument {
        value = arguments[number].value
      } else {
        value = code.defaults[slot]
        if slot < 64 { missing |= 1 << UInt64(slot) }
      }
      // What is evaluated is handed on as a value; the empty argument was given all the same.
      if case .promise(let promise) = value, !promise.value.isUnbound,
        !promise.value.isMissingArgument
      {
        value = promise.value
      }
      window[slot] = value
    }
    let number = caller ?? Int32(machine.depth - 1)
    enter(code, window, closure, missing, caller: number)
    let extra = ActivationExtra()
    extra.call = call
    extra.arguments = arguments
    extra.matching = matching
    extra.callerEnvironment = environment
    extra.dispatch = dispatch
    machine.current.pointee.extra = .passRetained(extra)
    if code.mentionsDispatch, let dispatch {
      bind(dispatch, in: self.environment(of: machine.current))
    }
    for (name, value) in locals { self.environment(of: machine.current).define(name, value) }
    return try execute(above: machine.depth - 1)
  }

  /// Initialises what is not a parameter and makes the activation current.
  func enter(
    _ code: Code, _ window: Registers, _ closure: Closure, _ missing: UInt64, caller: Int32
  ) {
    for slot in code.parameterCount..<code.localCount { (window + slot).initialize(to: .unbound) }
    var place = window + code.localCount
    for constant in code.scalarConstants {
      place.initialize(to: constant)
      place += 1
    }
    machine.depth &+= 1
    machine.current.initialize(
      to: Activation(
        code: .passUnretained(code), hot: code.hot, registers: window, next: code.instructions,
        destination: -1, isFunction: true, frame: nil, caller: caller, missingParameters: missing,
        scope: UnsafeRawPointer(Unmanaged.passUnretained(closure.environment).toOpaque()),
        closure: .passRetained(closure), environment: nil, site: nil,
        promise: nil, keptCode: nil, extra: nil))
  }

  /// The variables that tell a method how it was chosen.
  func bind(_ context: DispatchContext, in frame: Environment) {
    frame.define(.dotGeneric, .string(strings.intern(context.generic)))
    frame.define(.dotClass, context.dispatchedClasses)
    frame.define(.dotMethod, .string(strings.intern(context.method)))
    frame.define(.dotGenericCallEnv, .object(context.callEnvironment))
    frame.define(.dotGenericDefEnv, .object(context.definitionEnvironment))
    if !context.group.isEmpty { frame.define(.dotGroup, .string(strings.intern(context.group))) }
  }

  private func collectDots(_ positions: [Int], _ arguments: [Argument]) -> Value {
    if positions.isEmpty { return .missingArgument }
    let values = positions.map { arguments[$0] }
    let expressions = values.map { argument -> Value in
      if case .promise(let promise) = argument.value { return promise.expression }
      return argument.value
    }
    return .object(Dots(values, expressions: expressions))
  }

  /// Starts to evaluate the promise or the default in a register by pushing an activation that will leave its
  /// value there; false if there is nothing to run.
  @inline(never)
  func startForcing(
    _ register: Registers, _ number: Int, _ activation: ActivationPlace
  ) throws(Unwind) -> Bool {
    let promise: Promise
    switch register.pointee {
    case .promise(let given): promise = given
    case .defaultArgument:
      let code = activation.pointee.code.takeUnretainedValue()
      promise = Promise(code.parameters[number].default, in: environment(of: activation))
      register.pointee = .promise(promise)
    default: return false
    }
    guard promise.value.isUnbound, !promise.isUnderEvaluation, !promise.wasInterrupted,
      let environment = promise.environment, case .object(let object) = promise.expression,
      object.kind == .call
    else {
      let value = try force(promise)
      if !value.isMissingArgument { register.pointee = value }
      return false
    }
    let code = self.code(of: promise.expression, in: environment)
    let window = activation.pointee.registers + activation.pointee.hot.pointee.registerCount
    try checkRoom(window, code.registerCount)
    var target = window
    var constant = code.hot.pointee.scalarConstants
    for _ in 0..<code.hot.pointee.scalarCount {
      target.start(from: constant)
      target += 1
      constant += 1
    }
    promise.isUnderEvaluation = true
    machine.depth += 1
    machine.current.initialize(
      to: Activation(
        code: .passUnretained(code), hot: code.hot, registers: window, next: code.instructions,
        destination: Int32(number), isFunction: false, frame: environment.registers,
        caller: Int32(machine.depth - 2), missingParameters: 0, scope: environment.scope,
        closure: nil, environment: .passRetained(environment), site: nil,
        promise: .passRetained(promise), keptCode: .passRetained(code), extra: nil))
    return true
  }

  /// Evaluates an expression's code in an environment.
  func run(_ code: Code, in environment: Environment) throws(Unwind) -> Value {
    let window = machine.top
    try checkRoom(window, code.registerCount)
    for k in 0..<code.scalarConstants.count {
      (window + k).initialize(to: code.scalarConstants[k])
    }
    machine.depth += 1
    machine.current.initialize(
      to: Activation(
        code: .passUnretained(code), hot: code.hot, registers: window, next: code.instructions,
        destination: -1, isFunction: false, frame: environment.registers,
        caller: Int32(machine.depth - 2), missingParameters: 0, scope: environment.scope,
        closure: nil,
        environment: .passRetained(environment), site: nil, promise: nil, keptCode: nil, extra: nil)
    )
    return try withExtendedLifetime(code) { () throws(Unwind) -> Value in
      try execute(above: machine.depth - 1)
    }
  }

  func checkNativeStack() throws(Unwind) {
    var here: UInt8 = 0
    let address = withUnsafeMutablePointer(to: &here) { UInt(bitPattern: $0) }
    if address < machine.stackLimit { throw .error(.tooDeep()) }
  }
}
