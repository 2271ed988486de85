import Glibc

/// The non-central chi-squared distribution: a Poisson mixture of central ones.
package struct NoncentralChiSquared: Distribution {
  package let degreesOfFreedom: Double
  package let noncentrality: Double

  package init(degreesOfFreedom: Double, noncentrality: Double) {
    self.degreesOfFreedom = degreesOfFreedom
    self.noncentrality = noncentrality
  }

  private var mixture: PoissonMixture { PoissonMixture(mean: noncentrality / 2) }
  private var hasNaN: Bool { degreesOfFreedom.isNaN || noncentrality.isNaN }
  private var isInvalid: Bool {
    !degreesOfFreedom.isFinite || !noncentrality.isFinite || degreesOfFreedom < 0
      || noncentrality < 0
  }
}

extension NoncentralChiSquared {
  package func density(_ x: Double, log asLog: Bool) -> Double {
    if x.isNaN || hasNaN { return x + degreesOfFreedom + noncentrality }
    if isInvalid { return .nan }
    if x < 0 || x.isInfinite { return impossible(log: asLog) }
    if x == 0, degreesOfFreedom < 2 { return .infinity }
    if noncentrality == 0 {
      return ChiSquared(degreesOfFreedom: degreesOfFreedom).density(x, log: asLog)
    }
    let logged = mixture.logSum { j in
      ChiSquared(degreesOfFreedom: degreesOfFreedom + 2 * j).density(x, log: true)
    }
    return scaled(logged: logged, log: asLog)
  }

  package func cumulative(_ x: Double, _ tail: Tail) -> Double {
    if x.isNaN || hasNaN { return x + degreesOfFreedom + noncentrality }
    if isInvalid { return .nan }
    if x <= 0 {
      if degreesOfFreedom == 0, x == 0 {
        return tail.of(logged: -noncentrality / 2, ofLower: true)
      }
      return tail.zero
    }
    if x.isInfinite { return tail.one }
    return tail.of(
      logLower: { logSide(x, isLower: true) }, logUpper: { logSide(x, isLower: false) })
  }

  private func logSide(_ x: Double, isLower: Bool) -> Double {
    mixture.logSum { j in
      ChiSquared(degreesOfFreedom: degreesOfFreedom + 2 * j)
        .cumulative(x, Tail(isLower: isLower, isLog: true))
    }
  }

  package func quantile(_ p: Double, _ tail: Tail) -> Double {
    if p.isNaN || hasNaN { return p + degreesOfFreedom + noncentrality }
    if isInvalid { return .nan }
    if let end = tail.boundary(p, left: 0, right: .infinity) { return end }
    // Pearson's (1959) approximation by a shifted central distribution.
    let b = noncentrality * noncentrality / (degreesOfFreedom + 3 * noncentrality)
    let c = (degreesOfFreedom + 3 * noncentrality) / (degreesOfFreedom + 2 * noncentrality)
    let f = (degreesOfFreedom + 2 * noncentrality) / (c * c)
    let guess = b + c * ChiSquared(degreesOfFreedom: f).quantile(p, tail)
    return positiveQuantile(p, tail, from: max(guess, 1e-10))
  }

  /// A number of the chi-squared with 2K degrees, K Poisson, plus a central one.
  package func random(_ stream: RandomStream) -> Double {
    if hasNaN || isInvalid { return .nan }
    if noncentrality == 0 {
      return degreesOfFreedom == 0
        ? 0 : Gamma(shape: degreesOfFreedom / 2, scale: 2).random(stream)
    }
    var result = Poisson(mean: noncentrality / 2).random(stream)
    if result > 0 { result = ChiSquared(degreesOfFreedom: 2 * result).random(stream) }
    if degreesOfFreedom > 0 {
      result += Gamma(shape: degreesOfFreedom / 2, scale: 2).random(stream)
    }
    return result
  }
}

extension Distribution {
  /// The quantile of a continuous distribution on the positive axis, from a start value.
  func positiveQuantile(_ p: Double, _ tail: Tail, from start: Double, limit: Double = .infinity)
    -> Double
  {
    let isLower = tail.logLower(p) < -0.6931471805599453
    let side = Tail(isLower: isLower, isLog: true)
    let search = LogarithmicSearch(
      target: isLower ? tail.logLower(p) : tail.logUpper(p), isIncreasing: isLower,
      limit: log(limit)
    ) { u in
      let x = exp(u)
      let value = cumulative(x, side)
      let slope = exp(density(x, log: true) + u - value)
      return (value, isLower ? slope : -slope)
    }
    return exp(search.solve(from: log(start)))
  }
}
