import Glibc

/// The beta distribution: density x^(a−1) (1−x)^(b−1) / B(a,b) on 0 ≤ x ≤ 1.
package struct Beta: Distribution {
  package let a: Double
  package let b: Double

  package init(a: Double, b: Double) {
    self.a = a
    self.b = b
  }
}

// MARK: - Density and probability

extension Beta {
  package func density(_ x: Double, log asLog: Bool) -> Double {
    if x.isNaN || a.isNaN || b.isNaN { return x + a + b }
    if a < 0 || b < 0 { return .nan }
    if x < 0 || x > 1 { return impossible(log: asLog) }
    if a == 0 || b == 0 || a.isInfinite || b.isInfinite { return pointMass(x, asLog) }
    if x == 0 {
      if a > 1 { return impossible(log: asLog) }
      return a < 1 ? .infinity : scaled(b, log: asLog)
    }
    if x == 1 {
      if b > 1 { return impossible(log: asLog) }
      return b < 1 ? .infinity : scaled(a, log: asLog)
    }
    return scaled(logged: logDensity(x), log: asLog)
  }

  /// The binomial term of the parameters reduced by one, where they allow it.
  private func logDensity(_ x: Double) -> Double {
    let y = 1 - x
    if a < 1 || b < 1 { return (a - 1) * log(x) + (b - 1) * log1p(-x) - logBeta(a, b) }
    return log(a + b - 1) + binomialTerm(a - 1, a + b - 2, x, y, log: true)
  }

  private func pointMass(_ x: Double, _ asLog: Bool) -> Double {
    let isMass: Bool
    if a == 0 && b == 0 {
      isMass = x == 0 || x == 1
    } else if a == 0 || a / b == 0 {
      isMass = x == 0
    } else if b == 0 || b / a == 0 {
      isMass = x == 1
    } else {
      isMass = x == 0.5
    }
    return isMass ? .infinity : impossible(log: asLog)
  }

  package func cumulative(_ x: Double, _ tail: Tail) -> Double {
    if x.isNaN || a.isNaN || b.isNaN { return x + a + b }
    if a < 0 || b < 0 { return .nan }
    if x >= 1 { return tail.one }
    return incompleteBeta(x, 0.5 - x + 0.5, a, b, tail)
  }
}

// MARK: - Quantile

extension Beta {
  package func quantile(_ p: Double, _ tail: Tail) -> Double {
    if p.isNaN || a.isNaN || b.isNaN { return p + a + b }
    if a < 0 || b < 0 { return .nan }
    return pairedQuantile(p, tail).x
  }

  /// The quantile and its complement 1 − x, each with all its digits.
  func pairedQuantile(_ p: Double, _ tail: Tail) -> (x: Double, y: Double) {
    if let end = tail.boundary(p, left: 0, right: 1) { return (end, 1 - end) }
    if a == 0 || b == 0 || a.isInfinite || b.isInfinite { return massQuantile(p, tail) }
    let atHalf = incompleteBeta(0.5, 0.5, a, b, tail)
    if atHalf == p { return (0.5, 0.5) }
    if (atHalf > p) == tail.isLower {
      let x = exp(Self.searchBelowHalf(p, tail, a, b))
      return (x, 1 - x)
    }
    let y = exp(Self.searchBelowHalf(p, tail.opposite, b, a))
    return (1 - y, y)
  }

  private func massQuantile(_ p: Double, _ tail: Tail) -> (x: Double, y: Double) {
    if a == 0 && b == 0 {
      let half = tail.isLog ? -0.6931471805599453 : 0.5
      if p == half { return (0.5, 0.5) }
      return (p < half) == tail.isLower ? (0, 1) : (1, 0)
    }
    if a == 0 || a / b == 0 { return (0, 1) }
    if b == 0 || b / a == 0 { return (1, 0) }
    return (0.5, 0.5)
  }

  /// log x of the quantile, known to lie below one half.
  private static func searchBelowHalf(
    _ p: Double, _ tail: Tail, _ a: Double, _ b: Double
  ) -> Double {
    let isLower = tail.logLower(p) < -0.6931471805599453
    let side = Tail(isLower: isLower, isLog: true)
    let target = isLower ? tail.logLower(p) : tail.logUpper(p)
    let search = LogarithmicSearch(
      target: target, isIncreasing: isLower, limit: -0.6931471805599453
    ) { u in
      let x = exp(u)
      let value = incompleteBeta(x, 1 - x, a, b, side)
      let slope = exp(Beta(a: a, b: b).density(x, log: true) + u - value)
      return (value, isLower ? slope : -slope)
    }
    return search.solve(from: betaStart(tail.logLower(p), a, b))
  }
}

/// log of the start value: Abramowitz–Stegun 26.5.22, or the leading power near 0.
private func betaStart(_ logLower: Double, _ a: Double, _ b: Double) -> Double {
  let power = (logLower + log(a) + logBeta(a, b)) / a
  if a <= 1 || b <= 1 || power < -3 { return min(power, -0.7) }
  let z = -normalQuantile(logLower, Tail(isLower: true, isLog: true))
  let lambda = (z * z - 3) / 6
  let h = 2 / (1 / (2 * a - 1) + 1 / (2 * b - 1))
  let difference = 1 / (2 * b - 1) - 1 / (2 * a - 1)
  let w = z * (h + lambda).squareRoot() / h - difference * (lambda + 5.0 / 6 - 2 / (3 * h))
  let x = a / (a + b * exp(2 * w))
  return x.isNaN || x <= 0 ? min(power, -0.7) : min(log(x), -0.7)
}

// MARK: - Random numbers

extension Beta {
  package func random(_ stream: RandomStream) -> Double {
    if a.isNaN || b.isNaN || a < 0 || b < 0 { return .nan }
    if a.isInfinite && b.isInfinite { return 0.5 }
    if a == 0 && b == 0 { return stream.uniform() < 0.5 ? 0 : 1 }
    if a.isInfinite || b == 0 { return 1 }
    if b.isInfinite || a == 0 { return 0 }
    return stream.beta(a, b)
  }
}
