// Arithmetic in the memory of an operand that nobody needs any more, as the `x * 2` of `x * 2 + y`.

extension Interpreter {
  /// `a op b` of doubles, stored in an operand that is spare; nil where that does not do.
  static func inSpareOperand(
    _ operation: ArithmeticOperator, _ operands: Operands, _ x: Registers, _ y: Registers
  ) -> Value? {
    if operands.contains(.leftIsSpare), let spare = spareVector(x),
      withDoubles(y, beside: spare, { combine(operation, spare.doubles, $0, spare.doubles) })
    {
      return take(x)
    }
    if operands.contains(.rightIsSpare), let spare = spareVector(y),
      withDoubles(x, beside: spare, { combine(operation, $0, spare.doubles, spare.doubles) })
    {
      return take(y)
    }
    return nil
  }

  /// The vector of doubles without a class that only this register refers to.
  private static func spareVector(_ register: Registers) -> DoubleVector? {
    guard register.tag == Tag.object, isUniquelyHeld(register) else { return nil }
    return register.rawObject._withUnsafeGuaranteedRef { object in
      object.kind == .double && !object.hasClass
        ? unsafeDowncast(object, to: DoubleVector.self) : nil
    }
  }

  /// Hands over the numbers of the other operand, if the result has the length and attributes of `spare`.
  private static func withDoubles(
    _ register: Registers, beside spare: DoubleVector,
    _ body: (UnsafeMutableBufferPointer<Double>) -> Bool
  ) -> Bool {
    if var number = number(register) {
      return withUnsafeMutablePointer(to: &number) { body(.init(start: $0, count: 1)) }
    }
    guard register.tag == Tag.object else { return false }
    return register.rawObject._withUnsafeGuaranteedRef { object in
      guard object.kind == .double, !object.hasAttributes else { return false }
      let vector = unsafeDowncast(object, to: DoubleVector.self)
      return vector.count == spare.count && body(vector.doubles)
    }
  }

  private static func combine(
    _ operation: ArithmeticOperator, _ a: UnsafeMutableBufferPointer<Double>,
    _ b: UnsafeMutableBufferPointer<Double>, _ r: UnsafeMutableBufferPointer<Double>
  ) -> Bool {
    let (x, y) = (UnsafeBufferPointer(a), UnsafeBufferPointer(b))
    switch operation {
    case .add: forEachPair(x, y, r) { $0 + $1 }
    case .subtract: forEachPair(x, y, r) { $0 - $1 }
    case .multiply: forEachPair(x, y, r) { $0 * $1 }
    case .divide: forEachPair(x, y, r) { $0 / $1 }
    default: return false
    }
    return true
  }

  /// The value of a register, which is left without.
  private static func take(_ register: Registers) -> Value {
    let value = register.pointee
    register.clear()
    return value
  }
}
