import Glibc

/// The logistic distribution: probability 1 / (1 + e^(−z)), z = (x − l)/s.
package struct Logistic: Distribution {
  package let location: Double
  package let scale: Double

  package init(location: Double = 0, scale: Double = 1) {
    self.location = location
    self.scale = scale
  }
}

extension Logistic {
  package func density(_ x: Double, log asLog: Bool) -> Double {
    if x.isNaN || location.isNaN || scale.isNaN { return x + location + scale }
    if scale <= 0 { return .nan }
    let z = abs((x - location) / scale)
    let e = exp(-z)
    let f = 1 + e
    return asLog ? -(z + Glibc.log(scale * f * f)) : e / (scale * f * f)
  }

  package func cumulative(_ x: Double, _ tail: Tail) -> Double {
    if x.isNaN || location.isNaN || scale.isNaN { return x + location + scale }
    if scale <= 0 { return .nan }
    let z = (x - location) / scale
    if z.isNaN { return .nan }
    if z.isInfinite { return z < 0 ? tail.zero : tail.one }
    let signed = tail.isLower ? -z : z
    if tail.isLog { return -(signed > 30 ? signed + exp(-signed) : log1p(exp(signed))) }
    return 1 / (1 + exp(signed))
  }

  package func quantile(_ p: Double, _ tail: Tail) -> Double {
    if p.isNaN || location.isNaN || scale.isNaN { return p + location + scale }
    if let end = tail.boundary(p, left: -.infinity, right: .infinity) { return end }
    if scale < 0 { return .nan }
    if scale == 0 { return location }
    let odds: Double
    if tail.isLog {
      odds = tail.isLower ? p - logOneMinusExp(p) : logOneMinusExp(p) - p
    } else {
      odds = log(tail.isLower ? p / (1 - p) : (1 - p) / p)
    }
    return location + scale * odds
  }

  package func random(_ stream: RandomStream) -> Double {
    if location.isNaN || !scale.isFinite { return .nan }
    if scale == 0 || location.isInfinite { return location }
    let u = stream.uniform()
    return location + scale * log(u / (1 - u))
  }
}
