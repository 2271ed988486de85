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
        if b != 0, case .defaultArgument = target.pointee {
          pc = hot.pointee.instructions + b
        } else if target.tag > Tag.object {
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
        if target.tag > Tag.object {
          try fetchForUpdate(target, Int(instruction.a), activation, pc)
        }
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
        let quick = Self.quickTest(.equal, regs + b, regs + c)
        if quick >= 0 {
          target.set(logical: quick)
        } else {
          target.pointee = try slowComparison(.equal, regs + b, b, regs + c, c, activation, pc)
        }
      case .notEqual:
        let quick = Self.quickTest(.notEqual, regs + b, regs + c)
        if quick >= 0 {
          target.set(logical: quick)
        } else {
          target.pointee = try slowComparison(.notEqual, regs + b, b, regs + c, c, activation, pc)
        }
      case .less:
        let quick = Self.quickTest(.less, regs + b, regs + c)
        if quick >= 0 {
          target.set(logical: quick)
        } else {
          target.pointee = try slowComparison(.less, regs + b, b, regs + c, c, activation, pc)
        }
      case .greater:
        let quick = Self.quickTest(.greater, regs + b, regs + c)
        if quick >= 0 {
          target.set(logical: quick)
        } else {
          target.pointee = try slowComparison(.greater, regs + b, b, regs + c, c, activation, pc)
        }
      case .lessOrEqual:
        let quick = Self.quickTest(.lessOrEqual, regs + b, regs + c)
        if quick >= 0 {
          target.set(logical: quick)
        } else {
          target.pointee = try slowComparison(.lessOrEqual, regs + b, b, regs + c, c, activation, pc)
        }
      case .greaterOrEqual:
        let quick = Self.quickTest(.greaterOrEqual, regs + b, regs + c)
        if quick >= 0 {
          target.set(logical: quick)
        } else {
          target.pointee = try slowComparison(.greaterOrEqual, regs + b, b, regs + c, c, activation, pc)
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
        var truth = Self.quickTest(.less, target, regs + b)
        if truth < 0 { truth = try slowTest(.less, target, regs + b, instruction, activation, pc) }
        if truth == 0 { pc = hot.pointee.instructions + c }
      case .jumpUnlessGreater:
        var truth = Self.quickTest(.greater, target, regs + b)
        if truth < 0 { truth = try slowTest(.greater, target, regs + b, instruction, activation, pc) }
        if truth == 0 { pc = hot.pointee.instructions + c }
      case .jumpUnlessLessOrEqual:
        var truth = Self.quickTest(.lessOrEqual, target, regs + b)
        if truth < 0 { truth = try slowTest(.lessOrEqual, target, regs + b, instruction, activation, pc) }
        if truth == 0 { pc = hot.pointee.instructions + c }
      case .jumpUnlessGreaterOrEqual:
        var truth = Self.quickTest(.greaterOrEqual, target, regs + b)
        if truth < 0 { truth = try slowTest(.greaterOrEqual, target, regs + b, instruction, activation, pc) }
        if truth == 0 { pc = hot.pointee.instructions + c }
      case .jumpUnlessEqual:
        var truth = Self.quickTest(.equal, target, regs + b)
        if truth < 0 { truth = try slowTest(.equal, target, regs + b, instruction, activation, pc) }
        if truth == 0 { pc = hot.pointee.instructions + c }
      case .jumpUnlessNotEqual:
        var truth = Self.quickTest(.notEqual, target, regs + b)
        if truth < 0 { truth = try slowTest(.notEqual, target, regs + b, instruction, activation, pc) }
        if truth == 0 { pc = hot.pointee.instructions + c }
      case .jumpIfLess:
        var truth = Self.quickTest(.less, target, regs + b)
        if truth < 0 { truth = try slowTest(.less, target, regs + b, instruction, activation, pc) }
        if truth == 1 {
          if state.pointee.pending != 0 { try serveInterrupt() }
          pc = hot.pointee.instructions + c
        }
      case .jumpIfGreater:
        var truth = Self.quickTest(.greater, target, regs + b)
        if truth < 0 { truth = try slowTest(.greater, target, regs + b, instruction, activation, pc) }
        if truth == 1 {
          if state.pointee.pending != 0 { try serveInterrupt() }
          pc = hot.pointee.instructions + c
        }
      case .jumpIfLessOrEqual:
        var truth = Self.quickTest(.lessOrEqual, target, regs + b)
        if truth < 0 { truth = try slowTest(.lessOrEqual, target, regs + b, instruction, activation, pc) }
        if truth == 1 {
          if state.pointee.pending != 0 { try serveInterrupt() }
          pc = hot.pointee.instructions + c
        }
      case .jumpIfGreaterOrEqual:
        var truth = Self.quickTest(.greaterOrEqual, target, regs + b)
        if truth < 0 { truth = try slowTest(.greaterOrEqual, target, regs + b, instruction, activation, pc) }
        if truth == 1 {
          if state.pointee.pending != 0 { try serveInterrupt() }
          pc = hot.pointee.instructions + c
        }
      case .jumpIfEqual:
        var truth = Self.quickTest(.equal, target, regs + b)
        if truth < 0 { truth = try slowTest(.equal, target, regs + b, instruction, activation, pc) }
        if truth == 1 {
          if state.pointee.pending != 0 { try serveInterrupt() }
          pc = hot.pointee.instructions + c
        }
      case .jumpIfNotEqual:
        var truth = Self.quickTest(.notEqual, target, regs + b)
        if truth < 0 { truth = try slowTest(.notEqual, target, regs + b, instruction, activation, pc) }
        if truth == 1 {
          if state.pointee.pending != 0 { try serveInterrupt() }
          pc = hot.pointee.instructions + c
        }
      case .branchLess:
        let quick = Self.quickTest(.less, target, regs + b)
        if quick >= 0 { pc = quick == 1 ? pc + 1 : hot.pointee.instructions + c }
      case .branchGreater:
        let quick = Self.quickTest(.greater, target, regs + b)
        if quick >= 0 { pc = quick == 1 ? pc + 1 : hot.pointee.instructions + c }
      case .branchLessOrEqual:
        let quick = Self.quickTest(.lessOrEqual, target, regs + b)
        if quick >= 0 { pc = quick == 1 ? pc + 1 : hot.pointee.instructions + c }
      case .branchGreaterOrEqual:
        let quick = Self.quickTest(.greaterOrEqual, target, regs + b)
        if quick >= 0 { pc = quick == 1 ? pc + 1 : hot.pointee.instructions + c }
      case .branchEqual:
        let quick = Self.quickTest(.equal, target, regs + b)
        if quick >= 0 { pc = quick == 1 ? pc + 1 : hot.pointee.instructions + c }
      case .branchNotEqual:
        let quick = Self.quickTest(.notEqual, target, regs + b)
        if quick >= 0 { pc = quick == 1 ? pc + 1 : hot.pointee.instructions + c }
      case .branchTrue:
        let truth = target.tag == Tag.logical ? target.rawInteger : -1
        if truth >= 0 { pc = truth == 1 ? pc + 1 : hot.pointee.instructions + c }
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
          hot.pointee.code.takeUnretainedValue().switches[b], target, Int(instruction.a), activation
        )
        pc = hot.pointee.instructions + destination

      case .forStart:
        try startFor(target, activation)
      case .forNext:
        var isThere = Self.quickNext(target, regs + b)
        if !isThere { isThere = try nextElement(target, regs + b) }
        if isThere {
          if state.pointee.pending != 0 { try serveInterrupt() }
          pc = hot.pointee.instructions + c
        }

      case .element:
        if Self.quickElement(regs + b, regs + (c & 0xFFFF), target, inList: false) { pc += c >> 16 }
      case .element2:
        if Self.quickElement(regs + b, regs + (c & 0xFFFF), target, inList: true) { pc += c >> 16 }
      case .storeElement:
        if Self.quickStore(target, regs + (b & 0xFFFF), regs + c, inList: false) { pc += b >> 16 }
      case .storeElement2:
        if Self.quickStore(target, regs + (b & 0xFFFF), regs + c, inList: true) { pc += b >> 16 }
      case .subset:
        if !Self.anyElement(regs + b, regs + c, target, inList: false) {
          target.pointee = try slowSubset(regs + b, b, regs + c, c, activation, pc)
        }
      case .subset2:
        if !Self.anyElement(regs + b, regs + c, target, inList: true) {
          target.pointee = try slowSubset2(regs + b, b, regs + c, c, activation, pc)
        }
      case .subsetMatrix:
        target.pointee = try slowSubsetMatrix(regs + b, b, regs + c, activation, pc)
      case .dollar:
        target.pointee = try slowDollar(
          regs + b, b, hot.pointee.constants[c], activation, pc)
      case .setSubset:
        if !Self.anyStore(target, regs + b, regs + c, inList: false) {
          try slowSetSubset(target, regs + b, b, regs + c, c, activation, pc)
        }
      case .setSubset2:
        if !Self.anyStore(target, regs + b, regs + c, inList: true) {
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
        if target.tag > Tag.object {
          target.pointee = try resolve(target, Int(instruction.a), activation)
        }
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
