import Glibc

/// All zeros of a polynomial with complex coefficients, roughly in the order of their moduli.
///
/// The three-stage algorithm of Jenkins and Traub (Comm. ACM 15 (1972), algorithm 419).
package struct PolynomialRoots {
  package struct Complex {
    package var re: Double
    package var im: Double

    package init(_ re: Double, _ im: Double = 0) {
      self.re = re
      self.im = im
    }

    var modulus: Double { hypot(re, im) }
    var isZero: Bool { re == 0 && im == 0 }

    static func + (a: Complex, b: Complex) -> Complex { Complex(a.re + b.re, a.im + b.im) }
    static func * (a: Complex, b: Complex) -> Complex {
      Complex(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re)
    }
    static func * (a: Complex, factor: Double) -> Complex { Complex(a.re * factor, a.im * factor) }
    static prefix func - (a: Complex) -> Complex { Complex(-a.re, -a.im) }

    /// The quotient, computed without needless overflow by algorithm 116 of the ACM.
    static func / (a: Complex, b: Complex) -> Complex {
      if b.isZero { return Complex(.infinity, .infinity) }
      if abs(b.re) >= abs(b.im) {
        let ratio = b.im / b.re
        let scale = b.re + ratio * b.im
        return Complex((a.re + a.im * ratio) / scale, (a.im - a.re * ratio) / scale)
      }
      let ratio = b.re / b.im
      let scale = b.im + ratio * b.re
      return Complex((a.re * ratio + a.im) / scale, (a.im * ratio - a.re) / scale)
    }
  }

  private static let epsilon = 0x1p-52
  private static let productError = 2 * 2.0.squareRoot() * 0x1p-52

  /// The polynomial, leading coefficient first, and its quotient by z − shift.
  private var p: [Complex]
  private var quotient: [Complex] = []
  private var value = Complex(0)
  /// The auxiliary polynomial of one degree less, and its quotient.
  private var h: [Complex] = []
  private var auxiliaryQuotient: [Complex] = []
  private var shift = Complex(0)
  private var step = Complex(0)

  /// The zeros of Σ `coefficients[k]` zᵏ, whose last coefficient is not zero; nil if one was not found.
  package static func find(_ coefficients: [Complex]) -> [Complex]? {
    var roots: [Complex] = []
    var rest = Array(coefficients.reversed())
    while rest.count > 1, rest.last?.isZero == true {
      roots.append(Complex(0))
      rest.removeLast()
    }
    guard rest.count > 1 else { return roots }
    var search = PolynomialRoots(p: scaled(rest))
    var direction = Complex(0.5.squareRoot(), -(0.5.squareRoot()))
    while search.p.count > 2 {
      guard let root = search.next(&direction) else { return nil }
      roots.append(root)
      search.p = Array(search.quotient.dropLast())
    }
    roots.append(-search.p[1] / search.p[0])
    return roots
  }

  private init(p: [Complex]) { self.p = p }

  /// Multiplies by a power of two that keeps the coefficients away from overflow and underflow.
  private static func scaled(_ p: [Complex]) -> [Complex] {
    let high = Double.greatestFiniteMagnitude.squareRoot()
    let low = Double.leastNormalMagnitude / epsilon
    let sizes = p.map(\.modulus).filter { $0 != 0 }
    let (least, most) = (sizes.min() ?? 1, sizes.max() ?? 1)
    if least >= low, most <= high { return p }
    let wanted = low / least
    var factor = wanted
    if wanted <= 1 {
      factor = 1 / (most.squareRoot() * least.squareRoot())
    } else if Double.greatestFiniteMagnitude / wanted < most {
      factor = 1
    }
    let power = pow(2, (log(factor) / log(2) + 0.5).rounded(.down))
    return power == 1 ? p : p.map { $0 * power }
  }

  /// One zero; `quotient` is then the deflated polynomial and a remainder.
  private mutating func next(_ direction: inout Complex) -> Complex? {
    let bound = Self.lowerBound(p.map(\.modulus))
    // 94 degrees.
    let turn = Complex(-0.0697564737441253008, 0.9975640502598242476)
    for _ in 0..<2 {
      startWithoutShift(5)
      for count in 1...9 {
        direction = Complex(
          turn.re * direction.re - turn.im * direction.im,
          turn.im * direction.re + turn.re * direction.im)
        shift = direction * bound
        if let root = searchWithFixedShift(10 * count) { return root }
      }
    }
    return nil
  }

  /// Cauchy's lower bound on the moduli of the zeros.
  private static func lowerBound(_ moduli: [Double]) -> Double {
    let last = moduli.count - 1
    var coefficients = moduli
    coefficients[last] = -coefficients[last]
    var x = exp((log(moduli[last]) - log(moduli[0])) / Double(last))
    if moduli[last - 1] != 0 { x = min(x, moduli[last] / moduli[last - 1]) }
    func evaluate(_ x: Double) -> Double { coefficients.reduce(0) { $0 * x + $1 } }
    while evaluate(x * 0.1) > 0 { x *= 0.1 }
    var change = x
    while abs(change / x) > 0.005 {
      var (f, slope) = (coefficients[0], 0.0)
      for k in 1...last {
        slope = slope * x + f
        f = f * x + coefficients[k]
      }
      change = f / slope
      x -= change
    }
    return x
  }

  // MARK: - The three stages

  /// Stage one: steps without shift that make the small zeros stand out.
  private mutating func startWithoutShift(_ steps: Int) {
    let degree = p.count - 1
    h = (0..<degree).map { k in
      let factor = Double(degree - k)
      return Complex(factor * p[k].re / Double(degree), factor * p[k].im / Double(degree))
    }
    for _ in 0..<steps {
      let end = h[degree - 1]
      if end.modulus > Self.epsilon * 10 * p[degree - 1].modulus {
        step = -p[degree] / end
        for k in stride(from: degree - 1, to: 0, by: -1) { h[k] = step * h[k - 1] + p[k] }
        h[0] = p[0]
      } else {
        for k in stride(from: degree - 1, to: 0, by: -1) { h[k] = h[k - 1] }
        h[0] = Complex(0)
      }
    }
  }

  /// Stage two: steps with a fixed shift until the iterates settle, then stage three.
  private mutating func searchWithFixedShift(_ steps: Int) -> Complex? {
    (value, quotient) = Self.divide(p, shift)
    var (isTesting, hasPassed) = (true, false)
    var isDegenerate = computeStep()
    for count in 1...steps {
      let old = step
      nextAuxiliary(isDegenerate)
      isDegenerate = computeStep()
      let candidate = shift + step
      guard !isDegenerate, isTesting, count != steps else { continue }
      if (step + -old).modulus >= 0.5 * candidate.modulus {
        hasPassed = false
      } else if !hasPassed {
        hasPassed = true
      } else {
        let (savedAuxiliary, savedShift) = (h, shift)
        if let root = searchWithVariableShift(from: candidate, 10) { return root }
        isTesting = false
        (h, shift) = (savedAuxiliary, savedShift)
        (value, quotient) = Self.divide(p, shift)
        isDegenerate = computeStep()
      }
    }
    return searchWithVariableShift(from: shift + step, 10)
  }

  /// Stage three: the shift follows the iterate; converged when the value drowns in rounding errors.
  private mutating func searchWithVariableShift(from start: Complex, _ steps: Int) -> Complex? {
    var hasStalled = false
    var (lastSize, relativeStep) = (0.0, 0.0)
    shift = start
    for count in 1...steps {
      (value, quotient) = Self.divide(p, shift)
      let size = value.modulus
      if size <= 20 * errorBound(shift.modulus, size) { return shift }
      if count > 1, !hasStalled, size >= lastSize, relativeStep < 0.05 {
        // In a cluster of zeros: a few fixed steps from a point beside it.
        hasStalled = true
        let r = max(relativeStep, Self.epsilon).squareRoot()
        shift = Complex(shift.re * (1 + r) - shift.im * r, shift.re * r + shift.im * (1 + r))
        (value, quotient) = Self.divide(p, shift)
        for _ in 0..<5 { nextAuxiliary(computeStep()) }
        lastSize = .infinity
      } else {
        if count > 1, size * 0.1 > lastSize { return nil }
        lastSize = size
      }
      nextAuxiliary(computeStep())
      if !computeStep() {
        relativeStep = step.modulus / shift.modulus
        shift = shift + step
      }
    }
    return nil
  }

  // MARK: - Pieces

  /// −p(s) / h(s) into `step`; true if h(s) is zero as far as one can tell.
  private mutating func computeStep() -> Bool {
    let (end, quotient) = Self.divide(h, shift)
    auxiliaryQuotient = quotient
    guard end.modulus > Self.epsilon * 10 * h[h.count - 1].modulus else {
      step = Complex(0)
      return true
    }
    step = -value / end
    return false
  }

  private mutating func nextAuxiliary(_ isDegenerate: Bool) {
    for k in stride(from: h.count - 1, to: 0, by: -1) {
      h[k] = isDegenerate ? auxiliaryQuotient[k - 1] : step * auxiliaryQuotient[k - 1] + quotient[k]
    }
    h[0] = isDegenerate ? Complex(0) : quotient[0]
  }

  /// Horner's rule: the value at s, and the partial sums, which are the quotient by z − s.
  private static func divide(_ p: [Complex], _ s: Complex) -> (Complex, [Complex]) {
    var sums: [Complex] = [p[0]]
    sums.reserveCapacity(p.count)
    for coefficient in p.dropFirst() { sums.append(sums[sums.count - 1] * s + coefficient) }
    return (sums[sums.count - 1], sums)
  }

  /// A bound on the rounding error of Horner's rule.
  private func errorBound(_ shiftSize: Double, _ size: Double) -> Double {
    let (addition, product) = (Self.epsilon, Self.productError)
    var e = quotient[0].modulus * product / (addition + product)
    for sum in quotient { e = e * shiftSize + sum.modulus }
    return e * (addition + product) - size * product
  }
}
