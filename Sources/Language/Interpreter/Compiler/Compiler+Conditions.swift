// The conditions of `if` and `while`.

extension Compiler {
  /// Emits a test of a condition; answers the jumps taken when it is false, to be landed.
  mutating func condition(_ expression: Value, of call: Call) -> [Int] {
    if let comparison = comparison(expression) {
      let (left, right) = operands(of: comparison)
      calls.append((instructions.count, call))
      return [emit(.jumpUnless, left, right, 0, for: comparison)]
    }
    if let chain = chain(expression) { return condition(chain, of: call) }
    let register = operand(expression)
    return [emit(.jumpIfFalse, register, 0, 0, for: call)]
  }

  /// The expression as a comparison that has instructions of its own.
  func comparison(_ expression: Value) -> Call? {
    guard let test = expression.call, let name = test.name, test.arguments.count == 2,
      Relation(name) != nil, isBuiltinName(name), !hasNames(test), !containsDots(test)
    else { return nil }
    return test
  }

  /// The registers of a comparison's operands.
  mutating func operands(of test: Call) -> (Int, Int) {
    let left = operand(test.arguments[0].value, mayWait: isQuiet(test.arguments[1].value))
    return (left, operand(test.arguments[1].value, mayWait: true))
  }
}

// MARK: - `&&` and `||`

extension Compiler {
  /// `a && b && …` or `a || b || …` as the condition of a jump.
  ///
  /// Each part is tested where it stands. When a part is neither plainly true nor plainly false (NA, no
  /// scalar, an object), a detour behind the code evaluates it and what follows by the general rules.
  struct Chain {
    let isAnd: Bool
    let parts: [Value]
    /// The call that joins part k + 1 to those before it.
    let calls: [Call]
  }

  /// What the test of a part leaves for its detour.
  private struct Detour {
    var jump: Int
    var temporaries: Int
    var ensured: Set<Int>
    /// Gives the part's value a register.
    var value: (inout Compiler) -> Int
  }

  /// The expression as a chain short enough to write its parts twice.
  private func chain(_ expression: Value) -> Chain? {
    guard let whole = expression.call, let name = whole.name, name == .andAnd || name == .orOr
    else {
      return nil
    }
    var calls: [Call] = []
    var parts: [Value] = []
    var rest = expression
    while let call = rest.call, call.name == name, call.arguments.count == 2, isBuiltinName(name),
      !hasNames(call), !containsDots(call)
    {
      calls.append(call)
      parts.append(call.arguments[1].value)
      rest = call.arguments[0].value
    }
    guard (1...3).contains(calls.count) else { return nil }
    parts.append(rest)
    return Chain(isAnd: name == .andAnd, parts: parts.reversed(), calls: calls.reversed())
  }

  private mutating func condition(_ chain: Chain, of call: Call) -> [Int] {
    var tests: [Int] = []
    var trueJumps: [Int] = []
    var detours: [Detour] = []
    for (k, part) in chain.parts.enumerated() {
      if !chain.isAnd, let last = tests.last { land(last) }
      let (test, detour) = testPart(part)
      tests.append(test)
      detours.append(detour)
      if !chain.isAnd, k < chain.parts.count - 1 { trueJumps.append(emit(.jump)) }
    }
    ensured = detours[0].ensured
    land(trueJumps)
    let last = tests[tests.count - 1]
    for (k, detour) in detours.enumerated() {
      deferred.append(
        Deferred(
          jump: detour.jump, back: instructions.count, temporaries: detour.temporaries,
          ensured: detour.ensured
        ) { compiler in
          compiler.emitDetour(chain, from: k, detour, falseTest: last, call)
        })
    }
    return chain.isAnd ? tests : [last]
  }

  /// Tests a part: passes over the detour's jump if it is true, jumps if it is false.
  private mutating func testPart(_ part: Value) -> (test: Int, Detour) {
    let test: Int
    let value: (inout Compiler) -> Int
    if let comparison = comparison(part) {
      let (left, right) = operands(of: comparison)
      test = emit(.branch, left, right, 0, for: comparison)
      value = { compiler in
        let register = compiler.temporary()
        compiler.emit(.compare, register, left, right, for: comparison)
        return register
      }
    } else {
      let register = temporary()
      self.value(part, into: register)
      test = emit(.branchTrue, register)
      value = { _ in register }
    }
    let jump = emit(.jump)
    return (test, Detour(jump: jump, temporaries: nextTemporary, ensured: ensured, value: value))
  }

  /// The general rules for part `first` and those behind it; falls through when the condition holds.
  private mutating func emitDetour(
    _ chain: Chain, from first: Int, _ detour: Detour, falseTest: Int, _ call: Call
  ) {
    let firstOf: Opcode = chain.isAnd ? .andFirst : .orFirst
    let secondOf: Opcode = chain.isAnd ? .andSecond : .orSecond
    var decided: [Int] = []
    var result = detour.value(&self)
    if first > 0 {
      let part = result
      result = temporary()
      emit(.constant, result, constant(.logical(chain.isAnd)))
      emit(secondOf, result, part, 0, for: chain.calls[first - 1])
    }
    for k in first + 1..<chain.parts.count {
      decided.append(emit(firstOf, result, 0, 0, for: chain.calls[k - 1]))
      let part = operand(chain.parts[k])
      emit(secondOf, result, part, 0, for: chain.calls[k - 1])
    }
    land(decided)
    emit(.jumpIfFalse, result, Int(instructions[falseTest].c), 0, for: call)
  }
}
