import Glibc

/// The Poisson distribution: λˣ e^(−λ) / x!.
package struct Poisson: DiscreteDistribution {
  package let mean: Double

  package init(mean: Double) { self.mean = mean }
}

extension Poisson {
  package func density(_ x: Double, log asLog: Bool) -> Double {
    if x.isNaN || mean.isNaN { return x + mean }
    if mean < 0 { return .nan }
    if !isWhole(x) || x < 0 || !x.isFinite { return impossible(log: asLog) }
    return poissonTerm(x.rounded(.toNearestOrEven), mean, log: asLog)
  }

  package func cumulative(_ x: Double, _ tail: Tail) -> Double {
    if x.isNaN || mean.isNaN { return x + mean }
    if mean < 0 { return .nan }
    if x < 0 { return tail.zero }
    if mean == 0 || x.isInfinite { return tail.one }
    return incompleteGamma(floor(x + 1e-7) + 1, mean, tail.opposite)
  }

  package func quantile(_ p: Double, _ tail: Tail) -> Double {
    if p.isNaN || mean.isNaN { return p + mean }
    if !mean.isFinite || mean < 0 { return .nan }
    if let end = tail.boundary(p, left: 0, right: .infinity) { return end }
    if mean == 0 { return 0 }
    let deviation = mean.squareRoot()
    let start = skewedStart(p, tail, mean: mean, deviation: deviation, skewness: 1 / deviation)
    return discreteQuantile(p, tail, start: start, in: 0...(.greatestFiniteMagnitude)) {
      cumulative($0, tail)
    }
  }

  package func random(_ stream: RandomStream) -> Double {
    if !mean.isFinite || mean < 0 { return .nan }
    return mean == 0 ? 0 : stream.poisson(mean: mean)
  }
}
