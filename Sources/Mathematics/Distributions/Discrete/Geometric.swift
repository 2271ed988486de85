import Glibc

/// The geometric distribution: the failures before the first success.
package struct Geometric: DiscreteDistribution {
  package let probability: Double

  package init(probability: Double) { self.probability = probability }
}

extension Geometric {
  package func density(_ x: Double, log asLog: Bool) -> Double {
    if x.isNaN || probability.isNaN { return x + probability }
    if probability <= 0 || probability > 1 { return .nan }
    if !isWhole(x) || x < 0 || !x.isFinite || probability == 0 { return impossible(log: asLog) }
    let k = x.rounded(.toNearestOrEven)
    let none = binomialTerm(0, k, probability, 1 - probability, log: asLog)
    return asLog ? Glibc.log(probability) + none : probability * none
  }

  package func cumulative(_ x: Double, _ tail: Tail) -> Double {
    if x.isNaN || probability.isNaN { return x + probability }
    if probability <= 0 || probability > 1 { return .nan }
    if x < 0 { return tail.zero }
    if x.isInfinite { return tail.one }
    let k = floor(x + 1e-7)
    if probability == 1 { return tail.one }
    return tail.of(logged: log1p(-probability) * (k + 1), ofLower: false)
  }

  package func quantile(_ p: Double, _ tail: Tail) -> Double {
    if p.isNaN || probability.isNaN { return p + probability }
    if probability <= 0 || probability > 1 { return .nan }
    if let end = tail.boundary(p, left: 0, right: .infinity) { return end }
    if probability == 1 { return 0 }
    return max(0, ceil(tail.logUpper(p) / log1p(-probability) - 1 - 1e-12))
  }

  package func random(_ stream: RandomStream) -> Double {
    if !probability.isFinite || probability <= 0 || probability > 1 { return .nan }
    let mean = stream.exponential() * ((1 - probability) / probability)
    return Poisson(mean: mean).random(stream)
  }
}
