import ApusDistributions
import ApusInterpreter

/// The help pages of `Bessel` and `polyroot`.
enum SpecialFunctions {
  static var all: [Builtin] {
    [
      bessel("besselJ(x, nu)", "bessel_j") { x, order, _ in ApusDistributions.besselJ(x, order) },
      bessel("besselY(x, nu)", "bessel_y") { x, order, _ in ApusDistributions.besselY(x, order) },
      bessel("besselI(x, nu, expon.scaled)", "bessel_i") { x, order, isScaled in
        ApusDistributions.besselI(x, order, isScaled: isScaled)
      },
      bessel("besselK(x, nu, expon.scaled)", "bessel_k") { x, order, isScaled in
        ApusDistributions.besselK(x, order, isScaled: isScaled)
      },
      polyroot,
    ]
  }

  /// A Bessel function; `name` is what warnings call it.
  private static func bessel(
    _ signature: String, _ name: String,
    _ function: @escaping @Sendable (Double, Double, Bool) -> Double
  ) -> Builtin {
    Builtin(.internal, signature) { call throws(Unwind) in
      let isScaled = call.count > 2 ? try call.double(2, "expon.scaled") == 2 : false
      try warnOutside(call, name)
      return try MathFunctions.pairwise(call) { x, order in
        abs(order) > 1e7 ? .nan : function(x, order, isScaled)
      }
    }
  }

  /// A warning for each element that no Bessel function is computed for.
  private static func warnOutside(_ call: borrowing Invocation, _ name: String) throws(Unwind) {
    for k in 0...1 where !(call[k].kind >= .logical && call[k].kind <= .double) { return }
    let (x, orders) = (try call.doubles(0).elements, try call.doubles(1).elements)
    guard !x.isEmpty, !orders.isEmpty else { return }
    for k in 0..<max(x.count, orders.count) {
      let (value, order) = (x[k % x.count], orders[k % orders.count])
      if value < 0 { try call.warning("value out of range in '\(name)'") }
      if value >= 0, abs(order) > 1e7 { try call.warning(tooLarge(order, name)) }
    }
  }

  private static func tooLarge(_ order: Double, _ name: String) -> String {
    let letter = name.suffix(1).uppercased()
    return "bessel\(letter)(x, nu): nu=\(NumberText.text(order)) too large for \(name)() algorithm"
  }

  private static let polyroot = Builtin(.internal, "polyroot(z)") { call throws(Unwind) in
    let kind = call[0].kind
    guard kind >= .logical, kind <= .complex else {
      throw call.unimplemented(kind, in: "polyroot")
    }
    let given = try call.vector(call[0], as: .complex).complexes
    var coefficients = given.map { PolynomialRoots.Complex($0.real, $0.imaginary) }
    while let last = coefficients.last, last.re == 0, last.im == 0 { coefficients.removeLast() }
    guard coefficients.count > 1 else { return .object(ComplexVector(count: 0)) }
    guard coefficients.allSatisfy({ $0.re.isFinite && $0.im.isFinite }) else {
      throw call.error("invalid polynomial coefficient")
    }
    guard let roots = PolynomialRoots.find(coefficients) else {
      throw call.error("root finding code failed")
    }
    return .object(ComplexVector(roots.map { ComplexNumber($0.re, $0.im) }))
  }
}
