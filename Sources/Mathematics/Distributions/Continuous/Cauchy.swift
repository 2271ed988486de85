import Glibc

/// The Cauchy distribution: density 1 / (πs (1 + z²)), z = (x − l)/s.
package struct Cauchy: Distribution {
  package let location: Double
  package let scale: Double

  package init(location: Double = 0, scale: Double = 1) {
    self.location = location
    self.scale = scale
  }
}

extension Cauchy {
  package func density(_ x: Double, log asLog: Bool) -> Double {
    if x.isNaN || location.isNaN || scale.isNaN { return x + location + scale }
    if scale <= 0 { return .nan }
    let z = (x - location) / scale
    return asLog
      ? -Glibc.log(Double.pi * scale * (1 + z * z)) : 1 / (Double.pi * scale * (1 + z * z))
  }

  /// In the tail atan(1/z)/π, which keeps the digits that ½ − atan(z)/π loses.
  package func cumulative(_ x: Double, _ tail: Tail) -> Double {
    if x.isNaN || location.isNaN || scale.isNaN { return x + location + scale }
    if scale <= 0 { return .nan }
    var z = (x - location) / scale
    if z.isNaN { return .nan }
    if x.isInfinite { return x < 0 ? tail.zero : tail.one }
    if !tail.isLower { z = -z }
    if abs(z) <= 1 {
      let p = 0.5 + atan(z) / Double.pi
      return tail.isLog ? log(p) : p
    }
    let y = atan(1 / z) / Double.pi
    if z > 0 { return tail.isLog ? log1p(-y) : 0.5 - y + 0.5 }
    return tail.isLog ? log(-y) : -y
  }

  package func quantile(_ p: Double, _ tail: Tail) -> Double {
    if p.isNaN || location.isNaN || scale.isNaN { return p + location + scale }
    if !tail.accepts(p) { return .nan }
    if scale <= 0 || scale.isInfinite { return scale == 0 ? location : .nan }
    if let end = tail.boundary(p, left: -.infinity, right: .infinity) { return end }
    let lower = tail.lowerProbability(p)
    if lower == 0.5 { return location }
    let isLow = lower < 0.5
    let near = isLow ? lower : tail.upperProbability(p)
    let z = near < 0.25 ? 1 / tan(Double.pi * near) : tan(Double.pi * (0.5 - near))
    return location + (isLow ? -scale : scale) * z
  }

  package func random(_ stream: RandomStream) -> Double {
    if location.isNaN || !scale.isFinite || scale < 0 { return .nan }
    if scale == 0 || location.isInfinite { return location }
    return location + scale * tan(Double.pi * stream.uniform())
  }
}
