import ApusInterpreter
import ApusLinearAlgebra

/// The least-squares core of `lm.fit`.
enum LinearFit {
  static var all: [Builtin] { [lmFit] }

  static let lmFit = Builtin(.internal, "lmFit(x, y, tol)") { call throws(Unwind) in
    let x = try call.doubles(0)
    guard let shape = call[0].vector?.dimensions, shape.count == 2 else {
      throw call.error("'x' must be a matrix")
    }
    let y = try call.doubles(1)
    let tolerance = try call.double(2, "tol")
    let responseShape = call[1].vector?.dimensions
    guard responseShape.map({ $0.count == 2 && $0[0] == shape[0] }) ?? true else {
      throw call.error("incompatible dimensions")
    }
    let (rows, columns) = (shape[0], shape[1])
    guard rows > 0 ? y.count % rows == 0 : y.count == 0 else {
      throw call.error("dimensions of 'x' (\(rows),\(columns)) and 'y' (\(y.count)) do not match")
    }
    let responses = rows == 0 ? 0 : y.count / rows
    let compact = DoubleVector(count: x.count)
    if let given = call[0].object { compact.copyAttributes(from: given) }
    let factors = HouseholderFactors(
      factoring: compact.elements, rows: rows, columns: columns, tolerance: tolerance,
      copying: UnsafeBufferPointer(x.elements))
    if !factors.isFinite, !isFinite(x) { throw call.error("NA/NaN/Inf in 'x'") }
    if !isFinite(y) { throw call.error("NA/NaN/Inf in 'y'") }
    let effects = DoubleVector(y.elements)
    let residuals = DoubleVector(y.elements)
    var solved: [Double] = []
    if let q = UnsafePointer(compact.elements.baseAddress),
      let target = effects.elements.baseAddress, let rest = residuals.elements.baseAddress
    {
      factors.split(q, effects: target, residuals: rest, columns: responses)
      solved = factors.coefficients(q, effects: target, responses: responses).elements
    }
    return fit(
      call, factors, solved, compact: compact, effects: effects, residuals: residuals,
      responses: call[1].attribute(.dim), tolerance)
  }

  private static func isFinite(_ vector: DoubleVector) -> Bool {
    withExtendedLifetime(vector) { vector.elements.allSatisfy { $0.isFinite } }
  }

  private static func fit(
    _ call: borrowing Invocation, _ factors: HouseholderFactors, _ solved: [Double],
    compact: DoubleVector, effects: DoubleVector, residuals: DoubleVector, responses: Value,
    _ tolerance: Double
  ) -> Value {
    let count = factors.rank == 0 ? 0 : solved.count / factors.rank
    let width = responses.isNull ? 1 : responses.integerVector.map { Int($0.elements[1]) } ?? 1
    let coefficients = DoubleVector(repeating: 0, count: factors.columns * width)
    for j in 0..<count {
      for i in 0..<factors.rank {
        coefficients.elements[i + j * factors.columns] = solved[i + j * factors.rank]
      }
    }
    if !responses.isNull {
      coefficients.setAttribute(.dim, .integers([Int32(factors.columns), Int32(width)]))
      effects.setAttribute(.dim, responses)
      residuals.setAttribute(.dim, responses)
    }
    return .namedList(
      [
        ("qr", .object(compact)), ("coefficients", Value(coefficients)),
        ("residuals", Value(residuals)), ("effects", Value(effects)),
        ("rank", .integer(factors.rank)), ("pivot", .integers(factors.pivot)),
        ("qraux", .doubles(factors.auxiliary)), ("tol", .double(tolerance)),
        ("pivoted", .logical(factors.isPivoted)),
      ], call.strings)
  }
}

extension Value {
  /// A list with names.
  static func namedList(_ parts: [(String, Value)], _ strings: StringPool) -> Value {
    let list = ListVector(parts.map(\.1))
    list.setAttribute(
      .names, .object(CharacterVector(parts.map { strings.intern($0.0) })))
    return .object(list)
  }
}
