import Glibc

/// The chi-squared distribution: a gamma distribution of shape ν/2 and scale 2.
package struct ChiSquared: Distribution {
  package let degreesOfFreedom: Double

  package init(degreesOfFreedom: Double) { self.degreesOfFreedom = degreesOfFreedom }

  private var gamma: Gamma { Gamma(shape: degreesOfFreedom / 2, scale: 2) }
}

extension ChiSquared {
  package func density(_ x: Double, log asLog: Bool) -> Double { gamma.density(x, log: asLog) }

  package func cumulative(_ x: Double, _ tail: Tail) -> Double { gamma.cumulative(x, tail) }

  package func quantile(_ p: Double, _ tail: Tail) -> Double { gamma.quantile(p, tail) }

  package func random(_ stream: RandomStream) -> Double {
    if !degreesOfFreedom.isFinite || degreesOfFreedom < 0 { return .nan }
    return gamma.random(stream)
  }
}
