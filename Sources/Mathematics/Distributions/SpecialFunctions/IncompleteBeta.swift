import Glibc

// The regularised incomplete beta function I_x(a,b), after the methods surveyed by DiDonato and
// Morris ("Significant digit computation of the incomplete beta function ratios", 1992).
//
// The side of the mean on which x lies is computed directly, the other is its complement:
//   a, b > 1            continued fraction (their BFRAC), x at most the mean
//   b ≤ 1 and x ≤ 0.7,
//   or a ≤ 1            power series in x (BPSER), no cancellation there
//   b ≤ 1 and x > 0.7   a raised to 15 by recurrence (BUP), then the expansion in incomplete
//                       gamma functions (BGRAT)

/// I_x(a, b) on the wanted scale; `y` is 1 − x, given so that neither loses digits.
package func incompleteBeta(
  _ x: Double, _ y: Double, _ a: Double, _ b: Double, _ tail: Tail
) -> Double {
  if x <= 0 { return tail.zero }
  if y <= 0 { return tail.one }
  if let limit = degenerateBeta(x, a, b, tail) { return limit }
  if a * y >= b * x { return betaSide(x, y, a, b).value(tail) }
  return betaSide(y, x, b, a).value(tail.opposite)
}

private func degenerateBeta(_ x: Double, _ a: Double, _ b: Double, _ tail: Tail) -> Double? {
  if a == 0 || b == 0 || a.isInfinite || b.isInfinite {
    if a == 0, b == 0 { return tail.isLog ? -0.6931471805599453 : 0.5 }
    if a == 0 || a / b == 0 { return tail.one }
    if b == 0 || b / a == 0 { return tail.zero }
    return x < 0.5 ? tail.zero : tail.one
  }
  return nil
}

/// A probability as `exp(logFactor) · factor`.
private struct FactoredProbability {
  var logFactor: Double
  var factor: Double

  func value(_ tail: Tail) -> Double {
    if tail.isLower {
      return tail.isLog ? logFactor + log(factor) : exp(logFactor) * factor
    }
    let p = exp(logFactor) * factor
    if p < 0.75 { return tail.isLog ? log1p(-p) : 0.5 - p + 0.5 }
    let logged = min(logFactor + log(factor), 0)
    return tail.isLog ? logOneMinusExp(logged) : -expm1(logged)
  }
}

/// I_x(a, b) for x at most the mean a/(a+b).
private func betaSide(
  _ x: Double, _ y: Double, _ a: Double, _ b: Double
) -> FactoredProbability {
  if a <= 1 || b <= 1 {
    if a <= 1 && b > 1 || x <= 0.7 { return betaPowerSeries(x, a, b) }
    return betaGammaExpansion(x, y, a, b)
  }
  if b * x <= 0.7 { return betaPowerSeries(x, a, b) }
  return FactoredProbability(
    logFactor: betaLogPower(x, y, a, b), factor: 1 / betaFraction(x, y, a, b))
}

/// log(xᵃ yᵇ / B(a,b)).
private func betaLogPower(_ x: Double, _ y: Double, _ a: Double, _ b: Double) -> Double {
  if min(a, b) < 1 {
    let logX = x <= 0.5 ? log(x) : log1p(-y)
    let logY = y <= 0.5 ? log(y) : log1p(-x)
    return a * logX + b * logY - logBeta(a, b)
  }
  return logBinomialTerm(a, b, x, y) + log(a) - log1p(a / b)
}

/// xᵃ/(a B(a,b)) · (1 + a Σ (1−b)(2−b)…(n−b) xⁿ / (n! (a+n))).
private func betaPowerSeries(_ x: Double, _ a: Double, _ b: Double) -> FactoredProbability {
  var term = 1.0
  var sum = 0.0
  var n = 1.0
  while n < 1e6 {
    term *= (n - b) * x / n
    let next = sum + term / (a + n)
    if next == sum { break }
    sum = next
    n += 1
  }
  return FactoredProbability(
    logFactor: a * log(x) - logOfAlphaBeta(a, b), factor: 1 + a * sum)
}

/// log(a B(a,b)) = log Γ(a+1) + log Γ(b) − log Γ(a+b), without the pole at a = 0.
private func logOfAlphaBeta(_ a: Double, _ b: Double) -> Double {
  if a >= 0.5 { return log(a) + logBeta(a, b) }
  if b >= 10 {
    let rise = (b - 0.5) * log1p(a / b) + a * log(a + b) - a
    return logGamma1p(a) - (rise + stirlingError(a + b) - stirlingError(b))
  }
  return logGamma1p(a) + logGamma1p(b) - log(b) - logGamma(a + b)
}

/// The even part of the continued fraction, all its parts positive while n < b; by Lentz's method.
private func betaFraction(_ x: Double, _ y: Double, _ a: Double, _ b: Double) -> Double {
  let lambda = a > b ? (a + b) * y - b : a - (a + b) * x
  var result = (a * (lambda + 1)) / (a + 1)
  var c = result
  var d = 0.0
  var n = 1.0
  while n < 1e7 {
    let odd = a + 2 * n - 1
    let w = n * (b - n) * x / odd
    let alpha = (a + n - 1) * (a + b + n - 1) / odd * w * x
    let beta = n + w + (a + n) * (lambda + 1 + n * (1 + y)) / (odd + 2)
    d = 1 / (beta + alpha * d)
    c = beta + alpha / c
    let ratio = c * d
    result *= ratio
    if abs(ratio - 1) < 1e-16 { break }
    n += 1
  }
  return result
}

/// b ≤ 1, x near 1: raises a to at least 15, then expands in Q(b, −T log x).
private func betaGammaExpansion(
  _ x: Double, _ y: Double, _ a: Double, _ b: Double
) -> FactoredProbability {
  var raised = a
  var sum = 0.0
  var term = 1.0
  // xᵃyᵇ/(a B(a,b)) · Σ (a+b)_i xⁱ / (a+1)_i
  while raised < 15 {
    sum += term
    term *= (raised + b) * x / (raised + 1)
    raised += 1
  }
  let rest = largeShapeExpansion(x, y, raised, b)
  if sum == 0 { return rest }
  let stepped = exp(betaLogPower(x, y, a, b)) / a * sum
  return FactoredProbability(logFactor: 0, factor: stepped + exp(rest.logFactor) * rest.factor)
}

/// M Σ pₙ Jₙ(b, u) with T = a + (b−1)/2, u = −T log x.
private func largeShapeExpansion(
  _ x: Double, _ y: Double, _ a: Double, _ b: Double
) -> FactoredProbability {
  let logX = log1p(-y)
  let t = a + 0.5 * (b - 1)
  let u = -t * logX
  // H = e⁻ᵘ uᵇ / Γ(b)
  let logH = -u + b * log(u) - (logGamma1p(b) - log(b))
  var j = exp(incompleteGamma(b, u, Tail(isLower: false, isLog: true)) - logH)
  var coefficients = [1.0]
  var sum = j
  var power = 1.0
  let halfSquare = 0.25 * logX * logX
  for n in 1...40 {
    let m = b + 2 * Double(n - 1)
    j = (m * (m + 1) * j + (u + m + 1) * power) / (4 * t * t)
    power *= halfSquare
    coefficients.append(expansionCoefficient(n, b, coefficients))
    let step = coefficients[n] * j
    sum += step
    if abs(step) < 1e-17 * abs(sum) { break }
  }
  // Γ(a+b)/(Γ(a) Tᵇ) = Γ(b)/(B(a,b) Tᵇ)
  let logM = logH + (logGamma1p(b) - log(b)) - logBeta(a, b) - b * log(t)
  return FactoredProbability(logFactor: logM, factor: sum)
}

private func expansionCoefficient(_ n: Int, _ b: Double, _ previous: [Double]) -> Double {
  var sum = 0.0
  var factorial = 1.0
  for m in stride(from: 1, to: n, by: 1) {
    factorial *= Double(2 * m) * Double(2 * m + 1)
    sum += (Double(m) * b - Double(n)) * previous[n - m] / factorial
  }
  factorial *= Double(2 * n) * Double(2 * n + 1)
  return (b - 1) / factorial + sum / Double(n)
}
