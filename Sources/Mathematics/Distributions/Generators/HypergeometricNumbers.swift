import Glibc

extension RandomStream {
  /// A hypergeometric number: algorithms HIN and H2PE of Kachitvichyanukul and
  /// Schmeiser (1985).
  ///
  /// Both work on the smaller colour and on at most half of the urn; the result is mapped back.
  package func hypergeometric(white: Double, black: Double, draws: Double) -> Double {
    let total = white + black
    let small = min(white, black)
    let large = max(white, black)
    let k = 2 * draws >= total ? total - draws : draws
    let urn = Urn(small: small, large: large, draws: k)
    var x = urn.next(self)
    if 2 * draws >= total {
      x = white > black ? draws - black + x : white - x
    } else if white > black {
      x = draws - x
    }
    return x
  }
}

/// Draws of `small` among `small` + `large` balls, at most half of them.
private struct Urn {
  let small: Double
  let large: Double
  let draws: Double
  private let total: Double
  private let mode: Double
  private let lowest: Double
  private let highest: Double

  init(small: Double, large: Double, draws: Double) {
    self.small = small
    self.large = large
    self.draws = draws
    total = small + large
    mode = floor((draws + 1) * (small + 1) / (total + 2))
    lowest = max(0, draws - large)
    highest = min(small, draws)
  }

  func next(_ stream: RandomStream) -> Double {
    if lowest == highest { return highest }
    return mode - lowest < 10 ? inversion(stream) : envelope(stream)
  }

  /// HIN: inversion upwards from the smallest value, in units of 10²⁵ against underflow.
  private func inversion(_ stream: RandomStream) -> Double {
    let scale = 1e25
    let logScale = 57.5646273248511421
    let weight: Double
    if draws < large {
      let logged = Self.logFactorial(large) + Self.logFactorial(total - draws)
      weight = logged - Self.logFactorial(large - draws) - Self.logFactorial(total)
    } else {
      let logged = Self.logFactorial(small) + Self.logFactorial(draws)
      weight = logged - Self.logFactorial(draws - large) - Self.logFactorial(total)
    }
    let start = exp(weight + logScale)
    while true {
      var x = lowest
      var u = stream.uniform() * scale
      var p = start
      while u > p {
        u -= p
        p *= (small - x) * (draws - x)
        x += 1
        p = p / x / (large - draws + x)
        if x > highest { break }
      }
      if x <= highest { return x }
    }
  }

  /// H2PE: a rectangle with exponential tails, squeezes, and Stirling's series at last.
  private func envelope(_ stream: RandomStream) -> Double {
    let deviation =
      ((total - draws) * draws * small * large / (total - 1) / total / total).squareRoot()
    let d = floor(1.5 * deviation) + 0.5
    let xl = mode - d + 0.5
    let xr = mode + d + 0.5
    let a = logWeight(mode)
    let left = exp(a - logWeight(xl.rounded(.towardZero)))
    let right = exp(a - logWeight((xr - 1).rounded(.towardZero)))
    let lambdaLeft = -log(xl * (large - draws + xl) / (draws - xl + 1) / (small - xl + 1))
    let lambdaRight = -log((draws - xr + 1) * (small - xr + 1) / xr / (large - draws + xr))
    let p1 = d + d
    let p2 = p1 + left / lambdaLeft
    let p3 = p2 + right / lambdaRight
    while true {
      let u = stream.uniform() * p3
      var v = stream.uniform()
      let x: Double
      if u < p1 {
        x = (xl + u).rounded(.towardZero)
      } else if u <= p2 {
        x = (xl + log(v) / lambdaLeft).rounded(.towardZero)
        if x < lowest { continue }
        v = v * (u - p1) * lambdaLeft
      } else {
        x = (xr - log(v) / lambdaRight).rounded(.towardZero)
        if x > highest { continue }
        v = v * (u - p2) * lambdaRight
      }
      if accepts(x, v, a) { return x }
    }
  }

  private func accepts(_ x: Double, _ v: Double, _ a: Double) -> Bool {
    if mode < 100 || x <= 50 { return v <= ratio(x) }
    switch squeeze(x, log(v)) {
    case .some(let isBelow): return isBelow
    case nil: return log(v) <= a - logWeight(x)
    }
  }

  /// f(x)/f(mode) by recursion.
  private func ratio(_ x: Double) -> Double {
    var f = 1.0
    var i = min(mode, x) + 1
    while i <= max(mode, x) {
      let step = (small - i + 1) * (draws - i + 1) / (large - draws + i) / i
      if mode < x { f *= step } else { f /= step }
      i += 1
    }
    return f
  }

  /// Bounds of log f(x)/f(mode) by the first terms of logarithm series.
  private func squeeze(_ x: Double, _ logV: Double) -> Bool? {
    let y = x
    let y1 = y + 1
    let ym = y - mode
    let yn = draws - y + 1
    let yk = small - y + 1
    let nk = large - draws + y1
    let r = -ym / y1
    let s = ym / yn
    let t = ym / yk
    let e = -ym / nk
    let g = yn * yk / (y1 * nk) - 1
    let dg = g < 0 ? 1 + g : 1
    let gu = g * (1 + g * (-0.5 + g / 3))
    let gl = gu - 0.25 * (g * g * g * g) / dg
    let xm = mode + 0.5
    let xn = draws - mode + 0.5
    let xk = small - mode + 0.5
    let nm = large - draws + xm
    let upper =
      xm * r * (1 + r * (-0.5 + r / 3)) + xn * s * (1 + s * (-0.5 + s / 3))
      + xk * t * (1 + t * (-0.5 + t / 3)) + nm * e * (1 + e * (-0.5 + e / 3))
      + y * gu - mode * gl + 0.0034
    if logV > upper { return false }
    let slack = Self.margin(xm, r) + Self.margin(xn, s) + Self.margin(xk, t) + Self.margin(nm, e)
    return logV < upper - 0.25 * slack + (y + mode) * (gl - gu) - 0.0078 ? true : nil
  }

  private static func margin(_ weight: Double, _ ratio: Double) -> Double {
    let power = weight * (ratio * ratio * ratio * ratio)
    return ratio < 0 ? power / (1 + ratio) : power
  }

  /// log of the product of the four factorials under f(x).
  private func logWeight(_ x: Double) -> Double {
    Self.logFactorial(x) + Self.logFactorial(small - x) + Self.logFactorial(draws - x)
      + Self.logFactorial(large - draws + x)
  }

  /// log n!: tabulated up to 7, Stirling's series with two terms above.
  private static func logFactorial(_ n: Double) -> Double {
    if n <= 7 { return smallLogFactorials[Int(n)] }
    let series = 0.0833333333333333 / n - 0.00277777777777778 / n / n / n
    return (n + 0.5) * log(n) - n + series + 0.9189385332
  }

  private static let smallLogFactorials: [Double] = [
    0, 0, 0.69314718055994530941723212145817, 1.79175946922805500081247735838070,
    3.17805383034794561964694160129705, 4.78749174278204599424770093452324,
    6.57925121201010099506017829290394, 8.52516136106541430016553103634712,
  ]
}
