import ApusInterpreter
import Glibc

/// Elementary functions of complex numbers, with the usual branch cuts.
///
/// The inverse functions follow W. Kahan, "Branch cuts for complex elementary functions" (1987).
enum ComplexFunctions {
  @Sendable static func exponential(_ z: ComplexNumber) -> ComplexNumber {
    let scale = exp(z.real)
    if z.imaginary == 0 { return ComplexNumber(scale, z.imaginary) }
    return ComplexNumber(scale * cos(z.imaginary), scale * sin(z.imaginary))
  }

  @Sendable static func logarithm(_ z: ComplexNumber) -> ComplexNumber {
    ComplexNumber(log(z.modulus), z.argument)
  }

  @Sendable static func squareRoot(_ z: ComplexNumber) -> ComplexNumber {
    if z.real == 0 && z.imaginary == 0 { return ComplexNumber(0, z.imaginary) }
    let root = sqrt((abs(z.real) + z.modulus) / 2)
    if z.real >= 0 { return ComplexNumber(root, z.imaginary / (2 * root)) }
    return ComplexNumber(
      abs(z.imaginary) / (2 * root), z.imaginary.sign == .minus ? -root : root)
  }

  @Sendable static func cosine(_ z: ComplexNumber) -> ComplexNumber {
    ComplexNumber(cos(z.real) * cosh(z.imaginary), -sin(z.real) * sinh(z.imaginary))
  }

  @Sendable static func sine(_ z: ComplexNumber) -> ComplexNumber {
    ComplexNumber(sin(z.real) * cosh(z.imaginary), cos(z.real) * sinh(z.imaginary))
  }

  @Sendable static func tangent(_ z: ComplexNumber) -> ComplexNumber {
    let turned = hyperbolicTangent(ComplexNumber(-z.imaginary, z.real))
    return ComplexNumber(turned.imaginary, -turned.real)
  }

  @Sendable static func hyperbolicCosine(_ z: ComplexNumber) -> ComplexNumber {
    ComplexNumber(cosh(z.real) * cos(z.imaginary), sinh(z.real) * sin(z.imaginary))
  }

  @Sendable static func hyperbolicSine(_ z: ComplexNumber) -> ComplexNumber {
    ComplexNumber(sinh(z.real) * cos(z.imaginary), cosh(z.real) * sin(z.imaginary))
  }

  /// tanh(x + iy) with t = tan y, b = 1 + t², s = sinh x, r = √(1 + s²).
  @Sendable static func hyperbolicTangent(_ z: ComplexNumber) -> ComplexNumber {
    if abs(z.real) > 20 { return ComplexNumber(z.real < 0 ? -1 : 1, 0) }
    let t = tan(z.imaginary)
    let b = 1 + t * t
    let s = sinh(z.real)
    let r = sqrt(1 + s * s)
    if t.isInfinite { return ComplexNumber(r / s, 1 / t) }
    let scale = 1 + b * s * s
    return ComplexNumber(b * r * s / scale, t / scale)
  }

  @Sendable static func arcSine(_ z: ComplexNumber) -> ComplexNumber {
    let below = squareRoot(ComplexNumber(1 - z.real, -z.imaginary))
    let above = squareRoot(ComplexNumber(1 + z.real, z.imaginary))
    let product = conjugate(below) * above
    return ComplexNumber(atan2(z.real, (below * above).real), asinh(product.imaginary))
  }

  @Sendable static func arcCosine(_ z: ComplexNumber) -> ComplexNumber {
    let below = squareRoot(ComplexNumber(1 - z.real, -z.imaginary))
    let above = squareRoot(ComplexNumber(1 + z.real, z.imaginary))
    let product = conjugate(above) * below
    return ComplexNumber(2 * atan2(below.real, above.real), asinh(product.imaginary))
  }

  @Sendable static func areaSine(_ z: ComplexNumber) -> ComplexNumber {
    let turned = arcSine(ComplexNumber(-z.imaginary, z.real))
    return ComplexNumber(turned.imaginary, -turned.real)
  }

  @Sendable static func areaCosine(_ z: ComplexNumber) -> ComplexNumber {
    let below = squareRoot(ComplexNumber(z.real - 1, z.imaginary))
    let above = squareRoot(ComplexNumber(z.real + 1, z.imaginary))
    let product = conjugate(below) * above
    return ComplexNumber(asinh(product.real), 2 * atan2(below.imaginary, above.real))
  }

  /// atanh z = (log(1 + z) − log(1 − z)) / 2, by parts.
  @Sendable static func areaTangent(_ z: ComplexNumber) -> ComplexNumber {
    let (x, y) = (z.real, z.imaginary)
    let real = log1p(4 * x / ((1 - x) * (1 - x) + y * y)) / 4
    let angle = (atan2(y, 1 + x) - atan2(-y, 1 - x)) / 2
    return ComplexNumber(real, angle)
  }

  @Sendable static func arcTangent(_ z: ComplexNumber) -> ComplexNumber {
    let turned = areaTangent(ComplexNumber(-z.imaginary, z.real))
    return ComplexNumber(turned.imaginary, -turned.real)
  }

  static func conjugate(_ z: ComplexNumber) -> ComplexNumber {
    ComplexNumber(z.real, -z.imaginary)
  }
}
