import Glibc

/// Student's t distribution with ν degrees of freedom.
package struct StudentT: Distribution {
  package let degreesOfFreedom: Double

  package init(degreesOfFreedom: Double) { self.degreesOfFreedom = degreesOfFreedom }
}

// MARK: - Density and probability

extension StudentT {
  /// Loader's form: Γ((ν+1)/2)/Γ(ν/2) from Stirling errors and a deviance.
  package func density(_ x: Double, log asLog: Bool) -> Double {
    let n = degreesOfFreedom
    if x.isNaN || n.isNaN { return x + n }
    if n <= 0 { return .nan }
    if x.isInfinite { return impossible(log: asLog) }
    if n.isInfinite { return Normal().density(x, log: asLog) }
    let t = -deviancePart(n / 2, (n + 1) / 2) + stirlingError((n + 1) / 2) - stirlingError(n / 2)
    let ratio = x * x / n
    let halfLog: Double  // ½ log(1 + x²/n)
    let u: Double
    if ratio > 1 / Double.ulpOfOne {
      halfLog = log(abs(x)) - log(n) / 2
      u = n * halfLog
    } else if ratio > 0.2 {
      halfLog = log(1 + ratio) / 2
      u = n * halfLog
    } else {
      halfLog = log1p(ratio) / 2
      u = -deviancePart(n / 2, (n + x * x) / 2) + x * x / 2
    }
    if asLog { return t - u - (halfLogTwoPi + halfLog) }
    let root = ratio > 1 / Double.ulpOfOne ? n.squareRoot() / abs(x) : exp(-halfLog)
    return exp(t - u) * 0.3989422804014327 * root
  }

  /// ½ I_{n/(n+x²)}(n/2, ½) is the probability beyond |x|.
  package func cumulative(_ x: Double, _ tail: Tail) -> Double {
    let n = degreesOfFreedom
    if x.isNaN || n.isNaN { return x + n }
    if n <= 0 { return .nan }
    if x.isInfinite { return x < 0 ? tail.zero : tail.one }
    if n.isInfinite { return normalCumulative(x, tail) }
    let far = beyond(abs(x), isLog: tail.isLog)
    if (x <= 0) == tail.isLower { return far }
    return tail.isLog ? log1p(-exp(far)) : 0.5 - far + 0.5
  }

  /// P(T > x) for x ≥ 0.
  private func beyond(_ x: Double, isLog: Bool) -> Double {
    let n = degreesOfFreedom
    let ratio = x / n * x
    if ratio > 1e100 {
      // Leading term of the tail: x²/n would overflow the incomplete beta.
      let logged = -0.5 * n * (2 * log(x) - log(n)) - logBeta(0.5 * n, 0.5) - log(0.5 * n)
      return isLog ? logged - 0.6931471805599453 : exp(logged) / 2
    }
    let shared = Tail(isLower: true, isLog: isLog)
    let p = incompleteBeta(1 / (1 + ratio), ratio / (1 + ratio), n / 2, 0.5, shared)
    return isLog ? p - 0.6931471805599453 : p / 2
  }

  /// P(0 < T < x) for x ≥ 0.
  private func within(_ x: Double) -> Double {
    let n = degreesOfFreedom
    let ratio = x / n * x
    return incompleteBeta(ratio / (1 + ratio), 1 / (1 + ratio), 0.5, n / 2, .lower) / 2
  }
}

// MARK: - Quantile

extension StudentT {
  package func quantile(_ p: Double, _ tail: Tail) -> Double {
    let n = degreesOfFreedom
    if p.isNaN || n.isNaN { return p + n }
    if let end = tail.boundary(p, left: -.infinity, right: .infinity) { return end }
    if n <= 0 { return .nan }
    if n > 1e20 { return normalQuantile(p, tail) }
    let offset = tail.isLog ? tail.lowerProbability(p) - 0.5 : (tail.isLower ? p - 0.5 : 0.5 - p)
    if offset == 0 { return 0 }
    let logFar = offset < 0 ? tail.logLower(p) : tail.logUpper(p)
    let t = abs(offset) < 0.25 ? centralQuantile(abs(offset)) : farQuantile(logFar)
    return offset < 0 ? -t : t
  }

  /// The x > 0 with P(0 < T < x) = offset, where that side has the digits.
  private func centralQuantile(_ offset: Double) -> Double {
    let start = max(normalQuantile(0.5 + offset), offset / density(0, log: false))
    let search = LogarithmicSearch(target: log(offset), isIncreasing: true) { u in
      let x = exp(u)
      let inside = within(x)
      return (log(inside), x * density(x, log: false) / inside)
    }
    return exp(search.solve(from: log(start)))
  }

  /// The x > 0 beyond which lies the probability with logarithm `logFar`.
  private func farQuantile(_ logFar: Double) -> Double {
    let n = degreesOfFreedom
    if n == 1, logFar > -700 { return 1 / tan(Double.pi * exp(logFar)) }
    let search = LogarithmicSearch(target: logFar, isIncreasing: false) { u in
      let x = exp(u)
      let value = beyond(x, isLog: true)
      return (value, -exp(u + density(x, log: true) - value))
    }
    return exp(search.solve(from: farStart(logFar)))
  }

  /// log of the start: the power law of the tail, or the normal quantile with its first
  /// correction z(z²+1)/4n when that is closer to the centre.
  private func farStart(_ logFar: Double) -> Double {
    let n = degreesOfFreedom
    let z = normalQuantile(logFar, Tail(isLower: false, isLog: true))
    let power =
      0.5 * log(n) - (logFar + 0.6931471805599453 + log(0.5 * n) + logBeta(0.5 * n, 0.5)) / n
    if n < 3 { return power }
    let corrected = log(z + z * (z * z + 1) / (4 * n))
    return z * z > n ? power : corrected
  }
}

// MARK: - Random numbers

extension StudentT {
  package func random(_ stream: RandomStream) -> Double {
    let n = degreesOfFreedom
    if n.isNaN || n <= 0 { return .nan }
    if n.isInfinite { return stream.normal() }
    let numerator = stream.normal()
    return numerator / (ChiSquared(degreesOfFreedom: n).random(stream) / n).squareRoot()
  }
}
