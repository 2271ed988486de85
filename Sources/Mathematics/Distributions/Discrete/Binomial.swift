import Glibc

/// The binomial distribution: the successes among `size` trials of equal probability.
package struct Binomial: DiscreteDistribution {
  package let size: Double
  package let probability: Double

  package init(size: Double, probability: Double) {
    self.size = size
    self.probability = probability
  }

  private var isInvalid: Bool {
    probability < 0 || probability > 1 || size < 0 || !isWhole(size)
  }
}

extension Binomial {
  package func density(_ x: Double, log asLog: Bool) -> Double {
    if x.isNaN || size.isNaN || probability.isNaN { return x + size + probability }
    if isInvalid { return .nan }
    if x < 0 || !x.isFinite || !isWhole(x) { return impossible(log: asLog) }
    return binomialTerm(
      x.rounded(.toNearestOrEven), size.rounded(.toNearestOrEven), probability, 1 - probability,
      log: asLog)
  }

  package func cumulative(_ x: Double, _ tail: Tail) -> Double {
    if x.isNaN || size.isNaN || probability.isNaN { return x + size + probability }
    if !size.isFinite || !probability.isFinite || isInvalid { return .nan }
    let n = size.rounded(.toNearestOrEven)
    if x < 0 { return tail.zero }
    let k = floor(x + 1e-7)
    if n <= k { return tail.one }
    return incompleteBeta(probability, 1 - probability, k + 1, n - k, tail.opposite)
  }

  package func quantile(_ p: Double, _ tail: Tail) -> Double {
    if p.isNaN || size.isNaN || probability.isNaN { return p + size + probability }
    if !size.isFinite || !probability.isFinite { return .nan }
    if size != floor(size + 0.5) || isInvalid { return .nan }
    if let end = tail.boundary(p, left: 0, right: size) { return end }
    if probability == 0 || size == 0 { return 0 }
    let q = 1 - probability
    if q == 0 { return size }
    let mean = size * probability
    let deviation = (mean * q).squareRoot()
    let start = skewedStart(
      p, tail, mean: mean, deviation: deviation, skewness: (q - probability) / deviation)
    return discreteQuantile(p, tail, start: start, in: 0...size) { cumulative($0, tail) }
  }

  package func random(_ stream: RandomStream) -> Double {
    let n = floor(size + 0.5)
    if !size.isFinite || n != size || !probability.isFinite || isInvalid { return .nan }
    if n == 0 || probability == 0 { return 0 }
    if probability == 1 { return n }
    // R documents inversion for sizes that 32 bits do not hold.
    if n >= 2_147_483_647 { return quantile(stream.uniform(), .upper) }
    return stream.binomial(size: n, probability: probability)
  }
}

/// Whether `x` is a whole number to the tolerance R's discrete distributions allow.
func isWhole(_ x: Double) -> Bool {
  abs(x - x.rounded(.toNearestOrEven)) <= 1e-7 * max(1, abs(x))
}
