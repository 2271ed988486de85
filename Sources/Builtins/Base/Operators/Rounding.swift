import ApusInterpreter
import Glibc

/// `round` and `signif`.
enum Rounding {
  static var all: [Builtin] {
    [
      builtin("round", defaultDigits: 0) { round($0, $1) },
      builtin("signif", defaultDigits: 6) { significant($0, $1) },
    ]
  }

  private static func builtin(
    _ name: String, defaultDigits: Double,
    _ function: @escaping @Sendable (Double, Double) -> Double
  ) -> Builtin {
    Builtin(.primitive, "\(name)(x, digits = \(Int(defaultDigits)))", dispatch: .math) {
      call throws(Unwind) in
      guard !call.isAbsent(0) else {
        throw call.error("0 arguments passed to '\(name)' which requires 1 or 2 arguments")
      }
      let source = try MathFunctions.numericArgument(call, name)
      let digits: [Double]
      if call.isAbsent(1) {
        digits = [defaultDigits]
      } else {
        guard call[1].kind >= .logical, call[1].kind <= .double else {
          throw call.error("non-numeric argument to mathematical function")
        }
        digits = Array(try call.doubles(1).elements)
        if digits.isEmpty { throw call.error("invalid second argument of length 0") }
      }
      if source.kind == .complex { return rounded(source, digits[0], name) }
      let numbers = try call.doubles(0).elements
      let count = numbers.isEmpty ? 0 : max(numbers.count, digits.count)
      let result = DoubleVector(count: count)
      for k in 0..<count {
        let (x, wanted) = (numbers[k % numbers.count], digits[k % digits.count])
        result.elements[k] = x.isNaN || wanted.isNaN ? x + wanted : function(x, wanted)
      }
      if count == source.count { result.copyAttributes(from: source) }
      return Value(result)
    }
  }

  /// Complex numbers: both parts; `signif` keeps the digits of the larger part.
  private static func rounded(_ source: Vector, _ digits: Double, _ name: String) -> Value {
    let result = ComplexVector(
      source.complexes.map { z in
        guard name == "signif", !z.isNaN, z.modulus > 0, z.modulus.isFinite else {
          return ComplexNumber(round(z.real, digits), round(z.imaginary, digits))
        }
        let largest = max(abs(z.real), abs(z.imaginary))
        let places = max(1, digits.rounded()) - 1 - floor(log10(largest))
        return ComplexNumber(round(z.real, places), round(z.imaginary, places))
      })
    result.copyAttributes(from: source)
    return Value(result)
  }

  /// The closer of the two decimal numbers around `x` as they are represented; the even one of two
  /// equally close.
  static func round(_ x: Double, _ digits: Double) -> Double {
    let places = floor(digits + 0.5)
    if places.isNaN { return x.isNaN ? x : digits }
    if !x.isFinite || places > 323 { return x }
    if places < -308 { return 0 }
    if places == 0 { return x.rounded(.toNearestOrEven) }
    return x < 0 ? -roundPositive(-x, Int(places)) : roundPositive(x, Int(places))
  }

  private static func roundPositive(_ x: Double, _ places: Int) -> Double {
    // Beyond its own precision a number is its own rounding.
    let decimals = 15 - floor(0.301029995663981195 * (logb(x) + 0.5))
    if x == 0 || Double(places) >= decimals { return x }
    let power = powerOfTen(abs(places))
    let scaled = places > 0 ? x * power : x / power
    if !scaled.isFinite { return x }
    let whole = scaled.rounded(.down)
    let below = places > 0 ? whole / power : whole * power
    let above = places > 0 ? scaled.rounded(.up) / power : scaled.rounded(.up) * power
    let (down, up) = (x - below, above - x)
    return down < up || (down == up && fmod(whole, 2) == 0) ? below : above
  }

  /// By repeated squaring.
  private static func powerOfTen(_ exponent: Int) -> Double {
    var rest = exponent
    var square = 10.0
    var result = 1.0
    while rest > 0 {
      if rest & 1 == 1 { result *= square }
      rest >>= 1
      square *= square
    }
    return result
  }

  /// `digits` significant digits.
  static func significant(_ x: Double, _ digits: Double) -> Double {
    if x.isInfinite || x == 0 { return x }
    let wanted = max(1, digits.rounded())
    if wanted > 22 { return x }
    let exponent = Int(wanted) - 1 - Int(floor(log10(abs(x))))
    if abs(exponent) < 308 - 2 {
      if exponent > 0 {
        let power = powerOfTen(exponent)
        return (x * power).rounded(.toNearestOrEven) / power
      }
      let power = powerOfTen(-exponent)
      return (x / power).rounded(.toNearestOrEven) * power
    }
    // Very small numbers: scale in two steps.
    let power = powerOfTen(exponent - 300)
    return (x * 1e300 * power).rounded(.toNearestOrEven) / power / 1e300
  }
}
