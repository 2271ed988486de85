import Glibc

// The pieces of Loader's saddle-point form of the binomial and Poisson probabilities (C. Loader,
// "Fast and accurate computation of binomial probabilities", 2000): a Stirling error and a
// deviance, each computed without cancellation, so that probabilities keep their digits even
// where n is large and the probability tiny.

let halfLogTwoPi = 0.9189385332046728
let sqrtTwoPi = 2.5066282746310002

/// δ(n) = log n! − log(√(2πn) (n/e)ⁿ).
///
/// Above 15 the asymptotic series in 1/n²; below, tabulated at half integers; elsewhere from
/// δ(x) − δ(x+1) = (x+½) log(1+1/x) − 1 = Σ_{k≥1} 1 / ((2k+1)(2x+1)²ᵏ), all terms positive.
package func stirlingError(_ n: Double) -> Double {
  if n > 15 { return stirlingSeries(n) }
  let doubled = n + n
  if doubled == doubled.rounded(), n >= 0.5 { return stirlingErrorsOfHalves[Int(doubled)] }
  if n < 1 { return logGamma1p(n) - (n + 0.5) * log(n) + n - halfLogTwoPi }
  var x = n
  var steps = 0.0
  while x <= 15 {
    steps += stirlingStep(x)
    x += 1
  }
  return stirlingSeries(x) + steps
}

private func stirlingStep(_ x: Double) -> Double {
  let ratio = 1 / ((2 * x + 1) * (2 * x + 1))
  var power = ratio
  var sum = 0.0
  var odd = 3.0
  while true {
    let term = power / odd
    let next = sum + term
    if next == sum { return sum }
    sum = next
    power *= ratio
    odd += 2
  }
}

/// Σ B₂ₖ / (2k(2k−1) n²ᵏ⁻¹).
private func stirlingSeries(_ n: Double) -> Double {
  let y = 1 / (n * n)
  let inner = 1.0 / 1188 - y * (691.0 / 360360 - y * (1.0 / 156))
  let series = 1.0 / 12 - y * (1.0 / 360 - y * (1.0 / 1260 - y * (1.0 / 1680 - y * inner)))
  return series / n
}

private let stirlingErrorsOfHalves: [Double] = [
  0, 0.15342640972002736, 0.08106146679532726, 0.05481412105191765, 0.0413406959554093,
  0.03316287351993629, 0.02767792568499834, 0.023746163656297496, 0.020790672103765093,
  0.018488450532673187, 0.016644691189821193, 0.015134973221917378, 0.013876128823070748,
  0.012810465242920227, 0.01189670994589177, 0.011104559758206917, 0.010411265261972096,
  0.009799416126158804, 0.009255462182712733, 0.008768700134139386, 0.00833056343336287,
  0.00793411456431402, 0.007573675487951841, 0.007244554301320383, 0.00694284010720953,
  0.006665247032707682, 0.006408994188004207, 0.006171712263039458, 0.0059513701127588475,
  0.0057462165130101155, 0.005554733551962801,
]

/// x log(x/m) + m − x, Loader's deviance part.
///
/// Near x = m, with v = (x−m)/(x+m), it is (x−m)v + 2x Σ v²ʲ⁺¹/(2j+1).
package func deviancePart(_ x: Double, _ m: Double) -> Double {
  if !x.isFinite || !m.isFinite || m == 0 { return .nan }
  let difference = x - m
  guard abs(difference) < 0.1 * (x + m) else { return x * log(x / m) - difference }
  let v = difference / (x + m)
  var sum = difference * v
  if abs(sum) < .leastNormalMagnitude { return sum }
  var power = 2 * x * v
  let square = v * v
  var odd = 3.0
  while odd < 2000 {
    power *= square
    let next = sum + power / odd
    if next == sum { return next }
    sum = next
    odd += 2
  }
  return sum
}

/// log(1+x) − x without cancellation.
///
/// With r = x/(2+x), log(1+x) = 2 artanh r and 2r − x = −xr.
package func log1pMinus(_ x: Double) -> Double {
  if x > 1 || x < -0.79149064 { return log1p(x) - x }
  let r = x / (2 + x)
  let y = r * r
  var sum = 0.0
  var power = 1.0
  var odd = 3.0
  while true {
    let next = sum + power / odd
    if next == sum { break }
    sum = next
    power *= y
    odd += 2
  }
  return r * (2 * y * sum - x)
}

/// λˣ e^(−λ) / Γ(x+1) for real x ≥ 0: the Poisson probability continued to any x.
package func poissonTerm(_ x: Double, _ lambda: Double, log asLog: Bool = false) -> Double {
  if lambda == 0 { return x == 0 ? (asLog ? 0 : 1) : impossible(log: asLog) }
  if !lambda.isFinite || x < 0 { return impossible(log: asLog) }
  if x <= lambda * .leastNormalMagnitude { return scaled(logged: -lambda, log: asLog) }
  if lambda < x * .leastNormalMagnitude {
    if !x.isFinite { return impossible(log: asLog) }
    return scaled(logged: -lambda + x * log(lambda) - logGamma(x + 1), log: asLog)
  }
  if x < 0.5 {
    // δ(x) has a pole at 0: write the term directly.
    return scaled(logged: x * log(lambda) - lambda - logGamma1p(x), log: asLog)
  }
  let exponent = -stirlingError(x) - deviancePart(x, lambda)
  return asLog
    ? -0.5 * log(2 * Double.pi * x) + exponent
    : exp(exponent) / (sqrtTwoPi * x.squareRoot())
}

/// C(n, x) pˣ qⁿ⁻ˣ for real 0 ≤ x ≤ n, where q = 1 − p is given too so that neither loses digits.
package func binomialTerm(
  _ x: Double, _ n: Double, _ p: Double, _ q: Double, log asLog: Bool = false
) -> Double {
  if p == 0 { return x == 0 ? (asLog ? 0 : 1) : impossible(log: asLog) }
  if q == 0 { return x == n ? (asLog ? 0 : 1) : impossible(log: asLog) }
  if x == 0 {
    if n == 0 { return asLog ? 0 : 1 }
    return scaled(logged: logPower(q, oneMinus: p, n), log: asLog)
  }
  if x == n { return scaled(logged: logPower(p, oneMinus: q, n), log: asLog) }
  if x < 0 || x > n { return impossible(log: asLog) }
  return scaled(logged: logBinomialTerm(x, n - x, p, q), log: asLog)
}

/// The logarithm of C(x+y, x) pˣ qʸ for real x, y > 0.
func logBinomialTerm(_ x: Double, _ y: Double, _ p: Double, _ q: Double) -> Double {
  let n = x + y
  let exponent =
    stirlingError(n) - stirlingError(x) - stirlingError(y)
    - deviancePart(x, n * p) - deviancePart(y, n * q)
  return exponent - halfLogTwoPi - 0.5 * (log(x) + log(y / n))
}

/// n log p, by the complement when p is close to 1.
private func logPower(_ p: Double, oneMinus q: Double, _ n: Double) -> Double {
  q < 0.1 ? -deviancePart(n, n * p) - n * q : n * log(p)
}
