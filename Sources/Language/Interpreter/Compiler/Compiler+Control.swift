// Conditions, loops, switch.

extension Compiler {
  func hasNames(_ call: Call) -> Bool { call.arguments.contains { !$0.name.isEmpty } }

  mutating func ifElse(_ call: Call, into target: Int) {
    let jumps = scratch { $0.condition(call.arguments[0].value, of: call) }
    branch { $0.scratch { $0.stepped(call.arguments[1].value) { $0.value($1, into: target) } } }
    let end = emit(.jump)
    land(jumps)
    if call.arguments.count == 3 {
      branch { $0.scratch { $0.stepped(call.arguments[2].value) { $0.value($1, into: target) } } }
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

  /// The condition stands before the loop and again at its end, so that a turn jumps once.
  mutating func whileLoop(_ call: Call, into target: Int) {
    let test = call.arguments[0].value
    let none = scratch { $0.condition(test, of: call) }
    let start = instructions.count
    loops.append(LoopLabels(start: start))
    branch { $0.stepped(call.arguments[1].value) { $0.discard($1) } }
    let next = landNexts()
    if isStepped { step(at: test, "(while) ") }
    scratch { $0.jumpBack(while: test, to: start, of: call) }
    land(none)
    endLoop(next: next, into: target)
  }

  private mutating func jumpBack(while test: Value, to start: Int, of call: Call) {
    if let comparison = comparison(test) {
      let (left, right) = operands(of: comparison)
      emit(.jumpWhen, left, right, start, for: comparison)
    } else {
      let ends = condition(test, of: call)
      emit(.jumpBack, 0, start)
      land(ends)
    }
  }

  mutating func repeatLoop(_ call: Call, into target: Int) {
    let start = instructions.count
    loops.append(LoopLabels(start: start))
    branch { $0.discard(call.arguments[0].value) }
    let next = landNexts()
    emit(.jumpBack, 0, start)
    endLoop(next: next, into: target)
  }

  /// `next` goes on here.
  private mutating func landNexts() -> Int {
    land(loops[loops.count - 1].nexts)
    return instructions.count
  }

  private mutating func endLoop(next: Int, into target: Int) {
    closeLoop(next: next)
    emit(.constant, target, constant(.null))
    emit(.invisible)
  }

  /// Ends the innermost loop here.
  private mutating func closeLoop(next: Int) {
    let labels = loops.removeLast()
    land(labels.exits)
    let end = instructions.count
    loopRanges.append(LoopRange(body: labels.start..<end, next: next, exit: end))
  }

  mutating func forLoop(_ call: Call, into target: Int) {
    guard let name = call.arguments[0].value.symbol else { return }
    let sequence = temporaries(2)
    value(call.arguments[1].value, into: sequence)
    emit(.forStart, sequence, 0, 0, for: call)
    let element = isFunction ? (slots[name] ?? temporary()) : temporary()
    emit(.constant, element, constant(.null))
    setLoopVariable(element, name, of: call)
    let first = emit(.jump)
    let start = instructions.count
    setLoopVariable(element, name, of: call)
    loops.append(LoopLabels(start: start))
    branch { $0.stepped(call.arguments[2].value) { $0.discard($1) } }
    land(first)
    let next = landNexts()
    emit(.forNext, sequence, element, start)
    closeLoop(next: next)
    emit(.constant, sequence, constant(.null))
    emit(.constant, target, constant(.null))
    emit(.invisible)
  }

  private mutating func setLoopVariable(_ element: Int, _ name: Symbol, of call: Call) {
    if isFunction {
      noteAssigned(element)
    } else {
      emit(.setVariable, element, variableSite(name), 0, for: call)
    }
  }

  mutating func breakOrNext(_ isBreak: Bool) {
    if loops.isEmpty {
      emit(isBreak ? .breakOut : .nextOut)
    } else if isBreak {
      loops[loops.count - 1].exits.append(emit(.jump))
    } else {
      loops[loops.count - 1].nexts.append(emit(.jump))
    }
  }

  /// `switch`, when its arms are written out.
  mutating func switchCall(_ call: Call, into target: Int) {
    let choice = operand(call.arguments[0].value)
    let arms = Array(call.arguments.dropFirst())
    let table = switches.count
    switches.append(
      SwitchTable(
        names: arms.map(\.name), targets: [],
        empty: Set(arms.indices.filter { arms[$0].value.isMissingArgument }), fallback: -1, end: 0,
        problem: interpreter.repeatedDefaults(in: arms)))
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
