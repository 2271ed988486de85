import Glibc

// R. P. Brent, "Algorithms for Minimization without Derivatives" (1973): root and minimum of a
// function of one variable by interpolation, falling back on bisection and golden section.

/// What a root search found.
package struct Root: Sendable {
  package let x: Double
  package let precision: Double
  /// Nil when the iterations ran out.
  package let iterations: Int?
}

/// A root between `a` and `b`, where the function has opposite signs.
package func findRoot<Failure: Error>(
  from a: Double, to b: Double, values: (Double, Double), tolerance: Double, iterations: Int,
  of f: (Double) throws(Failure) -> Double
) throws(Failure) -> Root {
  var (a, b, c) = (a, b, a)
  var (fa, fb) = values
  var fc = fa
  if fa == 0 { return Root(x: a, precision: 0, iterations: 0) }
  if fb == 0 { return Root(x: b, precision: 0, iterations: 0) }
  var left = iterations + 1
  while left > 0 {
    left -= 1
    let previous = b - a
    if abs(fc) < abs(fb) {
      (a, b, c) = (b, c, b)
      (fa, fb, fc) = (fb, fc, fb)
    }
    let accuracy = 2 * Double.ulpOfOne * abs(b) + tolerance / 2
    var step = (c - b) / 2
    if abs(step) <= accuracy || fb == 0 {
      return Root(x: b, precision: abs(c - b), iterations: iterations - left)
    }
    if abs(previous) >= accuracy, abs(fa) > abs(fb) {
      step = interpolation(a, b, c, fa, fb, fc, previous, accuracy) ?? step
    }
    if abs(step) < accuracy { step = step > 0 ? accuracy : -accuracy }
    (a, fa) = (b, fb)
    b += step
    fb = try f(b)
    if (fb > 0) == (fc > 0), fb != 0, fc != 0 { (c, fc) = (a, fa) }
  }
  return Root(x: b, precision: abs(c - b), iterations: nil)
}

/// The linear or inverse quadratic step, if it stays well inside and shrinks fast enough.
private func interpolation(
  _ a: Double, _ b: Double, _ c: Double, _ fa: Double, _ fb: Double, _ fc: Double,
  _ previous: Double, _ accuracy: Double
) -> Double? {
  let width = c - b
  var p: Double
  var q: Double
  if a == c {
    let ratio = fb / fa
    p = width * ratio
    q = 1 - ratio
  } else {
    let (u, v, w) = (fa / fc, fb / fc, fb / fa)
    p = w * (width * u * (u - v) - (b - a) * (v - 1))
    q = (u - 1) * (v - 1) * (w - 1)
  }
  if p > 0 { q = -q } else { p = -p }
  let isInside = p < 0.75 * width * q - abs(accuracy * q) / 2 && p < abs(previous * q / 2)
  return isInside ? p / q : nil
}

/// The minimum between `a` and `b`.
package func findMinimum<Failure: Error>(
  from a: Double, to b: Double, tolerance: Double, of f: (Double) throws(Failure) -> Double
) throws(Failure) -> Double {
  let golden = (3 - 5.0.squareRoot()) * 0.5
  let epsilon = Double.ulpOfOne.squareRoot()
  var (a, b) = (a, b)
  var x = a + golden * (b - a)
  var (v, w) = (x, x)
  var (d, e) = (0.0, 0.0)
  var fx = try f(x)
  var (fv, fw) = (fx, fx)
  while true {
    let middle = (a + b) * 0.5
    let t1 = epsilon * abs(x) + tolerance / 3
    let t2 = t1 * 2
    if abs(x - middle) <= t2 - (b - a) * 0.5 { return x }
    var (p, q, r) = (0.0, 0.0, 0.0)
    if abs(e) > t1 {
      r = (x - w) * (fx - fv)
      q = (x - v) * (fx - fw)
      p = (x - v) * q - (x - w) * r
      q = (q - r) * 2
      if q > 0 { p = -p } else { q = -q }
      (r, e) = (e, d)
    }
    var u: Double
    if abs(p) >= abs(q * 0.5 * r) || p <= q * (a - x) || p >= q * (b - x) {
      e = x < middle ? b - x : a - x
      d = golden * e
    } else {
      d = p / q
      u = x + d
      if u - a < t2 || b - u < t2 { d = x >= middle ? -t1 : t1 }
    }
    u = abs(d) >= t1 ? x + d : x + (d > 0 ? t1 : -t1)
    let fu = try f(u)
    if fu <= fx {
      if u < x { b = x } else { a = x }
      (v, w, x) = (w, x, u)
      (fv, fw, fx) = (fw, fx, fu)
      continue
    }
    if u < x { a = u } else { b = u }
    if fu <= fw || w == x {
      (v, fv, w, fw) = (w, fw, u, fu)
    } else if fu <= fv || v == x || v == w {
      (v, fv) = (u, fu)
    }
  }
}
