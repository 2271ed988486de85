import Glibc

/// The normal distribution: density exp(−z²/2) / (σ√2π), z = (x − μ)/σ.
package struct Normal: Distribution {
  package let mean: Double
  package let standardDeviation: Double

  package init(mean: Double = 0, standardDeviation: Double = 1) {
    self.mean = mean
    self.standardDeviation = standardDeviation
  }
}

// MARK: - Density and probability

extension Normal {
  package func density(_ x: Double, log asLog: Bool) -> Double {
    let sigma = standardDeviation
    if x.isNaN || mean.isNaN || sigma.isNaN { return x + mean + sigma }
    if sigma < 0 { return .nan }
    if sigma.isInfinite || (x.isInfinite && mean == x) {
      return sigma.isInfinite ? impossible(log: asLog) : .nan
    }
    if sigma == 0 { return x == mean ? .infinity : impossible(log: asLog) }
    let z = abs((x - mean) / sigma)
    if z.isInfinite || z >= 2 * Double.greatestFiniteMagnitude.squareRoot() {
      return impossible(log: asLog)
    }
    if asLog { return -(halfLogTwoPi + 0.5 * z * z + log(sigma)) }
    return Self.kernel(z) / sigma
  }

  /// φ(z); far out z² is split so that the exponent is exact.
  private static func kernel(_ z: Double) -> Double {
    if z < 5 { return 0.3989422804014327 * exp(-0.5 * z * z) }
    if z > 39 { return 0 }
    let coarse = (z * 65536).rounded(.toNearestOrEven) / 65536
    let fine = z - coarse
    return 0.3989422804014327 * (exp(-0.5 * coarse * coarse) * exp((-0.5 * fine - coarse) * fine))
  }

  package func cumulative(_ x: Double, _ tail: Tail) -> Double {
    let sigma = standardDeviation
    if x.isNaN || mean.isNaN || sigma.isNaN { return x + mean + sigma }
    if x.isInfinite && mean == x || sigma < 0 { return .nan }
    if sigma <= 0 { return x < mean ? tail.zero : tail.one }
    let z = (x - mean) / sigma
    if z.isInfinite { return x < mean ? tail.zero : tail.one }
    return normalCumulative(z, tail)
  }
}

/// Φ(z) on the wanted scale, by Cody's rational Chebyshev approximations (1969, 1993).
package func normalCumulative(_ z: Double, _ tail: Tail) -> Double {
  let y = abs(z)
  if y <= 0.67448975 {
    let offset = z * CodyApproximations.centre(y > 1.11e-16 ? z * z : 0)
    return tail.of(lower: 0.5 + offset, upper: 0.5 - offset)
  }
  let isFar = (z < 0) == tail.isLower
  if y > 1e170 { return isFar ? tail.impossible : tail.certain }
  let ratio = y <= 5.656854249492381 ? CodyApproximations.middle(y) : CodyApproximations.far(y)
  // exp(−y²/2) with y² split at sixteenths, so that no digits of the exponent are lost.
  let coarse = (y * 16).rounded(.towardZero) / 16
  let fine = (y - coarse) * (y + coarse)
  if tail.isLog {
    if isFar { return -coarse * coarse * 0.5 - fine * 0.5 + log(ratio) }
    return log1p(-exp(-coarse * coarse * 0.5) * exp(-fine * 0.5) * ratio)
  }
  if y > 38.6 { return isFar ? 0 : 1 }
  let far = exp(-coarse * coarse * 0.5) * exp(-fine * 0.5) * ratio
  return isFar ? far : 1 - far
}

/// The three rational approximations: of (Φ(z)−½)/z, and of (1−Φ(y)) e^(y²/2) twice.
private enum CodyApproximations {
  static func centre(_ s: Double) -> Double {
    var top = 0.065682337918207449113 * s
    top = (top + 2.2352520354606839287) * s
    top = (top + 161.02823106855587881) * s
    top = (top + 1067.6894854603709582) * s
    var bottom = s
    bottom = (bottom + 47.20258190468824187) * s
    bottom = (bottom + 976.09855173777669322) * s
    bottom = (bottom + 10260.932208618978205) * s
    return (top + 18154.981253343561249) / (bottom + 45507.789335026729956)
  }

  static func middle(_ y: Double) -> Double {
    var top = 1.0765576773720192317e-8 * y
    top = (top + 0.39894151208813466764) * y
    top = (top + 8.8831497943883759412) * y
    top = (top + 93.506656132177855979) * y
    top = (top + 597.27027639480026226) * y
    top = (top + 2494.5375852903726711) * y
    top = (top + 6848.1904505362823326) * y
    top = (top + 11602.651437647350124) * y
    var bottom = y
    bottom = (bottom + 22.266688044328115691) * y
    bottom = (bottom + 235.38790178262499861) * y
    bottom = (bottom + 1519.377599407554805) * y
    bottom = (bottom + 6485.558298266760755) * y
    bottom = (bottom + 18615.571640885098091) * y
    bottom = (bottom + 34900.952721145977266) * y
    bottom = (bottom + 38912.003286093271411) * y
    return (top + 9842.7148383839780218) / (bottom + 19685.429676859990727)
  }

  static func far(_ y: Double) -> Double {
    let s = 1 / (y * y)
    var top = 0.02307344176494017303 * s
    top = (top + 0.21589853405795699) * s
    top = (top + 0.1274011611602473639) * s
    top = (top + 0.022235277870649807) * s
    top = (top + 0.001421619193227893466) * s
    var bottom = s
    bottom = (bottom + 1.28426009614491121) * s
    bottom = (bottom + 0.468238212480865118) * s
    bottom = (bottom + 0.0659881378689285515) * s
    bottom = (bottom + 0.00378239633202758244) * s
    let correction = s * (top + 2.9112874951168792e-5) / (bottom + 7.29751555083966205e-5)
    return (0.39894228040143267794 - correction) / y
  }
}

// MARK: - Quantile

extension Normal {
  package func quantile(_ p: Double, _ tail: Tail) -> Double {
    let sigma = standardDeviation
    if p.isNaN || mean.isNaN || sigma.isNaN { return p + mean + sigma }
    if let end = tail.boundary(p, left: -.infinity, right: .infinity) { return end }
    if sigma < 0 { return .nan }
    if sigma == 0 { return mean }
    return mean + sigma * normalQuantile(p, tail)
  }
}

/// The standard normal quantile, Wichura's algorithm AS 241 (PPND16, 1988).
package func normalQuantile(_ p: Double, _ tail: Tail) -> Double {
  let q = tail.lowerProbability(p) - 0.5
  if abs(q) <= 0.425 { return WichuraApproximations.centre(q) }
  var r: Double
  if tail.isLog, (tail.isLower && q <= 0) || (!tail.isLower && q > 0) {
    r = (-p).squareRoot()
  } else {
    r = (-log(q < 0 ? tail.lowerProbability(p) : tail.upperProbability(p))).squareRoot()
  }
  r = r <= 5 ? WichuraApproximations.middle(r - 1.6) : WichuraApproximations.far(r - 5)
  return q < 0 ? -r : r
}

/// The standard normal quantile of a lower probability strictly between 0 and 1.
@inline(__always)
func normalQuantile(_ p: Double) -> Double {
  let q = p - 0.5
  if abs(q) <= 0.425 { return WichuraApproximations.centre(q) }
  var r = (-log(q < 0 ? p : 0.5 - p + 0.5)).squareRoot()
  r = r <= 5 ? WichuraApproximations.middle(r - 1.6) : WichuraApproximations.far(r - 5)
  return q < 0 ? -r : r
}

private enum WichuraApproximations {
  @inline(__always)
  static func centre(_ q: Double) -> Double {
    let r = 0.180625 - q * q
    let top =
      (((((((r * 2509.0809287301226727 + 33430.575583588128105) * r + 67265.770927008700853) * r
        + 45921.953931549871457) * r + 13731.693765509461125) * r
        + 1971.5909503065514427) * r + 133.14166789178437745) * r + 3.387132872796366608)
    let bottom =
      (((((((r * 5226.495278852854561 + 28729.085735721942674) * r + 39307.89580009271061) * r
        + 21213.794301586595867) * r + 5394.1960214247511077) * r
        + 687.1870074920579083) * r + 42.313330701600911252) * r + 1.0)
    return q * top / bottom
  }

  static func middle(_ r: Double) -> Double {
    let top =
      (((((((r * 7.7454501427834140764e-4 + 0.0227238449892691845833) * r
        + 0.24178072517745061177) * r + 1.27045825245236838258) * r
        + 3.64784832476320460504) * r + 5.7694972214606914055) * r
        + 4.6303378461565452959) * r + 1.42343711074968357734)
    let bottom =
      (((((((r * 1.05075007164441684324e-9 + 5.475938084995344946e-4) * r
        + 0.0151986665636164571966) * r + 0.14810397642748007459) * r
        + 0.68976733498510000455) * r + 1.6763848301838038494) * r
        + 2.05319162663775882187) * r + 1.0)
    return top / bottom
  }

  static func far(_ r: Double) -> Double {
    let top =
      (((((((r * 2.01033439929228813265e-7 + 2.71155556874348757815e-5) * r
        + 0.0012426609473880784386) * r + 0.026532189526576123093) * r
        + 0.29656057182850489123) * r + 1.7848265399172913358) * r
        + 5.4637849111641143699) * r + 6.6579046435011037772)
    let bottom =
      (((((((r * 2.04426310338993978564e-15 + 1.4215117583164458887e-7) * r
        + 1.8463183175100546818e-5) * r + 7.868691311456132591e-4) * r
        + 0.0148753612908506148525) * r + 0.13692988092273580531) * r
        + 0.59983220655588793769) * r + 1.0)
    return top / bottom
  }
}

// MARK: - Random numbers

extension Normal {
  package func random(_ stream: RandomStream) -> Double {
    let sigma = standardDeviation
    if mean.isNaN || !sigma.isFinite || sigma < 0 { return .nan }
    if sigma == 0 || mean.isInfinite { return mean }
    return mean + sigma * stream.normal()
  }
}
