/// `&` and `|`.
package enum LogicOperator: UInt8, Sendable {
  case and, or
}

extension Interpreter {
  /// `a & b` or `a | b` without dispatch.
  package func logic(
    _ operation: LogicOperator, _ a: Value, _ b: Value, call: Value = .null
  ) throws(Unwind) -> Value {
    if case .logical(let x) = a, case .logical(let y) = b {
      return .logical(operation == .and ? conjunction(x, y) : disjunction(x, y))
    }
    if a.kind == .raw, b.kind == .raw { return try rawLogic(operation, a, b, call) }
    let left = try logicalOperand(a, call)
    let right = try logicalOperand(b, call)
    let pairing = try Pairing(left, right, self, call)
    var problems: CoercionProblems = []
    let first = left.kind == .logical ? left : try convert(left, to: .logical, &problems)
    let second = right.kind == .logical ? right : try convert(right, to: .logical, &problems)
    let result = LogicalVector(count: pairing.count)
    let (x, y) = (UnsafeBufferPointer(first.integers), UnsafeBufferPointer(second.integers))
    switch operation {
    case .and: forEachPair(x, y, result.elements) { conjunction($0, $1) }
    case .or: forEachPair(x, y, result.elements) { disjunction($0, $1) }
    }
    try pairing.giveAttributes(to: result, all: false, self)
    return Value(result)
  }

  /// `!a` without dispatch.
  package func not(_ a: Value, call: Value = .null) throws(Unwind) -> Value {
    if case .logical(let truth) = a { return .logical(truth.isMissing ? truth : 1 - truth) }
    guard let source = a.vector, source.kind <= .complex || source.count == 0 && !a.isNull,
      source.kind != .character || source.count == 0
    else { throw .error(.error("invalid argument type", call: call)) }
    if source.kind == .raw {
      let result = RawVector(source.bytes.lazy.map { ~$0 })
      result.copyAttributes(from: source)
      return Value(result)
    }
    if source.count == 0, source.kind > .complex { return .object(LogicalVector(count: 0)) }
    var problems: CoercionProblems = []
    let truths = source.kind == .logical ? source : try convert(source, to: .logical, &problems)
    let result = LogicalVector(count: source.count)
    let (from, to) = (truths.integers, result.elements)
    for k in 0..<source.count { to[k] = from[k].isMissing ? .missing : 1 - from[k] }
    if source.kind == .logical {
      result.copyAttributes(from: source)
    } else {
      result.copyShape(from: source)
      // GNU R hands on what it takes for the names: those of an array's only extent.
      if source.dimensions?.count == 1, let names = source.names {
        result.setAttribute(.names, .object(names))
      }
    }
    return Value(result)
  }

  private func rawLogic(
    _ operation: LogicOperator, _ a: Value, _ b: Value, _ call: Value
  ) throws(Unwind) -> Value {
    let (left, right) = (try vector(a, as: .raw), try vector(b, as: .raw))
    let pairing = try Pairing(left, right, self, call)
    let result = RawVector(count: pairing.count)
    let (x, y) = (UnsafeBufferPointer(left.bytes), UnsafeBufferPointer(right.bytes))
    switch operation {
    case .and: forEachPair(x, y, result.elements) { $0 & $1 }
    case .or: forEachPair(x, y, result.elements) { $0 | $1 }
    }
    try pairing.giveAttributes(to: result, all: false, self)
    return Value(result)
  }

  private func logicalOperand(_ value: Value, _ call: Value) throws(Unwind) -> Vector {
    if value.isNull { return LogicalVector(count: 0) }
    guard let vector = value.vector, vector.kind >= .logical, vector.kind <= .complex else {
      throw .error(
        .error(
          "operations are possible only for numeric, logical or complex types", call: call))
    }
    return vector
  }
}

@inline(__always)
private func conjunction(_ x: Int32, _ y: Int32) -> Int32 {
  if x == 0 || y == 0 { return 0 }
  return x.isMissing || y.isMissing ? .missing : 1
}

@inline(__always)
private func disjunction(_ x: Int32, _ y: Int32) -> Int32 {
  if x == 1 || y == 1 { return 1 }
  return x.isMissing || y.isMissing ? .missing : 0
}

// MARK: - Conditions

extension Interpreter {
  /// The truth of the condition of `if` and `while`.
  package func condition(_ value: Value, call: Value = .null) throws(Unwind) -> Bool {
    let truth: Int32
    switch value {
    case .logical(let element), .integer(let element): truth = element
    case .double(let number): truth = number.truth
    default: truth = try conditionElement(value, call)
    }
    if !truth.isMissing { return truth != 0 }
    let isLogical = value.kind == .logical
    throw .error(
      .error(
        isLogical
          ? "missing value where TRUE/FALSE needed" : "argument is not interpretable as logical",
        call: call))
  }

  private func conditionElement(_ value: Value, _ call: Value) throws(Unwind) -> Int32 {
    if value.count > 1 {
      throw .error(.error("the condition has length > 1", call: call))
    }
    guard let vector = value.vector, vector.count > 0 else {
      let message =
        value.isNull || value.isVector
        ? "argument is of length zero" : "argument is not interpretable as logical"
      throw .error(.error(message, call: call))
    }
    guard vector.kind.isAtomic else {
      throw .error(.error("argument is not interpretable as logical", call: call))
    }
    var problems: CoercionProblems = []
    return try vector.kind == .logical
      ? vector.firstInteger : convert(vector, to: .logical, &problems).firstInteger
  }

  /// An operand of `&&` or `||` as a logical, NA allowed; `side` is "x" or "y".
  package func conditionOperand(
    _ value: Value, operator name: String, side: String, call: Value = .null
  ) throws(Unwind) -> Int32 {
    switch value {
    case .logical(let truth): return truth
    case .integer(let number): return number.isMissing ? .missing : (number != 0 ? 1 : 0)
    case .double(let number): return number.truth
    default: break
    }
    guard !value.isNull, let vector = value.vector, vector.kind >= .logical,
      vector.kind <= .complex
    else {
      throw .error(.error("invalid '\(side)' type in 'x \(name) y'", call: call))
    }
    if vector.count == 0 { return .missing }
    if vector.count > 1 {
      try signalWarning(
        "'length(x) = \(vector.count) > 1' in coercion to 'logical(1)'", call: call)
    }
    var problems: CoercionProblems = []
    return try vector.kind == .logical
      ? vector.firstInteger : convert(vector, to: .logical, &problems).firstInteger
  }
}
