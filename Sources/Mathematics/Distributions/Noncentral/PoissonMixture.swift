import Glibc

/// A sum over Poisson probabilities, Σ pois(j; λ) f(j) for f ≥ 0: the form of the non-central
/// chi-squared, beta and F distributions.
///
/// Every term is positive, so that either tail keeps its digits. Summation starts at the mode of
/// the Poisson distribution and walks both ways; where f moves the mode of the product away, terms
/// first grow, so a walk ends only when they fall and no longer count.
struct PoissonMixture {
  let mean: Double

  /// The logarithm of the sum, from the logarithms of f.
  func logSum(_ logTerm: (Double) -> Double) -> Double {
    let mode = floor(mean)
    var total = LogAccumulator()
    walk(from: mode, step: 1, into: &total, logTerm)
    walk(from: mode - 1, step: -1, into: &total, logTerm)
    return total.value
  }

  private func walk(
    from start: Double, step: Double, into total: inout LogAccumulator,
    _ logTerm: (Double) -> Double
  ) {
    var j = start
    var previous = -Double.infinity
    var count = 0
    while j >= 0, count < 1_000_000 {
      let term = poissonTerm(j, mean, log: true) + logTerm(j)
      total.add(term)
      if term < previous || (term == -.infinity && count > 2000), term < total.value - 39 { return }
      previous = term
      j += step
      count += 1
    }
  }
}

/// A sum kept by its logarithm.
struct LogAccumulator {
  private var largest = -Double.infinity
  private var scaled = 0.0

  var value: Double { largest + log(scaled) }

  mutating func add(_ term: Double) {
    if term == -.infinity { return }
    if term > largest {
      scaled = scaled * exp(largest - term) + 1
      largest = term
    } else {
      scaled += exp(term - largest)
    }
  }
}

extension Tail {
  /// The wanted form when both sides can be had by their logarithms: the smaller is trusted.
  func of(logLower: () -> Double, logUpper: () -> Double) -> Double {
    let wanted = isLower ? logLower() : logUpper()
    if wanted < -0.6931471805599453 { return isLog ? wanted : exp(wanted) }
    let other = isLower ? logUpper() : logLower()
    return isLog ? logOneMinusExp(min(other, 0)) : -expm1(min(other, 0))
  }
}
