import ApusDistributions
import ApusInterpreter
import ApusStatistics

/// `fft`, `mvfft`, `lowess` and recursive filters.
enum Transforms {
  static var all: [Builtin] { [fft, mvfft, lowess, recursiveFilter] }

  /// Of a vector, or of an array along all its dimensions.
  static let fft = Builtin(.internal, "fft(z, inverse)") { call throws(Unwind) in
    let result = try copy(call)
    let isInverse = try inverse(call)
    var stride = 1
    for extent in result.dimensions ?? [result.count] where extent > 0 {
      transform(result, extent: extent, stride: stride, isInverse: isInverse)
      stride *= extent
    }
    return .object(result)
  }

  /// Of each column of a matrix.
  static let mvfft = Builtin(.internal, "mvfft(z, inverse)") { call throws(Unwind) in
    guard let sizes = call[0].vector?.dimensions, sizes.count == 2 else {
      throw call.error("vector-valued (multivariate) series required")
    }
    let result = try copy(call)
    transform(result, extent: sizes[0], stride: 1, isInverse: try inverse(call))
    return .object(result)
  }

  private static func copy(_ call: borrowing Invocation) throws(Unwind) -> ComplexVector {
    let kind = call[0].kind
    guard kind == .complex || kind == .double || kind == .integer || kind == .logical else {
      throw call.error("non-numeric argument")
    }
    let source = try call.interpreter.vector(call[0], as: .complex)
    let copy = withExtendedLifetime(source) { ComplexVector(source.complexes) }
    for name in [Symbol.dim, .dimnames] { copy.setAttribute(name, call[0].attribute(name)) }
    return copy
  }

  private static func inverse(_ call: borrowing Invocation) throws(Unwind) -> Bool {
    guard call[1].kind.isAtomic else { return false }
    let value = try call.double(1, "inverse")
    return !value.isNaN && value != 0
  }

  /// Transforms every run of `extent` elements that lie `stride` apart.
  private static func transform(
    _ vector: ComplexVector, extent: Int, stride: Int, isInverse: Bool
  ) {
    guard extent > 1 else { return }
    let plan = FourierTransform(extent, isInverse: isInverse)
    let elements = vector.elements
    for block in Swift.stride(from: 0, to: elements.count, by: extent * stride) {
      for offset in 0..<stride {
        let places = (0..<extent).map { block + offset + $0 * stride }
        var real = places.map { elements[$0].real }
        var imaginary = places.map { elements[$0].imaginary }
        plan.apply(real: &real, imaginary: &imaginary)
        for (k, place) in places.enumerated() {
          elements[place] = ComplexNumber(real[k], imaginary[k])
        }
      }
    }
  }

  static let lowess = Builtin(.internal, "lowess(x, y, f, iter, delta)") { call throws(Unwind) in
    let x = Array(try call.doubles(0).elements)
    let y = Array(try call.doubles(1).elements)
    let fraction = try call.double(2, "f")
    guard fraction.isFinite, fraction > 0 else {
      throw call.error("'f' must be finite and > 0")
    }
    let iterations = try call.integer(3, "iter")
    guard iterations >= 0 else { throw call.error("'iter' must be finite and >= 0") }
    let delta = try call.double(4, "delta")
    guard delta.isFinite, delta >= 0 else {
      throw call.error("'delta' must be finite and > 0")
    }
    guard x.count == y.count, x.count >= 2 else { throw call.error("invalid input") }
    let lowess = Lowess(x: x, y: y, fraction: fraction, delta: delta)
    return .object(DoubleVector(lowess.smooth(iterations: Int(iterations))))
  }

  static let recursiveFilter = Builtin(.internal, "recursiveFilter(x, filter, init)") {
    call throws(Unwind) in
    let x = Array(try call.doubles(0).elements)
    let filter = Array(try call.doubles(1).elements)
    let initial = Array(try call.doubles(2).elements)
    guard initial.count >= filter.count else { throw call.error("invalid input") }
    let y = ApusStatistics.recursiveFilter(
      x, filter: filter, initial: initial, missing: .missing)
    return .object(DoubleVector(y))
  }
}
