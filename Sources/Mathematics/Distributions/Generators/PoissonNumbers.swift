import Glibc

/// P(X ≤ k) for k = 0 … 35 of a Poisson distribution with a mean below 10, as far as needed yet.
struct PoissonTable {
  let mean: Double
  private var cumulative: [Double]
  private var last: Double

  init(mean: Double) {
    self.mean = mean
    last = exp(-mean)
    cumulative = [last]
  }

  /// The smallest k with u ≤ P(X ≤ k); nil beyond 35, where the caller draws again.
  mutating func value(at u: Double) -> Double? {
    var k = 0
    if u > 0.458 { k = min(cumulative.count - 1, Int(max(mean, 1)) - 1) }
    while k <= 35 {
      if k == cumulative.count {
        last *= mean / Double(k)
        cumulative.append(cumulative[k - 1] + last)
      }
      if u <= cumulative[k] { return Double(k) }
      k += 1
    }
    return nil
  }
}

extension RandomStream {
  /// A Poisson number: algorithm PD of Ahrens and Dieter (1982) for means of 10 and more,
  /// inversion from a table below.
  package func poisson(mean: Double) -> Double {
    if mean >= 10 { return LargePoisson(mean).next(self) }
    if poissonTable.mean != mean { poissonTable = PoissonTable(mean: mean) }
    while true {
      if let k = poissonTable.value(at: uniform()) { return k }
    }
  }
}

/// Algorithm PD: a rounded normal number, corrected by a quotient or a double exponential step.
private struct LargePoisson {
  private let mu: Double
  private let s: Double

  init(_ mean: Double) {
    mu = mean
    s = mean.squareRoot()
  }

  func next(_ stream: RandomStream) -> Double {
    let g = mu + s * stream.normal()
    var u = 0.0
    if g >= 0 {
      let k = floor(g)
      if k >= floor(mu - 1.1484) { return k }
      let difference = mu - k
      u = stream.uniform()
      if 6 * mu * mu * u >= difference * difference * difference { return k }
      let (px, py, fx, fy) = quotient(k)
      if fy - u * fy <= py * exp(px - fx) { return k }
    }
    return doubleExponential(stream)
  }

  private func doubleExponential(_ stream: RandomStream) -> Double {
    let c = 0.1069 / mu
    while true {
      let e = stream.exponential()
      let u = 2 * stream.uniform() - 1
      let t = 1.8 + copysign(e, u)
      guard t > -0.6744 else { continue }
      let k = floor(mu + s * t)
      let (px, py, fx, fy) = quotient(k)
      if c * abs(u) <= py * exp(px + e) - fy * exp(fx + e) { return k }
    }
  }

  /// The discrete probability as py·exp(px) and the discrete normal one as fy·exp(fx).
  private func quotient(_ k: Double) -> (px: Double, py: Double, fx: Double, fy: Double) {
    let oneOverRootTwoPi = 0.3989422804014327
    let difference = mu - k
    var px = -mu
    var py: Double
    if k < 10 {
      py = pow(mu, k) / Self.factorials[Int(k)]
    } else {
      var del = 0.083333333333 / k
      del -= 4.8 * del * del * del
      let v = difference / k
      px =
        abs(v) <= 0.25
        ? k * v * v * Self.series(v) - del : k * log(1 + v) - difference - del
      py = oneOverRootTwoPi / k.squareRoot()
    }
    var x = (0.5 - difference) / s
    x *= x
    let b1 = 1 / (24 * mu)
    let b2 = 0.3 * b1 * b1
    let c3 = 1.0 / 7 * b1 * b2
    let c2 = b2 - 15 * c3
    let c1 = b1 - 6 * b2 + 45 * c3
    let c0 = 1 - b1 + 3 * b2 - 15 * c3
    let fy = oneOverRootTwoPi / s * (((c3 * x + c2) * x + c1) * x + c0)
    return (px, py, -0.5 * x, fy)
  }

  private static func series(_ v: Double) -> Double {
    ((((((0.1250060 * v - 0.1384794) * v + 0.1421878) * v - 0.1661269) * v + 0.2000118) * v
      - 0.2500068) * v + 0.3333333) * v - 0.5
  }

  private static let factorials: [Double] = [1, 1, 2, 6, 24, 120, 720, 5040, 40320, 362_880]
}
