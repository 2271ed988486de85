import ApusInterpreter
import ApusLinearAlgebra
import Glibc

/// Square systems: `solve`, `chol`, `chol2inv`, `backsolve`, `determinant`, `norm`, `rcond`.
enum Solving {
  static var all: [Builtin] {
    [
      solve, cholesky, choleskyInverse, backsolve, determinant, norm, reciprocalCondition,
      triangularReciprocalCondition, estimatedCondition,
    ]
  }

  static let solve = Builtin(.internal, "La_solve(a, b, tol)") { call throws(Unwind) in
    let a = try call.numericMatrix(0, "'a' must be a numeric matrix")
    let b = try call.numericMatrix(1, "'b' must be a numeric matrix")
    let tolerance = try call.double(2, "tol")
    guard a.rows > 0 else { throw call.error("'a' is 0-diml") }
    guard a.isSquare else { throw call.error("'a' (\(a.rows) x \(a.columns)) must be square") }
    guard b.rows == a.rows else {
      throw call.error(
        "'b' (\(b.rows) x \(b.columns)) must be compatible with 'a' (\(a.rows) x \(a.columns))")
    }
    do throws(LinearAlgebraError) {
      let solution = try ApusLinearAlgebra.solve(a, b, tolerance: tolerance)
      let rowNames = call.dimensionNames(0, 1)
      if call[1].vector?.dimensions != nil {
        return .matrix(solution, rowNames, call.dimensionNames(1, 1))
      }
      let result = DoubleVector(solution.elements)
      result.setAttribute(.names, rowNames)
      return Value(result)
    } catch {
      throw call.error(error.message + shortened(error.cause))
    }
  }

  /// A number with six digits, as C's `%g` writes it.
  private static func shortened(_ cause: String) -> String {
    guard let number = Double(cause) else { return cause }
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 40) { buffer in
      withVaList([number]) { _ = vsnprintf(buffer.baseAddress, 40, "%g", $0) }
      return String(cString: buffer.baseAddress.unsafelyUnwrapped)
    }
  }

  static let cholesky = Builtin(.internal, "La_chol(x, pivot, tol)") { call throws(Unwind) in
    let x = try call.numericMatrix(0, "'a' must be a numeric matrix")
    guard x.isSquare else { throw call.error("'a' must be a square matrix") }
    guard x.rows > 0 else { throw call.error("'a' must have dims > 0") }
    if try call.flag(1, "pivot") { return try pivoted(call, x) }
    do throws(LinearAlgebraError) {
      let factor = try ApusLinearAlgebra.cholesky(x)
      return .matrix(factor, call.dimensionNames(0, 0), call.dimensionNames(0, 1))
    } catch {
      throw call.error(error)
    }
  }

  private static func pivoted(_ call: borrowing Invocation, _ x: Matrix) throws(Unwind) -> Value {
    let tolerance = try call.double(2, "tol")
    let result: PivotedCholesky
    do throws(LinearAlgebraError) {
      result = try pivotedCholesky(x, tolerance: tolerance)
    } catch {
      throw call.error(error)
    }
    if result.rank < x.rows {
      try call.warning("the matrix is either rank-deficient or indefinite")
    }
    var columnNames = call.dimensionNames(0, 1)
    if let names = columnNames.characterVector {
      columnNames = .strings(result.pivot.map { names.elements[Int($0) - 1] })
    }
    let value = Value.matrix(result.factor, call.dimensionNames(0, 0), columnNames)
    value.object?.setAttribute(call.strings.symbol("pivot"), .integers(result.pivot))
    value.object?.setAttribute(call.strings.symbol("rank"), .integer(result.rank))
    return value
  }

  static let choleskyInverse = Builtin(.internal, "La_chol2inv(x, size)") { call throws(Unwind) in
    let x = try call.numericMatrix(0, "'a' must be a numeric matrix")
    let size = try call.integer(1, "size")
    guard size >= 1 else {
      throw call.error("'size' argument must be a positive integer")
    }
    guard Int(size) <= x.columns else {
      throw call.error("'size' cannot exceed ncol(x) = \(x.columns)")
    }
    guard Int(size) <= x.rows else {
      throw call.error("'size' cannot exceed nrow(x) = \(x.rows)")
    }
    do throws(LinearAlgebraError) {
      return .matrix(try inverseFromCholesky(x, size: Int(size)))
    } catch {
      throw call.error(error)
    }
  }

  static let backsolve = Builtin(.internal, "backsolve(r, x, k, upper.tri, transpose)") {
    call throws(Unwind) in
    let r = try call.numericMatrix(0, "invalid 'r' argument")
    let x = try call.numericMatrix(1, "invalid 'x' argument")
    let k = try call.integer(2, "k")
    guard !k.isMissing, k >= 0, Int(k) <= min(r.rows, r.columns), Int(k) <= x.rows else {
      throw call.error("invalid 'k' argument")
    }
    let isUpper = try call.flag(3, "upper.tri")
    let isTransposed = try call.flag(4, "transpose")
    do throws(LinearAlgebraError) {
      return .matrix(
        try triangularSolve(r, x, size: Int(k), isUpper: isUpper, transposed: isTransposed))
    } catch {
      throw call.error(error)
    }
  }

  /// The modulus with its mark, and the sign: the parts of a `det` object.
  static let determinant = Builtin(.internal, "det_ge_real(x, logarithm)") {
    call throws(Unwind) in
    let x = try call.numericMatrix(0, "'a' must be a numeric matrix")
    guard x.isSquare else { throw call.error("'a' must be a square matrix") }
    let isLog = try call.flag(1, "logarithm")
    let (size, sign) = ApusLinearAlgebra.determinant(x, asLogarithm: isLog)
    let modulus = DoubleVector(CollectionOfOne(size))
    modulus.setAttribute(call.strings.symbol("logarithm"), .logical(isLog))
    let result = Value.namedList(
      [("modulus", .object(modulus)), ("sign", .integer(sign))], call.strings)
    result.object?.setAttribute(.class_, .string(call.strings.intern("det")))
    result.object?.setAttributes(result.object?.attributes)
    return result
  }

  static let norm = Builtin(.internal, "La_dlange(x, type)") { call throws(Unwind) in
    let x = try call.numericMatrix(0, "'A' must be a numeric matrix")
    return .double(ApusLinearAlgebra.norm(x, try kind(call, 1, "MOIFE1")))
  }

  static let reciprocalCondition = Builtin(.internal, "La_dgecon(A, norm)") {
    call throws(Unwind) in
    let a = try call.numericMatrix(0, "'A' must be a numeric matrix")
    guard a.isSquare else { throw call.error("'A' must be a square matrix") }
    let kind = try kind(call, 1, "OI1")
    do throws(LinearAlgebraError) {
      return .double(try ApusLinearAlgebra.reciprocalCondition(a, kind))
    } catch {
      throw call.error(error)
    }
  }

  static let triangularReciprocalCondition = Builtin(.internal, "La_dtrcon(A, norm)") {
    call throws(Unwind) in
    let a = try call.numericMatrix(0, "'A' must be a numeric matrix")
    guard a.isSquare else { throw call.error("'A' must be a square matrix") }
    return .double(
      ApusLinearAlgebra.triangularReciprocalCondition(a, try kind(call, 1, "OI1")))
  }

  /// LINPACK's estimate for an upper triangular matrix, which `kappa` starts from.
  static let estimatedCondition = Builtin(.internal, "dtrco(A)") { call throws(Unwind) in
    let a = try call.numericMatrix(0, "'A' must be a numeric matrix")
    guard a.rows >= a.columns else { throw call.error("'A' must be a square matrix") }
    return .double(estimatedReciprocalCondition(a))
  }

  /// A norm by its letter; "E" is "F".
  private static func kind(
    _ call: borrowing Invocation, _ position: Int, _ allowed: String
  ) throws(Unwind) -> Character {
    let text = try call.text(position, "type")
    guard let letter = text.uppercased().first, text.utf8.count == 1, allowed.contains(letter)
    else {
      let list = allowed.filter { $0 != "1" }.map { "'\($0)'" }.joined(separator: ",")
      throw call.error("argument type[1]='\(text)' must be one of \(list) or '1'")
    }
    return letter == "E" ? "F" : letter
  }
}
