import Glibc

/// Solves log F(eᵘ) = target for u, F a probability increasing (or decreasing) in u.
///
/// Newton's method on the logarithm of the tail, kept inside a bracket that shrinks with every
/// evaluation; log F is nearly straight in u both in the tails and at the centre of the
/// distributions used here, so that a handful of steps suffice from any start.
struct LogarithmicSearch {
  let target: Double
  let isIncreasing: Bool
  /// No solution lies above.
  var limit = Double.infinity
  /// log F at u, and its slope there.
  let evaluate: (Double) -> (value: Double, slope: Double)

  func solve(from start: Double) -> Double {
    var low = -Double.infinity
    var high = limit
    var u = start
    for _ in 0..<200 {
      let (value, slope) = evaluate(u)
      let error = value - target
      if error == 0 { return u }
      if (error > 0) == isIncreasing { high = min(high, u) } else { low = max(low, u) }
      var next = u - error / slope
      if !next.isFinite || next <= low || next >= high { next = Self.split(low, high, u) }
      let stride = max(1, abs(u)) * 4 + 40
      next = min(max(next, u - stride), u + stride)
      if abs(next - u) <= 4e-16 * max(abs(u), 1e-2) { return next }
      u = next
    }
    return u
  }

  private static func split(_ low: Double, _ high: Double, _ u: Double) -> Double {
    if low.isInfinite { return high.isInfinite ? u : high - max(1, abs(high)) }
    if high.isInfinite { return low + max(1, abs(low)) }
    return low + (high - low) / 2
  }
}

/// The smallest whole number in `range` whose cumulative probability reaches `p`.
///
/// From a start value, doubling steps bracket the answer and bisection finds it. `p` is taken a
/// few ulps towards the easy side, so that the quantile of a cumulative probability is its x.
func discreteQuantile(
  _ p: Double, _ tail: Tail, start: Double, in range: ClosedRange<Double>,
  cumulative: (Double) -> Double
) -> Double {
  let fuzz = 64 * Double.ulpOfOne
  let target: Double
  if tail.isLog {
    target = tail.isLower ? p * (1 + fuzz) : p * (1 - fuzz)
  } else {
    target = tail.isLower ? p * (1 - fuzz) : min(p * (1 + fuzz), 1)
  }
  func reaches(_ x: Double) -> Bool {
    tail.isLower ? cumulative(x) >= target : cumulative(x) <= target
  }
  var low: Double  // does not reach (or just below the range)
  var high: Double  // reaches
  let guess = start.isNaN ? range.lowerBound : start.rounded()
  let first = min(max(guess, range.lowerBound), range.upperBound)
  var step = max(1, (abs(first) * 1e-3).rounded(.down))
  if reaches(first) {
    high = first
    low = first - step
    while low >= range.lowerBound, reaches(low) {
      high = low
      step *= 2
      low -= step
    }
    low = max(low, range.lowerBound - 1)
  } else {
    low = first
    high = first + step
    while high < range.upperBound, !reaches(high) {
      low = high
      step *= 2
      high += step
    }
    high = min(high, range.upperBound)
  }
  while high - low > 1 {
    let middle = ((low + high) / 2).rounded(.down)
    if middle <= low || middle >= high { break }
    if reaches(middle) { high = middle } else { low = middle }
  }
  return high
}

/// The Cornish–Fisher start value: normal quantile corrected for skewness.
func skewedStart(
  _ p: Double, _ tail: Tail, mean: Double, deviation: Double, skewness: Double
) -> Double {
  let z = normalQuantile(p, tail)
  return (mean + deviation * (z + skewness * (z * z - 1) / 6)).rounded()
}
