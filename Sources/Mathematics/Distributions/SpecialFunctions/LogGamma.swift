import Glibc

/// Γ(x); NaN at zero and the negative integers.
package func gamma(_ x: Double) -> Double {
  if x.isNaN { return x }
  if x == 0 || (x < 0 && x == x.rounded()) { return .nan }
  guard x == x.rounded(), x <= 23 else { return tgamma(x) }
  // Factorials up to 22! are exact doubles.
  var product = 1.0
  var factor = 2.0
  while factor < x {
    product *= factor
    factor += 1
  }
  return product
}

/// log |Γ(x)|; infinite at zero and the negative integers.
package func logGamma(_ x: Double) -> Double {
  var sign: Int32 = 1
  return lgamma_r(x, &sign)
}

/// The sign of Γ(x).
package func gammaSign(_ x: Double) -> Double {
  x < 0 && fmod(floor(x), 2) != 0 ? -1 : 1
}

/// log Γ(1 + a), with full relative accuracy near 0.
///
/// From log Γ(1+a) = −log(1+a) + a(1−γ) + Σ (ζ(k)−1)(−a)ᵏ/k, which converges like (a/2)ᵏ.
package func logGamma1p(_ a: Double) -> Double {
  guard abs(a) <= 0.5 else { return logGamma(1 + a) }
  var sum = 0.0
  var k = zetaMinusOne.count - 1
  while k >= 0 {
    sum = sum * -a + zetaMinusOne[k] / Double(k + 2)
    k -= 1
  }
  return sum * a * a + a * 0.42278433509846713 - log1p(a)
}

/// ζ(k) − 1 for k from 2.
private let zetaMinusOne: [Double] = [
  0.6449340668482264, 0.2020569031595943, 0.08232323371113819, 0.03692775514336993,
  0.01734306198444914, 0.008349277381922827, 0.00407735619794434, 0.0020083928260822143,
  0.0009945751278180853, 0.0004941886041194645, 0.0002460865533080483, 0.00012271334757848915,
  6.124813505870483e-05, 3.058823630702049e-05, 1.528225940865187e-05, 7.637197637899763e-06,
  3.81729326499984e-06, 1.908212716553939e-06, 9.539620338727962e-07, 4.769329867878064e-07,
  2.38450502727733e-07, 1.1921992596531106e-07, 5.960818905125948e-08, 2.980350351465228e-08,
  1.4901554828365043e-08, 7.45071178983543e-09, 3.725334024788457e-09, 1.862659723513049e-09,
  9.313274324196682e-10, 4.656629065033784e-10, 2.3283118336765053e-10, 1.164155017270052e-10,
]

// MARK: - Beta function and binomial coefficients

/// log B(a, b), from Stirling errors when both are large so that nothing cancels.
package func logBeta(_ a: Double, _ b: Double) -> Double {
  let p = min(a, b)
  let q = max(a, b)
  if p.isNaN || q.isNaN { return .nan }
  if p < 0 { return .nan }
  if p == 0 { return .infinity }
  if q.isInfinite { return -.infinity }
  if p >= 10 {
    let correction = stirlingError(p) + stirlingError(q) - stirlingError(p + q)
    let h = p / (p + q)
    return -0.5 * log(q) + halfLogTwoPi + correction + (p - 0.5) * log(h) + q * log1p(-h)
  }
  if q >= 10 {
    let correction = stirlingError(q) - stirlingError(p + q)
    return logGamma(p) + correction + p - p * log(p + q) + (q - 0.5) * log1p(-p / (p + q))
  }
  return log(gamma(p)) + log(gamma(q) / gamma(p + q))
}

/// B(a, b).
package func beta(_ a: Double, _ b: Double) -> Double {
  if a.isNaN || b.isNaN || a < 0 || b < 0 { return .nan }
  if a == 0 || b == 0 { return .infinity }
  if a.isInfinite || b.isInfinite { return 0 }
  guard a + b < 170 else { return exp(logBeta(a, b)) }
  return (1 / gamma(a + b)) * gamma(a) * gamma(b)
}

/// The binomial coefficient for any real `n` and the integer nearest to `k`.
package func choose(_ n: Double, _ k: Double) -> Double {
  if n.isNaN || k.isNaN { return .nan }
  var k = k.rounded(.toNearestOrEven)
  let wholeN = n.rounded(.toNearestOrEven)
  let isWhole = abs(n - wholeN) <= 1e-7 * max(1, abs(n))
  if k < 30 {
    if isWhole, wholeN - k < k, wholeN >= 0 { k = wholeN - k }
    if k < 0 { return 0 }
    return fallingProduct(n, k, isWhole)
  }
  if n < 0 {
    let r = choose(-n + k - 1, k)
    return fmod(k, 2) != 0 ? -r : r
  }
  if isWhole {
    if wholeN < k { return 0 }
    if wholeN - k < 30 { return choose(wholeN, wholeN - k) }
    return exp(logChoosePositive(wholeN, k)).rounded(.toNearestOrEven)
  }
  if n < k - 1 {
    return gammaSign(n - k + 1) * exp(logChooseAny(n, k))
  }
  return exp(logChoosePositive(n, k))
}

private func fallingProduct(_ n: Double, _ k: Double, _ isWhole: Bool) -> Double {
  if k == 0 { return 1 }
  var result = n
  var j = 2.0
  while j <= k {
    result *= (n - j + 1) / j
    j += 1
  }
  return isWhole ? result.rounded(.toNearestOrEven) : result
}

/// log of the absolute binomial coefficient.
package func logChoose(_ n: Double, _ k: Double) -> Double {
  if n.isNaN || k.isNaN { return .nan }
  let k = k.rounded(.toNearestOrEven)
  if k < 2 { return k < 0 ? -.infinity : (k == 0 ? 0 : log(abs(n))) }
  if n < 0 { return logChoose(-n + k - 1, k) }
  let wholeN = n.rounded(.toNearestOrEven)
  if abs(n - wholeN) <= 1e-7 * max(1, abs(n)) {
    if wholeN < k { return -.infinity }
    if wholeN - k < 2 { return logChoose(wholeN, wholeN - k) }
    return logChoosePositive(wholeN, k)
  }
  return n < k - 1 ? logChooseAny(n, k) : logChoosePositive(n, k)
}

private func logChoosePositive(_ n: Double, _ k: Double) -> Double {
  -log(n + 1) - logBeta(n - k + 1, k + 1)
}

private func logChooseAny(_ n: Double, _ k: Double) -> Double {
  logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1)
}
