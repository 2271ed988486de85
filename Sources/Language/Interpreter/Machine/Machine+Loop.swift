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
        return try runWithRoom(base, &activation, &pc)
      } catch {
        // An error that nobody has seen yet is offered to handlers while the frames are in place.
        let failure = signalled(blamed(error, at: pc - 1, activation))
        failedInstruction = pc - 1
        if let value = try unwind(to: base, failure) { return value }
        activation = machine.current
        pc = activation.pointee.next
      }
    }
  }

  func run(
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
      let here = pc
      pc += 1
      let a = Int(here.pointee.a)
      let target = regs.at(a)
      let b = Int(here.pointee.b)
      let c = Int(here.pointee.c)
      switch here.pointee.opcode {
      case .constant:
        target.assign(from: hot.pointee.constants + b)
      case .local:
        let source = regs.at(b)
        if source.isPlain {
          target.assign(from: source)
        } else {
          target.pointee =
            try here.pointee.detail == 0
            ? resolve(source, b >> 4, activation) : resolveIndex(source, b >> 4, activation)
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
          pc = pc.at(b)
        } else if target.tag > Tag.object {
          activation.pointee.next = pc
          if try startForcing(target, a >> 4, activation) {
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
        target.assign(from: regs.at(b))
      case .dotsElement:
        target.pointee = try dotsElement(b, activation)
      case .closure:
        target.pointee = makeClosure(hot.pointee.constants[b], activation)
      case .missing:
        target.set(logical: try isMissing(b, activation) ? 1 : 0)

      case .setLocal:
        try setLocal(target, a >> 4, regs.at(b), b >> 4, activation)
      case .setVariable:
        try setVariable(
          hot.pointee.variables[b].site.takeUnretainedValue(), target, activation, pc)
      case .superAssign:
        try superAssign(
          hot.pointee.variables[b].site.takeUnretainedValue(), target, activation)
      case .noteAssigned:
        noteAssigned(a >> 4, activation)
      case .fetchForUpdate:
        if target.tag > Tag.object {
          try fetchForUpdate(target, a >> 4, activation, pc)
        }
      case .fetchVariable:
        target.pointee = try fetchVariable(
          hot.pointee.variables[b].site.takeUnretainedValue(), isSuper: c == 1, activation, pc)
      case .takeVariable:
        takeVariable(
          hot.pointee.variables[b].site.takeUnretainedValue(), target, isSuper: c == 1, activation)

      case .add:
        let x = regs.at(b), y = regs.at(c)
        if x.tag == Tag.double, y.tag == Tag.double {
          target.set(double: x.rawDouble + y.rawDouble)
        } else if x.tag == Tag.integer, y.tag == Tag.integer {
          let (sum, overflow) = x.rawInteger.addingReportingOverflow(y.rawInteger)
          if overflow || x.rawInteger == .min || y.rawInteger == .min || sum == .min {
            target.pointee = try slowArithmetic(.add, x, b >> 4, y, c >> 4, activation, pc)
          } else {
            target.set(integer: sum)
          }
        } else if let left = Self.number(x), let right = Self.number(y) {
          target.set(double: left + right)
        } else {
          target.pointee = try slowArithmetic(.add, x, b >> 4, y, c >> 4, activation, pc)
        }
      case .subtract:
        let x = regs.at(b), y = regs.at(c)
        if x.tag == Tag.double, y.tag == Tag.double {
          target.set(double: x.rawDouble - y.rawDouble)
        } else if x.tag == Tag.integer, y.tag == Tag.integer {
          let (difference, overflow) = x.rawInteger.subtractingReportingOverflow(y.rawInteger)
          if overflow || x.rawInteger == .min || y.rawInteger == .min || difference == .min {
            target.pointee = try slowArithmetic(.subtract, x, b >> 4, y, c >> 4, activation, pc)
          } else {
            target.set(integer: difference)
          }
        } else if let left = Self.number(x), let right = Self.number(y) {
          target.set(double: left - right)
        } else {
          target.pointee = try slowArithmetic(.subtract, x, b >> 4, y, c >> 4, activation, pc)
        }
      case .multiply:
        let x = regs.at(b), y = regs.at(c)
        if x.tag == Tag.double, y.tag == Tag.double {
          target.set(double: x.rawDouble * y.rawDouble)
        } else if x.tag != y.tag, let left = Self.number(x), let right = Self.number(y) {
          target.set(double: left * right)
        } else {
          target.pointee = try slowArithmetic(.multiply, x, b >> 4, y, c >> 4, activation, pc)
        }
      case .divide:
        let x = regs.at(b), y = regs.at(c)
        if x.tag == Tag.double, y.tag == Tag.double {
          target.set(double: x.rawDouble / y.rawDouble)
        } else if let left = Self.number(x), let right = Self.number(y) {
          target.set(double: left / right)
        } else {
          target.pointee = try slowArithmetic(.divide, x, b >> 4, y, c >> 4, activation, pc)
        }
      case .power:
        let x = regs.at(b), y = regs.at(c)
        if x.tag == Tag.double, y.tag == Tag.double, y.rawDouble == 2 {
          target.set(double: x.rawDouble * x.rawDouble)
        } else {
          target.pointee = try slowArithmetic(.power, x, b >> 4, y, c >> 4, activation, pc)
        }
      case .modulo:
        let x = regs.at(b), y = regs.at(c)
        if x.tag == Tag.integer, y.tag == Tag.integer, x.rawInteger >= 0, y.rawInteger > 0 {
          target.set(integer: x.rawInteger % y.rawInteger)
        } else if x.tag == Tag.double, y.tag == Tag.double,
          let remainder = Self.smallModulo(x.rawDouble, y.rawDouble)
        {
          target.set(double: remainder)
        } else {
          target.pointee = try slowArithmetic(.modulo, x, b >> 4, y, c >> 4, activation, pc)
        }
      case .integerDivide:
        let x = regs.at(b), y = regs.at(c)
        if x.tag == Tag.integer, y.tag == Tag.integer, x.rawInteger >= 0, y.rawInteger > 0 {
          target.set(integer: x.rawInteger / y.rawInteger)
        } else {
          target.pointee = try slowArithmetic(.integerDivide, x, b >> 4, y, c >> 4, activation, pc)
        }

      case .compare:
        let truth = Self.holds(here.pointee.detail, regs.at(b), regs.at(c))
        if truth >= 0 {
          target.set(logical: truth)
        } else {
          target.pointee = try slowComparison(
            here.pointee.relation.operation, regs.at(b), b >> 4, regs.at(c), c >> 4, activation,
            pc)
        }
      case .and:
        target.pointee = try slowLogic(.and, regs.at(b), b >> 4, regs.at(c), c >> 4, activation, pc)
      case .or:
        target.pointee = try slowLogic(.or, regs.at(b), b >> 4, regs.at(c), c >> 4, activation, pc)
      case .negate:
        let x = regs.at(b)
        if x.tag == Tag.double {
          target.set(double: -x.rawDouble)
        } else {
          target.pointee = try slowUnary(.minus, x, b >> 4, activation, pc)
        }
      case .plus:
        target.pointee = try slowUnary(.plus, regs.at(b), b >> 4, activation, pc)
      case .not:
        let x = regs.at(b)
        if x.tag == Tag.logical, x.rawInteger != .min {
          target.set(logical: 1 - x.rawInteger)
        } else {
          target.pointee = try slowUnary(.not, x, b >> 4, activation, pc)
        }

      case .range:
        target.pointee = try slowRange(regs.at(b), b >> 4, regs.at(c), c >> 4, activation, pc)

      case .jump:
        pc = pc.at(b)
      case .jumpBack:
        if state.pointee.pending != 0 { try serveInterrupt() }
        pc = pc.at(b)
      case .jumpIfFalse:
        let truth: Bool
        if target.tag == Tag.logical, target.rawInteger != .min {
          truth = target.rawInteger != 0
        } else {
          truth = try slowCondition(target, a >> 4, activation, pc)
        }
        if !truth { pc = pc.at(b) }
      case .jumpIfTrue:
        if try slowCondition(target, a >> 4, activation, pc) {
          pc = pc.at(b)
        }
      case .jumpUnless:
        var truth = Self.holds(here.pointee.detail, target, regs.at(b))
        if truth < 0 { truth = try slowTest(target, regs.at(b), activation, pc) }
        if truth == 0 { pc = pc.at(c) }
      case .jumpWhen:
        var truth = Self.holds(here.pointee.detail, target, regs.at(b))
        if truth < 0 { truth = try slowTest(target, regs.at(b), activation, pc) }
        if truth == 1 {
          if state.pointee.pending != 0 { try serveInterrupt() }
          pc = pc.at(c)
        }
      case .branch:
        let truth = Self.holds(here.pointee.detail, target, regs.at(b))
        if truth >= 0 { pc = truth == 1 ? pc + 1 : pc.at(c) }
      case .branchTrue:
        let truth = target.tag == Tag.logical ? target.rawInteger : -1
        if truth >= 0 { pc = truth == 1 ? pc + 1 : pc.at(c) }
      case .andFirst:
        if target.tag == Tag.logical {
          if target.rawInteger == 0 { pc = pc.at(b) }
        } else if try pairDecided(by: 0, target, "x", "&&", activation, pc) {
          pc = pc.at(b)
        }
      case .orFirst:
        if target.tag == Tag.logical {
          if target.rawInteger == 1 { pc = pc.at(b) }
        } else if try pairDecided(by: 1, target, "x", "||", activation, pc) {
          pc = pc.at(b)
        }
      case .andSecond:
        let y = regs.at(b)
        if target.rawInteger == 1, y.tag == Tag.logical {
          target.set(logical: y.rawInteger)
        } else {
          try pairFinish(by: 0, target, y, b >> 4, "&&", activation, pc)
        }
      case .orSecond:
        let y = regs.at(b)
        if target.rawInteger == 0, y.tag == Tag.logical {
          target.set(logical: y.rawInteger)
        } else {
          try pairFinish(by: 1, target, y, b >> 4, "||", activation, pc)
        }
      case .jumpIfClassed:
        if target.tag == Tag.object {
          if target.rawObject._withUnsafeGuaranteedRef({ $0.hasClass }) {
            pc = pc.at(b)
          }
        } else if target.tag > Tag.object, try hasClass(target, a >> 4, activation) {
          pc = pc.at(b)
        }
      case .switchOn:
        let destination = try switchTarget(
          hot.pointee.code.takeUnretainedValue().switches[b], target, a >> 4, activation, pc)
        pc = hot.pointee.instructions + destination

      case .forStart:
        try startFor(target, activation, pc)
      case .forNext:
        var isThere = Self.quickNext(target, regs.at(b))
        if !isThere { isThere = try nextElement(target, regs.at(b)) }
        if isThere {
          if state.pointee.pending != 0 { try serveInterrupt() }
          pc = pc.at(c)
        }

      case .element:
        if Self.quickElement(regs.at(b), regs.at(c & 0xFFFFF), target, here.pointee.detail) {
          pc += c >> 20
        }
      case .storeElement:
        if Self.quickStore(target, regs.at(b & 0xFFFFF), regs.at(c), here.pointee.detail) {
          pc += b >> 20
        }
      case .subset:
        if !Self.anyElement(regs.at(b), regs.at(c), target, 0) {
          target.pointee = try slowSubset(regs.at(b), b >> 4, regs.at(c), c >> 4, activation, pc)
        }
      case .subset2:
        if !Self.anyElement(regs.at(b), regs.at(c), target, 1) {
          target.pointee = try slowSubset2(regs.at(b), b >> 4, regs.at(c), c >> 4, activation, pc)
        }
      case .subsetMatrix:
        target.pointee = try slowSubsetMatrix(regs.at(b), b >> 4, regs.at(c), activation, pc)
      case .dollar:
        target.pointee = try slowDollar(
          regs.at(b), b >> 4, hot.pointee.constants[c], activation, pc)
      case .setSubset:
        if !Self.anyStore(target, regs.at(b), regs.at(c), 0) {
          try slowSetSubset(target, regs.at(b), b >> 4, regs.at(c), c >> 4, activation, pc)
        }
      case .setSubset2:
        if !Self.anyStore(target, regs.at(b), regs.at(c), 1) {
          try slowSetSubset2(target, regs.at(b), b >> 4, regs.at(c), c >> 4, activation, pc)
        }
      case .setSubsetMatrix:
        try slowSetSubsetMatrix(target, regs.at(b), regs.at(c), c >> 4, activation, pc)
      case .setDollar:
        try slowSetDollar(
          target, hot.pointee.constants[b], regs.at(c), c >> 4, activation, pc)

      case .call:
        let site = hot.pointee.calls + b
        activation.pointee.next = pc
        if let binding = site.pointee.binding,
          site.pointee.searchEpoch == state.pointee.searchEpoch,
          site.pointee.redefinitionEpoch == state.pointee.redefinitionEpoch,
          site.pointee.scope == activation.pointee.scope, binding.tag == Tag.object,
          binding.rawPointer == site.pointee.closure
        {
          try enter(site, Int32(a >> 4), activation)
          activation = machine.current
          hot = activation.pointee.hot
          regs = activation.pointee.registers
          pc = activation.pointee.next
        } else if try enterSlowly(site, Int32(a >> 4), activation) {
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
        let function = try resolve(regs.at(c), c >> 4, activation)
        target.pointee = try callSlowly(
          hot.pointee.calls[b].site.takeUnretainedValue(), function, activation)
      case .callBuiltin:
        activation.pointee.next = pc
        target.pointee = try callBuiltin(
          hot.pointee.calls[b].site.takeUnretainedValue(), regs.at(c), activation)
      case .callSpecial:
        activation.pointee.next = pc
        target.pointee = try callSpecial(
          hot.pointee.calls[b].site.takeUnretainedValue(), activation)
      case .callDispatching:
        activation.pointee.next = pc
        target.pointee = try callDispatching(
          hot.pointee.calls[b].site.takeUnretainedValue(), regs.at(c), c >> 4, activation)
      case .callReplacement:
        activation.pointee.next = pc
        target.pointee = try callReplacement(
          hot.pointee.calls[b].site.takeUnretainedValue(), regs.at(c), c >> 4, activation)

      case .visible:
        isVisible = true
      case .invisible:
        isVisible = false
      case .returnValue:
        if target.tag > Tag.object {
          target.pointee = try resolve(target, a >> 4, activation)
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
        throw .breaking(in: try loopEnvironment(environment(of: activation)))
      case .nextOut:
        throw .next(in: try loopEnvironment(environment(of: activation)))
      }
    }
  }
}
