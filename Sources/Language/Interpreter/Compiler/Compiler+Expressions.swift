// Values of expressions.

extension Compiler {
  /// Compiles what the code as a whole answers.
  mutating func tail(_ expression: Value) {
    guard let call = expression.call, let name = call.name, isBuiltinName(name) else {
      // Before: a promise that is forced here may end invisibly.
      if expression.call == nil { emit(.visible) }
      let register = operand(expression)
      emit(.returnValue, register)
      return
    }
    switch name {
    case .brace:
      guard let last = call.arguments.last else { return tail(.null) }
      for (k, argument) in call.arguments.dropLast().enumerated() {
        step(k, of: call)
        discard(argument.value)
      }
      step(call.arguments.count - 1, of: call)
      tail(last.value)
    case .if_ where call.arguments.count == 2 || call.arguments.count == 3: tailIf(call)
    case .return_ where isFunction && call.arguments.count <= 1 && !containsDots(call):
      tail(call.arguments.first?.value ?? .null)
    case .assign_, .equalAssign, .superAssign, .for_, .while_, .repeat_:
      let register = operand(expression)
      emit(.invisible)
      emit(.returnValue, register)
    default:
      // What follows may still make the value invisible: an arm of `switch`, say.
      if builtin(name)?.isSpecial ?? false { emit(.visible) }
      let register = operand(expression)
      if Self.isArithmetic(name) || name == .parenthesis || name == .subset || name == .subset2 {
        emit(.visible)
      }
      emit(.returnValue, register)
    }
  }

  private mutating func tailIf(_ call: Call) {
    let jumps = scratch { $0.condition(call.arguments[0].value, of: call) }
    branch { $0.scratch { $0.stepped(call.arguments[1].value) { $0.tail($1) } } }
    land(jumps)
    if call.arguments.count == 3 {
      branch { $0.scratch { $0.stepped(call.arguments[2].value) { $0.tail($1) } } }
    } else {
      let register = temporary()
      emit(.constant, register, constant(.null))
      emit(.invisible)
      emit(.returnValue, register)
    }
  }

  /// Compiles an expression whose value nobody wants.
  mutating func discard(_ expression: Value) {
    scratch { compiler in
      if let call = expression.call, let name = call.name, compiler.isBuiltinName(name) {
        switch name {
        case .brace:
          for (k, argument) in call.arguments.enumerated() {
            compiler.step(k, of: call)
            compiler.discard(argument.value)
          }
          return
        case .if_ where call.arguments.count == 2 || call.arguments.count == 3:
          compiler.discardIf(call)
          return
        case .assign_, .equalAssign, .superAssign:
          guard call.arguments.count == 2 else { break }
          compiler.assignment(call, wantsValue: false)
          return
        default: break
        }
      }
      if expression.call != nil || expression.symbol != nil { _ = compiler.operand(expression) }
    }
  }

  private mutating func discardIf(_ call: Call) {
    let jumps = scratch { $0.condition(call.arguments[0].value, of: call) }
    branch { $0.stepped(call.arguments[1].value) { $0.discard($1) } }
    guard call.arguments.count == 3 else { return land(jumps) }
    let end = emit(.jump)
    land(jumps)
    branch { $0.stepped(call.arguments[2].value) { $0.discard($1) } }
    land(end)
  }

  /// A register that holds the value: its own for locals (`mayWait`) and constants, else a temporary.
  mutating func operand(_ expression: Value, mayWait: Bool = false) -> Int {
    switch expression {
    case .symbol(let name):
      if mayWait, isFunction, let slot = slots[name], name != .dots {
        ensure(slot)
        return slot
      }
    case .double, .integer, .logical:
      if let register = constantRegister(expression) { return register }
    default: break
    }
    let target = temporary()
    value(expression, into: target)
    return target
  }

  /// Computes the value into a register, which is written last.
  mutating func value(_ expression: Value, into target: Int) {
    switch expression {
    case .symbol(let name): variable(name, into: target)
    case .object(let object):
      if let call = object as? Call {
        self.call(call, into: target)
      } else {
        emit(.constant, target, constant(expression))
      }
    case .promise(let promise):
      // Code built from values (do.call, substitute) may hold promises.
      self.value(promise.value.isUnbound ? promise.expression : .object(promise), into: target)
    default: emit(.constant, target, constant(expression))
    }
  }

  private mutating func variable(_ name: Symbol, into target: Int) {
    if name == .dots {
      emit(.variable, target, variableSite(name))
    } else if let position = interpreter.positionInDots(name) {
      emit(.dotsElement, target, position)
    } else if isFunction, let slot = slots[name] {
      ensure(slot)
      emit(.local, target, slot)
    } else if !isFunction, let slot = environment.frameCode?.slot(of: name) {
      emit(.frameLocal, target, slot, variableSite(name))
    } else {
      emit(.variable, target, variableSite(name))
    }
  }

  /// Whether evaluating the expression cannot change any variable.
  func isQuiet(_ expression: Value) -> Bool {
    guard let call = expression.call else { return true }
    guard let name = call.name, isBuiltinName(name) else { return false }
    guard Self.isArithmetic(name) || name == .parenthesis || name == .subset || name == .subset2
    else { return false }
    return call.arguments.allSatisfy { isQuiet($0.value) }
  }

  static func isArithmetic(_ name: Symbol) -> Bool { binaryOpcode(name) != nil || name == .not }

  static func binaryOpcode(_ name: Symbol) -> Opcode? {
    switch name {
    case .plus: .add
    case .minus: .subtract
    case .times_: .multiply
    case .divide: .divide
    case .power: .power
    case .modulo: .modulo
    case .integerDivide: .integerDivide
    case .equal, .notEqual, .less, .greater, .lessOrEqual, .greaterOrEqual: .compare
    case .and: .and
    case .or: .or
    case .colon: .range
    default: nil
    }
  }

  /// Whether `...` is among the arguments (the name after `$` is none).
  func containsDots(_ call: Call) -> Bool {
    let count = call.name == .dollar || call.name == .at ? 1 : call.arguments.count
    return call.arguments.prefix(count).contains { $0.value.symbol == .dots }
  }

  /// Whether a name means the builtin of base wherever this code looks it up.
  func isBuiltinName(_ name: Symbol) -> Bool { builtin(name) != nil }

  /// The builtin that a function name means here; nil if it may mean anything else.
  func builtin(_ name: Symbol) -> BuiltinFunction? {
    if isFunction, slots[name] != nil { return nil }
    var place: Environment? = environment
    while let here = place {
      if here === interpreter.baseNamespace || here === interpreter.baseEnvironment { break }
      if here.frameCode?.slot(of: name) != nil { return nil }
      if let binding = here.binding(name), binding.value.isFunction || binding.isActive {
        return nil
      }
      if case .promise? = here.binding(name)?.value { return nil }
      if here.frameCode == nil { here.isWatched = true }
      place = here.parent
    }
    // Code that runs where base cannot be seen finds no functions.
    if place == nil { return nil }
    guard case .object(let object)? = interpreter.baseNamespace.binding(name)?.value,
      object.kind == .builtin
    else { return nil }
    interpreter.strings.setFlag(StringPool.isInlined, name)
    return unsafeDowncast(object, to: BuiltinFunction.self)
  }
}
