import Glibc

/// Fisher's F distribution with m and n degrees of freedom.
package struct FisherF: Distribution {
  package let numerator: Double
  package let denominator: Double

  package init(numerator: Double, denominator: Double) {
    self.numerator = numerator
    self.denominator = denominator
  }
}

// MARK: - Density and probability

extension FisherF {
  package func density(_ x: Double, log asLog: Bool) -> Double {
    let m = numerator
    let n = denominator
    if x.isNaN || m.isNaN || n.isNaN { return x + m + n }
    if m <= 0 || n <= 0 { return .nan }
    if x < 0 { return impossible(log: asLog) }
    if x == 0 { return m > 2 ? impossible(log: asLog) : (m == 2 ? (asLog ? 0 : 1) : .infinity) }
    if m.isInfinite && n.isInfinite { return x == 1 ? .infinity : impossible(log: asLog) }
    if n.isInfinite { return Gamma(shape: m / 2, scale: 2 / m).density(x, log: asLog) }
    if m > 1e14 {
      let density = Gamma(shape: n / 2, scale: 2 / n).density(1 / x, log: asLog)
      return asLog ? density - 2 * log(x) : density / (x * x)
    }
    return finiteDensity(x, m, n, asLog)
  }

  private func finiteDensity(_ x: Double, _ m: Double, _ n: Double, _ asLog: Bool) -> Double {
    let q = n / (n + x * m)
    let p = x * m / (n + x * m)
    if m >= 2 {
      let logged = log(m * q / 2) + binomialTerm((m - 2) / 2, (m + n - 2) / 2, p, q, log: true)
      return scaled(logged: logged, log: asLog)
    }
    let factor = log(m * m * q / (2 * p * (m + n)))
    return scaled(logged: factor + binomialTerm(m / 2, (m + n) / 2, p, q, log: true), log: asLog)
  }

  package func cumulative(_ x: Double, _ tail: Tail) -> Double {
    let m = numerator
    let n = denominator
    if x.isNaN || m.isNaN || n.isNaN { return x + m + n }
    if m <= 0 || n <= 0 { return .nan }
    if x <= 0 { return tail.zero }
    if x.isInfinite { return tail.one }
    if n.isInfinite {
      if m.isInfinite {
        if x == 1 { return tail.isLog ? -0.6931471805599453 : 0.5 }
        return x < 1 ? tail.zero : tail.one
      }
      return ChiSquared(degreesOfFreedom: m).cumulative(x * m, tail)
    }
    if m.isInfinite { return ChiSquared(degreesOfFreedom: n).cumulative(n / x, tail.opposite) }
    let mx = m * x
    if mx.isInfinite { return tail.one }
    return incompleteBeta(mx / (n + mx), n / (n + mx), m / 2, n / 2, tail)
  }
}

// MARK: - Quantile and random numbers

extension FisherF {
  package func quantile(_ p: Double, _ tail: Tail) -> Double {
    let m = numerator
    let n = denominator
    if p.isNaN || m.isNaN || n.isNaN { return p + m + n }
    if m <= 0 || n <= 0 { return .nan }
    if let end = tail.boundary(p, left: 0, right: .infinity) { return end }
    if n.isInfinite {
      return m.isInfinite ? 1 : ChiSquared(degreesOfFreedom: m).quantile(p, tail) / m
    }
    if m.isInfinite { return n / ChiSquared(degreesOfFreedom: n).quantile(p, tail.opposite) }
    let (x, y) = Beta(a: m / 2, b: n / 2).pairedQuantile(p, tail)
    return x / y * (n / m)
  }

  package func random(_ stream: RandomStream) -> Double {
    let m = numerator
    let n = denominator
    if m.isNaN || n.isNaN || m <= 0 || n <= 0 { return .nan }
    let top = m.isInfinite ? 1 : ChiSquared(degreesOfFreedom: m).random(stream) / m
    let bottom = n.isInfinite ? 1 : ChiSquared(degreesOfFreedom: n).random(stream) / n
    return top / bottom
  }
}
