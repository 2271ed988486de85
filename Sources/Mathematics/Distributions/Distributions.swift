// ApusDistributions: density, cumulative probability, quantile and random numbers of each
// distribution of R's stats package, one file a distribution, and the generators they draw from.
// Start reading at `Distribution`, then `Continuous/Normal.swift`.
//
// Goals, in order: the digits of the true value (13 at least) also far in the tails; GNU R's
// conventions for special arguments (NaN for parameters out of range, so that the caller can
// warn); GNU R's random streams bit for bit; speed.

import Glibc

/// A family member with its parameters fixed.
package protocol Distribution {
  /// The density, or for a discrete distribution the probability of `x`.
  func density(_ x: Double, log: Bool) -> Double

  /// The probability of at most `x` (of more than `x` in the upper tail).
  func cumulative(_ x: Double, _ tail: Tail) -> Double

  /// The smallest `x` whose cumulative probability reaches `p`.
  func quantile(_ p: Double, _ tail: Tail) -> Double

  /// One random number; NaN when the parameters are out of range.
  func random(_ stream: RandomStream) -> Double

  // The same for whole buffers.
  func densities(_ x: Numbers, log: Bool, into result: NumbersOut)
  func cumulatives(_ x: Numbers, _ tail: Tail, into result: NumbersOut)
  func quantiles(_ p: Numbers, _ tail: Tail, into result: NumbersOut)
  func randoms(_ stream: RandomStream, into result: NumbersOut)
}

package typealias Numbers = UnsafeBufferPointer<Double>
package typealias NumbersOut = UnsafeMutableBufferPointer<Double>

extension Distribution {
  package func density(_ x: Double) -> Double { density(x, log: false) }
  package func cumulative(_ x: Double) -> Double { cumulative(x, .lower) }
  package func quantile(_ p: Double) -> Double { quantile(p, .lower) }

  package func densities(_ x: Numbers, log asLog: Bool, into result: NumbersOut) {
    for k in 0..<x.count { result[k] = density(x[k], log: asLog) }
  }

  package func cumulatives(_ x: Numbers, _ tail: Tail, into result: NumbersOut) {
    for k in 0..<x.count { result[k] = cumulative(x[k], tail) }
  }

  package func quantiles(_ p: Numbers, _ tail: Tail, into result: NumbersOut) {
    for k in 0..<p.count { result[k] = quantile(p[k], tail) }
  }

  package func randoms(_ stream: RandomStream, into result: NumbersOut) {
    for k in 0..<result.count { result[k] = random(stream) }
  }
}

/// A discrete distribution: its support are whole numbers.
package protocol DiscreteDistribution: Distribution {}
