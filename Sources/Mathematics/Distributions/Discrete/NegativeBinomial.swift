import Glibc

/// The negative binomial distribution: the failures before the `size`-th success.
///
/// `size` may be any positive number; either the probability of success or the mean is given.
package struct NegativeBinomial: DiscreteDistribution {
  package let size: Double
  package let probability: Double
  /// size (1−p)/p when given instead of the probability.
  package let mean: Double?

  package init(size: Double, probability: Double) {
    self.size = size
    self.probability = probability
    mean = nil
  }

  package init(size: Double, mean: Double) {
    self.size = size
    self.mean = mean
    probability = size.isInfinite ? 1 : size / (size + mean)
  }

  /// 1 − p.
  private var failure: Double {
    if let mean { return size.isInfinite ? 0 : mean / (size + mean) }
    return 1 - probability
  }

  private var isInvalid: Bool {
    if let mean { return size < 0 || mean < 0 }
    return probability <= 0 || probability > 1 || size < 0
  }

  private var hasNaN: Bool { size.isNaN || probability.isNaN || (mean ?? 0).isNaN }
}

// MARK: - Density and probability

extension NegativeBinomial {
  package func density(_ x: Double, log asLog: Bool) -> Double {
    if x.isNaN || hasNaN { return .nan }
    if isInvalid { return .nan }
    if !isWhole(x) || x < 0 || !x.isFinite { return impossible(log: asLog) }
    if x == 0, size == 0 { return asLog ? 0 : 1 }
    let k = x.rounded(.toNearestOrEven)
    if size.isInfinite {
      return mean.map { poissonTerm(k, $0, log: asLog) } ?? pointAtZero(k, asLog)
    }
    if mean == 0 { return pointAtZero(k, asLog) }
    if k == 0 {
      return scaled(logged: size * (failure < 0.1 ? log1p(-failure) : log(probability)), log: asLog)
    }
    if k < 1e-10 * size, let mean { return nearPoisson(k, mean, asLog) }
    let term = binomialTerm(size, k + size, probability, failure, log: asLog)
    let p = size / (size + k)
    return asLog ? log(p) + term : p * term
  }

  private func pointAtZero(_ k: Double, _ asLog: Bool) -> Double {
    k == 0 ? (asLog ? 0 : 1) : impossible(log: asLog)
  }

  /// The limit of a very large size: x log(μ/(1 + μ/size)) − μ' − log x!, corrected.
  private func nearPoisson(_ k: Double, _ mean: Double, _ asLog: Bool) -> Double {
    let p = size < mean ? log(size / (1 + size / mean)) : log(mean / (1 + mean / size))
    let logged = k * p - mean - logGamma(k + 1) + log1p(k * (k - 1) / (2 * size))
    return scaled(logged: logged, log: asLog)
  }

  package func cumulative(_ x: Double, _ tail: Tail) -> Double {
    if x.isNaN || hasNaN { return .nan }
    if isInvalid || size.isInfinite && mean == nil { return .nan }
    if size == 0 { return x >= 0 ? tail.one : tail.zero }
    if x < 0 { return tail.zero }
    if x.isInfinite { return tail.one }
    let k = floor(x + 1e-7)
    if size.isInfinite, let mean { return Poisson(mean: mean).cumulative(k, tail) }
    return incompleteBeta(probability, failure, size, k + 1, tail)
  }
}

// MARK: - Quantile and random numbers

extension NegativeBinomial {
  package func quantile(_ p: Double, _ tail: Tail) -> Double {
    if p.isNaN || hasNaN { return .nan }
    if size.isInfinite, let mean { return Poisson(mean: mean).quantile(p, tail) }
    if probability == 0, size == 0 { return 0 }
    if isInvalid { return .nan }
    if probability == 1 || size == 0 { return 0 }
    if let end = tail.boundary(p, left: 0, right: .infinity) { return end }
    let odds = 1 / probability
    let ratio = failure * odds
    let deviation = (size * ratio * odds).squareRoot()
    let start = skewedStart(
      p, tail, mean: size * ratio, deviation: deviation, skewness: (odds + ratio) / deviation)
    return discreteQuantile(p, tail, start: start, in: 0...(.greatestFiniteMagnitude)) {
      cumulative($0, tail)
    }
  }

  package func random(_ stream: RandomStream) -> Double {
    if let mean { return randomByMean(mean, stream) }
    if !probability.isFinite || size.isNaN || size <= 0 || probability <= 0 || probability > 1 {
      return .nan
    }
    if probability == 1 { return 0 }
    let gamma = Gamma(shape: size, scale: (1 - probability) / probability).random(stream)
    return Poisson(mean: gamma).random(stream)
  }

  private func randomByMean(_ mean: Double, _ stream: RandomStream) -> Double {
    if size.isNaN || !mean.isFinite || size <= 0 || mean < 0 { return .nan }
    if size.isInfinite { return Poisson(mean: mean).random(stream) }
    if mean == 0 { return 0 }
    return Poisson(mean: Gamma(shape: size, scale: mean / size).random(stream)).random(stream)
  }
}
