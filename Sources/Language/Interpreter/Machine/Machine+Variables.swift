// Variables: the slow cases of reading and writing them.

typealias ActivationPlace = UnsafeMutablePointer<Activation>

extension Interpreter {
  /// The value of register `number`: forces promises, evaluates defaults, looks outside for unbound
  /// locals.
  ///
  /// Errors: the argument is missing, the variable does not exist.
  @inline(never)
  func resolve(
    _ register: Registers, _ number: Int, _ activation: ActivationPlace
  ) throws(Unwind) -> Value {
    switch register.pointee {
    case .promise(let promise):
      let value = try force(promise)
      let isLocal = activation.pointee.code._withUnsafeGuaranteedRef { number < $0.localCount }
      if isLocal, !value.isMissingArgument, case .promise(let still) = register.pointee,
        still === promise
      {
        register.pointee = value
      }
      return value
    case .defaultArgument:
      return try evaluateDefault(number, register, activation)
    case .missingArgument:
      let code = activation.pointee.code.takeUnretainedValue()
      guard number < code.localCount else { return .missingArgument }
      guard code.locals.indices.contains(number) else {
        throw .error(
          .error("argument is missing, with no default", call: callOf(activation)))
      }
      throw .error(.argumentMissing(strings.text(code.locals[number]), call: callOf(activation)))
    case .unbound:
      let code = activation.pointee.code.takeUnretainedValue()
      guard code.locals.indices.contains(number) else { return .null }
      return try outerVariable(code.locals[number], activation)
    case let value:
      return value
    }
  }

  /// A local that has no value here (yet): an extra name of the frame, or a variable outside.
  private func outerVariable(
    _ name: Symbol, _ activation: ActivationPlace
  ) throws(Unwind) -> Value {
    if let frame = activation.pointee.environment?.takeUnretainedValue(), frame.hasExtras,
      let value = try frame.value(name)
    {
      return value
    }
    return try lookup(name, from: scope(of: activation).parent)
  }

  /// The environment whose variables the activation's free names are looked up in first.
  func scope(of activation: ActivationPlace) -> (own: Environment?, parent: Environment?) {
    if activation.pointee.isFunction {
      let closure = activation.pointee.closure?.takeUnretainedValue()
      return (activation.pointee.environment?.takeUnretainedValue(), closure?.environment)
    }
    let environment = activation.pointee.environment?.takeUnretainedValue()
    if let environment, environment.frameCode != nil { return (environment, environment.parent) }
    return (nil, environment)
  }

  /// A local of the frame that the expression runs in, when it is a promise or has no value.
  @inline(never)
  func frameLocal(
    _ hot: UnsafeMutablePointer<HotVariable>, _ activation: ActivationPlace
  ) throws(Unwind) -> Value {
    let name = hot.pointee.site.takeUnretainedValue().name
    let frame = activation.pointee.environment?.takeUnretainedValue()
    if let value = try frame?.value(name) {
      if case .missingArgument = value, let frame, !frame.wasGivenEmpty(name) {
        throw .error(.argumentMissing(strings.text(name), call: currentCall()))
      }
      return value
    }
    return try lookup(name, from: frame?.parent)
  }

  private func evaluateDefault(
    _ number: Int, _ register: Registers, _ activation: ActivationPlace
  ) throws(Unwind) -> Value {
    let frame = environment(of: activation)
    let name = activation.pointee.code._withUnsafeGuaranteedRef { $0.locals[number] }
    return try defaultArgument(name, of: frame)
  }

  /// The value of a parameter that was not given, from its default expression.
  func defaultArgument(_ name: Symbol, of frame: Environment) throws(Unwind) -> Value {
    guard let code = frame.frameCode, let slot = code.slot(of: name), slot < code.parameterCount,
      let registers = frame.registers
    else { return .null }
    let promise = Promise(code.parameters[slot].default, in: frame)
    registers[slot] = .promise(promise)
    let value = try force(promise)
    if let registers = frame.registers, case .promise(let still) = registers[slot],
      still === promise
    {
      registers[slot] = value
    }
    return value
  }

  /// The value of a variable, looked for from an environment outwards.
  package func lookup(_ name: Symbol, from start: Environment?) throws(Unwind) -> Value {
    var place = start
    while let here = place {
      if let value = try here.value(name) {
        if case .missingArgument = value, name != .dots, !here.wasGivenEmpty(name) {
          throw .error(.argumentMissing(strings.text(name), call: currentCall()))
        }
        return value
      }
      place = here.parent
    }
    throw .error(.objectNotFound(strings.text(name), call: currentCall()))
  }

  /// The function of a name, looked for from an environment outwards; other values are passed over.
  package func lookupFunction(_ name: Symbol, from start: Environment?) throws(Unwind) -> Value? {
    var place = start
    while let here = place {
      if let value = try here.value(name), value.isFunction { return value }
      place = here.parent
    }
    return nil
  }

  /// The value of a free variable that the hot part of its site does not give.
  @inline(never)
  func variable(
    _ hot: UnsafeMutablePointer<HotVariable>, _ activation: ActivationPlace
  ) throws(Unwind) -> Value {
    let site = hot.pointee.site.takeUnretainedValue()
    var result: Value?
    if let binding = foundBinding(site, activation), !binding.isActive {
      switch binding.value {
      case .double, .integer, .logical, .string, .object, .null, .symbol: result = binding.value
      default: break
      }
    }
    let value: Value
    if let result { value = result } else { value = try slowVariable(site, activation) }
    if site.depth == 0, site.epoch == searchEpoch, let binding = site.binding, !binding.isActive,
      let start = site.start, let scope = activation.pointee.scope,
      scope == UnsafeRawPointer(start.toOpaque())
    {
      hot.pointee.scope = scope
      hot.pointee.searchEpoch = searchEpoch
      hot.pointee.binding = binding.place
    }
    return value
  }

  /// The binding that the site found before, if it is still right.
  @inline(__always)
  func foundBinding(_ site: VariableSite, _ activation: ActivationPlace) -> Binding? {
    guard site.epoch == searchEpoch, let start = site.start else { return nil }
    guard let scope = activation.pointee.scope else { return nil }
    var here = Unmanaged<Environment>.fromOpaque(scope)
    if site.depth > 0 {
      guard let passed = pass(site, here) else { return nil }
      here = passed
    }
    return here.toOpaque() == start.toOpaque() ? site.binding : nil
  }

  /// The environment behind the frames that the site passed, if they are the same kind of frames.
  private func pass(
    _ site: VariableSite, _ start: Unmanaged<Environment>
  ) -> Unmanaged<Environment>? {
    var here = start
    for k in 0..<site.depth {
      let expected = k == 0 ? site.passed0 : site.passed1
      let next: Unmanaged<Environment>? = here._withUnsafeGuaranteedRef { frame in
        guard let code = frame.frameCode, !frame.hasExtras, let expected,
          Unmanaged.passUnretained(code).toOpaque() == expected.toOpaque(),
          let parent = frame.parent
        else { return nil }
        return Unmanaged.passUnretained(parent)
      }
      guard let next else { return nil }
      here = next
    }
    return here
  }

  @inline(never)
  private func slowVariable(
    _ site: VariableSite, _ activation: ActivationPlace
  ) throws(Unwind) -> Value {
    let name = site.name
    let (own, parent) = scope(of: activation)
    if let own, own.hasExtras, let value = try own.value(name) { return value }
    remember(site, from: parent)
    if name == .dots {
      guard let value = lookupRaw(name, from: parent) else { return .missingArgument }
      return value
    }
    if let binding = site.binding, site.epoch == searchEpoch, !binding.isActive,
      foundBinding(site, activation) != nil
    {
      switch binding.value {
      case .promise(let promise):
        let value = try force(promise)
        if case .promise(let still) = binding.value, still === promise { binding.value = value }
        return value
      case .missingArgument, .unbound, .defaultArgument: break
      default: return binding.value
      }
    }
    return try lookup(name, from: parent)
  }

  /// What a name is bound to, unevaluated.
  func lookupRaw(_ name: Symbol, from start: Environment?) -> Value? {
    var place = start
    while let here = place {
      if let value = here.lookup(name) { return value }
      place = here.parent
    }
    return nil
  }

  /// Looks a name up and keeps where its binding is, if later lookups can be sure of it.
  func remember(_ site: VariableSite, from start: Environment?) {
    site.binding = nil
    site.start = nil
    var depth = 0
    var place = start
    while let frame = place, let code = frame.frameCode {
      guard depth < 2, !frame.hasExtras, code.slot(of: site.name) == nil else { return }
      if depth == 0 {
        site.passed0 = .passUnretained(code)
      } else {
        site.passed1 = .passUnretained(code)
      }
      depth += 1
      place = frame.parent
    }
    let first = place
    while let here = place {
      if here.frameCode != nil { return }
      here.isWatched = true
      if let binding = here.binding(site.name) {
        site.binding = binding
        site.start = first.map { .passUnretained($0) }
        site.depth = depth
        site.epoch = searchEpoch
        return
      }
      place = here.parent
    }
  }
}

// MARK: - Writing

extension Interpreter {
  func setLocal(
    _ target: Registers, _ slot: Int, _ source: Registers, _ number: Int,
    _ activation: ActivationPlace
  ) throws(Unwind) {
    target.pointee = source.isPlain ? source.pointee : try resolve(source, number, activation)
    if slot < 64 {
      activation.pointee.missingParameters &= ~(1 << UInt64(slot))
      activation.pointee.environment?._withUnsafeGuaranteedRef {
        $0.missingParameters &= ~(1 << UInt64(slot))
      }
    }
  }

  @inline(never)
  func noteAssigned(_ slot: Int, _ activation: ActivationPlace) {
    guard slot < 64 else { return }
    environment(of: activation).assignedParameters |= 1 << UInt64(slot)
  }

  @inline(never)
  func setVariable(
    _ site: VariableSite, _ source: Registers, _ activation: ActivationPlace,
    _ pc: UnsafeMutablePointer<Instruction>
  ) throws(Unwind) {
    let environment = self.environment(of: activation)
    if let binding = site.binding, site.epoch == searchEpoch,
      site.start?.toOpaque() == Unmanaged.passUnretained(environment).toOpaque(), !binding.isLocked,
      !binding.isActive
    {
      if source.tag == Tag.object, source.pointee.isFunction {
        noteRedefinition(of: site.name, in: environment)
      }
      binding.value = source.pointee
      return
    }
    do throws(Unwind) { try environment.assign(site.name, source.pointee) } catch {
      let assignment = callAt(pc, activation)
      throw assignment.isNull ? error : blamed(error, assignment)
    }
    guard environment.frameCode == nil, let binding = environment.binding(site.name) else { return }
    environment.isWatched = true
    site.binding = binding
    site.start = .passUnretained(environment)
    site.epoch = searchEpoch
  }

  func superAssign(
    _ site: VariableSite, _ source: Registers, _ activation: ActivationPlace
  ) throws(Unwind) {
    try superAssign(site.name, source.pointee, from: environment(of: activation))
  }

  /// Assigns a variable of the enclosing environments where it exists, else globally.
  package func superAssign(
    _ name: Symbol, _ value: Value, from environment: Environment
  ) throws(Unwind) {
    var place = environment.parent
    while let here = place {
      if here.lookup(name) != nil || here.binding(name) != nil {
        return try here.assign(name, value)
      }
      place = here.parent
    }
    try globalEnvironment.assign(name, value)
  }

  @inline(never)
  func fetchForUpdate(
    _ register: Registers, _ slot: Int, _ activation: ActivationPlace,
    _ pc: UnsafeMutablePointer<Instruction>
  ) throws(Unwind) {
    do throws(Unwind) {
      register.pointee = try resolve(register, slot, activation)
    } catch { throw blamed(error, callAt(pc, activation)) }
  }

  func fetchVariable(
    _ site: VariableSite, isSuper: Bool, _ activation: ActivationPlace,
    _ pc: UnsafeMutablePointer<Instruction>
  ) throws(Unwind) -> Value {
    let environment = self.environment(of: activation)
    do throws(Unwind) {
      return try lookup(site.name, from: isSuper ? environment.parent : environment)
    } catch { throw blamed(error, callAt(pc, activation)) }
  }

  /// A lookup that fails on behalf of an assignment reports the assignment.
  func blamed(_ failure: Unwind, _ call: Value) -> Unwind {
    guard case .error(let condition) = failure, !condition.isSignalled else { return failure }
    return .error(Condition(condition.message, call: call, classes: condition.classes))
  }

  func takeVariable(
    _ site: VariableSite, _ register: Registers, isSuper: Bool, _ activation: ActivationPlace
  ) {
    var place: Environment? = environment(of: activation)
    if isSuper {
      place = place?.parent
      while let here = place, here.lookup(site.name) == nil { place = here.parent }
    }
    guard let here = place, case .object(let object) = register.pointee else { return }
    if let slot = here.frameCode?.slot(of: site.name), let registers = here.registers {
      if case .object(let held) = registers[slot], held === object { registers[slot] = .null }
    } else if let binding = here.binding(site.name), !binding.isLocked, !binding.isActive,
      case .object(let held) = binding.value, held === object
    {
      binding.value = .null
    }
  }

  @inline(never)
  func makeClosure(_ call: Value, _ activation: ActivationPlace) -> Value {
    guard let definition = call.call?.definition else { return .null }
    let home = environment(of: activation)
    let closure =
      activation.pointee.isFunction
      ? Closure(definition, in: home) : self.closure(definition, in: home)
    if let attributes = definition.closureAttributes { closure.setAttributes(attributes) }
    return .object(closure)
  }

  @inline(never)
  func dotsElement(_ position: Int, _ activation: ActivationPlace) throws(Unwind) -> Value {
    let raw = lookupRaw(.dots, from: environment(of: activation))
    if raw != nil, position < 0 {
      throw .error(.notAPosition(position + 1, call: currentCall()))
    }
    guard case .object(let object)? = raw, let dots = object as? Dots,
      position < dots.arguments.count
    else {
      if raw == nil {
        throw .error(.noDots(for: position + 1, call: currentCall()))
      }
      throw .error(.tooFewDots(position + 1, call: currentCall()))
    }
    return try valueOf(argument: dots.arguments[position].value)
  }

  /// The value of an argument that may be a promise.
  package func valueOf(argument: Value) throws(Unwind) -> Value {
    if case .promise(let promise) = argument { return try force(promise) }
    return argument
  }

  /// Whether parameter `slot` of a running function counts as missing.
  func isMissing(_ slot: Int, _ activation: ActivationPlace) throws(Unwind) -> Bool {
    try isMissing(slot, in: environment(of: activation))
  }

  func isMissing(_ slot: Int, in frame: Environment) throws(Unwind) -> Bool {
    guard let code = frame.frameCode, let registers = frame.registers else { return false }
    if slot == code.dotsParameter {
      guard case .object(let object) = registers[slot], let dots = object as? Dots else {
        return true
      }
      return dots.arguments.isEmpty
    }
    if slot < 64, frame.missingParameters & 1 << UInt64(slot) != 0 { return true }
    return isPassedMissing(slot, in: frame)
  }

  /// Whether a parameter has neither an argument nor a default, or was given one of the caller's
  /// that has neither.
  ///
  /// A caller's default counts as given.
  private func isPassedMissing(_ slot: Int, in frame: Environment) -> Bool {
    guard let registers = frame.registers else { return false }
    if case .missingArgument = registers[slot] { return true }
    guard case .promise(let promise) = registers[slot], case .symbol(let name) = promise.expression,
      let outer = promise.environment, let outerSlot = outer.frameCode?.slot(of: name),
      outerSlot < outer.frameCode?.parameterCount ?? 0
    else { return false }
    return isPassedMissing(outerSlot, in: outer)
  }
}
