import Glibc

/// The Weibull distribution: upper probability exp(−(x/b)ᵃ).
package struct Weibull: Distribution {
  package let shape: Double
  package let scale: Double

  package init(shape: Double, scale: Double = 1) {
    self.shape = shape
    self.scale = scale
  }
}

extension Weibull {
  package func density(_ x: Double, log asLog: Bool) -> Double {
    if x.isNaN || shape.isNaN || scale.isNaN { return x + shape + scale }
    if shape <= 0 || scale <= 0 { return .nan }
    if x < 0 || x.isInfinite { return impossible(log: asLog) }
    if x == 0, shape < 1 { return .infinity }
    let lower = pow(x / scale, shape - 1)
    let full = lower * (x / scale)
    return asLog
      ? -full + Glibc.log(shape * lower / scale) : shape * lower * exp(-full) / scale
  }

  package func cumulative(_ x: Double, _ tail: Tail) -> Double {
    if x.isNaN || shape.isNaN || scale.isNaN { return x + shape + scale }
    if shape <= 0 || scale <= 0 { return .nan }
    return x <= 0 ? tail.zero : tail.of(logged: -pow(x / scale, shape), ofLower: false)
  }

  package func quantile(_ p: Double, _ tail: Tail) -> Double {
    if p.isNaN || shape.isNaN || scale.isNaN { return p + shape + scale }
    if shape <= 0 || scale <= 0 { return .nan }
    if let end = tail.boundary(p, left: 0, right: .infinity) { return end }
    return scale * pow(-tail.logUpper(p), 1 / shape)
  }

  package func random(_ stream: RandomStream) -> Double {
    if !shape.isFinite || !scale.isFinite || shape <= 0 || scale <= 0 {
      return scale == 0 ? 0 : .nan
    }
    return scale * pow(-log(stream.uniform()), 1 / shape)
  }
}
