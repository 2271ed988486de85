import Glibc

/// The gamma distribution with shape α and scale θ: density x^(α−1) e^(−x/θ) / (θ^α Γ(α)).
package struct Gamma: Distribution {
  package let shape: Double
  package let scale: Double

  package init(shape: Double, scale: Double = 1) {
    self.shape = shape
    self.scale = scale
  }
}

// MARK: - Density and probability

extension Gamma {
  /// The Poisson term of α−1 at x/θ, over θ.
  package func density(_ x: Double, log asLog: Bool) -> Double {
    if x.isNaN || shape.isNaN || scale.isNaN { return x + shape + scale }
    if shape < 0 || scale <= 0 { return .nan }
    if x < 0 { return impossible(log: asLog) }
    if shape == 0 { return x == 0 ? .infinity : impossible(log: asLog) }
    if x == 0 {
      if shape < 1 { return .infinity }
      if shape > 1 { return impossible(log: asLog) }
      return asLog ? -log(scale) : 1 / scale
    }
    if shape < 1 {
      let p = poissonTerm(shape, x / scale, log: asLog)
      if asLog { return p + (shape / x).isFiniteLog(shape, x) }
      return p * shape / x
    }
    let p = poissonTerm(shape - 1, x / scale, log: asLog)
    return asLog ? p - log(scale) : p / scale
  }

  package func cumulative(_ x: Double, _ tail: Tail) -> Double {
    if x.isNaN || shape.isNaN || scale.isNaN { return x + shape + scale }
    if shape < 0 || scale <= 0 { return .nan }
    if shape == 0 { return x <= 0 ? tail.zero : tail.one }
    return incompleteGamma(shape, x / scale, tail)
  }
}

extension Double {
  /// log(a/x) where the quotient itself, `self`, may have overflowed.
  fileprivate func isFiniteLog(_ a: Double, _ x: Double) -> Double {
    isFinite ? log(self) : log(a) - log(x)
  }
}

// MARK: - Quantile

extension Gamma {
  package func quantile(_ p: Double, _ tail: Tail) -> Double {
    if p.isNaN || shape.isNaN || scale.isNaN { return p + shape + scale }
    if let end = tail.boundary(p, left: 0, right: .infinity) { return end }
    if shape < 0 || scale < 0 { return .nan }
    if shape == 0 || scale == 0 { return 0 }
    return scale * standardGammaQuantile(p, tail, shape)
  }
}

/// Newton's method on the logarithm of the smaller tail over log x.
private func standardGammaQuantile(_ p: Double, _ tail: Tail, _ shape: Double) -> Double {
  let isLower = tail.logLower(p) < -0.6931471805599453
  let side = Tail(isLower: isLower, isLog: true)
  let target = isLower ? tail.logLower(p) : tail.logUpper(p)
  let search = LogarithmicSearch(target: target, isIncreasing: isLower) { u in
    let x = exp(u)
    let value = incompleteGamma(shape, x, side)
    // x f(x) = α × Poisson term of α at x
    let slope = exp(poissonTerm(shape, x, log: true) + log(shape) - value)
    return (value, isLower ? slope : -slope)
  }
  return exp(search.solve(from: gammaStart(tail.logLower(p), tail.logUpper(p), shape)))
}

/// log of the start value: Wilson–Hilferty's cube, or the leading term x^α/Γ(α+1) near 0.
private func gammaStart(_ logLower: Double, _ logUpper: Double, _ shape: Double) -> Double {
  let small = (logLower + logGamma1p(shape)) / shape
  if small < -1.5 || shape < 0.2 { return small < 1 ? small : log(max(-logUpper, 1)) }
  let z = normalQuantile(logLower, Tail(isLower: true, isLog: true))
  let ninth = 1 / (9 * shape)
  let root = 1 - ninth + z * ninth.squareRoot()
  guard root > 0.1 else { return small }
  return log(shape) + 3 * log(root)
}

// MARK: - Random numbers

extension Gamma {
  package func random(_ stream: RandomStream) -> Double {
    if shape.isNaN || scale.isNaN || shape < 0 || scale < 0 { return .nan }
    if shape == 0 || scale == 0 { return 0 }
    if shape.isInfinite || scale.isInfinite { return .infinity }
    return scale * stream.gamma(shape: shape)
  }
}
