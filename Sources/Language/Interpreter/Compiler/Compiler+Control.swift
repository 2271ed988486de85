// Conditions, loops, switch.

extension Compiler {
  /// Emits a jump that is taken when the condition is false; answers its place, to be landed.
  mutating func condition(_ expression: Value, of call: Call) -> Int {
    if let test = expression.call, let name = test.name, test.arguments.count == 2,
      let fused = Self.fusedJump(name), isBuiltinName(name), !hasNames(test), !containsDots(test)
    {
      let left = operand(test.arguments[0].value, mayWait: isQuiet(test.arguments[1].value))
      let right = operand(test.arguments[1].value, mayWait: true)
      return emit(fused, left, right, 0, for: test)
    }
    let register = operand(expression)
    return emit(.jumpIfFalse, register, 0, 0, for: call)
  }

  private static func fusedJump(_ name: Symbol) -> Opcode? {
    switch name {
    case .less: .jumpUnlessLess
    case .greater: .jumpUnlessGreater
    case .lessOrEqual: .jumpUnlessLessOrEqual
    case .greaterOrEqual: .jumpUnlessGreaterOrEqual
    case .equal: .jumpUnlessEqual
    case .notEqual: .jumpUnlessNotEqual
    default: nil
    }
  }

  func hasNames(_ call: Call) -> Bool { call.arguments.contains { !$0.name.isEmpty } }

  mutating func ifElse(_ call: Call, into target: Int) {
    let jump = scratch { $0.condition(call.arguments[0].value, of: call) }
    branch { $0.scratch { $0.value(call.arguments[1].value, into: target) } }
    let end = emit(.jump)
    land(jump)
    if call.arguments.count == 3 {
      branch { $0.scratch { $0.value(call.arguments[2].value, into: target) } }
    } else {
      emit(.constant, target, constant(.null))
      emit(.invisible)
    }
    land(end)
  }

  mutating func logicalPair(_ call: Call, first: Opcode, second: Opcode, into target: Int) {
    scratch { compiler in
      let left = compiler.temporary()
      compiler.value(call.arguments[0].value, into: left)
      let jump = compiler.emit(first, left, 0, 0, for: call)
      compiler.branch { compiler in
        let right = compiler.operand(call.arguments[1].value)
        compiler.emit(second, left, right, 0, for: call)
      }
      compiler.land(jump)
      compiler.emit(.move, target, left)
    }
  }

  mutating func whileLoop(_ call: Call, into target: Int) {
    let start = instructions.count
    let jump = scratch { $0.condition(call.arguments[0].value, of: call) }
    loops.append(LoopLabels(start: start))
    branch { $0.discard(call.arguments[1].value) }
    emit(.jumpBack, 0, start)
    land(jump)
    endLoop(into: target)
  }

  mutating func repeatLoop(_ call: Call, into target: Int) {
    let start = instructions.count
    loops.append(LoopLabels(start: start))
    branch { $0.discard(call.arguments[0].value) }
    emit(.jumpBack, 0, start)
    endLoop(into: target)
  }

  private mutating func endLoop(into target: Int) {
    closeLoop()
    emit(.constant, target, constant(.null))
    emit(.invisible)
  }

  /// Ends the innermost loop here.
  private mutating func closeLoop() {
    let labels = loops.removeLast()
    for place in labels.exits { land(place) }
    let end = instructions.count
    loopRanges.append(LoopRange(body: labels.start..<end, next: labels.start, exit: end))
  }

  mutating func forLoop(_ call: Call, into target: Int) {
    guard let name = call.arguments[0].value.symbol else { return }
    let sequence = temporaries(2)
    value(call.arguments[1].value, into: sequence)
    emit(.forStart, sequence, 0, 0, for: call)
    let element = isFunction ? (slots[name] ?? temporary()) : temporary()
    emit(.constant, element, constant(.null))
    if !isFunction { emit(.setVariable, element, variableSite(name)) }
    let start = instructions.count
    let exit = emit(.forNext, sequence, element)
    if !isFunction { emit(.setVariable, element, variableSite(name)) }
    loops.append(LoopLabels(start: start))
    branch { $0.discard(call.arguments[2].value) }
    emit(.jumpBack, 0, start)
    land(exit)
    closeLoop()
    emit(.constant, sequence, constant(.null))
    emit(.constant, target, constant(.null))
    emit(.invisible)
  }

  mutating func breakOrNext(_ isBreak: Bool) {
    if loops.isEmpty {
      emit(isBreak ? .breakOut : .nextOut)
    } else if isBreak {
      loops[loops.count - 1].exits.append(emit(.jump))
    } else {
      emit(.jumpBack, 0, loops[loops.count - 1].start)
    }
  }

  /// `switch`, when its arms are written out.
  mutating func switchCall(_ call: Call, into target: Int) {
    let choice = operand(call.arguments[0].value)
    let arms = Array(call.arguments.dropFirst())
    let table = switches.count
    switches.append(SwitchTable(names: arms.map(\.name), targets: [], fallback: -1, end: 0))
    emit(.switchOn, choice, table, 0, for: call)
    var targets = [Int](repeating: -1, count: arms.count)
    var ends: [Int] = []
    for (k, arm) in arms.enumerated() where !arm.value.isMissingArgument {
      targets[k] = instructions.count
      branch { $0.scratch { $0.value(arm.value, into: target) } }
      ends.append(emit(.jump))
    }
    switches[table].end = instructions.count
    emit(.constant, target, constant(.null))
    emit(.invisible)
    for place in ends { land(place) }
    for k in arms.indices.reversed() where targets[k] < 0 && k + 1 < arms.count {
      targets[k] = targets[k + 1]
    }
    switches[table].targets = targets
    switches[table].fallback = arms.lastIndex { $0.name.isEmpty } ?? -1
  }
}
