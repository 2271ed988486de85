import Glibc

extension RandomStream {
  /// A gamma number of unit scale: algorithm GD (Ahrens and Dieter, 1982) for shapes of 1
  /// and more, GS (1974) below.
  package func gamma(shape: Double) -> Double {
    shape < 1 ? smallGamma(shape) : LargeGamma(shape).next(self)
  }

  private func smallGamma(_ a: Double) -> Double {
    let e = 1 + 0.36787944117144233 * a
    while true {
      let p = e * uniform()
      if p >= 1 {
        let x = -log((e - p) / a)
        if exponential() >= (1 - a) * log(x) { return x }
      } else {
        let x = exp(log(p) / a)
        if exponential() >= x { return x }
      }
    }
  }
}

/// Algorithm GD: a squared normal number, corrected by a quotient or a double exponential step.
private struct LargeGamma {
  private let a: Double
  private let s2: Double
  private let s: Double

  init(_ shape: Double) {
    a = shape
    s2 = a - 0.5
    s = s2.squareRoot()
  }

  func next(_ stream: RandomStream) -> Double {
    let t = stream.normal()
    let x = s + 0.5 * t
    if t >= 0 { return x * x }
    let u = stream.uniform()
    let d = 5.656854 - 12 * s
    if d * u <= t * t * t { return x * x }
    let q0 = start()
    if x > 0, log(1 - u) <= quotient(t, q0) { return x * x }
    return doubleExponential(stream, q0)
  }

  private func start() -> Double {
    let r = 1 / a
    return
      ((((((2.424e-4 * r + 2.4511e-4) * r - 7.388e-5) * r + 0.00144121) * r + 0.00801191) * r
      + 0.02083148) * r + 0.04166669) * r
  }

  private func quotient(_ t: Double, _ q0: Double) -> Double {
    let v = t / (s + s)
    if abs(v) > 0.25 { return q0 - s * t + 0.25 * t * t + (s2 + s2) * log(1 + v) }
    let series =
      ((((((0.1233795 * v - 0.1367177) * v + 0.1423657) * v - 0.1662921) * v + 0.2000062) * v
        - 0.250003) * v + 0.3333333) * v
    return q0 + 0.5 * t * t * series
  }

  /// The parameters b, σ and c of the hat, by size of the shape.
  private var hat: (b: Double, sigma: Double, c: Double) {
    if a <= 3.686 { return (0.463 + s + 0.178 * s2, 1.235, 0.195 / s - 0.079 + 0.16 * s) }
    if a <= 13.022 { return (1.654 + 0.0076 * s2, 1.68 / s + 0.275, 0.062 / s + 0.024) }
    return (1.77, 0.75, 0.1515 / s)
  }

  private func doubleExponential(_ stream: RandomStream, _ q0: Double) -> Double {
    let (b, sigma, c) = hat
    while true {
      let e = stream.exponential()
      var u = stream.uniform()
      u = u + u - 1
      let t = u < 0 ? b - sigma * e : b + sigma * e
      guard t >= -0.71874483771719 else { continue }
      let q = quotient(t, q0)
      guard q > 0 else { continue }
      if c * abs(u) <= expm1(q) * exp(e - 0.5 * t * t) {
        let x = s + 0.5 * t
        return x * x
      }
    }
  }
}

// MARK: - Beta numbers

extension RandomStream {
  /// A beta number: algorithms BB and BC of Cheng (1978).
  package func beta(_ first: Double, _ second: Double) -> Double {
    let low = min(first, second)
    let high = max(first, second)
    return low <= 1
      ? betaBC(low, high, isFirstLow: first == low) : betaBB(low, high, isFirstLow: first == low)
  }

  private func logit(_ u: Double, _ beta: Double, _ factor: Double) -> (v: Double, w: Double) {
    let v = beta * log(u / (1 - u))
    guard v <= 1024 * 0.6931471805599453 else { return (v, .greatestFiniteMagnitude) }
    return (v, min(factor * exp(v), .greatestFiniteMagnitude))
  }

  private func betaBC(_ low: Double, _ high: Double, isFirstLow: Bool) -> Double {
    let sum = low + high
    let beta = 1 / low
    let delta = 1 + high - low
    let k1 = delta * (0.0138889 + 0.0416667 * low) / (high * beta - 0.777778)
    let k2 = 0.25 + (0.5 + 0.25 / delta) * low
    while true {
      let u1 = uniform()
      let u2 = uniform()
      let z: Double
      var isSure = false
      if u1 < 0.5 {
        let y = u1 * u2
        z = u1 * y
        if 0.25 * u2 + z - y >= k1 { continue }
      } else {
        z = u1 * u1 * u2
        isSure = z <= 0.25
        if !isSure, z >= k2 { continue }
      }
      let (v, w) = logit(u1, beta, high)
      if isSure || sum * (log(sum / (low + w)) + v) - 1.3862944 >= log(z) {
        return isFirstLow ? low / (low + w) : w / (low + w)
      }
    }
  }

  private func betaBB(_ low: Double, _ high: Double, isFirstLow: Bool) -> Double {
    let sum = low + high
    let beta = ((sum - 2) / (2 * low * high - sum)).squareRoot()
    let gamma = low + 1 / beta
    while true {
      let u1 = uniform()
      let u2 = uniform()
      let (v, w) = logit(u1, beta, low)
      let z = u1 * u1 * u2
      let r = gamma * v - 1.3862944
      let s = low + r - w
      let isQuick = s + 2.609438 >= 5 * z
      if isQuick || s > log(z) || r + sum * log(sum / (high + w)) >= log(z) {
        return isFirstLow ? w / (high + w) : high / (high + w)
      }
    }
  }
}
