// Assignments, of variables and of parts of what they hold.

extension Compiler {
  /// Compiles an assignment; answers the register of the assigned value.
  @discardableResult
  mutating func assignment(_ call: Call, wantsValue: Bool) -> Int {
    let isSuper = call.name == .superAssign
    let (target, source) = (call.arguments[0].value, call.arguments[1].value)
    switch target {
    case .symbol(let name): return assign(source, to: name, isSuper: isSuper)
    case .string(let name): return assign(source, to: Symbol(name), isSuper: isSuper)
    default:
      guard let place = target.call, let variable = LocalScan.variable(of: target) else {
        return invalidTarget(call)
      }
      return assignPart(place, variable, source, call, isSuper: isSuper)
    }
  }

  private mutating func invalidTarget(_ call: Call) -> Int {
    let target = temporary()
    let site = CallSite(call, function: nil, sources: [], builtin: builtin(.assign_))
    emit(.callSpecial, target, callSite(site), 0, for: call)
    return target
  }

  private mutating func assign(_ source: Value, to name: Symbol, isSuper: Bool) -> Int {
    if isSuper {
      let register = operand(source)
      emit(.superAssign, register, variableSite(name))
      return register
    }
    guard isFunction, let slot = slots[name] else {
      let register = operand(source)
      emit(.setVariable, register, variableSite(name))
      return register
    }
    if writesLast(source), !(usesMissing && slot < parameterCount) {
      value(source, into: slot)
    } else {
      let register = operand(source)
      emit(.setLocal, slot, register)
    }
    noteAssigned(slot)
    return slot
  }

  /// Emits what tells `substitute` that a parameter is no longer what was given for it.
  mutating func noteAssigned(_ slot: Int) {
    if usesSubstitute, slot < parameterCount { emit(.noteAssigned, slot) }
  }

  /// Whether the code of the expression writes its target in its last step only, so that the target may be
  /// a variable that the expression itself reads.
  private func writesLast(_ expression: Value) -> Bool {
    guard let call = expression.call else {
      if case .symbol(let name) = expression { return slots[name] != nil && name != .dots }
      return true
    }
    guard let name = call.name else { return true }
    guard let builtin = builtin(name) else { return true }
    return !builtin.isSpecial || name == .function_ || name == .quote
  }
}

// MARK: - Parts

extension Compiler {
  /// `f(g(x, i), j) <- value`.
  private mutating func assignPart(
    _ place: Call, _ variable: Symbol, _ source: Value, _ call: Call, isSuper: Bool
  ) -> Int {
    let value = assignedValue(source, to: place, of: variable)
    let slot = isFunction && !isSuper ? slots[variable] : nil
    let quick = slot.flatMap { quickStore(place, slot: $0, value) }
    scratch { compiler in
      let object: Int
      let site = compiler.variableSite(variable)
      if let slot {
        compiler.emit(.fetchForUpdate, slot, 0, 0, for: call)
        object = slot
      } else {
        object = compiler.temporary()
        compiler.emit(.fetchVariable, object, site, isSuper ? 1 : 0, for: call)
      }
      let owner = Owner(slot: slot, site: site, isSuper: isSuper)
      compiler.replace(place, object: object, value: value, owner: owner, call)
      if let slot {
        compiler.noteAssigned(slot)
      } else {
        compiler.emit(isSuper ? .superAssign : .setVariable, object, site, 0, for: call)
      }
    }
    if let quick { instructions[quick].b |= Int32(instructions.count - quick - 1) << 16 }
    return value
  }

  /// The register of an assigned value: its own for constants, and for locals that nothing changes before they are
  /// stored.
  private mutating func assignedValue(
    _ source: Value, to place: Call, of variable: Symbol
  ) -> Int {
    if let name = source.symbol {
      let isLeft = name != variable && place.arguments.dropFirst().allSatisfy { isQuiet($0.value) }
      return operand(source, mayWait: isLeft)
    }
    return operand(source)
  }

  /// Starts `x[i] <- value` with an instruction that does it when `x` is a plain vector; answers its place,
  /// for it to learn how many instructions to pass over.
  private mutating func quickStore(_ place: Call, slot: Int, _ value: Int) -> Int? {
    guard place.arguments.count == 2, place.arguments[0].value.symbol != nil, !hasNames(place),
      place.name == .subset || place.name == .subset2,
      let setter = setterCall(place)?.name, builtin(setter) != nil,
      let index = quickIndex(place.arguments[1].value)
    else { return nil }
    let start = emit(.storeElement, slot, index, value)
    instructions[start].detail = place.name == .subset2 ? 1 : 0
    return start
  }

  /// The variable whose value is being changed.
  struct Owner {
    var slot: Int?
    var site: Int
    var isSuper: Bool
  }

  /// Emits what makes r[object] the changed value.
  private mutating func replace(
    _ place: Call, object: Int, value: Int, owner: Owner?, _ assignment: Call
  ) {
    guard let inner = place.arguments.first?.value.call else {
      return replaceOne(place, object: object, value: value, owner: owner, assignment)
    }
    // f(inner, …) <- value: get the inner part, change it, put it back.
    let part = temporary()
    get(inner, object: object, into: part, assignment)
    replaceOne(place, object: part, value: value, owner: nil, assignment)
    replace(inner, object: object, value: part, owner: owner, assignment)
  }

  /// r[target] = the part of the variable's value (in r[object]) that `place` names.
  private mutating func get(
    _ place: Call, object: Int, into target: Int, _ assignment: Call
  ) {
    var source = object
    if let inner = place.arguments.first?.value.call {
      source = temporary()
      get(inner, object: object, into: source, assignment)
    }
    var arguments = [Argument(.symbol(.temporary))] + place.arguments.dropFirst()
    if place.name == .at, arguments.count == 2, let slot = Self.memberName(arguments[1].value) {
      arguments[1].value = .string(slot.handle)
    }
    let getter = Call(place.function, arguments)
    if let name = place.name, let builtin = builtin(name), !builtin.isSpecial, !containsDots(place)
    {
      if name == .dollar, place.arguments.count == 2,
        let member = Self.memberName(place.arguments[1].value)
      {
        let jump = emit(.jumpIfClassed, source)
        emit(.dollar, target, source, constant(.string(member.handle)), for: getter)
        deferDispatch(getter, builtin, jump, source, target)
      } else if name == .subset || name == .subset2 {
        let jump = emit(.jumpIfClassed, source)
        builtinCall(getter, builtin, first: source, into: target)
        deferDispatch(getter, builtin, jump, source, target)
      } else {
        builtinCall(getter, builtin, first: source, into: target)
      }
    } else {
      emitReplacement(getter, object: source, value: nil, into: target, assignment)
    }
  }

  private mutating func deferDispatch(
    _ call: Call, _ builtin: BuiltinFunction, _ jump: Int, _ object: Int, _ target: Int
  ) {
    let site = callSite(CallSite(call, function: nil, sources: [], builtin: builtin))
    deferred.append(
      Deferred(jump: jump, back: instructions.count, temporaries: nextTemporary, ensured: ensured) {
        compiler in
        compiler.emit(.callDispatching, target, site, object, for: call)
      })
  }

  /// r[object] = `f<-`(r[object], …, value = r[value]).
  private mutating func replaceOne(
    _ place: Call, object: Int, value: Int, owner: Owner?, _ assignment: Call
  ) {
    guard let setter = setterCall(place) else { return }
    guard let name = setter.name, let builtin = builtin(name), !containsDots(place) else {
      emitReplacement(setter, object: object, value: value, into: object, assignment, of: place)
      return
    }
    scratch { compiler in
      if compiler.replaceElement(
        place, setter, builtin, object: object, value: value, owner: owner, assignment)
      {
        return
      }
      compiler.emitReplacement(
        setter, object: object, value: value, into: object, assignment, of: place)
    }
  }

  /// Whether this is code of a package.
  var isLibrary: Bool {
    var place: Environment? = environment
    while let frame = place, frame.frameCode != nil { place = frame.parent }
    return place?.isBase ?? false || place?.name?.hasPrefix("namespace:") ?? false
  }

  /// The call of the replacement function; the value is added when it runs.
  private func setterCall(_ place: Call) -> Call? {
    let function: Value
    switch place.function {
    case .symbol(let name):
      function = .symbol(interpreter.strings.symbol(interpreter.strings.text(name) + "<-"))
    case .object(let object):
      // pkg::f(x) <- value
      guard let call = object as? Call, call.arguments.count == 2,
        let name = call.arguments[1].value.symbol
      else { return nil }
      let setter = interpreter.strings.symbol(interpreter.strings.text(name) + "<-")
      function = .object(
        Call(call.function, [call.arguments[0], Argument(.symbol(setter))]))
    default: return nil
    }
    return Call(function, [Argument(.symbol(.temporary))] + place.arguments.dropFirst())
  }

  /// Element assignments with instructions of their own; false if this is not one.
  private mutating func replaceElement(
    _ place: Call, _ setter: Call, _ builtin: BuiltinFunction, object: Int, value: Int,
    owner: Owner?, _ assignment: Call
  ) -> Bool {
    let indices = place.arguments.dropFirst().map(\.value)
    guard !hasNames(place), !indices.contains(where: \.isMissingArgument) else { return false }
    let opcode: Opcode
    switch (place.name, indices.count) {
    case (.subset, 1): opcode = .setSubset
    case (.subset2, 1): opcode = .setSubset2
    case (.subset, 2): opcode = .setSubsetMatrix
    case (.dollar, 1) where Self.memberName(indices[0]) != nil: opcode = .setDollar
    default: return false
    }
    let jump = emit(.jumpIfClassed, object)
    var index = 0
    switch opcode {
    case .setSubsetMatrix:
      index = temporaries(2)
      self.index(indices[0], into: index)
      self.index(indices[1], into: index + 1)
    case .setDollar:
      index = constant(.string(Self.memberName(indices[0])?.handle ?? .empty))
    default: index = operand(indices[0], mayWait: true)
    }
    if let owner, owner.slot == nil {
      emit(.takeVariable, object, owner.site, owner.isSuper ? 1 : 0)
    }
    emit(opcode, object, index, value, for: assignment)
    deferred.append(
      Deferred(jump: jump, back: instructions.count, temporaries: nextTemporary, ensured: ensured) {
        compiler in
        compiler.emitReplacement(
          setter, object: object, value: value, into: object, assignment, of: place)
      })
    return true
  }

  /// A call whose first argument is r[object] and whose last is r[value].
  private mutating func emitReplacement(
    _ call: Call, object: Int, value: Int?, into target: Int, _ assignment: Call? = nil,
    of place: Call? = nil
  ) {
    scratch { compiler in
      let base = compiler.temporaries(2)
      compiler.emit(.move, base, object)
      if let value { compiler.emit(.move, base + 1, value) }
      let function = call.name.map { VariableSite($0) }
      let sources = [ArgumentSource](repeating: .promise, count: value == nil ? 0 : 1)
      let site = CallSite(call, function: function, sources: sources)
      site.assignment = assignment
      if let assignment, let place, assignment.arguments[0].value.object === place {
        site.valueExpression = assignment.arguments[1].value
        site.isInLibrary = compiler.isLibrary
      }
      compiler.emit(
        .callReplacement, target, compiler.callSite(site), base, for: assignment ?? call)
    }
  }
}
