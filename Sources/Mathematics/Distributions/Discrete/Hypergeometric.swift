import Glibc

/// The hypergeometric distribution: the white balls among `draws` from an urn.
package struct Hypergeometric: DiscreteDistribution {
  package let white: Double
  package let black: Double
  package let draws: Double

  package init(white: Double, black: Double, draws: Double) {
    self.white = white
    self.black = black
    self.draws = draws
  }

  private var hasNaN: Bool { white.isNaN || black.isNaN || draws.isNaN }
}

// MARK: - Density and probability

extension Hypergeometric {
  /// Three binomial terms of a common probability n/(r+b): their choice cancels in the quotient.
  package func density(_ x: Double, log asLog: Bool) -> Double {
    if x.isNaN || hasNaN { return .nan }
    let isBad = { (count: Double) in count < 0 || !isWhole(count) }
    if isBad(white) || isBad(black) || isBad(draws) || draws > white + black { return .nan }
    if x < 0 || !isWhole(x) { return impossible(log: asLog) }
    let k = x.rounded(.toNearestOrEven)
    let r = white.rounded(.toNearestOrEven)
    let b = black.rounded(.toNearestOrEven)
    let n = draws.rounded(.toNearestOrEven)
    if n < k || r < k || n - k > b { return impossible(log: asLog) }
    if n == 0 { return k == 0 ? (asLog ? 0 : 1) : impossible(log: asLog) }
    let p = n / (r + b)
    let q = (r + b - n) / (r + b)
    let first = binomialTerm(k, r, p, q, log: asLog)
    let second = binomialTerm(n - k, b, p, q, log: asLog)
    let third = binomialTerm(n, r + b, p, q, log: asLog)
    return asLog ? first + second - third : first * second / third
  }

  package func cumulative(_ x: Double, _ tail: Tail) -> Double {
    if x.isNaN || hasNaN { return .nan }
    var k = floor(x + 1e-7)
    var r = white.rounded(.toNearestOrEven)
    var b = black.rounded(.toNearestOrEven)
    let n = draws.rounded(.toNearestOrEven)
    if r < 0 || b < 0 || !(r + b).isFinite || n < 0 || n > r + b { return .nan }
    var tail = tail
    if k * (r + b) > n * r {
      // The shorter side: count the black ones.
      swap(&r, &b)
      k = n - k - 1
      tail = tail.opposite
    }
    if k < 0 || k < n - b { return tail.zero }
    if k >= r || k >= n { return tail.one }
    let mass = Hypergeometric(white: r, black: b, draws: n).density(k, log: tail.isLog)
    if (!tail.isLog && mass == 0) || (tail.isLog && mass == -.infinity) { return tail.zero }
    let ratio = Self.sumOfRatios(k, r, b, n)
    if tail.isLog {
      let logged = mass + log1p(ratio)
      return tail.isLower ? logged : logOneMinusExp(min(logged, 0))
    }
    let lower = mass * (1 + ratio)
    return tail.isLower ? lower : 0.5 - lower + 0.5
  }

  /// Σ_{i<k} f(i) / f(k), downwards until the terms no longer count.
  private static func sumOfRatios(_ k: Double, _ r: Double, _ b: Double, _ n: Double) -> Double {
    var x = k
    var sum = 0.0
    var term = 1.0
    while x > 0, term >= Double.ulpOfOne * sum {
      term *= x * (b - n + x) / (n + 1 - x) / (r + 1 - x)
      sum += term
      x -= 1
    }
    return sum
  }

  package func quantile(_ p: Double, _ tail: Tail) -> Double {
    if p.isNaN || hasNaN || !(white + black).isFinite || !draws.isFinite { return .nan }
    let r = white.rounded(.toNearestOrEven)
    let b = black.rounded(.toNearestOrEven)
    let n = draws.rounded(.toNearestOrEven)
    if r < 0 || b < 0 || n < 0 || n > r + b { return .nan }
    let first = max(0, n - b)
    let last = min(n, r)
    if let end = tail.boundary(p, left: first, right: last) { return end }
    let mean = n * r / (r + b)
    return discreteQuantile(p, tail, start: mean, in: first...last) { cumulative($0, tail) }
  }
}

// MARK: - Random numbers

extension Hypergeometric {
  package func random(_ stream: RandomStream) -> Double {
    if !white.isFinite || !black.isFinite || !draws.isFinite { return .nan }
    let r = white.rounded(.toNearestOrEven)
    let b = black.rounded(.toNearestOrEven)
    let n = draws.rounded(.toNearestOrEven)
    if r < 0 || b < 0 || n < 0 || n > r + b { return .nan }
    if max(r, b, n) >= 2_147_483_647 {
      if n == 1 { return Binomial(size: 1, probability: r / (r + b)).random(stream) }
      return quantile(stream.uniform(), .lower)
    }
    return stream.hypergeometric(white: r, black: b, draws: n)
  }
}
