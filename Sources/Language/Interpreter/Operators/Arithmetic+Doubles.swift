import Glibc

#if arch(x86_64)
/// The widest floating-point type of the machine, for quotients and sums.
package typealias ExtendedDouble = Float80
#else
package typealias ExtendedDouble = Double
#endif

/// `base ^ exponent`: `1 ^ y` and `x ^ 0` are 1 whatever the other side, squares are products.
@inline(__always)
package func raise(_ base: Double, to exponent: Double) -> Double {
  exponent == 2 ? base * base : raiseGenerally(base, to: exponent)
}

@inline(never)
private func raiseGenerally(_ base: Double, to exponent: Double) -> Double {
  if base == 1 || exponent == 0 { return 1 }
  if base == 0 {
    if exponent > 0 { return 0 }
    return exponent < 0 ? .infinity : exponent
  }
  if base.isFinite && exponent.isFinite { return pow(base, exponent) }
  if base.isNaN || exponent.isNaN { return base + exponent }
  if base.isInfinite {
    if base > 0 { return exponent < 0 ? 0 : .infinity }
    if exponent.isFinite, exponent == floor(exponent) {
      if exponent < 0 { return 0 }
      return fmod(exponent, 2) != 0 ? base : -base
    }
  }
  if exponent.isInfinite, base >= 0 {
    return exponent > 0 ? (base >= 1 ? .infinity : 0) : (base < 1 ? .infinity : 0)
  }
  return .nan
}

/// `%%` and `%/%` of doubles: the remainder has the sign of the divisor.
enum Remainder {
  /// Whole numbers below this are exact, and so are their quotients and products.
  private static let exactLimit = 9_007_199_254_740_992.0
  /// Quotients above this have no fraction in extended precision.
  private static let wideLimit = 9_223_372_036_854_775_808.0

  /// The quotient is so large that its fraction is unknown.
  @inline(__always)
  static func losesAccuracy(_ x: Double, _ y: Double) -> Bool {
    let quotient = abs(x / y)
    return quotient > wideLimit && quotient < .infinity && y.isFinite
  }

  @inline(__always)
  static func modulo(_ x: Double, _ y: Double) -> Double {
    if abs(x) < exactLimit, y != 0, y == y.rounded(.towardZero), x == x.rounded(.towardZero),
      abs(y) < exactLimit
    {
      return x - (x / y).rounded(.down) * y
    }
    return generalModulo(x, y)
  }

  @inline(__always)
  static func quotient(_ x: Double, _ y: Double) -> Double {
    if abs(x) < exactLimit, y != 0, y == y.rounded(.towardZero), x == x.rounded(.towardZero),
      abs(y) < exactLimit
    {
      return (x / y).rounded(.down)
    }
    return generalQuotient(x, y)
  }

  @inline(never)
  private static func generalModulo(_ x: Double, _ y: Double) -> Double {
    if y == 0 { return .nan }
    if x.isNaN || y.isNaN { return x + y }
    if abs(y) > wideLimit, x.isFinite, abs(x) <= abs(y) {
      return x == 0 || (x < 0) == (y < 0) ? x : x + y
    }
    let quotient = x / y
    if !quotient.isFinite { return .nan }
    let (_, rest) = divide(x, y)
    return rest
  }

  @inline(never)
  private static func generalQuotient(_ x: Double, _ y: Double) -> Double {
    let quotient = x / y
    if y == 0 || !quotient.isFinite || abs(quotient) > wideLimit { return quotient }
    if abs(quotient) < 1 { return x == 0 || (x < 0) == (y < 0) ? 0 : -1 }
    return divide(x, y).quotient
  }

  /// One step of correction after a division in extended precision.
  private static func divide(_ x: Double, _ y: Double) -> (quotient: Double, rest: Double) {
    let (dividend, divisor) = (ExtendedDouble(x), ExtendedDouble(y))
    let whole = ExtendedDouble((x / y).rounded(.down))
    let rest = dividend - whole * divisor
    let correction = (rest / divisor).rounded(.down)
    return (Double(whole + correction), Double(rest - correction * divisor))
  }
}
