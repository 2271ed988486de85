import ApusInterpreter
import ApusLinearAlgebra

/// `qr`, `svd` and `eigen`.
enum Decompositions {
  static var all: [Builtin] {
    [
      qr, qrApply, qrCoefficients, qrProject, pivotingQR, pivotingApply, pivotingCoefficients,
      singularValues, symmetricEigen, generalEigen,
    ]
  }

  /// The decomposition of `qr.default(LAPACK = FALSE)`: its four parts.
  static let qr = Builtin(.internal, "qrFactor(x, tol)") { call throws(Unwind) in
    let x = try call.doubles(0)
    guard let shape = call[0].vector?.dimensions, shape.count == 2 else {
      throw call.error("'a' must be a numeric matrix")
    }
    let compact = DoubleVector(x.elements)
    compact.setAttribute(.dim, call[0].attribute(.dim))
    let factors = HouseholderFactors(
      factoring: compact.elements, rows: shape[0], columns: shape[1],
      tolerance: try call.double(1, "tol"))
    return .namedList(
      [
        ("qr", .object(compact)), ("rank", .integer(factors.rank)),
        ("qraux", .doubles(factors.auxiliary)), ("pivot", .integers(factors.pivot)),
      ], call.strings)
  }

  /// `qr.qy` and `qr.qty`: Q or Qᵀ times the columns of `y`, with the first `k` reflectors.
  static let qrApply = Builtin(.internal, "qrApply(qr, qraux, k, y, transposed)") {
    call throws(Unwind) in
    let (factors, compact) = try decomposition(call)
    let y = try copy(call, 3, rows: factors.rows)
    let isTransposed = try call.flag(4, "transposed")
    guard let q = UnsafePointer(compact.elements.baseAddress),
      let target = y.elements.baseAddress, factors.rows > 0
    else { return .object(y) }
    let columns = y.count / factors.rows
    if isTransposed {
      factors.applyTransposed(q, to: target, columns: columns)
    } else {
      factors.apply(q, to: target, columns: columns)
    }
    return Value(y)
  }

  /// The coefficients of the first `k` columns, in the order of the factors.
  static let qrCoefficients = Builtin(.internal, "qrCoefficients(qr, qraux, k, y)") {
    call throws(Unwind) in
    let (factors, compact) = try decomposition(call)
    let y = try copy(call, 3, rows: factors.rows)
    guard let q = UnsafePointer(compact.elements.baseAddress),
      let effects = y.elements.baseAddress, factors.rows > 0
    else { return .matrix(Matrix(rows: 0, columns: 0)) }
    let columns = y.count / factors.rows
    guard factors.firstZero(q) == nil else { throw call.error("exact singularity in 'qr.coef'") }
    factors.applyTransposed(q, to: effects, columns: columns)
    return .matrix(factors.coefficients(q, effects: effects, responses: columns))
  }

  /// The part of the columns of `y` outside (or inside) the span of the first `k` columns.
  static let qrProject = Builtin(.internal, "qrProject(qr, qraux, k, y, residual)") {
    call throws(Unwind) in
    let (factors, compact) = try decomposition(call)
    let y = try copy(call, 3, rows: factors.rows)
    let isResidual = try call.flag(4, "residual")
    guard let q = UnsafePointer(compact.elements.baseAddress),
      let target = y.elements.baseAddress, factors.rows > 0
    else { return .object(y) }
    let columns = y.count / factors.rows
    factors.applyTransposed(q, to: target, columns: columns)
    factors.project(q, effects: target, columns: columns, isResidual: isResidual)
    return Value(y)
  }

  private static func decomposition(
    _ call: borrowing Invocation
  ) throws(Unwind) -> (HouseholderFactors, DoubleVector) {
    let compact = try call.doubles(0)
    let auxiliary = Array(try call.doubles(1).elements)
    let k = Int(try call.integer(2, "k"))
    guard let shape = compact.dimensions, shape.count == 2, k >= 0, k <= min(shape[0], shape[1]),
      auxiliary.count >= min(k, shape[1])
    else { throw call.error("argument is not a QR decomposition") }
    let factors = HouseholderFactors(
      of: UnsafeBufferPointer(compact.elements), rows: shape[0], columns: shape[1],
      auxiliary: auxiliary, pivot: [], rank: k)
    return (factors, compact)
  }

  /// A copy of a vector or matrix with that many rows, attributes kept.
  private static func copy(
    _ call: borrowing Invocation, _ position: Int, rows: Int
  ) throws(Unwind) -> DoubleVector {
    let kind = call[position].kind
    guard kind == .double || kind == .integer || kind == .logical else {
      throw call.error("'y' must be numeric")
    }
    let source = try call.doubles(position)
    let height = call[position].vector?.dimensions?.first ?? source.count
    guard height == rows else {
      throw call.error("'qr' and 'y' must have the same number of rows")
    }
    let copy = DoubleVector(source.elements)
    copy.setAttributes(call[position].attributes)
    return copy
  }

  /// LAPACK's decomposition by decreasing column norms, `qr(LAPACK = TRUE)`.
  static let pivotingQR = Builtin(.internal, "La_qr(x)") { call throws(Unwind) in
    let x = try call.numericMatrix(0, "'a' must be a numeric matrix")
    do throws(LinearAlgebraError) {
      let qr = try ApusLinearAlgebra.pivotingQR(x)
      var columnNames = call.dimensionNames(0, 1)
      if let names = columnNames.characterVector {
        columnNames = .strings(qr.pivot.map { names.elements[Int($0) - 1] })
      }
      return .namedList(
        [
          ("qr", .matrix(qr.matrix, call.dimensionNames(0, 0), columnNames)),
          ("rank", .integer(min(x.rows, x.columns))), ("qraux", .doubles(qr.tau)),
          ("pivot", .integers(qr.pivot)),
        ], call.strings)
    } catch { throw call.error(error) }
  }

  private static func factorsAndRightSide(
    _ call: borrowing Invocation
  ) throws(Unwind) -> (PivotingQR, Matrix) {
    let matrix = try call.numericMatrix(0, "argument is not a QR decomposition")
    let y = try call.numericMatrix(2, "'b' must be a numeric matrix")
    guard y.rows == matrix.rows else {
      throw call.error(
        "right-hand side should have \(matrix.rows) not \(y.rows) rows")
    }
    let tau = Array(try call.doubles(1).elements)
    guard tau.count <= min(matrix.rows, matrix.columns) else {
      throw call.error("argument is not a QR decomposition")
    }
    return (PivotingQR(matrix: matrix, tau: tau, pivot: []), y)
  }

  static let pivotingApply = Builtin(.internal, "qr_qy_real(qr, qraux, y, transposed)") {
    call throws(Unwind) in
    let (qr, y) = try factorsAndRightSide(call)
    let isTransposed = try call.flag(3, "trans")
    do throws(LinearAlgebraError) {
      return .matrix(try applyReflectors(of: qr, to: y, transposed: isTransposed))
    } catch {
      throw call.error(error)
    }
  }

  static let pivotingCoefficients = Builtin(.internal, "qr_coef_real(qr, qraux, y)") {
    call throws(Unwind) in
    let (qr, y) = try factorsAndRightSide(call)
    do throws(LinearAlgebraError) {
      let effects = try applyReflectors(of: qr, to: y, transposed: true)
      return .matrix(
        try triangularSolve(
          qr.matrix, effects, size: qr.tau.count, isUpper: true, transposed: false))
    } catch { throw call.error(error) }
  }
}

// MARK: - Singular values and eigenvalues

extension Decompositions {
  /// `La_svd(job, x)`: job "N", "S" or "A".
  static let singularValues = Builtin(.internal, "La_svd(jobu, x)") { call throws(Unwind) in
    let job = try call.text(0, "jobu")
    let x = try call.numericMatrix(1, "'x' must be a numeric matrix")
    let vectors: SingularVectors = job == "N" ? .none : job == "A" ? .all : .leading
    do throws(LinearAlgebraError) {
      let parts = try ApusLinearAlgebra.singularValues(x, vectors)
      return .namedList(
        [("d", .doubles(parts.d)), ("u", .matrix(parts.u)), ("vt", .matrix(parts.vt))],
        call.strings)
    } catch { throw call.error(error) }
  }

  static let symmetricEigen = Builtin(.internal, "La_rs(x, only.values)") { call throws(Unwind) in
    let x = try call.numericMatrix(0, "invalid 'x' argument")
    guard x.isSquare else { throw call.error("non-square matrix in 'eigen'") }
    let wantsVectors = !(try call.flag(1, "only.values"))
    do throws(LinearAlgebraError) {
      let eigen = try ApusLinearAlgebra.symmetricEigen(x, wantsVectors: wantsVectors)
      return .namedList(
        [
          ("values", .doubles(eigen.values)),
          ("vectors", eigen.vectors.map { .matrix($0) } ?? .null),
        ], call.strings)
    } catch { throw call.error(error) }
  }

  /// Values in LAPACK's order; complex when any pair is.
  static let generalEigen = Builtin(.internal, "La_rg(x, only.values)") { call throws(Unwind) in
    let x = try call.numericMatrix(0, "invalid 'x' argument")
    guard x.isSquare else { throw call.error("non-square matrix in 'eigen'") }
    let wantsVectors = !(try call.flag(1, "only.values"))
    do throws(LinearAlgebraError) {
      let eigen = try ApusLinearAlgebra.generalEigen(x, wantsVectors: wantsVectors)
      let parts: [(String, Value)] =
        eigen.isComplex
        ? [
          ("values", .object(complex(eigen.real, eigen.imaginary))),
          ("vectors", eigen.vectors.map { complexMatrix($0.real, $0.imaginary) } ?? .null),
        ]
        : [
          ("values", .doubles(eigen.real)),
          ("vectors", eigen.vectors.map { .matrix($0.real) } ?? .null),
        ]
      return .namedList(parts, call.strings)
    } catch { throw call.error(error) }
  }

  private static func complex(_ real: [Double], _ imaginary: [Double]) -> ComplexVector {
    ComplexVector(zip(real, imaginary).map { ComplexNumber($0, $1) })
  }

  private static func complexMatrix(_ real: Matrix, _ imaginary: Matrix) -> Value {
    let result = complex(real.elements, imaginary.elements)
    result.setAttribute(.dim, .integers([Int32(real.rows), Int32(real.columns)]))
    return .object(result)
  }
}
