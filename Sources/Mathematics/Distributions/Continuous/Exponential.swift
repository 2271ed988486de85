import Glibc

/// The exponential distribution with mean θ: density e^(−x/θ)/θ on x ≥ 0.
package struct Exponential: Distribution {
  package let scale: Double

  package init(scale: Double) { self.scale = scale }
}

extension Exponential {
  package func density(_ x: Double, log asLog: Bool) -> Double {
    if x.isNaN || scale.isNaN { return x + scale }
    if scale <= 0 { return .nan }
    if x < 0 { return impossible(log: asLog) }
    return asLog ? -x / scale - Glibc.log(scale) : exp(-x / scale) / scale
  }

  package func cumulative(_ x: Double, _ tail: Tail) -> Double {
    if x.isNaN || scale.isNaN { return x + scale }
    if scale < 0 { return .nan }
    return x <= 0 ? tail.zero : tail.of(logged: -(x / scale), ofLower: false)
  }

  package func quantile(_ p: Double, _ tail: Tail) -> Double {
    if p.isNaN || scale.isNaN { return p + scale }
    if scale < 0 || !tail.accepts(p) { return .nan }
    return p == tail.zero ? 0 : -scale * tail.logUpper(p)
  }

  package func random(_ stream: RandomStream) -> Double {
    if !scale.isFinite || scale <= 0 { return scale == 0 ? 0 : .nan }
    return scale * stream.exponential()
  }
}
