import Glibc

/// The non-central t distribution: (Z + δ)/S, Z normal, νS² chi-squared with ν degrees.
///
/// P(T ≤ t) is the mean of Φ(tS − δ) over S, computed as such: over u = log S the integrand is
/// analytic and falls off on both sides, so that the trapezoidal rule converges exponentially, and
/// being positive it keeps its digits in both tails (the usual series cancels for tδ < 0).
package struct NoncentralT: Distribution {
  package let degreesOfFreedom: Double
  package let noncentrality: Double

  package init(degreesOfFreedom: Double, noncentrality: Double) {
    self.degreesOfFreedom = degreesOfFreedom
    self.noncentrality = noncentrality
  }

  private var hasNaN: Bool { degreesOfFreedom.isNaN || noncentrality.isNaN }
}

extension NoncentralT {
  /// The mean of S φ(xS − δ).
  package func density(_ x: Double, log asLog: Bool) -> Double {
    if x.isNaN || hasNaN { return x + degreesOfFreedom + noncentrality }
    if degreesOfFreedom <= 0 { return .nan }
    if x.isInfinite { return impossible(log: asLog) }
    if noncentrality == 0 {
      return StudentT(degreesOfFreedom: degreesOfFreedom).density(x, log: asLog)
    }
    if degreesOfFreedom > 1e8 {
      return Normal(mean: noncentrality).density(x, log: asLog)
    }
    let logged = logMean { u in
      let z = x * exp(u) - noncentrality
      return u - halfLogTwoPi - 0.5 * z * z
    }
    return scaled(logged: logged, log: asLog)
  }

  package func cumulative(_ x: Double, _ tail: Tail) -> Double {
    if x.isNaN || hasNaN { return x + degreesOfFreedom + noncentrality }
    if degreesOfFreedom <= 0 { return .nan }
    if x.isInfinite { return x < 0 ? tail.zero : tail.one }
    if noncentrality == 0 {
      return StudentT(degreesOfFreedom: degreesOfFreedom).cumulative(x, tail)
    }
    if degreesOfFreedom > 1e8 { return normalCumulative(x - noncentrality, tail) }
    let side = { (isLower: Bool) in
      logMean { u in
        normalCumulative(x * exp(u) - noncentrality, Tail(isLower: isLower, isLog: true))
      }
    }
    return tail.of(logLower: { side(true) }, logUpper: { side(false) })
  }

  /// log E exp(f(log S)), by the trapezoidal rule around the mode of the integrand.
  private func logMean(_ f: (Double) -> Double) -> Double {
    let n = degreesOfFreedom
    // Density of u = log S: 2 (n/2)^(n/2) / Γ(n/2) · exp(n u − n e^(2u) / 2).
    let constant = 0.6931471805599453 + 0.5 * n * log(0.5 * n) - logGamma(0.5 * n)
    func integrand(_ u: Double) -> Double { constant + n * u - 0.5 * n * exp(2 * u) + f(u) }
    let step = min(0.125, 0.25 / (2 * n).squareRoot())
    let mode = Self.mode(of: integrand, step: step)
    var total = LogAccumulator()
    total.add(integrand(mode))
    for direction in [1.0, -1.0] {
      var k = 1.0
      while k < 100_000 {
        let value = integrand(mode + direction * k * step)
        total.add(value)
        if value < total.value - 40 { break }
        k += 1
      }
    }
    return total.value + log(step)
  }

  /// Climbs by growing, then shrinking strides.
  private static func mode(of f: (Double) -> Double, step: Double) -> Double {
    var u = 0.0
    var best = f(u)
    var stride = step
    while abs(stride) >= step {
      let forward = f(u + stride)
      if forward > best {
        (u, best) = (u + stride, forward)
        stride *= 2
        continue
      }
      let backward = f(u - stride)
      if backward > best {
        (u, best) = (u - stride, backward)
        stride *= -2
        continue
      }
      stride /= 4
    }
    return u
  }
}

extension NoncentralT {
  package func quantile(_ p: Double, _ tail: Tail) -> Double {
    if p.isNaN || hasNaN { return p + degreesOfFreedom + noncentrality }
    if degreesOfFreedom <= 0 { return .nan }
    if let end = tail.boundary(p, left: -.infinity, right: .infinity) { return end }
    if noncentrality == 0 {
      return StudentT(degreesOfFreedom: degreesOfFreedom).quantile(p, tail)
    }
    if degreesOfFreedom > 1e8 { return noncentrality + normalQuantile(p, tail) }
    // Negative quantiles are those of −T, whose noncentrality is −δ.
    let isNegative = tail.logLower(p) < cumulative(0, Tail(isLower: true, isLog: true))
    let mirrored = NoncentralT(
      degreesOfFreedom: degreesOfFreedom, noncentrality: isNegative ? -noncentrality : noncentrality
    )
    let magnitude = mirrored.positiveQuantile(
      p, isNegative ? tail.opposite : tail, from: max(1, abs(noncentrality)))
    return isNegative ? -magnitude : magnitude
  }

  package func random(_ stream: RandomStream) -> Double {
    let numerator = stream.normal() + noncentrality
    let chi = ChiSquared(degreesOfFreedom: degreesOfFreedom).random(stream)
    return numerator / (chi / degreesOfFreedom).squareRoot()
  }
}
