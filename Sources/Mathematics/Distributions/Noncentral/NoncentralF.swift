import Glibc

/// The non-central F distribution, by the non-central beta distribution of mx/(n + mx).
package struct NoncentralF: Distribution {
  package let numerator: Double
  package let denominator: Double
  package let noncentrality: Double

  package init(numerator: Double, denominator: Double, noncentrality: Double) {
    self.numerator = numerator
    self.denominator = denominator
    self.noncentrality = noncentrality
  }

  private var beta: NoncentralBeta {
    NoncentralBeta(a: numerator / 2, b: denominator / 2, noncentrality: noncentrality)
  }

  private var chiSquared: NoncentralChiSquared {
    NoncentralChiSquared(degreesOfFreedom: numerator, noncentrality: noncentrality)
  }

  private var hasNaN: Bool { numerator.isNaN || denominator.isNaN || noncentrality.isNaN }
  private var isInvalid: Bool {
    numerator <= 0 || denominator <= 0 || noncentrality < 0 || !noncentrality.isFinite
      || !numerator.isFinite
  }

  private var isLimit: Bool { denominator > 1e8 }
}

extension NoncentralF {
  package func density(_ x: Double, log asLog: Bool) -> Double {
    if x.isNaN || hasNaN { return x + numerator + denominator + noncentrality }
    if isInvalid { return .nan }
    if x < 0 { return impossible(log: asLog) }
    if isLimit {
      let density = chiSquared.density(x * numerator, log: true)
      return scaled(logged: log(numerator) + density, log: asLog)
    }
    let y = numerator / denominator * x
    let density = beta.density(y / (1 + y), log: true)
    return scaled(
      logged: density + log(numerator) - log(denominator) - 2 * log1p(y), log: asLog)
  }

  package func cumulative(_ x: Double, _ tail: Tail) -> Double {
    if x.isNaN || hasNaN { return x + numerator + denominator + noncentrality }
    if isInvalid { return .nan }
    if x <= 0 { return tail.zero }
    if x.isInfinite { return tail.one }
    if isLimit { return chiSquared.cumulative(x * numerator, tail) }
    let y = numerator / denominator * x
    return beta.cumulative(y / (1 + y), 1 / (1 + y), tail)
  }

  package func quantile(_ p: Double, _ tail: Tail) -> Double {
    if p.isNaN || hasNaN { return p + numerator + denominator + noncentrality }
    if isInvalid { return .nan }
    if let end = tail.boundary(p, left: 0, right: .infinity) { return end }
    if isLimit { return chiSquared.quantile(p, tail) / numerator }
    let y = beta.quantile(p, tail)
    return y / (1 - y) * (denominator / numerator)
  }

  package func random(_ stream: RandomStream) -> Double {
    let top = chiSquared.random(stream) / numerator
    return top / (ChiSquared(degreesOfFreedom: denominator).random(stream) / denominator)
  }
}
