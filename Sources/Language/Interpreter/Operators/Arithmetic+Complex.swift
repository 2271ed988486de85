import Glibc

extension Interpreter {
  func complexArithmetic(
    _ operation: ArithmeticOperator, _ left: Vector, _ right: Vector, _ count: Int, _ call: Value
  ) throws(Unwind) -> Vector {
    var problems: CoercionProblems = []
    let first = left.kind == .complex ? left : try convert(left, to: .complex, &problems)
    let second = right.kind == .complex ? right : try convert(right, to: .complex, &problems)
    let a = UnsafeBufferPointer(first.complexes)
    let b = UnsafeBufferPointer(second.complexes)
    let result = ComplexVector(count: count)
    let r = result.elements
    switch operation {
    case .add: forEachPair(a, b, r) { $0 + $1 }
    case .subtract: forEachPair(a, b, r) { $0 - $1 }
    case .multiply: forEachPair(a, b, r) { $0 * $1 }
    case .divide: forEachPair(a, b, r) { $0 / $1 }
    case .power: forEachPair(a, b, r) { $0.raised(to: $1) }
    case .modulo, .integerDivide:
      throw .error(.error("unimplemented complex operation", call: currentCall()))
    }
    return result
  }
}

extension ComplexNumber {
  @inline(__always)
  static func + (a: ComplexNumber, b: ComplexNumber) -> ComplexNumber {
    ComplexNumber(a.real + b.real, a.imaginary + b.imaginary)
  }

  @inline(__always)
  static func - (a: ComplexNumber, b: ComplexNumber) -> ComplexNumber {
    ComplexNumber(a.real - b.real, a.imaginary - b.imaginary)
  }

  @inline(__always)
  package static func * (a: ComplexNumber, b: ComplexNumber) -> ComplexNumber {
    ComplexNumber(
      a.real * b.real - a.imaginary * b.imaginary, a.real * b.imaginary + a.imaginary * b.real)
  }

  /// Division scaled by the larger part of the divisor (Smith, 1962), against overflow.
  package static func / (a: ComplexNumber, b: ComplexNumber) -> ComplexNumber {
    if abs(b.real) <= abs(b.imaginary) {
      if b.imaginary == 0 { return ComplexNumber(a.real / 0, a.imaginary / 0) }
      let ratio = b.real / b.imaginary
      let scale = b.imaginary * (1 + ratio * ratio)
      return ComplexNumber(
        (a.real * ratio + a.imaginary) / scale, (a.imaginary * ratio - a.real) / scale)
    }
    let ratio = b.imaginary / b.real
    let scale = b.real * (1 + ratio * ratio)
    return ComplexNumber(
      (a.real + a.imaginary * ratio) / scale, (a.imaginary - a.real * ratio) / scale)
  }

  package var modulus: Double { hypot(real, imaginary) }
  package var argument: Double { atan2(imaginary, real) }

  /// Small whole powers by repeated multiplication, others by logarithm.
  func raised(to exponent: ComplexNumber) -> ComplexNumber {
    if real == 0 && imaginary == 0 {
      if exponent.imaginary == 0 { return ComplexNumber(raise(0, to: exponent.real)) }
      return ComplexNumber(.nan, .nan)
    }
    if exponent.imaginary == 0 {
      if exponent.real == 0 { return ComplexNumber(1) }
      if exponent.real == 1 { return self }
      if exponent.real == exponent.real.rounded(), abs(exponent.real) <= 65536 {
        return raised(toWhole: Int(exponent.real))
      }
    }
    let logarithm = log(modulus)
    let scale = exp(logarithm * exponent.real - exponent.imaginary * argument)
    let angle = logarithm * exponent.imaginary + exponent.real * argument
    return ComplexNumber(scale * cos(angle), scale * sin(angle))
  }

  private func raised(toWhole exponent: Int) -> ComplexNumber {
    if exponent < 0 { return ComplexNumber(1) / raised(toWhole: -exponent) }
    var rest = exponent
    var power = self
    var result = ComplexNumber(1)
    while rest > 0 {
      if rest & 1 == 1 { result = result * power }
      rest >>= 1
      if rest > 0 { power = power * power }
    }
    return result
  }
}
