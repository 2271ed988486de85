import CSwiftRuntime

// Calls of closures that a call site remembers.

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
    if plan.code.keepsArguments { return false }
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
    let code = self.code(of: closure)
    if let plan = site.plan, plan.code === code { return plan }
    return try makePlan(site, code)
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
    case .forced(let register):
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

  /// Refuses to push an activation for which there is no room.
  @inline(__always)
  func checkRoom(_ window: Registers, _ count: Int) throws(Unwind) {
    // Quick forms name a register in 16 bits.
    if machine.depth >= expressionLimit || count > 65_000
      || window + count + 1024 > machine.registers + Machine.registerCapacity
      || machine.state.pointee.pending != 0
    {
      try refuse(window, count)
    }
    #if DEBUG
    machine.untouched = max(machine.untouched, window + count)
    #endif
  }

  /// Throws unless only a sample was due.
  @inline(never)
  private func refuse(_ window: Registers, _ count: Int) throws(Unwind) {
    try checkInterrupt()
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
      case .forced(let register):
        value = .promise(
          Promise(argument.value, value: activation.pointee.registers[register]))
      default: value = makePromise(position, site, activation)
      }
      arguments.append(Argument(argument.name, value))
      expressions.append(argument.value)
    }
    return .object(Dots(arguments, expressions: expressions))
  }
}
