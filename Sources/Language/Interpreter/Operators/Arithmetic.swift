/// `+ - * / ^ %% %/%`.
package enum ArithmeticOperator: UInt8, Sendable {
  case add, subtract, multiply, divide, power, modulo, integerDivide
}

extension Interpreter {
  /// `a op b` without dispatch; factors and other objects have been handled by their methods.
  package func arithmetic(
    _ operation: ArithmeticOperator, _ a: Value, _ b: Value, call: Value = .null
  ) throws(Unwind) -> Value {
    if let result = Self.scalarArithmetic(operation, a, b) { return result }
    let left = try operand(a, call)
    let right = try operand(b, call)
    let kind = max(left.kind, right.kind)
    let pairing = try Pairing(left, right, self, call)
    let result: Vector
    if kind == .complex {
      result = try complexArithmetic(operation, left, right, pairing.count, call)
    } else if kind == .double || operation == .divide || operation == .power {
      result = try doubleArithmetic(operation, left, right, pairing.count, call)
    } else {
      result = try integerArithmetic(operation, left, right, pairing.count, call)
    }
    try pairing.giveAttributes(to: result, all: true, self)
    return Value(result)
  }

  /// `-a` and `+a`.
  package func unaryArithmetic(
    _ operation: ArithmeticOperator, _ a: Value, call: Value = .null
  ) throws(Unwind) -> Value {
    switch a {
    case .double(let number): return .double(operation == .subtract ? -number : number)
    case .integer(let number), .logical(let number):
      return .integer(operation == .subtract && !number.isMissing ? -number : number)
    default: break
    }
    guard let source = a.object?.vector, source.kind >= .logical, source.kind <= .complex else {
      throw .error(.error("invalid argument to unary operator", call: call))
    }
    if operation == .add, source.kind != .logical { return a }
    let result: Vector
    switch source.kind {
    case .double:
      let numbers = source.doubles
      result = DoubleVector(count: source.count)
      for k in 0..<source.count { result.doubles[k] = -numbers[k] }
    case .complex:
      result = ComplexVector(source.complexes.lazy.map { ComplexNumber(-$0.real, -$0.imaginary) })
    default:
      let numbers = source.integers
      result = IntegerVector(count: source.count)
      let target = result.integers
      let sign: Int32 = operation == .subtract ? -1 : 1
      for k in 0..<source.count { target[k] = numbers[k] &* sign }
    }
    if source.kind == .logical {
      result.copyShape(from: source)
    } else {
      result.copyAttributes(from: source)
    }
    return Value(result)
  }

  /// An operand as a vector of numbers; NULL counts as `integer(0)`.
  private func operand(_ value: Value, _ call: Value) throws(Unwind) -> Vector {
    if value.isNull { return IntegerVector(count: 0) }
    guard let vector = value.vector, vector.kind >= .logical, vector.kind <= .complex else {
      throw .error(.error("non-numeric argument to binary operator", call: call))
    }
    return vector
  }

  /// The result for two scalars stored in place; nil when a warning may be due.
  private static func scalarArithmetic(
    _ operation: ArithmeticOperator, _ a: Value, _ b: Value
  ) -> Value? {
    switch (a, b) {
    case (.double(let x), .double(let y)): return scalar(operation, x, y)
    case (.double(let x), .integer(let y)), (.double(let x), .logical(let y)):
      return scalar(operation, x, y.asDouble)
    case (.integer(let x), .double(let y)), (.logical(let x), .double(let y)):
      return scalar(operation, x.asDouble, y)
    case (.integer(let x), .integer(let y)), (.integer(let x), .logical(let y)),
      (.logical(let x), .integer(let y)), (.logical(let x), .logical(let y)):
      return scalar(operation, x, y)
    default: return nil
    }
  }

  @inline(__always)
  private static func scalar(
    _ operation: ArithmeticOperator, _ a: Double, _ b: Double
  ) -> Value? {
    switch operation {
    case .add: .double(a + b)
    case .subtract: .double(a - b)
    case .multiply: .double(a * b)
    case .divide: .double(a / b)
    case .power: .double(raise(a, to: b))
    case .modulo: Remainder.losesAccuracy(a, b) ? nil : .double(Remainder.modulo(a, b))
    case .integerDivide: .double(Remainder.quotient(a, b))
    }
  }

  @inline(__always)
  private static func scalar(_ operation: ArithmeticOperator, _ a: Int32, _ b: Int32) -> Value? {
    if operation == .divide { return .double(a.asDouble / b.asDouble) }
    if operation == .power { return .double(raise(a.asDouble, to: b.asDouble)) }
    if a.isMissing || b.isMissing { return .integer(.missing) }
    let result: (partialValue: Int32, overflow: Bool)
    switch operation {
    case .add: result = a.addingReportingOverflow(b)
    case .subtract: result = a.subtractingReportingOverflow(b)
    case .multiply: result = a.multipliedReportingOverflow(by: b)
    case .modulo: return .integer(integerModulo(a, b))
    default: return .integer(integerQuotient(a, b))
    }
    return result.overflow || result.partialValue.isMissing ? nil : .integer(result.partialValue)
  }
}

extension Int32 {
  /// As a double, NA as NA.
  @inline(__always)
  package var asDouble: Double { isMissing ? .missing : Double(self) }
}

@inline(__always)
private func integerModulo(_ x: Int32, _ y: Int32) -> Int32 {
  if x.isMissing || y.isMissing || y == 0 { return .missing }
  let rest = x % y
  return rest != 0 && (rest < 0) != (y < 0) ? rest + y : rest
}

@inline(__always)
private func integerQuotient(_ x: Int32, _ y: Int32) -> Int32 {
  if x.isMissing || y.isMissing || y == 0 { return .missing }
  let whole = x / y
  return x % y != 0 && (x < 0) != (y < 0) ? whole - 1 : whole
}

// MARK: - Kernels

extension Interpreter {
  private func doubleArithmetic(
    _ operation: ArithmeticOperator, _ left: Vector, _ right: Vector, _ count: Int, _ call: Value
  ) throws(Unwind) -> Vector {
    var problems: CoercionProblems = []
    let first = convertIfNeeded(left, &problems)
    let second = convertIfNeeded(right, &problems)
    let result =
      Self.temporary(first, left, count) ?? Self.temporary(second, right, count)
      ?? DoubleVector(count: count)
    let a = UnsafeBufferPointer(first.doubles)
    let b = UnsafeBufferPointer(second.doubles)
    let r = result.doubles
    switch operation {
    case .add: forEachPair(a, b, r) { $0 + $1 }
    case .subtract: forEachPair(a, b, r) { $0 - $1 }
    case .multiply: forEachPair(a, b, r) { $0 * $1 }
    case .divide: forEachPair(a, b, r) { $0 / $1 }
    case .power:
      if b.count == 1, b[0] == 2 {
        for k in 0..<count { r[k] = a[k] * a[k] }
      } else {
        forEachPair(a, b, r) { raise($0, to: $1) }
      }
    case .modulo:
      var isInaccurate = false
      forEachPair(a, b, r) {
        isInaccurate = isInaccurate || Remainder.losesAccuracy($0, $1)
        return Remainder.modulo($0, $1)
      }
      if isInaccurate {
        try signalWarning("probable complete loss of accuracy in modulus", call: currentCall())
      }
    case .integerDivide: forEachPair(a, b, r) { Remainder.quotient($0, $1) }
    }
    return result
  }

  /// A converted operand that nobody else sees can take the result.
  private static func temporary(_ converted: Vector, _ original: Vector, _ count: Int) -> Vector? {
    converted !== original && converted.count == count ? converted : nil
  }

  private func integerArithmetic(
    _ operation: ArithmeticOperator, _ left: Vector, _ right: Vector, _ count: Int, _ call: Value
  ) throws(Unwind) -> Vector {
    let result = IntegerVector(count: count)
    let a = UnsafeBufferPointer(left.integers)
    let b = UnsafeBufferPointer(right.integers)
    let r = result.elements
    var overflow: Int32 = 0
    switch operation {
    case .add: overflow = addIntegers(a, b, r)
    case .subtract: overflow = subtractIntegers(a, b, r)
    case .multiply: overflow = multiplyIntegers(a, b, r)
    case .modulo: forEachPair(a, b, r) { integerModulo($0, $1) }
    default: forEachPair(a, b, r) { integerQuotient($0, $1) }
    }
    if overflow != 0 { try signalWarning("NAs produced by integer overflow", call: call) }
    return result
  }
}

// Mask arithmetic without branches, so that the loops vectorise. The answer is not 0 if some result
// did not fit (and became NA).

private func addIntegers(
  _ a: UnsafeBufferPointer<Int32>, _ b: UnsafeBufferPointer<Int32>,
  _ r: UnsafeMutableBufferPointer<Int32>
) -> Int32 {
  var overflow: Int32 = 0
  forEachPair(a, b, r) { x, y in
    let sum = x &+ y
    let outside = (((x ^ sum) & (y ^ sum)) &>> 31) | (sum == .min ? -1 : 0)
    let missing: Int32 = (x == .min ? -1 : 0) | (y == .min ? -1 : 0)
    overflow |= outside & ~missing
    let mask = outside | missing
    return (sum & ~mask) | (.min & mask)
  }
  return overflow
}

private func subtractIntegers(
  _ a: UnsafeBufferPointer<Int32>, _ b: UnsafeBufferPointer<Int32>,
  _ r: UnsafeMutableBufferPointer<Int32>
) -> Int32 {
  var overflow: Int32 = 0
  forEachPair(a, b, r) { x, y in
    let difference = x &- y
    let outside = (((x ^ y) & (x ^ difference)) &>> 31) | (difference == .min ? -1 : 0)
    let missing: Int32 = (x == .min ? -1 : 0) | (y == .min ? -1 : 0)
    overflow |= outside & ~missing
    let mask = outside | missing
    return (difference & ~mask) | (.min & mask)
  }
  return overflow
}

private func multiplyIntegers(
  _ a: UnsafeBufferPointer<Int32>, _ b: UnsafeBufferPointer<Int32>,
  _ r: UnsafeMutableBufferPointer<Int32>
) -> Int32 {
  var overflow: Int32 = 0
  forEachPair(a, b, r) { x, y in
    let product = Int64(x) &* Int64(y)
    let low = Int32(truncatingIfNeeded: product)
    let outside: Int32 = (Int64(low) == product ? 0 : -1) | (low == .min ? -1 : 0)
    let missing: Int32 = (x == .min ? -1 : 0) | (y == .min ? -1 : 0)
    overflow |= outside & ~missing
    let mask = outside | missing
    return (low & ~mask) | (.min & mask)
  }
  return overflow
}
