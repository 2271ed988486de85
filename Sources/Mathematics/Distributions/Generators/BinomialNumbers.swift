import Glibc

extension RandomStream {
  /// A binomial number: algorithm BTPE of Kachitvichyanukul and Schmeiser (1988) where
  /// the mean is 30 or more, inversion below.
  package func binomial(size n: Double, probability: Double) -> Double {
    let p = min(probability, 1 - probability)
    let count: Double
    if n >= 2_147_483_647 {
      return Binomial(size: n, probability: probability).quantile(uniform(), .lower)
    }
    if n * p < 30 {
      count = invertedBinomial(n, p)
    } else {
      count = TriangleParallelogramExponential(n, p).next(self)
    }
    return probability > 0.5 ? n - count : count
  }

  private func invertedBinomial(_ n: Double, _ p: Double) -> Double {
    let q = 1 - p
    let r = p / q
    let g = r * (n + 1)
    let start = pow(q, n)
    while true {
      var term = start
      var u = uniform()
      var x = 0.0
      while x <= 110 {
        if u < term { return x }
        u -= term
        x += 1
        term *= g / x - r
      }
    }
  }
}

/// Algorithm BTPE: a triangle, parallelograms and exponential tails over the binomial histogram.
private struct TriangleParallelogramExponential {
  private let n: Double
  private let p: Double
  private let q: Double
  private let npq: Double
  private let fm: Double
  private let m: Double
  private let p1, p2, p3, p4: Double
  private let xm, xl, xr, c, lambdaLeft, lambdaRight: Double

  init(_ n: Double, _ p: Double) {
    self.n = n
    self.p = p
    q = 1 - p
    let np = n * p
    npq = np * q
    fm = np + p
    m = fm.rounded(.towardZero)
    p1 = (2.195 * npq.squareRoot() - 4.6 * q).rounded(.towardZero) + 0.5
    xm = m + 0.5
    xl = xm - p1
    xr = xm + p1
    c = 0.134 + 20.5 / (15.3 + m)
    var a = (fm - xl) / (fm - xl * p)
    lambdaLeft = a * (1 + 0.5 * a)
    a = (xr - fm) / (xr * q)
    lambdaRight = a * (1 + 0.5 * a)
    p2 = p1 * (1 + c + c)
    p3 = p2 + c / lambdaLeft
    p4 = p3 + c / lambdaRight
  }

  func next(_ stream: RandomStream) -> Double {
    while true {
      let u = stream.uniform() * p4
      var v = stream.uniform()
      if u <= p1 { return (xm - p1 * v + u).rounded(.towardZero) }
      var x: Double
      if u <= p2 {
        x = xl + (u - p1) / c
        v = v * c + 1 - abs(xm - x) / p1
        if v > 1 || v <= 0 { continue }
        x = x.rounded(.towardZero)
      } else if u > p3 {
        x = (xr - log(v) / lambdaRight).rounded(.towardZero)
        if x > n { continue }
        v = v * (u - p3) * lambdaRight
      } else {
        x = (xl + log(v) / lambdaLeft).rounded(.towardZero)
        if x < 0 { continue }
        v = v * (u - p2) * lambdaLeft
      }
      if accepts(x, v) { return x }
    }
  }

  /// Whether v lies below f(x)/f(m): by recursion near the mode, else by squeeze, then Stirling.
  private func accepts(_ x: Double, _ v: Double) -> Bool {
    let k = abs(x - m)
    if k <= 20 || k >= npq / 2 - 1 { return v <= ratio(x) }
    let margin = (k / npq) * ((k * (k / 3 + 0.625) + 0.1666666666666) / npq + 0.5)
    let normal = -k * k / (2 * npq)
    let logV = log(v)
    if logV < normal - margin { return true }
    if logV > normal + margin { return false }
    return logV <= logRatio(x)
  }

  private func ratio(_ x: Double) -> Double {
    let r = p / q
    let g = r * (n + 1)
    var f = 1.0
    var i = min(m, x) + 1
    while i <= max(m, x) {
      if m < x { f *= g / i - r } else { f /= g / i - r }
      i += 1
    }
    return f
  }

  private func logRatio(_ x: Double) -> Double {
    let x1 = x + 1
    let f1 = m + 1
    let z = n + 1 - m
    let w = n - x + 1
    return xm * log(f1 / x1) + (n - m + 0.5) * log(z / w) + (x - m) * log(w * p / (x1 * q))
      + Self.stirling(f1) + Self.stirling(z) + Self.stirling(x1) + Self.stirling(w)
  }

  private static func stirling(_ x: Double) -> Double {
    let square = x * x
    return
      (13860 - (462 - (132 - (99 - 140 / square) / square) / square) / square) / x / 166_320
  }
}
