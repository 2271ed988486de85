import Glibc

/// The derivative of log Γ; NaN at zero and the negative integers.
package func digamma(_ x: Double) -> Double { polygamma(0, x) }

/// The second derivative of log Γ.
package func trigamma(_ x: Double) -> Double {
  x == 0 ? .infinity : polygamma(1, x)
}

/// ψ⁽ⁿ⁾(x), the (n+1)-th derivative of log Γ, for n up to 100.
///
/// For x > 0 by upward recurrence to the asymptotic (Bernoulli) series; for x < 0 by the
/// reflection formula.
package func polygamma(_ n: Int, _ x: Double) -> Double {
  if x.isNaN || n < 0 || n > 100 { return .nan }
  if x <= 0 {
    if x == x.rounded() { return n == 0 || x.isInfinite ? .nan : (n % 2 == 1 ? .infinity : .nan) }
    return reflectedPolygamma(n, x)
  }
  if x.isInfinite { return n == 0 ? .infinity : 0 }
  return n == 0 ? positiveDigamma(x) : positivePolygamma(n, x)
}

private func positiveDigamma(_ x: Double) -> Double {
  // Near the root x₀ = 1.4616… the recurrence cancels: expand there instead.
  if abs(x - 1.4616321449683623) < 0.05 { return digammaAtRoot(x) }
  var shifted = x
  var steps = 0.0
  while shifted < 12 {
    steps += 1 / shifted
    shifted += 1
  }
  let y = 1 / (shifted * shifted)
  var series = 0.0
  for k in stride(from: bernoulli.count - 1, through: 0, by: -1) {
    series = (series + bernoulli[k] / Double(2 * (k + 1))) * y
  }
  return log(shifted) - 0.5 / shifted - series - steps
}

/// Taylor series of ψ around its positive root, which is given to twice double precision.
private func digammaAtRoot(_ x: Double) -> Double {
  let h = (x - 1.4616321449683622) - 9.549995429965697e-17
  var sum = 0.0
  var factorial = 1.0
  var power = 1.0
  for k in 1...12 {
    factorial *= Double(k)
    power *= h
    sum += positivePolygamma(k, 1.4616321449683623) * power / factorial
  }
  return sum
}

private func positivePolygamma(_ n: Int, _ x: Double) -> Double {
  let order = Double(n)
  var shifted = x
  var steps = 0.0
  let factorial = tgamma(order + 1)
  while shifted < 12 + order {
    steps += factorial * pow(shifted, -(order + 1))
    shifted += 1
  }
  var series = tgamma(order) * pow(shifted, -order) + 0.5 * factorial * pow(shifted, -(order + 1))
  var term = pow(shifted, -order) * tgamma(order)
  for k in 1...bernoulli.count {
    // B₂ₖ (2k+n−1)! / ((2k)! xⁿ⁺²ᵏ)
    let two = Double(2 * k)
    term *= (two + order - 1) * (two + order - 2) / (two * (two - 1)) / (shifted * shifted)
    series += bernoulli[k - 1] * term
  }
  let magnitude = series + steps
  return n % 2 == 1 ? magnitude : -magnitude
}

/// ψ⁽ⁿ⁾(1−x) = (−1)ⁿ (ψ⁽ⁿ⁾(x) + dⁿ/dxⁿ π cot πx).
private func reflectedPolygamma(_ n: Int, _ x: Double) -> Double {
  let value = polygamma(n, 1 - x)
  let cotangent = cotangentDerivative(n, x)
  return (n % 2 == 0 ? value : -value) - cotangent
}

/// dⁿ/dxⁿ of π cot πx, as a polynomial in c = cot πx built by P' = −(1+c²) dP/dc.
private func cotangentDerivative(_ n: Int, _ x: Double) -> Double {
  let remainder = x - x.rounded(.down)
  let c = 1 / tan(Double.pi * remainder)
  var polynomial = [0.0, 1.0]
  for _ in 0..<n {
    var next = [Double](repeating: 0, count: polynomial.count + 1)
    for power in 1..<polynomial.count {
      let slope = -Double(power) * polynomial[power]
      next[power - 1] += slope
      next[power + 1] += slope
    }
    polynomial = next
  }
  var value = 0.0
  for coefficient in polynomial.reversed() { value = value * c + coefficient }
  return value * pow(Double.pi, Double(n + 1))
}

/// The Bernoulli numbers B₂, B₄, ….
private let bernoulli: [Double] = [
  1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730, 7.0 / 6, -3617.0 / 510,
  43867.0 / 798, -174611.0 / 330, 854513.0 / 138,
]
