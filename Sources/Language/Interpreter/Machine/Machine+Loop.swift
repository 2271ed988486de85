// The loop that runs code. R calls of R functions do not nest natively: they push an activation.
//
// Rules for this function: the fast case stays in the arm, everything else goes to a function marked
// `@inline(never)`; no nested function and no closure that captures a mutable local.

extension Interpreter {
  /// Runs the activations above `base` until the lowest of them returns, and answers its value.
  func execute(above base: Int) throws(Unwind) -> Value {
    let machine = self.machine
    machine.nativeDepth += 1
    defer { machine.nativeDepth -= 1 }
    try checkNativeStack()
    var activation = machine.current
    var pc = activation.pointee.next
    while true {
      do throws(Unwind) {
        return try run(base, &activation, &pc)
      } catch {
        // An error that nobody has seen yet is offered to handlers while the frames are in place.
        let failure = signalled(error)
        failedInstruction = pc - 1
        if let value = try unwind(to: base, failure) { return value }
        activation = machine.current
        pc = activation.pointee.next
      }
    }
  }

  private func run(
    _ base: Int, _ activationPlace: inout UnsafeMutablePointer<Activation>,
    _ pcPlace: inout UnsafeMutablePointer<Instruction>
  ) throws(Unwind) -> Value {
    let machine = self.machine
    let state = machine.state
    var activation = activationPlace
    var pc = pcPlace
    var hot = activation.pointee.hot
    var regs = activation.pointee.registers
    defer {
      activationPlace = activation
      pcPlace = pc
    }
    while true {
      let instruction = pc.pointee
      pc += 1
      let target = regs + Int(instruction.a)
      let b = Int(instruction.b)
      let c = Int(instruction.c)
      switch instruction.opcode {
      case .constant:
        target.assign(from: hot.pointee.constants + b)
      case .local:
        let source = regs + b
        if source.isPlain {
          target.assign(from: source)
        } else {
          target.pointee = try resolve(source, b, activation)
        }
      case .variable:
        let site = hot.pointee.variables + b
        if site.pointee.searchEpoch == state.pointee.searchEpoch,
          site.pointee.scope == activation.pointee.scope, let binding = site.pointee.binding,
          binding.isPlain
        {
          target.assign(from: binding)
        } else {
          target.pointee = try variable(site, activation)
        }
      case .ensure:
        if target.tag > Tag.object {
          activation.pointee.next = pc
          if try startForcing(target, Int(instruction.a), activation) {
            activation = machine.current
            hot = activation.pointee.hot
            regs = activation.pointee.registers
            pc = activation.pointee.next
          }
        }
      case .frameLocal:
        let source = activation.pointee.frame.unsafelyUnwrapped + b
        if source.isPlain {
          target.assign(from: source)
        } else {
          target.pointee = try frameLocal(hot.pointee.variables + c, activation)
        }
      case .move:
        target.assign(from: regs + b)
      case .dotsElement:
        target.pointee = try dotsElement(b, activation)
      case .closure:
        target.pointee = makeClosure(hot.pointee.constants[b], activation)
      case .missing:
        target.set(logical: try isMissing(b, activation) ? 1 : 0)

      case .setLocal:
        try setLocal(target, Int(instruction.a), regs + b, b, activation)
      case .setVariable:
        try setVariable(
          hot.pointee.variables[b].site.takeUnretainedValue(), target, activation)
      case .superAssign:
        try superAssign(
          hot.pointee.variables[b].site.takeUnretainedValue(), target, activation)
      case .fetchForUpdate:
        if target.tag > Tag.object { try fetchForUpdate(target, Int(instruction.a), activation, pc) }
      case .fetchVariable:
        target.pointee = try fetchVariable(
          hot.pointee.variables[b].site.takeUnretainedValue(), isSuper: c == 1, activation, pc)
      case .takeVariable:
        takeVariable(
          hot.pointee.variables[b].site.takeUnretainedValue(), target, isSuper: c == 1, activation)

      case .add:
        let x = regs + b, y = regs + c
        if x.tag == Tag.double, y.tag == Tag.double {
          target.set(double: x.rawDouble + y.rawDouble)
        } else if x.tag == Tag.integer, y.tag == Tag.integer {
          let (sum, overflow) = x.rawInteger.addingReportingOverflow(y.rawInteger)
          if overflow || x.rawInteger == .min || y.rawInteger == .min || sum == .min {
            target.pointee = try slowArithmetic(.add, x, b, y, c, activation, pc)
          } else {
            target.set(integer: sum)
          }
        } else if let left = Self.number(x), let right = Self.number(y) {
          target.set(double: left + right)
        } else {
          target.pointee = try slowArithmetic(.add, x, b, y, c, activation, pc)
        }
      case .subtract:
        let x = regs + b, y = regs + c
        if x.tag == Tag.double, y.tag == Tag.double {
          target.set(double: x.rawDouble - y.rawDouble)
        } else if x.tag == Tag.integer, y.tag == Tag.integer {
          let (difference, overflow) = x.rawInteger.subtractingReportingOverflow(y.rawInteger)
          if overflow || x.rawInteger == .min || y.rawInteger == .min || difference == .min {
            target.pointee = try slowArithmetic(.subtract, x, b, y, c, activation, pc)
          } else {
            target.set(integer: difference)
          }
        } else if let left = Self.number(x), let right = Self.number(y) {
          target.set(double: left - right)
        } else {
          target.pointee = try slowArithmetic(.subtract, x, b, y, c, activation, pc)
        }
      case .multiply:
        let x = regs + b, y = regs + c
        if x.tag == Tag.double, y.tag == Tag.double {
          target.set(double: x.rawDouble * y.rawDouble)
        } else if x.tag != y.tag, let left = Self.number(x), let right = Self.number(y) {
          target.set(double: left * right)
        } else {
          target.pointee = try slowArithmetic(.multiply, x, b, y, c, activation, pc)
        }
      case .divide:
        let x = regs + b, y = regs + c
        if x.tag == Tag.double, y.tag == Tag.double {
          target.set(double: x.rawDouble / y.rawDouble)
        } else if let left = Self.number(x), let right = Self.number(y) {
          target.set(double: left / right)
        } else {
          target.pointee = try slowArithmetic(.divide, x, b, y, c, activation, pc)
        }
      case .power:
        let x = regs + b, y = regs + c
        if x.tag == Tag.double, y.tag == Tag.double, y.rawDouble == 2 {
          target.set(double: x.rawDouble * x.rawDouble)
        } else {
          target.pointee = try slowArithmetic(.power, x, b, y, c, activation, pc)
        }
      case .modulo:
        let x = regs + b, y = regs + c
        if x.tag == Tag.integer, y.tag == Tag.integer, x.rawInteger >= 0, y.rawInteger > 0 {
          target.set(integer: x.rawInteger % y.rawInteger)
        } else if x.tag == Tag.double, y.tag == Tag.double,
          let remainder = Self.smallModulo(x.rawDouble, y.rawDouble)
        {
          target.set(double: remainder)
        } else {
          target.pointee = try slowArithmetic(.modulo, x, b, y, c, activation, pc)
        }
      case .integerDivide:
        let x = regs + b, y = regs + c
        if x.tag == Tag.integer, y.tag == Tag.integer, x.rawInteger >= 0, y.rawInteger > 0 {
          target.set(integer: x.rawInteger / y.rawInteger)
        } else {
          target.pointee = try slowArithmetic(.integerDivide, x, b, y, c, activation, pc)
        }

      case .equal:
        let x = regs + b, y = regs + c
        if let truth = Self.compareEqual(x, y) {
          target.set(logical: truth ? 1 : 0)
        } else {
          target.pointee = try slowComparison(.equal, x, b, y, c, activation, pc)
        }
      case .notEqual:
        let x = regs + b, y = regs + c
        if let truth = Self.compareEqual(x, y) {
          target.set(logical: truth ? 0 : 1)
        } else {
          target.pointee = try slowComparison(.notEqual, x, b, y, c, activation, pc)
        }
      case .less:
        let x = regs + b, y = regs + c
        let truth = Self.test(x, y) { $0 < $1 }
        if truth >= 0 {
          target.set(logical: truth)
        } else {
          target.pointee = try slowComparison(.less, x, b, y, c, activation, pc)
        }
      case .greater:
        let x = regs + b, y = regs + c
        let truth = Self.test(x, y) { $0 > $1 }
        if truth >= 0 {
          target.set(logical: truth)
        } else {
          target.pointee = try slowComparison(.greater, x, b, y, c, activation, pc)
        }
      case .lessOrEqual:
        let x = regs + b, y = regs + c
        let truth = Self.test(x, y) { $0 <= $1 }
        if truth >= 0 {
          target.set(logical: truth)
        } else {
          target.pointee = try slowComparison(.lessOrEqual, x, b, y, c, activation, pc)
        }
      case .greaterOrEqual:
        let x = regs + b, y = regs + c
        let truth = Self.test(x, y) { $0 >= $1 }
        if truth >= 0 {
          target.set(logical: truth)
        } else {
          target.pointee = try slowComparison(.greaterOrEqual, x, b, y, c, activation, pc)
        }
      case .and:
        target.pointee = try slowLogic(.and, regs + b, b, regs + c, c, activation, pc)
      case .or:
        target.pointee = try slowLogic(.or, regs + b, b, regs + c, c, activation, pc)
      case .negate:
        let x = regs + b
        if x.tag == Tag.double {
          target.set(double: -x.rawDouble)
        } else {
          target.pointee = try slowUnary(.minus, x, b, activation, pc)
        }
      case .plus:
        target.pointee = try slowUnary(.plus, regs + b, b, activation, pc)
      case .not:
        let x = regs + b
        if x.tag == Tag.logical, x.rawInteger != .min {
          target.set(logical: 1 - x.rawInteger)
        } else {
          target.pointee = try slowUnary(.not, x, b, activation, pc)
        }

      case .eagerAdd:
        Self.eager(.add, target, regs + b, regs + c)
      case .eagerSubtract:
        Self.eager(.subtract, target, regs + b, regs + c)
      case .eagerMultiply:
        Self.eager(.multiply, target, regs + b, regs + c)
      case .eagerDivide:
        Self.eager(.divide, target, regs + b, regs + c)
      case .range:
        target.pointee = try slowRange(regs + b, b, regs + c, c, activation, pc)

      case .jump:
        pc = hot.pointee.instructions + b
      case .jumpBack:
        if state.pointee.pending != 0 { try serveInterrupt() }
        pc = hot.pointee.instructions + b
      case .jumpIfFalse:
        let truth: Bool
        if target.tag == Tag.logical, target.rawInteger != .min {
          truth = target.rawInteger != 0
        } else {
          truth = try slowCondition(target, Int(instruction.a), activation, pc)
        }
        if !truth { pc = hot.pointee.instructions + b }
      case .jumpIfTrue:
        if try slowCondition(target, Int(instruction.a), activation, pc) {
          pc = hot.pointee.instructions + b
        }
      case .jumpUnlessLess:
        let y = regs + b
        let quick = Self.test(target, y) { $0 < $1 }
        let truth =
          quick >= 0
          ? quick == 1 : try slowTest(.less, target, Int(instruction.a), y, b, activation, pc)
        if !truth { pc = hot.pointee.instructions + c }
      case .jumpUnlessGreater:
        let y = regs + b
        let quick = Self.test(target, y) { $0 > $1 }
        let truth =
          quick >= 0
          ? quick == 1 : try slowTest(.greater, target, Int(instruction.a), y, b, activation, pc)
        if !truth { pc = hot.pointee.instructions + c }
      case .jumpUnlessLessOrEqual:
        let y = regs + b
        let quick = Self.test(target, y) { $0 <= $1 }
        let truth =
          quick >= 0
          ? quick == 1 : try slowTest(.lessOrEqual, target, Int(instruction.a), y, b, activation, pc)
        if !truth { pc = hot.pointee.instructions + c }
      case .jumpUnlessGreaterOrEqual:
        let y = regs + b
        let quick = Self.test(target, y) { $0 >= $1 }
        let truth =
          quick >= 0
          ? quick == 1 : try slowTest(.greaterOrEqual, target, Int(instruction.a), y, b, activation, pc)
        if !truth { pc = hot.pointee.instructions + c }
      case .jumpUnlessEqual:
        let y = regs + b
        let truth: Bool
        if let equal = Self.compareEqual(target, y) {
          truth = equal
        } else {
          truth = try slowTest(.equal, target, Int(instruction.a), y, b, activation, pc)
        }
        if !truth { pc = hot.pointee.instructions + c }
      case .jumpUnlessNotEqual:
        let y = regs + b
        let truth: Bool
        if let equal = Self.compareEqual(target, y) {
          truth = !equal
        } else {
          truth = try slowTest(.notEqual, target, Int(instruction.a), y, b, activation, pc)
        }
        if !truth { pc = hot.pointee.instructions + c }
      case .andFirst:
        if target.tag == Tag.logical {
          if target.rawInteger == 0 { pc = hot.pointee.instructions + b }
        } else if try pairDecided(by: 0, target, "x", "&&", activation, pc) {
          pc = hot.pointee.instructions + b
        }
      case .orFirst:
        if target.tag == Tag.logical {
          if target.rawInteger == 1 { pc = hot.pointee.instructions + b }
        } else if try pairDecided(by: 1, target, "x", "||", activation, pc) {
          pc = hot.pointee.instructions + b
        }
      case .andSecond:
        let y = regs + b
        if target.rawInteger == 1, y.tag == Tag.logical {
          target.set(logical: y.rawInteger)
        } else {
          try pairFinish(by: 0, target, y, b, "&&", activation, pc)
        }
      case .orSecond:
        let y = regs + b
        if target.rawInteger == 0, y.tag == Tag.logical {
          target.set(logical: y.rawInteger)
        } else {
          try pairFinish(by: 1, target, y, b, "||", activation, pc)
        }
      case .jumpIfClassed:
        if target.tag == Tag.object {
          if target.rawObject._withUnsafeGuaranteedRef({ $0.hasClass }) {
            pc = hot.pointee.instructions + b
          }
        } else if target.tag > Tag.object, try hasClass(target, Int(instruction.a), activation) {
          pc = hot.pointee.instructions + b
        }
      case .switchOn:
        let destination = try switchTarget(
          hot.pointee.code.takeUnretainedValue().switches[b], target, Int(instruction.a), activation)
        pc = hot.pointee.instructions + destination

      case .forStart:
        try startFor(target, activation)
      case .forNext:
        if !Self.quickNext(target, regs + b) {
          if try !nextElement(target, regs + b) {
            pc = hot.pointee.instructions + c
          }
        }

      case .subset:
        if !Self.quickElement(regs + b, regs + c, target, inList: false) {
          target.pointee = try slowSubset(regs + b, b, regs + c, c, activation, pc)
        }
      case .subset2:
        if !Self.quickElement(regs + b, regs + c, target, inList: true) {
          target.pointee = try slowSubset2(regs + b, b, regs + c, c, activation, pc)
        }
      case .subsetMatrix:
        target.pointee = try slowSubsetMatrix(regs + b, b, regs + c, activation, pc)
      case .dollar:
        target.pointee = try slowDollar(
          regs + b, b, hot.pointee.constants[c], activation, pc)
      case .setSubset:
        if !Self.quickStore(target, regs + b, regs + c, inList: false) {
          try slowSetSubset(target, regs + b, b, regs + c, c, activation, pc)
        }
      case .setSubset2:
        if !Self.quickStore(target, regs + b, regs + c, inList: true) {
          try slowSetSubset2(target, regs + b, b, regs + c, c, activation, pc)
        }
      case .setSubsetMatrix:
        try slowSetSubsetMatrix(target, regs + b, regs + c, c, activation, pc)
      case .setDollar:
        try slowSetDollar(
          target, hot.pointee.constants[b], regs + c, c, activation, pc)

      case .call:
        let site = hot.pointee.calls + b
        activation.pointee.next = pc
        if let binding = site.pointee.binding,
          site.pointee.searchEpoch == state.pointee.searchEpoch,
          site.pointee.redefinitionEpoch == state.pointee.redefinitionEpoch,
          site.pointee.scope == activation.pointee.scope, binding.tag == Tag.object,
          binding.rawPointer == site.pointee.closure
        {
          try enter(site, Int32(instruction.a), activation)
          activation = machine.current
          hot = activation.pointee.hot
          regs = activation.pointee.registers
          pc = activation.pointee.next
        } else if try enterSlowly(site, Int32(instruction.a), activation) {
          activation = machine.current
          hot = activation.pointee.hot
          regs = activation.pointee.registers
          pc = activation.pointee.next
        } else {
          let value = try callSlowly(
            site.pointee.site.takeUnretainedValue(), nil, activation)
          target.pointee = value
        }
      case .callValue:
        activation.pointee.next = pc
        let function = try resolve(regs + c, c, activation)
        target.pointee = try callSlowly(
          hot.pointee.calls[b].site.takeUnretainedValue(), function, activation)
      case .callBuiltin:
        activation.pointee.next = pc
        target.pointee = try callBuiltin(
          hot.pointee.calls[b].site.takeUnretainedValue(), regs + c, activation)
      case .callSpecial:
        activation.pointee.next = pc
        target.pointee = try callSpecial(
          hot.pointee.calls[b].site.takeUnretainedValue(), activation)
      case .callDispatching:
        activation.pointee.next = pc
        target.pointee = try callDispatching(
          hot.pointee.calls[b].site.takeUnretainedValue(), regs + c, c, activation)
      case .callReplacement:
        activation.pointee.next = pc
        target.pointee = try callReplacement(
          hot.pointee.calls[b].site.takeUnretainedValue(), regs + c, c, activation)

      case .visible:
        isVisible = true
      case .invisible:
        isVisible = false
      case .returnValue:
        if target.tag > Tag.object { target.pointee = try resolve(target, Int(instruction.a), activation) }
        if activation.pointee.extra != nil || activation.pointee.environment != nil {
          let value = target.pointee
          let destination = activation.pointee.destination
          if let promise = activation.pointee.promise {
            promise._withUnsafeGuaranteedRef {
              $0.value = value
              $0.environment = nil
            }
          }
          try leave(activation, returning: value)
          if machine.depth == base { return value }
          activation = machine.current
          regs = activation.pointee.registers
          // A promise for the empty argument stays one: reading it is no error.
          if !value.isMissingArgument || regs[Int(destination)].kind != .promise {
            regs[Int(destination)] = value
          }
        } else {
          let destination = Int(activation.pointee.destination)
          if machine.depth == base + 1 {
            let value = target.take()
            popPlain(activation)
            return value
          }
          let caller = machine.current - 1
          let place = caller.pointee.registers + destination
          place.clear()
          place.move(from: target)
          popPlain(activation)
          activation = caller
          regs = activation.pointee.registers
        }
        hot = activation.pointee.hot
        pc = activation.pointee.next
      case .breakOut:
        throw .breaking(in: environment(of: activation))
      case .nextOut:
        throw .next(in: environment(of: activation))
      }
    }
  }
}

// MARK: - Fast cases

extension Interpreter {
  /// A plain number that is not a missing integer.
  @inline(__always)
  static func number(_ x: Registers) -> Double? {
    let tag = x.tag
    if tag == Tag.double { return x.rawDouble }
    return tag == Tag.integer && x.rawInteger != .min ? Double(x.rawInteger) : nil
  }

  /// A comparison of plain numbers: 1 or 0; −1 if it needs the general rules.
  @inline(__always)
  static func test(
    _ x: Registers, _ y: Registers, _ holds: (Double, Double) -> Bool
  ) -> Int32 {
    guard let left = number(x), let right = number(y), !left.isNaN, !right.isNaN else { return -1 }
    return holds(left, right) ? 1 : 0
  }

  /// x %% y for moderate doubles; nil if the general rules are needed.
  @inline(__always)
  static func smallModulo(_ x: Double, _ y: Double) -> Double? {
    guard y > 0, y < 0x1p31, x >= 0, x < 0x1p52 else { return nil }
    let quotient = (x / y).rounded(.down)
    let remainder = x - quotient * y
    guard quotient * y + remainder == x, remainder >= 0, remainder < y, y == y.rounded(.down),
      x == x.rounded(.down)
    else { return nil }
    return remainder
  }

  /// Whether two plain scalars of the same type are equal; nil if that needs the general rules.
  @inline(__always)
  static func compareEqual(_ x: Registers, _ y: Registers) -> Bool? {
    let tag = x.tag
    guard tag == y.tag else { return nil }
    if tag == Tag.double {
      return x.rawDouble.isNaN || y.rawDouble.isNaN ? nil : x.rawDouble == y.rawDouble
    }
    if tag == Tag.integer || tag == Tag.logical {
      return x.rawInteger == .min || y.rawInteger == .min ? nil : x.rawInteger == y.rawInteger
    }
    if tag == Tag.string {
      // Handle 0 is NA.
      return x.rawInteger == 0 || y.rawInteger == 0 ? nil : x.rawInteger == y.rawInteger
    }
    return nil
  }

  /// An argument computed before its call: plain numbers only, anything else leaves `.unbound`.
  @inline(__always)
  static func eager(
    _ operation: ArithmeticOperator, _ target: Registers, _ x: Registers, _ y: Registers
  ) {
    if x.tag == Tag.double, y.tag == Tag.double {
      switch operation {
      case .add: target.set(double: x.rawDouble + y.rawDouble)
      case .subtract: target.set(double: x.rawDouble - y.rawDouble)
      case .multiply: target.set(double: x.rawDouble * y.rawDouble)
      default: target.set(double: x.rawDouble / y.rawDouble)
      }
    } else {
      eagerInteger(operation, target, x, y)
    }
  }

  @inline(never)
  static func eagerInteger(
    _ operation: ArithmeticOperator, _ target: Registers, _ x: Registers, _ y: Registers
  ) {
    guard x.tag == Tag.integer, y.tag == Tag.integer, x.rawInteger != .min, y.rawInteger != .min
    else {
      target.pointee = .unbound
      return
    }
    let (result, overflow): (Int32, Bool)
    switch operation {
    case .add: (result, overflow) = x.rawInteger.addingReportingOverflow(y.rawInteger)
    case .subtract: (result, overflow) = x.rawInteger.subtractingReportingOverflow(y.rawInteger)
    case .multiply: (result, overflow) = x.rawInteger.multipliedReportingOverflow(by: y.rawInteger)
    default: (result, overflow) = (0, true)
    }
    if overflow || result == .min {
      target.pointee = .unbound
    } else {
      target.set(integer: result)
    }
  }

  /// Position (from 0) that a plain scalar index means; −1 if it is none.
  @inline(__always)
  static func position(_ index: Registers) -> Int {
    if index.tag == Tag.integer { return Int(index.rawInteger) - 1 }
    if index.tag == Tag.double {
      let number = index.rawDouble
      return number >= 1 && number < 0x1p52 ? Int(number) - 1 : -1
    }
    return -1
  }

  /// One element of a vector without attributes.
  @inline(__always)
  static func quickElement(
    _ source: Registers, _ index: Registers, _ target: Registers, inList: Bool
  ) -> Bool {
    guard source.tag == Tag.object else { return false }
    let place = position(index)
    guard place >= 0 else { return false }
    return source.rawObject._withUnsafeGuaranteedRef { object in
      guard !object.hasAttributes else { return false }
      switch object.kind {
      case .double:
        let vector = unsafeDowncast(object, to: DoubleVector.self)
        guard place < vector.count else { return false }
        target.set(double: vector.elements[unchecked: place])
      case .integer:
        let vector = unsafeDowncast(object, to: IntegerVector.self)
        guard place < vector.count else { return false }
        if let start = vector.compactStart {
          target.set(integer: start &+ Int32(truncatingIfNeeded: place))
        } else {
          target.set(integer: vector.elements[unchecked: place])
        }
      case .logical:
        let vector = unsafeDowncast(object, to: LogicalVector.self)
        guard place < vector.count else { return false }
        target.set(logical: vector.elements[unchecked: place])
      case .character:
        let vector = unsafeDowncast(object, to: CharacterVector.self)
        guard place < vector.count else { return false }
        target.pointee = .string(vector.elements[unchecked: place])
      case .list where inList:
        let vector = unsafeDowncast(object, to: ListVector.self)
        guard place < vector.count else { return false }
        target.pointee = vector.elements[unchecked: place]
      default: return false
      }
      return true
    }
  }

  /// Stores one element in place in a vector that only this register refers to.
  @inline(__always)
  static func quickStore(
    _ target: Registers, _ index: Registers, _ source: Registers, inList: Bool
  ) -> Bool {
    guard target.tag == Tag.object else { return false }
    let place = position(index)
    guard place >= 0, isUniquelyHeld(target) else { return false }
    return target.rawObject._withUnsafeGuaranteedRef { object in
      guard !object.hasAttributes else { return false }
      switch object.kind {
      case .double:
        let vector = unsafeDowncast(object, to: DoubleVector.self)
        guard place < vector.count else { return false }
        if source.tag == Tag.double {
          vector.elements[unchecked: place] = source.rawDouble
        } else if source.tag == Tag.integer, source.rawInteger != .min {
          vector.elements[unchecked: place] = Double(source.rawInteger)
        } else {
          return false
        }
      case .integer:
        let vector = unsafeDowncast(object, to: IntegerVector.self)
        guard place < vector.count, source.tag == Tag.integer else { return false }
        vector.elements[unchecked: place] = source.rawInteger
      case .logical:
        let vector = unsafeDowncast(object, to: LogicalVector.self)
        guard place < vector.count, source.tag == Tag.logical else { return false }
        vector.elements[unchecked: place] = source.rawInteger
      case .character:
        let vector = unsafeDowncast(object, to: CharacterVector.self)
        guard place < vector.count, case .string(let string) = source.pointee else { return false }
        vector.elements[unchecked: place] = string
      case .list where inList:
        return storeInList(unsafeDowncast(object, to: ListVector.self), place, source)
      default: return false
      }
      return true
    }
  }

  @inline(never)
  static func storeInList(_ list: ListVector, _ place: Int, _ source: Registers) -> Bool {
    guard source.isPlain, place <= list.count else { return false }
    if place == list.count {
      list.append(source.pointee)
    } else {
      list.elements[place] = source.pointee
    }
    return true
  }

  /// Whether the object in a register has no other reference.
  @inline(__always)
  static func isUniquelyHeld(_ register: Registers) -> Bool {
    UnsafeMutableRawPointer(register).withMemoryRebound(to: Object.self, capacity: 1) {
      isKnownUniquelyReferenced(&$0.pointee)
    }
  }

  /// The next element of a sequence of a `for` over integers or doubles.
  @inline(__always)
  static func quickNext(_ sequence: Registers, _ element: Registers) -> Bool {
    guard sequence.tag == Tag.object else { return false }
    let position = Int((sequence + 1).rawInteger)
    return sequence.rawObject._withUnsafeGuaranteedRef { object in
      switch object.kind {
      case .integer:
        let vector = unsafeDowncast(object, to: IntegerVector.self)
        guard position < vector.count else { return false }
        if let start = vector.compactStart {
          element.set(integer: start &+ Int32(truncatingIfNeeded: position))
        } else {
          element.set(integer: vector.elements[unchecked: position])
        }
      case .double:
        let vector = unsafeDowncast(object, to: DoubleVector.self)
        guard position < vector.count else { return false }
        element.set(double: vector.elements[unchecked: position])
      default: return false
      }
      (sequence + 1).set(integer: Int32(truncatingIfNeeded: position + 1))
      return true
    }
  }
}

extension UnsafeMutableBufferPointer {
  /// An element without a check of bounds, where the machine has just made it.
  @inline(__always)
  subscript(unchecked position: Int) -> Element {
    get { baseAddress.unsafelyUnwrapped[position] }
    nonmutating set { baseAddress.unsafelyUnwrapped[position] = newValue }
  }
}
