import Glibc

/// Tukey's studentized range: of `groups` means with ν degrees of freedom, the largest of `ranges`
/// such.
///
/// Given the deviation s, the range of standard normal numbers exceeds w = qs with probability
/// k ∫ φ(z) (Φ(z)^(k−1) − (Φ(z) − Φ(z−w))^(k−1)) dz; the mean over s is a second integral. Both by
/// the trapezoidal rule, exponentially accurate for such integrands.
package struct StudentizedRange {
  package let ranges: Double
  package let groups: Double
  package let degreesOfFreedom: Double

  package init(ranges: Double, groups: Double, degreesOfFreedom: Double) {
    self.ranges = ranges
    self.groups = groups
    self.degreesOfFreedom = degreesOfFreedom
  }

  package func cumulative(_ q: Double, _ tail: Tail) -> Double {
    let n = degreesOfFreedom
    if q.isNaN || ranges.isNaN || groups.isNaN || n.isNaN { return .nan }
    if q <= 0 { return tail.zero }
    if n < 2 || ranges < 1 || groups < 2 { return .nan }
    if q.isInfinite { return tail.one }
    let upper = n > 25_000 ? exceedance(q) : averagedExceedance(q)
    return tail.of(lower: 0.5 - upper + 0.5, upper: upper)
  }

  /// P(range > w) for known deviation.
  private func exceedance(_ w: Double) -> Double {
    let step = 0.125
    var sum = 0.0
    var z = -8.5
    while z < 8.5 {
      let below = normalCumulative(z, .lower)
      if below > 0 {
        let ratio = normalCumulative(z - w, .lower) / below
        let difference = -expm1((groups - 1) * log1p(-ratio))
        sum += exp(-0.5 * z * z) * pow(below, groups - 1) * difference
      }
      z += step
    }
    let single = min(groups * 0.3989422804014327 * sum * step, 1)
    return ranges == 1 ? single : -expm1(ranges * log1p(-single))
  }

  /// The mean of `exceedance(q s)` over the distribution of s, in u = log s.
  private func averagedExceedance(_ q: Double) -> Double {
    let n = degreesOfFreedom
    let constant = 0.6931471805599453 + 0.5 * n * log(0.5 * n) - logGamma(0.5 * n)
    let step = min(0.125, 0.5 / (2 * n).squareRoot())
    var sum = 0.0
    for direction in [1.0, -1.0] {
      var k = direction > 0 ? 0.0 : 1.0
      while true {
        let u = direction * k * step
        let weight = exp(constant + n * u - 0.5 * n * exp(2 * u))
        let term = weight * exceedance(q * exp(u))
        sum += term
        if term <= 1e-17 * sum, k > 8 { break }
        k += 1
      }
    }
    return sum * step
  }

  /// The secant search of Copenhaver and Holland (1988), to an absolute step of 0.0001 as R's.
  package func quantile(_ p: Double, _ tail: Tail) -> Double {
    let n = degreesOfFreedom
    if p.isNaN || ranges.isNaN || groups.isNaN || n.isNaN { return p + ranges + groups + n }
    if let end = tail.boundary(p, left: 0, right: .infinity) { return end }
    if n < 2 || ranges < 1 || groups < 2 { return .nan }
    let target = tail.lowerProbability(p)
    let miss = { (x: Double) in cumulative(x, .lower) - target }
    var x0 = quantileStart(target)
    var miss0 = miss(x0)
    var x1 = miss0 > 0 && x0 > 1 ? max(0, x0 - 1) : x0 + 1
    var miss1 = miss(x1)
    for _ in 1..<50 {
      var next = x1 - miss1 * (x1 - x0) / (miss1 - miss0)
      (x0, miss0) = (x1, miss1)
      if next < 0 { next = 0 }
      miss1 = miss(next)
      x1 = next
      if abs(x1 - x0) < 0.0001 { return next }
    }
    return x1
  }

  /// Odeh and Evans' (1974) normal deviate, stretched for groups and degrees of freedom.
  private func quantileStart(_ p: Double) -> Double {
    let half = 0.5 - 0.5 * p
    let y = log(1 / (half * half)).squareRoot()
    let top = (((y * -0.453642210148e-04 - 0.204231210125) * y - 0.342242088547) * y - 1) * y
    let bottom =
      (((y * 0.38560700634e-02 + 0.103537752850) * y + 0.531103462366) * y + 0.588581570495) * y
    var t = y + (top + 0.322232421088) / (bottom + 0.993484626060e-01)
    let n = degreesOfFreedom
    if n < 120 { t += (t * t * t + t) / n / 4 }
    var q = 0.8832 - 0.2368 * t
    if n < 120 { q += -1.214 / n + 1.208 * t / n }
    return t * (q * log(groups - 1) + 1.4142)
  }
}
