import ApusInterpreter
import Glibc

/// The group Complex, and the making of complex numbers.
enum ComplexParts {
  static var all: [Builtin] {
    [
      part("Re", { $0 }) { $0.real },
      part("Im", { _ in 0 }) { $0.imaginary },
      part("Mod", { Swift.abs($0) }) { $0.modulus },
      part("Arg", { $0.isNaN ? $0 : ($0 >= 0 ? 0 : .pi) }) { $0.argument },
      conj, complex,
    ]
  }

  private static func part(
    _ name: String, _ real: @escaping @Sendable (Double) -> Double,
    _ function: @escaping @Sendable (ComplexNumber) -> Double
  ) -> Builtin {
    Builtin(.primitive, "\(name)(z)", dispatch: .complex) { call throws(Unwind) in
      let source = try argument(call, name)
      let result: DoubleVector
      if source.kind == .complex {
        result = DoubleVector(source.complexes.map(function))
      } else {
        result = DoubleVector(try call.doubles(0).elements.map(real))
      }
      result.copyAttributes(from: source)
      return Value(result)
    }
  }

  private static let conj = Builtin(.primitive, "Conj(z)", dispatch: .complex) {
    call throws(Unwind) in
    let source = try argument(call, "Conj")
    guard source.kind == .complex else { return call[0] }
    let result = ComplexVector(source.complexes.map(ComplexFunctions.conjugate))
    result.copyAttributes(from: source)
    return Value(result)
  }

  private static func argument(
    _ call: borrowing Invocation, _ name: String
  ) throws(Unwind) -> Vector {
    guard !call.isNotGiven(0) else { throw call.wrongCount(name, requires: 1) }
    guard let source = call[0].vector, source.kind >= .logical, source.kind <= .complex else {
      throw call.error("non-numeric argument to function")
    }
    return source
  }

  /// `complex(length.out, real, imaginary)`: recycled parts.
  private static let complex = Builtin(.internal, "complex(length.out, real, imaginary)") {
    call throws(Unwind) in
    let length = try call.integer(0, "length.out")
    guard !length.isMissing, length >= 0 else { throw call.error("invalid length") }
    let (real, imaginary) = (try call.doubles(1).elements, try call.doubles(2).elements)
    let count = max(Int(length), real.count, imaginary.count)
    let result = ComplexVector(count: count)
    for k in 0..<count {
      result.elements[k] = ComplexNumber(
        real.isEmpty ? 0 : real[k % real.count],
        imaginary.isEmpty ? 0 : imaginary[k % imaginary.count])
    }
    return Value(result)
  }
}
