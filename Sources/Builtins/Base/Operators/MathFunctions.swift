import ApusDistributions
import ApusInterpreter
import Glibc

/// Mathematical functions of one argument: the group Math without cumulation and rounding.
enum MathFunctions {
  static var all: [Builtin] {
    [
      abs,
      unary("sqrt", ComplexFunctions.squareRoot) { Glibc.sqrt($0) },
      unary("exp", ComplexFunctions.exponential) { Glibc.exp($0) },
      unary("sign", nil) { $0 > 0 ? 1 : ($0 < 0 ? -1 : 0) },
      unary("floor", nil) { $0.rounded(.down) },
      unary("ceiling", nil) { $0.rounded(.up) },
      unary("log2", { ComplexFunctions.logarithm($0) / ComplexNumber(Glibc.log(2)) }) {
        Glibc.log2($0)
      },
      unary("log10", { ComplexFunctions.logarithm($0) / ComplexNumber(Glibc.log(10)) }) {
        Glibc.log10($0)
      },
      unary("log1p", nil) { Glibc.log1p($0) },
      unary("expm1", nil) { Glibc.expm1($0) },
      unary("cos", ComplexFunctions.cosine) { Glibc.cos($0) },
      unary("sin", ComplexFunctions.sine) { Glibc.sin($0) },
      unary("tan", ComplexFunctions.tangent) { Glibc.tan($0) },
      unary("acos", ComplexFunctions.arcCosine) { Glibc.acos($0) },
      unary("asin", ComplexFunctions.arcSine) { Glibc.asin($0) },
      unary("atan", ComplexFunctions.arcTangent) { Glibc.atan($0) },
      unary("cosh", ComplexFunctions.hyperbolicCosine) { Glibc.cosh($0) },
      unary("sinh", ComplexFunctions.hyperbolicSine) { Glibc.sinh($0) },
      unary("tanh", ComplexFunctions.hyperbolicTangent) { Glibc.tanh($0) },
      unary("acosh", ComplexFunctions.areaCosine) { Glibc.acosh($0) },
      unary("asinh", ComplexFunctions.areaSine) { Glibc.asinh($0) },
      unary("atanh", ComplexFunctions.areaTangent) { Glibc.atanh($0) },
      unary("cospi", nil) { halfTurns($0).cosine },
      unary("sinpi", nil) { halfTurns($0).sine },
      unary("tanpi", nil) { tangentOfHalfTurns($0) },
      unary("gamma", nil) { ApusDistributions.gamma($0) },
      unary("lgamma", nil) { logGamma($0) },
      unary("digamma", nil) { ApusDistributions.digamma($0) },
      unary("trigamma", nil) { ApusDistributions.trigamma($0) },
      trunc, log, atan2,
      pair("beta(a, b)") { ApusDistributions.beta($0, $1) },
      pair("lbeta(a, b)") { logBeta($0, $1) },
      pair("choose(n, k)") { ApusDistributions.choose($0, $1) },
      pair("lchoose(n, k)") { logChoose($0, $1) },
      pair("psigamma(x, deriv)") { polygamma($1.isFinite ? Int($1.rounded()) : -1, $0) },
    ]
  }

  /// Of all functions here only `abs` keeps integers.
  private static let abs = Builtin(.primitive, "abs(x)", dispatch: .math) { call throws(Unwind) in
    switch call[0] {
    case .double(let number): return .double(Swift.abs(number))
    case .integer(let number), .logical(let number):
      return .integer(number.isMissing ? number : Swift.abs(number))
    default: break
    }
    let source = try numericArgument(call, "abs")
    let result: Vector
    switch source.kind {
    case .double:
      result = DoubleVector(count: source.count)
      let (from, to) = (source.doubles, result.doubles)
      for k in 0..<from.count { to[k] = Swift.abs(from[k]) }
    case .complex: result = DoubleVector(source.complexes.map(\.modulus))
    default:
      result = IntegerVector(count: source.count)
      let (from, to) = (source.integers, result.integers)
      for k in 0..<from.count { to[k] = from[k].isMissing ? from[k] : Swift.abs(from[k]) }
    }
    result.copyAttributes(from: source)
    return Value(result)
  }

  /// The argument as a vector of numbers; absent or not numeric is an error.
  static func numericArgument(
    _ call: borrowing Invocation, _ name: String
  ) throws(Unwind) -> Vector {
    guard !call.isAbsent(0) else {
      throw call.error("0 arguments passed to '\(name)' which requires 1")
    }
    guard let source = call[0].vector, source.kind >= .logical, source.kind <= .complex else {
      throw call.error("non-numeric argument to mathematical function")
    }
    return source
  }

  private static func unary(
    _ name: String, _ complex: (@Sendable (ComplexNumber) -> ComplexNumber)?,
    _ real: @escaping @Sendable (Double) -> Double
  ) -> Builtin {
    Builtin(.primitive, "\(name)(x)", dispatch: .math) { call throws(Unwind) in
      if case .double(let number) = call[0] {
        let result = real(number)
        if result.isNaN, !number.isNaN { try call.warning("NaNs produced") }
        return .double(result)
      }
      let source = try numericArgument(call, name)
      if source.kind == .complex {
        guard let complex else { throw call.error("unimplemented complex function") }
        let result = ComplexVector(source.complexes.map(complex))
        result.copyAttributes(from: source)
        return Value(result)
      }
      let numbers = try call.doubles(0)
      let result = numbers === source ? DoubleVector(count: source.count) : numbers
      if apply(real, UnsafeBufferPointer(numbers.elements), result.elements) {
        try call.warning("NaNs produced")
      }
      result.copyAttributes(from: source)
      return Value(result)
    }
  }

  /// Whether NaN came out where none went in.
  private static func apply(
    _ function: (Double) -> Double, _ source: UnsafeBufferPointer<Double>,
    _ result: UnsafeMutableBufferPointer<Double>
  ) -> Bool {
    var isNewNaN = false
    for k in 0..<source.count {
      let number = source[k]
      let value = function(number)
      isNewNaN = isNewNaN || (value.isNaN && !number.isNaN)
      result[k] = number.isNaN ? number : value
    }
    return isNewNaN
  }

  private static let trunc = Builtin(.primitive, "trunc(x, ...)", dispatch: .math) {
    call throws(Unwind) in
    let source = try numericArgument(call, "trunc")
    if source.kind == .complex { throw call.error("unimplemented complex function") }
    let numbers = try call.doubles(0).elements
    let result = DoubleVector(count: numbers.count)
    for k in 0..<numbers.count { result.elements[k] = numbers[k].rounded(.towardZero) }
    result.copyAttributes(from: source)
    return Value(result)
  }
}

// MARK: - Half turns

extension MathFunctions {
  /// cos πx and sin πx, exact at multiples of a half.
  private static func halfTurns(_ x: Double) -> (cosine: Double, sine: Double) {
    guard x.isFinite else { return (.nan, .nan) }
    var rest = fmod(x, 2)
    if rest <= -1 { rest += 2 } else if rest > 1 { rest -= 2 }
    switch rest {
    case 0: return (1, 0)
    case 1: return (-1, 0)
    case 0.5: return (0, 1)
    case -0.5: return (0, -1)
    default: return (cos(.pi * rest), sin(.pi * rest))
    }
  }

  private static func tangentOfHalfTurns(_ x: Double) -> Double {
    guard x.isFinite else { return .nan }
    var rest = fmod(x, 1)
    if rest <= -0.5 { rest += 1 } else if rest > 0.5 { rest -= 1 }
    switch rest {
    case 0: return 0
    case 0.5: return .nan
    case 0.25: return 1
    case -0.25: return -1
    default: return tan(.pi * rest)
    }
  }
}

// MARK: - Functions of two arguments

extension MathFunctions {
  private static let log = Builtin(.primitive, "log(x, base = exp(1))", dispatch: .math) {
    call throws(Unwind) in
    guard !call.isAbsent(0) else {
      throw call.error("argument \"x\" is missing, with no default")
    }
    if call.isAbsent(1) {
      if case .double(let number) = call[0] {
        if number < 0 { try call.warning("NaNs produced") }
        return .double(Glibc.log(number))
      }
      return try naturalLogarithm(call)
    }
    let source = try numericArgument(call, "log")
    if source.kind == .complex || call[1].kind == .complex { return try complexLogarithm(call) }
    return try pairwise(call) { x, base in
      base == 10 ? Glibc.log10(x) : (base == 2 ? Glibc.log2(x) : Glibc.log(x) / Glibc.log(base))
    }
  }

  private static func naturalLogarithm(_ call: borrowing Invocation) throws(Unwind) -> Value {
    let source = try numericArgument(call, "log")
    if source.kind == .complex {
      let result = ComplexVector(source.complexes.map(ComplexFunctions.logarithm))
      result.copyAttributes(from: source)
      return Value(result)
    }
    let numbers = try call.doubles(0)
    let result = DoubleVector(count: numbers.count)
    if apply({ Glibc.log($0) }, UnsafeBufferPointer(numbers.elements), result.elements) {
      try call.warning("NaNs produced")
    }
    result.copyAttributes(from: source)
    return Value(result)
  }

  private static func complexLogarithm(_ call: borrowing Invocation) throws(Unwind) -> Value {
    let interpreter = call.interpreter
    let x = try call.vector(call[0], as: .complex)
    let base = try call.vector(call[1], as: .complex)
    let above = ComplexVector(x.complexes.map(ComplexFunctions.logarithm))
    let below = ComplexVector(base.complexes.map(ComplexFunctions.logarithm))
    above.copyAttributes(from: x)
    return try interpreter.arithmetic(.divide, Value(above), Value(below), call: call.call)
  }

  private static func pair(
    _ signature: String, _ function: @escaping @Sendable (Double, Double) -> Double
  ) -> Builtin {
    Builtin(.internal, signature) { call throws(Unwind) in try pairwise(call, function) }
  }

  private static let atan2 = Builtin(.internal, "atan2(y, x)") { call throws(Unwind) in
    for k in 0...1 where !(call[k].kind >= .logical && call[k].kind <= .double) {
      throw call.error("non-numeric argument to mathematical function")
    }
    return try pairwise(call) { Glibc.atan2($0, $1) }
  }

  /// A function of two recycled numeric arguments, attributes as in arithmetic.
  static func pairwise(
    _ call: borrowing Invocation, _ function: (Double, Double) -> Double
  ) throws(Unwind) -> Value {
    for k in 0...1 where !(call[k].kind >= .logical && call[k].kind <= .double) {
      throw call.error("non-numeric argument to mathematical function")
    }
    let (a, b) = (try call.doubles(0).elements, try call.doubles(1).elements)
    let count = a.isEmpty || b.isEmpty ? 0 : max(a.count, b.count)
    let result = DoubleVector(count: count)
    var isNewNaN = false
    for k in 0..<count {
      let (x, y) = (a[k % a.count], b[k % b.count])
      let value = x.isNaN || y.isNaN ? x + y : function(x, y)
      isNewNaN = isNewNaN || (value.isNaN && !x.isNaN && !y.isNaN)
      result.elements[k] = value
    }
    if isNewNaN { try call.warning("NaNs produced") }
    for k in [1, 0] where call[k].count == count {
      if let object = call[k].object { result.inheritAttributes(of: object) }
    }
    return Value(result)
  }
}

extension Object {
  /// Adds the attributes of another object, replacing those of the same name.
  func inheritAttributes(of other: Object) {
    for entry in other.attributes?.entries ?? [] { setAttribute(entry.name, entry.value) }
  }
}
