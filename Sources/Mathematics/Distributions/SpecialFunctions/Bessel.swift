import Glibc

// Bessel functions of real order and positive argument.
//
// For orders ν ≥ 0 a continued fraction gives the ratio of the derivative to the function at ν; a stable
// recurrence carries it down to an order μ near zero, where Temme's series (small x) or Steed's
// complex continued fraction (larger x) give the other solution, and the Wronskian fixes the scale.
// (N. M. Temme, J. Comput. Phys. 19 (1975) and 21 (1976); A. R. Barnett et al., Comput. Phys. Commun. 8 (1974).)
// Orders below zero follow from the reflection formulas, Abramowitz & Stegun 9.1.2 and 9.6.2.

/// J_ν(x), the Bessel function of the first kind; NaN for x < 0.
package func besselJ(_ x: Double, _ order: Double) -> Double {
  guard x >= 0 else { return .nan }
  guard order < 0 else { return OscillatingBessel(x, order).first }
  let pair = OscillatingBessel(x, -order)
  let turn = HalfTurn(-order)
  return (turn.cosine == 0 ? 0 : pair.first * turn.cosine)
    - (turn.sine == 0 ? 0 : pair.second * turn.sine)
}

/// Y_ν(x), the Bessel function of the second kind; NaN for x < 0.
package func besselY(_ x: Double, _ order: Double) -> Double {
  guard x >= 0 else { return .nan }
  guard order < 0 else { return OscillatingBessel(x, order).second }
  let pair = OscillatingBessel(x, -order)
  let turn = HalfTurn(-order)
  return (turn.cosine == 0 ? 0 : pair.second * turn.cosine)
    + (turn.sine == 0 ? 0 : pair.first * turn.sine)
}

/// I_ν(x), the modified function of the first kind, or e⁻ˣ I_ν(x); NaN for x < 0.
package func besselI(_ x: Double, _ order: Double, isScaled: Bool) -> Double {
  guard x >= 0 else { return .nan }
  let pair = ModifiedBessel(x, abs(order))
  let first = isScaled ? pair.first : pair.first * exp(x)
  let turn = HalfTurn(-order)
  guard order < 0, turn.sine != 0 else { return first }
  let second = pair.second * exp(isScaled ? -2 * x : -x)
  return first + second * turn.sine * (2 / Double.pi)
}

/// K_ν(x), the modified function of the third kind, or eˣ K_ν(x); NaN for x < 0.
package func besselK(_ x: Double, _ order: Double, isScaled: Bool) -> Double {
  guard x >= 0 else { return .nan }
  let second = ModifiedBessel(x, abs(order)).second
  return isScaled ? second : second * exp(-x)
}

/// cos πν and sin πν, exact at multiples of a half.
private struct HalfTurn {
  let cosine: Double
  let sine: Double

  init(_ order: Double) {
    let rest = fmod(order, 2)
    sine = fmod(order, 1) == 0 ? 0 : sin(.pi * rest)
    cosine = fmod(abs(order), 1) == 0.5 ? 0 : cos(.pi * rest)
  }
}

/// What Temme's series need at an order |μ| ≤ ½.
private struct ReflectionGammas {
  /// 1 / Γ(1 + μ) and 1 / Γ(1 − μ).
  let plus: Double
  let minus: Double

  init(_ order: Double) {
    plus = 1 / gamma(1 + order)
    minus = 1 / gamma(1 - order)
    mean = (minus + plus) / 2
    // (1/Γ(1−μ) − 1/Γ(1+μ)) / 2μ is even in μ; its series avoids the cancellation near zero.
    let square = order * order
    slope =
      abs(order) > 0.1
      ? (minus - plus) / (2 * order)
      : Self.slopes.reversed().reduce(0) { $0 * square + $1 }
  }

  let mean: Double
  let slope: Double

  /// Minus the odd coefficients of the Taylor series of 1 / Γ(1 + μ), Abramowitz & Stegun 6.1.34.
  private static let slopes = [
    -0.5772156649015329, 0.0420026350340952, 0.0421977345555443, -0.0072189432466630,
    0.0002152416741149, 0.0000201348547807, -0.0000011330272320,
  ]
}

/// What Temme's series for small x start from.
private struct TemmeStart {
  let half: Double
  let angle: Double
  let sineFactor: Double
  /// (2/x)^μ.
  let power: Double
  let gammas: ReflectionGammas
  /// What the Gamma functions and the logarithm of x make of the first term.
  let bracket: Double

  init(_ x: Double, _ order: Double) {
    half = x / 2
    angle = .pi * order
    sineFactor = abs(angle) < precision ? 1 : angle / sin(angle)
    let logarithm = -log(half)
    let e = order * logarithm
    power = exp(e)
    gammas = ReflectionGammas(order)
    let sinhFactor = abs(e) < precision ? 1 : sinh(e) / e
    bracket = gammas.slope * cosh(e) + gammas.mean * sinhFactor * logarithm
  }
}

/// How the functions are computed for an argument and an order.
private enum BesselRegion {
  case notANumber, origin, near, far

  init(_ x: Double, _ order: Double) {
    if x.isNaN || order.isNaN {
      self = .notANumber
    } else if x == 0 {
      self = .origin
    } else {
      self = x > max(25, order * order / 2) ? .far : .near
    }
  }
}

/// The terms of the expansions for large x but the first, as long as they shrink.
private func forEachHankelTerm(_ x: Double, _ order: Double, _ body: (Int, Double) -> Void) {
  var term = 1.0
  for k in 1..<60 {
    let odd = Double(2 * k - 1)
    let next = term * (4 * order * order - odd * odd) / (Double(8 * k) * x)
    if abs(next) < precision || abs(next) > abs(term) { return }
    term = next
    body(k, term)
  }
}

private let tiny = 1e-300
private let precision = 1e-16

// MARK: - J and Y

/// J_ν(x) and Y_ν(x) for ν, x ≥ 0.
private struct OscillatingBessel {
  private(set) var first = 0.0
  private(set) var second = 0.0

  init(_ x: Double, _ order: Double) {
    switch BesselRegion(x, order) {
    case .notANumber: (first, second) = (.nan, .nan)
    case .origin: (first, second) = (order == 0 ? 1 : 0, -.infinity)
    case .far: useAsymptoticSeries(x, order)
    case .near: useFractions(x, order)
    }
  }

  /// Hankel's expansion, Abramowitz & Stegun 9.2.5 to 9.2.10.
  private mutating func useAsymptoticSeries(_ x: Double, _ order: Double) {
    guard x.isFinite else { return }
    var (p, q) = (1.0, 0.0)
    forEachHankelTerm(x, order) { k, term in
      switch k % 4 {
      case 1: q += term
      case 2: p -= term
      case 3: q -= term
      default: p += term
      }
    }
    // Of the angle x − φ; apart, so that a large x loses no digits of φ.
    let phase = (order / 2 + 0.25) * .pi
    let cosine = cos(x) * cos(phase) + sin(x) * sin(phase)
    let sine = sin(x) * cos(phase) - cos(x) * sin(phase)
    let size = sqrt(2 / (.pi * x))
    first = size * (p * cosine - q * sine)
    second = size * (p * sine + q * cosine)
  }

  private mutating func useFractions(_ x: Double, _ order: Double) {
    let steps = x < 2 ? Int(order + 0.5) : max(0, Int(order - x + 1.5))
    let low = order - Double(steps)
    let (ratio, sign) = Self.derivativeRatio(x, order)
    // Downwards from an arbitrary small start.
    var value = Double(sign) * tiny
    var slope = ratio * value
    let start = value
    var (scaledStart, isTooSmall) = (start, false)
    for k in 0..<steps {
      let n = order - Double(k)
      let next = n / x * value + slope
      slope = (n - 1) / x * next - value
      value = next
      if abs(value) > 1e250 {
        value *= 1e-250
        slope *= 1e-250
        scaledStart *= 1e-250
        isTooSmall = isTooSmall || scaledStart == 0
      }
    }
    if value == 0 { value = precision }
    let lowRatio = slope / value
    var (y, yNext, j) = (0.0, 0.0, 0.0)
    if x < 2 {
      (y, yNext) = Self.temme(x, low)
      let ySlope = low / x * y - yNext
      j = 2 / (.pi * x) / (ySlope - lowRatio * y)
    } else {
      let (p, q) = Self.steed(x, low)
      let gamma = (p - lowRatio) / q
      j = copysign(sqrt(2 / (.pi * x) / ((p - lowRatio) * gamma + q)), value)
      y = j * gamma
      let ySlope = gamma == 0 ? j * q : y * (p + q / gamma)
      yNext = low / x * y - ySlope
    }
    first = isTooSmall ? 0 : j / value * scaledStart
    for k in 0..<steps { (y, yNext) = (yNext, 2 * (low + Double(k) + 1) / x * yNext - y) }
    second = y
  }

  /// J′/J at the order by its continued fraction, and the sign of J.
  private static func derivativeRatio(_ x: Double, _ order: Double) -> (Double, Int) {
    var sign = 1
    var b = 2 * order / x
    var h = max(order / x, tiny)
    var (c, d) = (h, 0.0)
    for _ in 0..<200_000 {
      b += 2 / x
      d = b - d
      if abs(d) < tiny { d = tiny }
      c = b - 1 / c
      if abs(c) < tiny { c = tiny }
      d = 1 / d
      let factor = c * d
      h *= factor
      if d < 0 { sign = -sign }
      if abs(factor - 1) < precision { break }
    }
    return (h, sign)
  }

  /// Y at |μ| ≤ ½ and at μ + 1, for small x.
  private static func temme(_ x: Double, _ order: Double) -> (Double, Double) {
    let start = TemmeStart(x, order)
    var f = 2 / .pi * start.sineFactor * start.bracket
    var p = start.power / (start.gammas.plus * .pi)
    var q = 1 / (start.power * .pi * start.gammas.minus)
    let halfAngle = start.angle / 2
    let r0 = abs(halfAngle) < precision ? 1 : sin(halfAngle) / halfAngle
    let r = .pi * halfAngle * r0 * r0
    var c = 1.0
    var (sum, sumNext) = (f + r * q, p)
    for k in 1..<500 {
      let n = Double(k)
      f = (n * f + p + q) / (n * n - order * order)
      c *= -start.half * start.half / n
      p /= n - order
      q /= n + order
      let term = c * (f + r * q)
      sum += term
      sumNext += c * p - n * term
      if abs(term) < (1 + abs(sum)) * precision { break }
    }
    return (-sum, -sumNext * 2 / x)
  }

  /// p + iq, the logarithmic derivative of J + iY at μ.
  private static func steed(_ x: Double, _ order: Double) -> (Double, Double) {
    var a = 0.25 - order * order
    var (p, q) = (-0.5 / x, 1.0)
    let (br, start) = (2 * x, 2.0)
    var bi = start
    let factor = a / x / (p * p + q * q)
    var (cr, ci) = (br + q * factor, bi + p * factor)
    var size = br * br + bi * bi
    var (dr, di) = (br / size, -bi / size)
    var (lr, li) = (cr * dr - ci * di, cr * di + ci * dr)
    (p, q) = (p * lr - q * li, p * li + q * lr)
    for k in 2..<100_000 {
      a += Double(2 * (k - 1))
      bi += 2
      dr = a * dr + br
      di = a * di + bi
      if abs(dr) + abs(di) < tiny { dr = tiny }
      let scale = a / (cr * cr + ci * ci)
      (cr, ci) = (br + cr * scale, bi - ci * scale)
      if abs(cr) + abs(ci) < tiny { cr = tiny }
      size = dr * dr + di * di
      (dr, di) = (dr / size, -di / size)
      (lr, li) = (cr * dr - ci * di, cr * di + ci * dr)
      (p, q) = (p * lr - q * li, p * li + q * lr)
      if abs(lr - 1) + abs(li) < precision { break }
    }
    return (p, q)
  }
}

// MARK: - I and K

/// e⁻ˣ I_ν(x) and eˣ K_ν(x) for ν, x ≥ 0.
private struct ModifiedBessel {
  private(set) var first = 0.0
  private(set) var second = 0.0

  init(_ x: Double, _ order: Double) {
    switch BesselRegion(x, order) {
    case .notANumber: (first, second) = (.nan, .nan)
    case .origin: (first, second) = (order == 0 ? 1 : 0, .infinity)
    case .far: useAsymptoticSeries(x, order)
    case .near: useFractions(x, order)
    }
  }

  /// Abramowitz & Stegun 9.7.1 and 9.7.2.
  private mutating func useAsymptoticSeries(_ x: Double, _ order: Double) {
    guard x.isFinite else { return }
    var (alternating, plain) = (1.0, 1.0)
    forEachHankelTerm(x, order) { k, term in
      alternating += k % 2 == 1 ? -term : term
      plain += term
    }
    first = alternating / sqrt(2 * .pi * x)
    second = plain * sqrt(.pi / (2 * x))
  }

  private mutating func useFractions(_ x: Double, _ order: Double) {
    let steps = Int(order + 0.5)
    let low = order - Double(steps)
    var value = tiny
    var slope = Self.derivativeRatio(x, order) * value
    var start = value
    for k in 0..<steps {
      let n = order - Double(k)
      let next = n / x * value + slope
      slope = (n - 1) / x * next + value
      value = next
      if value > 1e250 {
        value *= 1e-250
        slope *= 1e-250
        start *= 1e-250
      }
    }
    var (k, kNext) = x < 2 ? Self.temme(x, low) : Self.steed(x, low)
    let kSlope = low / x * k - kNext
    // The Wronskian 1/x; the scales of I and K cancel.
    let i = 1 / x / (slope / value * k - kSlope)
    first = i / value * start
    for step in 0..<steps {
      (k, kNext) = (kNext, 2 * (low + Double(step) + 1) / x * kNext + k)
    }
    second = k
  }

  /// I′/I at the order.
  private static func derivativeRatio(_ x: Double, _ order: Double) -> Double {
    var b = 2 * order / x
    var h = max(order / x, tiny)
    var (c, d) = (h, 0.0)
    for _ in 0..<200_000 {
      b += 2 / x
      d = 1 / (b + d)
      c = b + 1 / c
      let factor = c * d
      h *= factor
      if abs(factor - 1) < precision { break }
    }
    return h
  }

  /// eˣ K at |μ| ≤ ½ and at μ + 1, for small x.
  private static func temme(_ x: Double, _ order: Double) -> (Double, Double) {
    let start = TemmeStart(x, order)
    var f = start.sineFactor * start.bracket
    var p = start.power / (2 * start.gammas.plus)
    var q = 1 / (2 * start.power * start.gammas.minus)
    var c = 1.0
    var (sum, sumNext) = (f, p)
    for k in 1..<500 {
      let n = Double(k)
      f = (n * f + p + q) / (n * n - order * order)
      c *= start.half * start.half / n
      p /= n - order
      q /= n + order
      let term = c * f
      sum += term
      sumNext += c * (p - n * f)
      if abs(term) < abs(sum) * precision { break }
    }
    let scale = exp(x)
    return (sum * scale, sumNext * 2 / x * scale)
  }

  /// eˣ K at |μ| ≤ ½ and at μ + 1, for larger x.
  private static func steed(_ x: Double, _ order: Double) -> (Double, Double) {
    var b = 2 * (1 + x)
    var d = 1 / b
    var (h, delta) = (d, d)
    var (q1, q2) = (0.0, 1.0)
    let a1 = 0.25 - order * order
    var (q, c) = (a1, a1)
    var a = -a1
    var sum = 1 + q * delta
    for k in 2..<100_000 {
      a -= Double(2 * (k - 1))
      c = -a * c / Double(k)
      let next = (q1 - b * q2) / a
      (q1, q2) = (q2, next)
      q += c * next
      b += 2
      d = 1 / (b + a * d)
      delta = (b * d - 1) * delta
      h += delta
      let term = q * delta
      sum += term
      if abs(term / sum) < precision { break }
    }
    let value = sqrt(.pi / (2 * x)) / sum
    return (value, value * (order + x + 0.5 - a1 * h) / x)
  }
}
