import Glibc

/// The non-central beta distribution: a Poisson mixture over the first parameter.
package struct NoncentralBeta: Distribution {
  package let a: Double
  package let b: Double
  package let noncentrality: Double

  package init(a: Double, b: Double, noncentrality: Double) {
    self.a = a
    self.b = b
    self.noncentrality = noncentrality
  }

  private var mixture: PoissonMixture { PoissonMixture(mean: noncentrality / 2) }
  private var hasNaN: Bool { a.isNaN || b.isNaN || noncentrality.isNaN }
  private var isInvalid: Bool {
    a <= 0 || b <= 0 || noncentrality < 0 || !a.isFinite || !b.isFinite || !noncentrality.isFinite
  }
}

extension NoncentralBeta {
  package func density(_ x: Double, log asLog: Bool) -> Double {
    if x.isNaN || hasNaN { return x + a + b + noncentrality }
    if isInvalid { return .nan }
    if x < 0 || x > 1 { return impossible(log: asLog) }
    if noncentrality == 0 { return Beta(a: a, b: b).density(x, log: asLog) }
    let logged = mixture.logSum { j in Beta(a: a + j, b: b).density(x, log: true) }
    return scaled(logged: logged, log: asLog)
  }

  package func cumulative(_ x: Double, _ tail: Tail) -> Double {
    if x.isNaN || hasNaN { return x + a + b + noncentrality }
    if isInvalid { return .nan }
    if x <= 0 { return tail.zero }
    if x >= 1 { return tail.one }
    return cumulative(x, 0.5 - x + 0.5, tail)
  }

  /// With the complement y = 1 − x given.
  func cumulative(_ x: Double, _ y: Double, _ tail: Tail) -> Double {
    let side = { (isLower: Bool) in
      mixture.logSum { j in incompleteBeta(x, y, a + j, b, Tail(isLower: isLower, isLog: true)) }
    }
    return tail.of(logLower: { side(true) }, logUpper: { side(false) })
  }

  package func quantile(_ p: Double, _ tail: Tail) -> Double {
    if p.isNaN || hasNaN { return p + a + b + noncentrality }
    if isInvalid { return .nan }
    if let end = tail.boundary(p, left: 0, right: 1) { return end }
    let shifted = a + noncentrality / 2
    let guess = Beta(a: shifted, b: b).quantile(p, tail)
    return positiveQuantile(p, tail, from: max(min(guess, 0.999_999), 1e-300), limit: 1)
  }

  package func random(_ stream: RandomStream) -> Double {
    let x = NoncentralChiSquared(degreesOfFreedom: 2 * a, noncentrality: noncentrality)
      .random(stream)
    return x / (x + ChiSquared(degreesOfFreedom: 2 * b).random(stream))
  }
}
