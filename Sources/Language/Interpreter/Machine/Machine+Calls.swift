import CSwiftRuntime

// Calls of closures and builtins.

extension Interpreter {
  /// Calls a closure that the site does not know yet by pushing its activation, and remembers it; false if
  /// the call needs `callSlowly`.
  @inline(never)
  func enterSlowly(
    _ hot: UnsafeMutablePointer<HotCall>, _ destination: Int32, _ activation: ActivationPlace
  ) throws(Unwind) -> Bool {
    let site = hot.pointee.site.takeUnretainedValue()
    guard !site.hasDots, site.builtin == nil, let name = site.function else { return false }
    let function = try self.function(name, activation)
    guard case .object(let object) = function, object.kind == .closure else { return false }
    let closure = unsafeDowncast(object, to: Closure.self)
    let plan = try self.plan(site, closure)
    site.closure = closure
    hot.pointee.binding = nil
    hot.pointee.closure = UnsafeRawPointer(Unmanaged.passUnretained(closure).toOpaque())
    hot.pointee.steps = plan.steps
    hot.pointee.stepCount = plan.count
    hot.pointee.missingParameters = plan.missingParameters
    hot.pointee.dots = .passUnretained(plan)
    hot.pointee.callee = plan.code.hot
    hot.pointee.redefinitionEpoch = redefinitionEpoch
    hot.pointee.searchEpoch = searchEpoch
    if name.depth == 0, name.epoch == searchEpoch, let binding = name.binding, !binding.isActive,
      let start = name.start, let scope = activation.pointee.scope,
      scope == UnsafeRawPointer(start.toOpaque())
    {
      hot.pointee.scope = scope
      hot.pointee.binding = binding.place
    }
    try enter(hot, destination, activation)
    return true
  }

  private func plan(_ site: CallSite, _ closure: Closure) throws(Unwind) -> CallPlan {
    if let plan = site.plan, let code = closure.definition.code, plan.code === code,
      code.epoch == redefinitionEpoch
    {
      return plan
    }
    return try makePlan(site, code(of: closure))
  }

  @inline(never)
  private func makePlan(_ site: CallSite, _ code: Code) throws(Unwind) -> CallPlan {
    let arguments = site.call.arguments
    let matching = try match(
      names: site.names, count: arguments.count, to: code.parameters, call: .object(site.call),
      expressions: { arguments[$0].value })
    var steps: [ArgumentStep] = []
    for slot in 0..<code.parameterCount {
      steps.append(step(for: slot, site, code, matching))
    }
    let plan = CallPlan(code: code, matching: matching, steps: steps)
    site.plan = plan
    return plan
  }

  private func step(
    for slot: Int, _ site: CallSite, _ code: Code, _ matching: ArgumentMatching
  ) -> ArgumentStep {
    if slot == code.dotsParameter {
      return ArgumentStep(kind: .dots, register: 0, argument: 0, value: .null)
    }
    let number = matching.arguments[slot]
    var step = ArgumentStep(kind: .promise, register: 0, argument: Int32(number), value: .null)
    guard number >= 0 else {
      step.value = code.defaults[slot]
      step.kind = step.value.isMissingArgument ? .missing : .default
      return step
    }
    switch site.sources[number] {
    case .constant(let value):
      step.kind = .constant
      step.value = value
    case .local(let register) where !code.looksAtCaller:
      step.kind = .local
      step.register = Int32(register)
    case .eager(let register) where !code.looksAtCaller:
      step.kind = .eager
      step.register = Int32(register)
    case .empty:
      step.value = code.defaults[slot]
      step.kind = step.value.isMissingArgument ? .missing : .default
    default: break
    }
    return step
  }

  /// Pushes the activation of the closure that the site remembers.
  @inline(__always)
  func enter(
    _ site: UnsafeMutablePointer<HotCall>, _ destination: Int32, _ activation: ActivationPlace
  ) throws(Unwind) {
    let machine = self.machine
    let code = site.pointee.callee.unsafelyUnwrapped
    let caller = activation.pointee.registers
    let window = caller + activation.pointee.hot.pointee.registerCount
    try checkRoom(window, code.pointee.registerCount)
    var step = site.pointee.steps.unsafelyUnwrapped
    var target = window
    for _ in 0..<site.pointee.stepCount {
      switch step.pointee.kind {
      case .local:
        let source = caller + Int(step.pointee.register)
        if source.isPlain, activation.pointee.missingParameters == 0 {
          target.start(from: source)
        } else {
          passLocal(source, target, step, site, activation)
        }
      case .eager:
        let source = caller + Int(step.pointee.register)
        if source.tag < Tag.object {
          target.start(from: source)
        } else {
          passPromise(target, step, site, activation)
        }
      case .constant, .default: target.start(from: step.valuePlace)
      case .missing: target.initialize(to: .missingArgument)
      case .promise: passPromise(target, step, site, activation)
      case .dots: passDots(target, site, activation)
      }
      step += 1
      target += 1
    }
    for _ in code.pointee.parameterCount..<code.pointee.localCount {
      target.initialize(to: .unbound)
      target += 1
    }
    var constant = code.pointee.scalarConstants
    for _ in 0..<code.pointee.scalarCount {
      target.start(from: constant)
      target += 1
      constant += 1
    }
    let closure = site.pointee.closure.unsafelyUnwrapped
    retain_object(closure)
    let held = Unmanaged<Closure>.fromOpaque(closure)
    let place = machine.activations + machine.depth
    machine.depth &+= 1
    place.initialize(
      to: Activation(
        code: code.pointee.code, hot: code, registers: window,
        next: code.pointee.instructions, destination: destination, isFunction: true,
        frame: nil, caller: Int32(truncatingIfNeeded: machine.depth &- 2),
        missingParameters: site.pointee.missingParameters,
        scope: held._withUnsafeGuaranteedRef {
          UnsafeRawPointer(Unmanaged.passUnretained($0.environment).toOpaque())
        }, closure: held, environment: nil, site: site.pointee.site, promise: nil,
        keptCode: nil, extra: nil))
  }

  /// Initialises what is not a parameter and makes the activation current.
  private func enter(
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

  @inline(__always)
  private func checkRoom(_ window: Registers, _ count: Int) throws(Unwind) {
    // Instructions name their target in 16 bits.
    if machine.depth >= expressionLimit || count > 65_000
      || window + count + 1024 > machine.registers + Machine.registerCapacity
    {
      throw .error(.tooDeep())
    }
  }

  @inline(never)
  private func passLocal(
    _ source: Registers, _ target: Registers, _ step: UnsafeMutablePointer<ArgumentStep>,
    _ site: UnsafeMutablePointer<HotCall>, _ activation: ActivationPlace
  ) {
    let register = UInt64(step.pointee.register)
    let counts = register < 64 && activation.pointee.missingParameters & 1 << register != 0
    switch source.pointee {
    case .unbound, .missingArgument, .defaultArgument: passPromise(target, step, site, activation)
    case let value:
      if counts {
        passPromise(target, step, site, activation)
      } else {
        target.initialize(to: value)
      }
    }
  }

  @inline(never)
  private func passPromise(
    _ target: Registers, _ step: UnsafeMutablePointer<ArgumentStep>,
    _ site: UnsafeMutablePointer<HotCall>, _ activation: ActivationPlace
  ) {
    target.initialize(
      to: makePromise(
        Int(step.pointee.argument), site.pointee.site.takeUnretainedValue(), activation))
  }

  @inline(never)
  private func passDots(
    _ target: Registers, _ site: UnsafeMutablePointer<HotCall>, _ activation: ActivationPlace
  ) {
    guard let plan = site.pointee.dots?.takeUnretainedValue() else { return }
    target.initialize(
      to: makeDots(plan.matching.dots, site.pointee.site.takeUnretainedValue(), activation))
  }

  private func makePromise(
    _ argument: Int, _ site: CallSite, _ activation: ActivationPlace
  ) -> Value {
    .promise(Promise(site.call.arguments[argument].value, in: environment(of: activation)))
  }

  private func makeDots(
    _ positions: [Int], _ site: CallSite, _ activation: ActivationPlace
  ) -> Value {
    if positions.isEmpty { return .missingArgument }
    var arguments: [Argument] = []
    var expressions: [Value] = []
    for position in positions {
      let argument = site.call.arguments[position]
      let value: Value
      switch site.sources[position] {
      case .constant(let constant): value = constant
      case .empty: value = .missingArgument
      default: value = makePromise(position, site, activation)
      }
      arguments.append(Argument(argument.name, value))
      expressions.append(argument.value)
    }
    return .object(Dots(arguments, expressions: expressions))
  }
}

// MARK: - The general call

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
      let arguments = promisedArguments(site, activation)
      return try apply(
        closure, arguments, call: site.call, caller: Int32(machine.depth - 1))
    case let builtin as BuiltinFunction:
      if builtin.isSpecial {
        return try runSpecial(builtin, site.call, environment(of: activation))
      }
      let arguments = promisedArguments(site, activation)
      return try apply(builtin, arguments, call: site.call, in: nil)
    default:
      throw .error(.notAFunction(call: .object(site.call)))
    }
  }

  /// The arguments of a site as promises, `...` expanded.
  private func promisedArguments(_ site: CallSite, _ activation: ActivationPlace) -> [Argument] {
    promised(site.call.arguments, in: environment(of: activation))
  }

  /// Expressions as arguments: constants as they are, `...` expanded, everything else promised.
  package func promised(_ expressions: [Argument], in environment: Environment) -> [Argument] {
    var result: [Argument] = []
    result.reserveCapacity(expressions.count)
    for argument in expressions {
      switch argument.value {
      case .symbol(.dots):
        if case .object(let object)? = lookupRaw(.dots, from: environment), let dots = object as? Dots {
          result.append(contentsOf: dots.arguments)
        }
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
      if case .promise(let promise) = value, !promise.value.isUnbound { value = promise.value }
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
    if code.mentionsDispatch, let dispatch { bind(dispatch, in: self.environment(of: machine.current)) }
    for (name, value) in locals { self.environment(of: machine.current).define(name, value) }
    return try execute(above: machine.depth - 1)
  }

  /// The variables that tell a method how it was chosen.
  private func bind(_ context: DispatchContext, in frame: Environment) {
    frame.define(.dotGeneric, .string(strings.intern(context.generic)))
    frame.define(.dotClass, .strings(context.remaining))
    frame.define(.dotMethod, .string(strings.intern(context.method)))
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
    guard promise.value.isUnbound, !promise.isUnderEvaluation,
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
        caller: Int32(machine.depth - 2), missingParameters: 0, scope: environment.scope, closure: nil,
        environment: .passRetained(environment), site: nil, promise: nil, keptCode: nil, extra: nil))
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

// MARK: - Builtins

extension Interpreter {
  /// Calls the builtin of a site on values in consecutive registers.
  @inline(never)
  func callBuiltin(
    _ site: CallSite, _ base: Registers, _ activation: ActivationPlace
  ) throws(Unwind) -> Value {
    guard let function = site.builtin else { return .null }
    let count = site.sources.count
    defer { for k in 0..<count { (base + k).clear() } }
    let arguments = UnsafeMutableBufferPointer(start: base, count: count)
    if count > 0, function.dispatch != .none,
      base.tag == Tag.object || count > 1 && (base + 1).tag == Tag.object,
      let result = try dispatched(function, arguments, site.names, site.call, activation)
    {
      return result
    }
    isVisible = true
    let isPlain = site.names.isEmpty || site.standsForClosure
    if function.isVariadic || isPlain && count == function.parameterCount {
      return try function.builtin.body(
        Invocation(
          interpreter: self, arguments: arguments, names: function.isVariadic ? site.names : [],
          function: function,
          site: function.isInternal && !site.standsForClosure ? nil : site.call,
          knownEnvironment: nil))
    }
    let given = (0..<count).map { k in Argument(isPlain ? .empty : site.names[k], base[k]) }
    return try invoke(function, given, call: site.call, in: nil)
  }

  /// Calls a builtin with arguments that may be promises.
  func apply(
    _ function: BuiltinFunction, _ arguments: [Argument], call: Call, in environment: Environment?,
    shown: Call? = nil
  ) throws(Unwind) -> Value {
    if function.isSpecial {
      let expressions = arguments.map { argument -> Argument in
        switch argument.value {
        case .promise(let promise) where promise.value.isUnbound:
          return Argument(argument.name, promise.expression)
        case .promise(let promise): return Argument(argument.name, quoted(promise.value))
        default: return Argument(argument.name, quoted(argument.value))
        }
      }
      return try runSpecial(
        function, Call(call.function, expressions), environment ?? currentEnvironment())
    }
    var values = arguments
    for k in values.indices { values[k].value = try valueOf(argument: values[k].value) }
    if function.builtin.dispatch != .none, !values.isEmpty {
      var raw = values.map(\.value)
      let names = values.contains { !$0.name.isEmpty } ? values.map(\.name) : []
      let result = try withMutableBuffer(&raw) { (buffer) throws(Unwind) -> Value? in
        try dispatched(function, buffer, names, call, machine.depth > 0 ? machine.current : nil)
      }
      if let result { return result }
    }
    return try invoke(function, values, call: shown ?? call, in: environment)
  }

  /// A value as an expression that evaluates to it.
  private func quoted(_ value: Value) -> Value {
    switch value {
    case .symbol, .object: value.symbol != nil || value.call != nil ? .object(Call(.quote, value)) : value
    default: value
    }
  }

  /// Runs a builtin's body on values, matched to its parameters, without dispatch.
  func invoke(
    _ function: BuiltinFunction, _ arguments: [Argument], call: Call, in environment: Environment?
  ) throws(Unwind) -> Value {
    let builtin = function.builtin
    isVisible = true
    var names: [Symbol] = []
    var values: [Value]
    if builtin.isVariadic {
      values = arguments.map(\.value)
      if arguments.contains(where: { !$0.name.isEmpty }) { names = arguments.map(\.name) }
    } else {
      values = try matched(function, arguments, call: call)
    }
    return try withMutableBuffer(&values) { (buffer) throws(Unwind) -> Value in
      try builtin.body(
        Invocation(
          interpreter: self, arguments: buffer, names: names, function: function,
          site: function.isInternal ? nil : call, knownEnvironment: environment))
    }
  }

  private func withMutableBuffer<Result>(
    _ values: inout [Value],
    _ body: (UnsafeMutableBufferPointer<Value>) throws(Unwind) -> Result
  ) throws(Unwind) -> Result {
    var outcome: Swift.Result<Result, Unwind>?
    values.withUnsafeMutableBufferPointer { buffer in
      do throws(Unwind) { outcome = .success(try body(buffer)) } catch { outcome = .failure(error) }
    }
    guard let outcome else { preconditionFailure("the buffer's body did not run") }
    return try outcome.get()
  }

  /// Arguments in the order of the builtin's parameters; `.missingArgument` where none was given.
  private func matched(
    _ function: BuiltinFunction, _ arguments: [Argument], call: Call
  ) throws(Unwind) -> [Value] {
    let wanted = function.parameters.count
    if function.builtin.role == .internal || arguments.allSatisfy({ $0.name.isEmpty }) {
      guard arguments.count <= wanted else {
        throw .error(
          function.builtin.role == .internal
            ? .wrongInternalArity(arguments.count, function.builtin.name, wanted, call: .object(call))
            : .wrongArity(arguments.count, function.builtin.name, wanted, call: .object(call)))
      }
      return arguments.map(\.value)
        + Array(repeating: .missingArgument, count: wanted - arguments.count)
    }
    let matching = try match(
      names: arguments.map(\.name), count: arguments.count,
      to: function.parameters.map { Parameter($0) }, call: .object(call),
      expressions: { arguments[$0].value })
    return matching.arguments.map { $0 < 0 ? .missingArgument : arguments[$0].value }
  }

  @inline(never)
  func callSpecial(_ site: CallSite, _ activation: ActivationPlace) throws(Unwind) -> Value {
    guard let function = site.builtin else { return .null }
    return try runSpecial(function, site.call, environment(of: activation))
  }

  /// Runs a builtin that gets its arguments as expressions.
  func runSpecial(
    _ function: BuiltinFunction, _ call: Call, _ environment: Environment
  ) throws(Unwind) -> Value {
    isVisible = true
    var values = call.arguments.map(\.value)
    let names = call.arguments.contains { !$0.name.isEmpty } ? call.arguments.map(\.name) : []
    return try withMutableBuffer(&values) { (buffer) throws(Unwind) -> Value in
      try function.builtin.body(
        Invocation(
          interpreter: self, arguments: buffer, names: names, function: function, site: call,
          knownEnvironment: environment))
    }
  }

  /// The call for an error message of a builtin.
  func errorCall(of function: BuiltinFunction, at site: Call?) -> Value {
    site.map { .object($0) } ?? currentCall()
  }
}
