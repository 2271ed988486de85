import ApusInterpreter

/// `cumsum`, `cumprod`, `cummax`, `cummin`.
enum Cumulation {
  static var all: [Builtin] {
    [cumsum, cumprod, extreme("cummax", isMaximum: true), extreme("cummin", isMaximum: false)]
  }

  private static let cumsum = Builtin(.primitive, "cumsum(x)", dispatch: .math) {
    call throws(Unwind) in
    let source = try argument(call, "cumsum")
    switch source.kind {
    case .logical, .integer:
      let result = IntegerVector(repeating: .missing, count: source.count)
      var sum = 0
      for (k, number) in source.integers.enumerated() {
        if number.isMissing { break }
        sum += Int(number)
        if abs(sum) > Int(Int32.max) {
          try call.interpreter.signalWarning(
            "integer overflow in 'cumsum'; use 'cumsum(as.numeric(.))'",
            call: call.interpreter.currentCall())
          break
        }
        result.elements[k] = Int32(sum)
      }
      return named(result, source)
    case .complex:
      var sum = ComplexNumber(0)
      let result = ComplexVector(
        source.complexes.map { z in
          sum = ComplexNumber(sum.real + z.real, sum.imaginary + z.imaginary)
          return sum
        })
      return named(result, source)
    default:
      return named(accumulate(source.doubles, from: 0) { $0 + $1 }, source)
    }
  }

  private static let cumprod = Builtin(.primitive, "cumprod(x)", dispatch: .math) {
    call throws(Unwind) in
    let source = try argument(call, "cumprod")
    if source.kind == .complex {
      var product = ComplexNumber(1)
      let result = ComplexVector(
        source.complexes.map { z in
          product = product * z
          return product
        })
      return named(result, source)
    }
    let numbers = try call.vector(.object(source), as: .double).doubles
    return named(accumulate(numbers, from: 1) { $0 * $1 }, source)
  }

  /// Once NaN, always that NaN.
  @inline(__always)
  private static func accumulate(
    _ numbers: UnsafeMutableBufferPointer<Double>, from start: ExtendedDouble,
    _ step: (ExtendedDouble, ExtendedDouble) -> ExtendedDouble
  ) -> DoubleVector {
    let result = DoubleVector(count: numbers.count)
    let target = result.elements
    var state = start
    for k in 0..<numbers.count {
      state = step(state, ExtendedDouble(numbers[k]))
      if state.isNaN {
        let first = numbers[k].isNaN ? numbers[k] : Double.nan
        for rest in k..<numbers.count { target[rest] = first }
        break
      }
      target[k] = Double(state)
    }
    return result
  }

  private static func extreme(_ name: String, isMaximum: Bool) -> Builtin {
    Builtin(.primitive, "\(name)(x)", dispatch: .math) { call throws(Unwind) in
      let source = try argument(call, name)
      switch source.kind {
      case .complex: throw call.error("'\(name)' not defined for complex numbers")
      case .logical, .integer:
        let result = IntegerVector(repeating: .missing, count: source.count)
        var best: Int32?
        for (k, number) in source.integers.enumerated() {
          if number.isMissing { break }
          let next = best.map { isMaximum ? max($0, number) : min($0, number) } ?? number
          best = next
          result.elements[k] = next
        }
        return named(result, source)
      default:
        let numbers = source.doubles
        let result = DoubleVector(count: numbers.count)
        var best = isMaximum ? -Double.infinity : .infinity
        for k in 0..<numbers.count {
          let number = numbers[k]
          // Once NaN, always that NaN.
          if !best.isNaN, number.isNaN || (isMaximum ? number > best : number < best) {
            best = number
          }
          result.elements[k] = best
        }
        return named(result, source)
      }
    }
  }

  /// The numbers to cumulate; text is read as numbers.
  private static func argument(
    _ call: borrowing Invocation, _ name: String
  ) throws(Unwind) -> Vector {
    guard !call.isNotGiven(0) else { throw call.wrongCount(name, requires: 1) }
    if let vector = call[0].vector, vector.kind >= .logical, vector.kind <= .complex {
      return vector
    }
    let numbers = try call.interpreter.coerce(call[0], to: .double)
    if let names = call[0].elementNames { numbers.setAttribute(.names, Value(names)) }
    return numbers
  }

  private static func named(_ result: Vector, _ source: Vector) -> Value {
    if let names = source.names { result.setAttribute(.names, Value(names)) }
    return Value(result)
  }
}
