// Calls: of builtins known here, of anything else, and what is no call but looks like one.

extension Compiler {
  mutating func call(_ call: Call, into target: Int) {
    guard let name = call.name else { return computedCall(call, into: target) }
    guard let builtin = builtin(name) else {
      if !thinCall(call, into: target) { closureCall(call, into: target) }
      return
    }
    if builtin.isSpecial {
      if !inlined(call, name, into: target) { special(call, builtin, into: target) }
    } else if !inlinedOperator(call, name, builtin, into: target) {
      builtinCall(call, builtin, into: target)
    }
  }

  /// Constructs of the language; false if this use is not the plain one.
  private mutating func inlined(_ call: Call, _ name: Symbol, into target: Int) -> Bool {
    let count = call.arguments.count
    switch name {
    case .brace: block(call, into: target)
    case .if_ where count == 2 || count == 3: ifElse(call, into: target)
    case .while_ where count == 2: whileLoop(call, into: target)
    case .repeat_ where count == 1: repeatLoop(call, into: target)
    case .for_ where count == 3 && call.arguments[0].value.symbol != nil:
      scratch { $0.forLoop(call, into: target) }
    case .break_ where count == 0: breakOrNext(true)
    case .next_ where count == 0: breakOrNext(false)
    case .andAnd where count == 2:
      logicalPair(call, first: .andFirst, second: .andSecond, into: target)
    case .orOr where count == 2: logicalPair(call, first: .orFirst, second: .orSecond, into: target)
    case .assign_, .equalAssign, .superAssign:
      guard count == 2 else { return false }
      scratch { compiler in
        let register = compiler.assignment(call, wantsValue: true)
        if register != target { compiler.emit(.move, target, register) }
      }
    case .quote where count == 1: emit(.constant, target, constant(call.arguments[0].value))
    case .function_ where call.definition != nil:
      emit(.closure, target, constant(.object(call)))
    case .return_ where isFunction && count <= 1 && !containsDots(call):
      scratch { $0.tail(call.arguments.first?.value ?? .null) }
    case .switch_ where count >= 1 && !containsDots(call) && call.arguments[0].name.isEmpty:
      scratch { $0.switchCall(call, into: target) }
    case .missing where isFunction && count == 1:
      guard let name = call.arguments[0].value.symbol, let slot = slots[name], slot < parameterCount
      else { return false }
      emit(.missing, target, slot)
    case .dotInternal where count == 1: return internalCall(call, into: target)
    case .forceAndCall where isFunction: return forcedCall(call, into: target)
    default: return false
    }
    return true
  }

  private mutating func block(_ call: Call, into target: Int) {
    guard let last = call.arguments.last else {
      emit(.constant, target, constant(.null))
      return
    }
    for (k, argument) in call.arguments.dropLast().enumerated() {
      step(k, of: call)
      discard(argument.value)
    }
    step(call.arguments.count - 1, of: call)
    if call.arguments.count > 1, last.value.call == nil { emit(.visible) }
    scratch { $0.value(last.value, into: target) }
  }

  private mutating func special(_ call: Call, _ builtin: BuiltinFunction, into target: Int) {
    let site = CallSite(call, function: nil, sources: [], builtin: builtin)
    emit(.callSpecial, target, callSite(site), 0, for: call)
    if builtin.name == .useMethod, isFunction { emit(.returnValue, target) }
  }

  /// `forceAndCall(n, f, …)` as a call of `f` on values, when all arguments are to be forced.
  private mutating func forcedCall(_ call: Call, into target: Int) -> Bool {
    let arguments = Array(call.arguments.dropFirst(2))
    guard !arguments.isEmpty, !hasNames(call), !containsDots(call),
      let function = call.arguments[1].value.symbol,
      case .double(let forced) = call.arguments[0].value, forced >= Double(arguments.count),
      !arguments.contains(where: { $0.value.isMissingArgument })
    else { return false }
    scratch { compiler in
      let sources = arguments.map { argument -> ArgumentSource in
        let register = compiler.temporary()
        compiler.value(argument.value, into: register)
        return .forced(register)
      }
      let inner = Call(.symbol(function), arguments)
      let site = CallSite(inner, function: VariableSite(function), sources: sources)
      compiler.emit(.call, target, compiler.callSite(site), 0, for: inner)
    }
    return true
  }

  private mutating func internalCall(_ call: Call, into target: Int) -> Bool {
    guard let inner = call.arguments[0].value.call, let name = inner.name,
      let builtin = interpreter.internals[name]
    else { return false }
    if builtin.isSpecial {
      special(inner, builtin, into: target)
    } else {
      builtinCall(inner, builtin, into: target)
    }
    return true
  }
}

// MARK: - Operators

extension Compiler {
  /// Operators with instructions of their own; false if this use is not the plain one.
  private mutating func inlinedOperator(
    _ call: Call, _ name: Symbol, _ builtin: BuiltinFunction, into target: Int
  ) -> Bool {
    let count = call.arguments.count
    if name == .at, count == 2, !hasNames(call), call.arguments[0].value.symbol != .dots,
      let slot = Self.memberName(call.arguments[1].value)
    {
      let named = Call(call.function, [call.arguments[0], Argument(.string(slot.handle))])
      builtinCall(named, builtin, into: target)
      return true
    }
    if name == .dollar, count == 2, call.arguments[0].value.symbol != .dots, !hasNames(call),
      dollar(call, builtin, into: target)
    {
      return true
    }
    if !containsDots(call), let named = Self.withNamedMember(call, name) {
      builtinCall(named, builtin, shown: call, into: target)
      return true
    }
    if hasNames(call) && name != .subset && name != .subset2 || containsDots(call) { return false }
    if call.arguments.contains(where: { $0.value.isMissingArgument }), name != .subset {
      return name == .subset2 ? element(call, builtin, into: target) : false
    }
    if name == .parenthesis, count == 1 {
      value(call.arguments[0].value, into: target)
      return true
    }
    if count == 2, let opcode = Self.binaryOpcode(name) {
      binary(call, opcode, into: target)
      return true
    }
    switch (name, count) {
    case (.minus, 1), (.plus, 1), (.not, 1):
      scratch { compiler in
        let register = compiler.operand(call.arguments[0].value, mayWait: true)
        let opcode: Opcode = name == .minus ? .negate : name == .plus ? .plus : .not
        compiler.emit(opcode, target, register, 0, for: call)
      }
      return true
    case (.subset, 2...), (.subset2, 2...): return element(call, builtin, into: target)
    default: return false
    }
  }

  private mutating func binary(_ call: Call, _ opcode: Opcode, into target: Int) {
    scratch { compiler in
      var spare: Operands = []
      let first = compiler.nextTemporary
      let left = compiler.operand(
        call.arguments[0].value, mayWait: compiler.isQuiet(call.arguments[1].value))
      if left == first { spare.insert(.leftIsSpare) }
      let second = compiler.nextTemporary
      let right = compiler.operand(call.arguments[1].value, mayWait: true)
      if right == second { spare.insert(.rightIsSpare) }
      let place = compiler.emit(opcode, target, left, right, for: call)
      if opcode.isArithmetic { compiler.instructions[place].detail = spare.rawValue }
    }
  }

  /// `x[…]` and `x[[…]]`: methods are looked for before the indices are evaluated.
  private mutating func element(
    _ call: Call, _ builtin: BuiltinFunction, into target: Int
  ) -> Bool {
    let quick = quickElement(call, into: target)
    defer { if let quick { instructions[quick].c |= Int32(instructions.count - quick - 1) << 16 } }
    scratch { compiler in
      let plain =
        !compiler.hasNames(call)
        && !call.arguments.contains { $0.value.isMissingArgument }
      let count = call.arguments.count
      let object = compiler.operand(
        call.arguments[0].value,
        mayWait: plain
          && call.arguments.dropFirst().allSatisfy { compiler.isQuiet($0.value) })
      compiler.dispatchingDetour(call, builtin, object: object, into: target) { compiler in
        if plain, count == 2 {
          let index = compiler.operand(call.arguments[1].value, mayWait: true)
          compiler.emit(
            call.name == .subset ? .subset : .subset2, target, object, index, for: call)
        } else if plain, count == 3, call.name == .subset {
          let indices = compiler.temporaries(2)
          compiler.index(call.arguments[1].value, into: indices)
          compiler.index(call.arguments[2].value, into: indices + 1)
          compiler.emit(.subsetMatrix, target, object, indices, for: call)
        } else {
          compiler.builtinCall(call, builtin, first: object, into: target)
        }
      }
    }
    return true
  }

  /// An index into a register; a parameter that was not given is an empty one.
  mutating func index(_ expression: Value, into target: Int) {
    guard isFunction, let name = expression.symbol, name != .dots, let slot = slots[name] else {
      return value(expression, into: target)
    }
    let place = emit(.local, target, slot)
    instructions[place].detail = 1
  }

  /// Starts `x[i]` with an instruction that does it when `x` is a local with a plain vector; answers its place,
  /// for it to learn how many instructions to pass over.
  private mutating func quickElement(_ call: Call, into target: Int) -> Int? {
    guard isFunction, call.arguments.count == 2, !hasNames(call),
      let name = call.arguments[0].value.symbol, let slot = slots[name], name != .dots,
      let index = quickIndex(call.arguments[1].value)
    else { return nil }
    let place = emit(.element, target, slot, index)
    instructions[place].detail = call.name == .subset2 ? 1 : 0
    return place
  }

  /// A register with an index found without any effect: one that is no number if that cannot be.
  mutating func quickIndex(_ expression: Value) -> Int? {
    guard isFunction else { return nil }
    switch expression {
    case .symbol(let name): return name == .dots ? nil : slots[name]
    case .double, .integer: return constantRegister(expression)
    default: return expression.call.flatMap { eager($0) }
    }
  }

  private mutating func dollar(
    _ call: Call, _ builtin: BuiltinFunction, into target: Int
  ) -> Bool {
    guard let name = Self.memberName(call.arguments[1].value) else { return false }
    scratch { compiler in
      let object = compiler.operand(call.arguments[0].value, mayWait: true)
      compiler.dispatchingDetour(call, builtin, object: object, into: target) { compiler in
        compiler.emit(
          .dollar, target, object, compiler.constant(.string(name.handle)), for: call)
      }
    }
    return true
  }

  /// A call of `$<-` or `@<-` by its name, or of `$` or `@` with too many arguments, with the member's name as a
  /// string.
  private static func withNamedMember(_ call: Call, _ name: Symbol) -> Call? {
    let isReplacement = name == .dollarAssign || name == .atAssign
    var arguments = call.arguments
    guard isReplacement || name == .dollar || name == .at,
      arguments.count > (isReplacement ? 1 : 2), let member = memberName(arguments[1].value)
    else { return nil }
    arguments[1].value = .string(member.handle)
    // None of too many arguments is evaluated.
    if !isReplacement { for k in 2..<arguments.count { arguments[k].value = .null } }
    return Call(call.function, arguments)
  }

  /// The member that `x$member` or `x$"member"` names.
  static func memberName(_ expression: Value) -> Symbol? {
    switch expression {
    case .symbol(let name): name
    case .string(let name): Symbol(name)
    default: nil
    }
  }

  /// Emits `plain`, and behind the code a dispatching call for objects with a class.
  private mutating func dispatchingDetour(
    _ call: Call, _ builtin: BuiltinFunction, object: Int, into target: Int,
    plain: (inout Compiler) -> Void
  ) {
    let jump = emit(.jumpIfClassed, object)
    plain(&self)
    let site = callSite(CallSite(call, function: nil, sources: [], builtin: builtin))
    deferred.append(
      Deferred(jump: jump, back: instructions.count, temporaries: nextTemporary, ensured: ensured) {
        compiler in
        compiler.emit(.callDispatching, target, site, object, for: call)
      })
  }
}

// MARK: - Functions

extension Compiler {
  /// A builtin called on values in consecutive registers; `first` says where the first one is already.
  mutating func builtinCall(
    _ call: Call, _ builtin: BuiltinFunction, first: Int? = nil, shown: Call? = nil,
    into target: Int
  ) {
    let isIncomplete =
      !builtin.acceptsEmpty && call.arguments.contains { $0.value.isMissingArgument }
    if containsDots(call) || isIncomplete || call.arguments.count > 200 {
      let site = CallSite(call, function: nil, sources: sources(call), builtin: builtin)
      emit(.call, target, callSite(site), 0, for: call)
      return
    }
    scratch { compiler in
      let count = call.arguments.count
      let base = compiler.temporaries(count)
      for (k, argument) in call.arguments.enumerated() {
        if k == 0, let first {
          compiler.emit(.local, base, first)
        } else if k > 0, builtin.name == .subset || builtin.name == .subset2 {
          compiler.scratch { $0.index(argument.value, into: base + k) }
        } else {
          compiler.scratch { $0.value(argument.value, into: base + k) }
        }
      }
      let sources = [ArgumentSource](repeating: .promise, count: count)
      let site = CallSite(shown ?? call, function: nil, sources: sources, builtin: builtin)
      compiler.emit(.callBuiltin, target, compiler.callSite(site), base, for: call)
    }
  }

  mutating func closureCall(_ call: Call, into target: Int) {
    guard let name = call.name else { return }
    scratch { compiler in
      let sources = compiler.sources(call)
      let site = CallSite(call, function: VariableSite(name), sources: sources)
      compiler.emit(.call, target, compiler.callSite(site), 0, for: call)
    }
  }

  /// The function is itself the value of an expression.
  private mutating func computedCall(_ call: Call, into target: Int) {
    scratch { compiler in
      let function = compiler.temporary()
      switch call.function {
      case .string(let name):
        // "f"(x) calls the function of that name.
        let named = Call(.symbol(Symbol(name)), call.arguments)
        compiler.call(named, into: target)
        return
      default: compiler.value(call.function, into: function)
      }
      let sources = compiler.sources(call)
      let site = CallSite(call, function: nil, sources: sources)
      compiler.emit(.callValue, target, compiler.callSite(site), function, for: call)
    }
  }

  /// How each argument of a call to an unknown function will get its value.
  private mutating func sources(_ call: Call) -> [ArgumentSource] {
    let mayBeEarly = isFunction && !call.arguments.contains { assigns($0.value) }
    return call.arguments.map { argument in
      switch argument.value {
      case .missingArgument: return .empty
      case .symbol(let name):
        if name == .dots { return .dots }
        if mayBeEarly, let slot = slots[name], !sharedLocals.contains(name) { return .local(slot) }
        return .promise
      case .object(let object):
        guard let inner = object as? Call else { return .constant(argument.value) }
        if mayBeEarly, let register = eager(inner) { return .eager(register) }
        return .promise
      default: return .constant(argument.value)
      }
    }
  }

  /// Computes arithmetic on plain numbers before the call; nil if the expression is anything else.
  private mutating func eager(_ call: Call) -> Int? {
    guard call.arguments.count == 2, let name = call.name, isBuiltinName(name), !hasNames(call),
      let opcode = Self.earlyOpcode(name)
    else { return nil }
    guard let left = eagerOperand(call.arguments[0].value),
      let right = eagerOperand(call.arguments[1].value)
    else { return nil }
    let target = temporary()
    instructions[emit(opcode, target, left, right)].detail = Operands.early.rawValue
    return target
  }

  private mutating func eagerOperand(_ expression: Value) -> Int? {
    switch expression {
    case .symbol(let name):
      guard let slot = slots[name], !sharedLocals.contains(name) else { return nil }
      return slot
    case .double, .integer: return constantRegister(expression)
    default:
      guard let call = expression.call else { return nil }
      return eager(call)
    }
  }

  private static func earlyOpcode(_ name: Symbol) -> Opcode? {
    switch name {
    case .plus: .add
    case .minus: .subtract
    case .times_: .multiply
    case .divide: .divide
    default: nil
    }
  }

  /// Whether an assignment stands somewhere in the expression.
  private func assigns(_ expression: Value) -> Bool {
    guard let call = expression.call, call.definition == nil else { return false }
    switch call.name {
    case .assign_, .equalAssign, .superAssign, .for_, .assign, .delayedAssign: return true
    default: return assigns(call.function) || call.arguments.contains { assigns($0.value) }
    }
  }
}
