// Operators: what the machine does when the fast case does not apply.

enum UnaryOperator { case plus, minus, not }

extension Interpreter {
  /// The call that the instruction before `pc` belongs to.
  func callAt(_ pc: UnsafeMutablePointer<Instruction>, _ activation: ActivationPlace) -> Value {
    activation.pointee.code._withUnsafeGuaranteedRef { code in
      code.call(at: pc - 1 - code.instructions).map { .object($0) } ?? .null
    }
  }

  @inline(never)
  func slowArithmetic(
    _ operation: ArithmeticOperator, _ x: Registers, _ xNumber: Int, _ y: Registers, _ yNumber: Int,
    _ activation: ActivationPlace, _ pc: UnsafeMutablePointer<Instruction>
  ) throws(Unwind) -> Value {
    let operands = Operands(rawValue: (pc - 1).pointee.detail)
    let isEarly = operands.contains(.early)
    if isEarly, !x.isNumber || !y.isNumber { return .unbound }
    if let result = Self.inSpareOperand(operation, operands, x, y) { return result }
    let a = try resolve(x, xNumber, activation)
    let b = try resolve(y, yNumber, activation)
    if a.hasClass || b.hasClass {
      activation.pointee.next = pc
      if let result = try dispatchedOperator(Self.name(operation), a, b, pc, activation) {
        return result
      }
    }
    if isEarly { return Self.mixedArithmetic(operation, a, b) ?? .unbound }
    if let scalar = Self.mixedArithmetic(operation, a, b) { return scalar }
    return try arithmetic(operation, a, b, call: callAt(pc, activation))
  }

  /// Arithmetic on a double and an integer.
  private static func mixedArithmetic(
    _ operation: ArithmeticOperator, _ a: Value, _ b: Value
  ) -> Value? {
    let x: Double
    let y: Double
    switch (a, b) {
    case (.double(let left), .integer(let right)) where right != .min:
      (x, y) = (left, Double(right))
    case (.integer(let left), .double(let right)) where left != .min: (x, y) = (Double(left), right)
    case (.double(let left), .double(let right)): (x, y) = (left, right)
    default: return nil
    }
    switch operation {
    case .add: return .double(x + y)
    case .subtract: return .double(x - y)
    case .multiply: return .double(x * y)
    case .divide: return .double(x / y)
    case .modulo: return smallModulo(x, y).map { .double($0) }
    default: return nil
    }
  }

  @inline(never)
  func slowComparison(
    _ operation: ComparisonOperator, _ x: Registers, _ xNumber: Int, _ y: Registers,
    _ yNumber: Int, _ activation: ActivationPlace, _ pc: UnsafeMutablePointer<Instruction>
  ) throws(Unwind) -> Value {
    let a = try resolve(x, xNumber, activation)
    let b = try resolve(y, yNumber, activation)
    if a.hasClass || b.hasClass {
      activation.pointee.next = pc
      if let result = try dispatchedOperator(Self.name(operation), a, b, pc, activation) {
        return result
      }
    }
    return try compare(operation, a, b, call: callAt(pc, activation))
  }

  /// A comparison that decides a jump: 1 or 0.
  @inline(never)
  func slowTest(
    _ x: Registers, _ y: Registers, _ activation: ActivationPlace,
    _ pc: UnsafeMutablePointer<Instruction>
  ) throws(Unwind) -> Int32 {
    let instruction = (pc - 1).pointee
    let truth = try slowComparison(
      instruction.relation.operation, x, Int(instruction.a) >> 4, y, Int(instruction.b) >> 4,
      activation, pc)
    if case .logical(let value) = truth, value != .min { return value }
    return try condition(truth, call: conditionCall(pc, activation)) ? 1 : 0
  }

  /// The `if` or `while` around a fused comparison, for its message.
  private func conditionCall(
    _ pc: UnsafeMutablePointer<Instruction>, _ activation: ActivationPlace
  ) -> Value {
    activation.pointee.code._withUnsafeGuaranteedRef { code in
      code.outerCall(at: pc - 1 - code.instructions).map { .object($0) } ?? .null
    }
  }

  @inline(never)
  func slowLogic(
    _ operation: LogicOperator, _ x: Registers, _ xNumber: Int, _ y: Registers, _ yNumber: Int,
    _ activation: ActivationPlace, _ pc: UnsafeMutablePointer<Instruction>
  ) throws(Unwind) -> Value {
    let a = try resolve(x, xNumber, activation)
    let b = try resolve(y, yNumber, activation)
    if a.hasClass || b.hasClass {
      activation.pointee.next = pc
      if let result = try dispatchedOperator(
        operation == .and ? .and : .or, a, b, pc, activation)
      {
        return result
      }
    }
    return try logic(operation, a, b, call: callAt(pc, activation))
  }

  @inline(never)
  func slowUnary(
    _ operation: UnaryOperator, _ x: Registers, _ number: Int, _ activation: ActivationPlace,
    _ pc: UnsafeMutablePointer<Instruction>
  ) throws(Unwind) -> Value {
    let a = try resolve(x, number, activation)
    if a.hasClass {
      activation.pointee.next = pc
      let name: Symbol = operation == .plus ? .plus : operation == .minus ? .minus : .not
      if let result = try dispatchedOperator(name, a, nil, pc, activation) { return result }
    }
    let call = callAt(pc, activation)
    switch operation {
    case .plus: return try unaryArithmetic(.add, a, call: call)
    case .minus: return try unaryArithmetic(.subtract, a, call: call)
    case .not: return try not(a, call: call)
    }
  }

  static func name(_ operation: ArithmeticOperator) -> Symbol {
    switch operation {
    case .add: .plus
    case .subtract: .minus
    case .multiply: .times_
    case .divide: .divide
    case .power: .power
    case .modulo: .modulo
    case .integerDivide: .integerDivide
    }
  }

  static func name(_ operation: ComparisonOperator) -> Symbol {
    switch operation {
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .less
    case .greater: .greater
    case .lessOrEqual: .lessOrEqual
    case .greaterOrEqual: .greaterOrEqual
    }
  }

  @inline(never)
  func slowRange(
    _ x: Registers, _ xNumber: Int, _ y: Registers, _ yNumber: Int, _ activation: ActivationPlace,
    _ pc: UnsafeMutablePointer<Instruction>
  ) throws(Unwind) -> Value {
    let a = try resolve(x, xNumber, activation)
    let b = try resolve(y, yNumber, activation)
    if case .integer(let from) = a, case .integer(let to) = b, from != .min, to != .min, from <= to
    {
      if from == to { return a }
      try Unwind.checkRoom(Int(to) - Int(from), .integer)
      return .object(IntegerVector(from: from, count: Int(to) - Int(from) + 1))
    }
    activation.pointee.next = pc
    return try callPrimitive(.colon, [a, b], pc, activation)
  }

  /// Runs the body of a primitive of base on values.
  func callPrimitive(
    _ name: Symbol, _ arguments: [Value], _ pc: UnsafeMutablePointer<Instruction>,
    _ activation: ActivationPlace
  ) throws(Unwind) -> Value {
    guard let function = baseBuiltin(name) else {
      throw .error(.functionNotFound(strings.text(name)))
    }
    let call = callAt(pc, activation).call ?? Call(name)
    return try invoke(function, arguments.map { Argument($0) }, call: call, in: nil)
  }

  /// A builtin of base by name.
  func baseBuiltin(_ name: Symbol) -> BuiltinFunction? {
    baseNamespace.binding(name)?.value.object as? BuiltinFunction
  }
}

// MARK: - Conditions and loops

extension Interpreter {
  @inline(never)
  func slowCondition(
    _ register: Registers, _ number: Int, _ activation: ActivationPlace,
    _ pc: UnsafeMutablePointer<Instruction>
  ) throws(Unwind) -> Bool {
    let value = try resolve(register, number, activation)
    return try condition(value, call: callAt(pc, activation))
  }

  /// The first operand of `&&` (`||`): whether it is `decisive`, so that the second is not wanted.
  @inline(never)
  func pairDecided(
    by decisive: Int32, _ register: Registers, _ side: String, _ name: String,
    _ activation: ActivationPlace, _ pc: UnsafeMutablePointer<Instruction>
  ) throws(Unwind) -> Bool {
    if case .logical(let truth) = register.pointee { return truth == decisive }
    let value = try resolve(register, -1, activation)
    let truth = try conditionOperand(
      value, operator: name, side: side, call: callAt(pc, activation))
    register.pointee = .logical(truth)
    return truth == decisive
  }

  @inline(never)
  func pairFinish(
    by decisive: Int32, _ register: Registers, _ second: Registers, _ number: Int, _ name: String,
    _ activation: ActivationPlace, _ pc: UnsafeMutablePointer<Instruction>
  ) throws(Unwind) {
    let value = try resolve(second, number, activation)
    let truth = try conditionOperand(value, operator: name, side: "y", call: callAt(pc, activation))
    guard case .logical(let first) = register.pointee else { return }
    let result = truth == decisive ? decisive : (first == .min || truth == .min ? .min : truth)
    register.pointee = .logical(result)
  }

  @inline(never)
  func hasClass(
    _ register: Registers, _ number: Int, _ activation: ActivationPlace
  ) throws(Unwind) -> Bool {
    if case .object(let object) = register.pointee { return object.hasClass }
    return try resolve(register, number, activation).hasClass
  }

  @inline(never)
  func switchTarget(
    _ table: SwitchTable, _ register: Registers, _ number: Int, _ activation: ActivationPlace,
    _ pc: UnsafeMutablePointer<Instruction>
  ) throws(Unwind) -> Int {
    let value = try resolve(register, number, activation)
    guard value.count == 1, let vector = value.vector, vector.kind.isVector else {
      throw .error(.error("EXPR must be a length 1 vector", call: callAt(pc, activation)))
    }
    if table.names.isEmpty {
      try signalWarning("'switch' with no alternatives", call: callAt(pc, activation))
    }
    if let vector = vector as? CharacterVector {
      if let problem = table.problem { throw .error(.error(problem, call: currentCall())) }
      let name = vector.elements[0]
      let wanted = name.isMissing ? Symbol.na_ : Symbol(name)
      let arm = table.names.firstIndex { !$0.isEmpty && $0 == wanted } ?? table.fallback
      return arm < 0 || table.targets[arm] < 0 ? table.end : table.targets[arm]
    }
    if value.hasClass, inherits(value, "factor") {
      try signalWarning(Self.factorChoice, call: callAt(pc, activation))
    }
    let choice = try coerce(value, to: .integer) as? IntegerVector
    let arm = Int(choice?.elements.first ?? 0) - 1
    if table.empty.contains(arm) {
      throw .error(.error("empty alternative in numeric switch", call: currentCall()))
    }
    guard table.targets.indices.contains(arm), table.targets[arm] >= 0 else { return table.end }
    return table.targets[arm]
  }

  /// Makes r[sequence] something that `nextElement` can walk and r[sequence + 1] its position.
  @inline(never)
  func startFor(
    _ sequence: Registers, _ activation: ActivationPlace, _ pc: UnsafeMutablePointer<Instruction>
  ) throws(Unwind) {
    let value = try resolve(sequence, -1, activation)
    if value.hasClass, inherits(value, "factor") {
      sequence.pointee = try callFunction("as.character", [Argument(value)])
    } else if let vector = value.vector {
      sequence.pointee = .object(vector)
    } else {
      throw .error(.error("invalid for() loop sequence", call: callAt(pc, activation)))
    }
    (sequence + 1).pointee = .integer(Int32(0))
  }

  @inline(never)
  func nextElement(_ sequence: Registers, _ element: Registers) throws(Unwind) -> Bool {
    guard case .object(let object) = sequence.pointee,
      case .integer(let position) = (sequence + 1).pointee
    else { return false }
    let place = Int(position)
    guard place < object.length else { return false }
    (sequence + 1).pointee = .integer(position + 1)
    element.pointee =
      switch object {
      case let vector as LogicalVector: .logical(vector.elements[place])
      case let vector as IntegerVector: .integer(vector.elements[place])
      case let vector as DoubleVector: .double(vector.elements[place])
      case let vector as CharacterVector: .string(vector.elements[place])
      case let vector as ListVector: vector.elements[place]
      case let vector as ComplexVector:
        .object(ComplexVector(CollectionOfOne(vector.elements[place])))
      case let vector as RawVector: .object(RawVector(CollectionOfOne(vector.elements[place])))
      default: .null
      }
    return true
  }
}
